import type { Arguments } from './engine.ts'
import { asMatrix, type Matrix, unmoved } from './matrix.ts'

/** Where on the page the next letter is set: the matrix of the text, the line, and how far along it. */
export class Pen {
  #matrix: Matrix = unmoved
  #x = 0
  #y = 0
  #lineX = 0
  #lineY = 0

  /** Text begins; given a matrix (as six numbers, or a list of them), there. */
  begin(args: Arguments): void {
    this.#matrix = asMatrix(args?.[0]) ?? asMatrix(args) ?? unmoved
    this.#startLine(0, 0)
  }

  /** A new line, so much further than where the last one began. */
  moveLine(x: number, y: number): void {
    this.#startLine(this.#lineX + x, this.#lineY + y)
  }

  /** Letters were set. */
  advance(length: number, vertical: boolean): void {
    if (vertical) this.#y += length
    else this.#x += length
  }

  /** From the space that letters are set in to the page's own. */
  get place(): Matrix {
    const [a, b, c, d, e, f] = this.#matrix
    return [a, b, c, d, a * this.#x + c * this.#y + e, b * this.#x + d * this.#y + f]
  }

  #startLine(x: number, y: number): void {
    this.#x = x
    this.#lineX = x
    this.#y = y
    this.#lineY = y
  }
}
