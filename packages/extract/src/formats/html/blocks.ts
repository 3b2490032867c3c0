import type { Place } from '@disclosed/document'
import { writeGrid } from '../../grid.ts'
import type { Line, Run, Words } from '../../line.ts'
import type { Writer } from '../../writer.ts'
import { attribute, type ChildNode, childElements, type Element, isHidden, isTag, isText } from './dom.ts'
import { InlineWords, plain, type Style, styleWithin } from './inline.ts'
import { labelOfRuns } from './labels.ts'
import { labelsOf } from './lists.ts'
import { stretchesOf } from './nested-tables.ts'
import type { Notes } from './notes.ts'
import { captionOf, isLayout, layoutCells } from './tables.ts'
import { blocks, silent, textOf, wordsOf } from './words.ts'

/** What the walk over a page's elements needs to know from outside. */
export interface Scene {
  readonly writer: Writer
  readonly selectorOf: (element: Element) => string
  /** Does it stand around the letter? */
  readonly isAround: (element: Element) => boolean
  /** Notes below the words, where they are points of lists. */
  readonly notes?: Notes
}

/** Writes the blocks of an element, in order. Returns how many hidden elements with words were left out. */
export function writeBlocks(root: Element, scene: Scene): number {
  const walk = new Walk(scene)
  walk.inside(root, plain)
  walk.flush(root)
  return walk.hidden
}

/** The point of a list that has begun and whose first words are still to come. */
interface Begun {
  readonly label: string | null
  readonly level: number
  /** The mark of the words that it is a note of. */
  readonly mark?: string | null
}

class Walk {
  hidden = 0
  readonly #scene: Scene
  readonly #words = new InlineWords()
  #begun: Begun | null = null
  #level = 0

  constructor(scene: Scene) {
    this.#scene = scene
  }

  inside(element: Element, style: Style): void {
    for (const child of element.children) this.#node(child, style)
  }

  /** Ends the block that is being gathered. */
  flush(element: Element): void {
    for (const runs of this.#words.take()) this.#paragraph(runs, element)
  }

  #node(node: ChildNode, style: Style): void {
    if (isText(node)) this.#words.add(node.data, style)
    else if (isTag(node)) this.#element(node, style)
  }

  #element(element: Element, style: Style): void {
    if (silent.has(element.name) || this.#leadsBack(element)) return
    if (isHidden(element)) {
      if (wordsOf(element).length > 0) this.hidden += 1
      return
    }
    if (element.name === 'br') this.#words.break()
    else if (this.#scene.isAround(element)) this.#apart(element, () => this.#furniture(element))
    else if (blocks.has(element.name)) this.#block(element, style)
    else this.inside(element, styleWithin(element, style))
  }

  #leadsBack(element: Element): boolean {
    return element.name === 'a' && this.#scene.notes?.leadsBack(element) === true
  }

  #block(element: Element, style: Style): void {
    this.flush(element.parent && isTag(element.parent) ? element.parent : element)
    this.#kind(element, style)
    this.flush(element)
  }

  #kind(element: Element, style: Style): void {
    switch (element.name) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        this.#heading(element)
        return
      case 'ul':
      case 'ol':
        this.#list(element, style)
        return
      case 'dl':
        this.#definitions(element, style)
        return
      case 'table':
        this.#table(element, style)
        return
      case 'blockquote':
        if (!isEarlierMail(element)) break
        this.#point()
        this.#scene.writer.quoted(() => {
          this.inside(element, style)
          this.flush(element)
        })
        return
      default:
    }
    this.inside(element, styleWithin(element, style))
  }

  #apart(element: Element, write: () => void): void {
    this.flush(element)
    write()
  }

  #furniture(element: Element): void {
    this.#scene.writer.furniture(this.#lines(wordsOf(element), element))
  }

  #heading(element: Element): void {
    const runs = wordsOf(element).map((run) => ({ ...run, text: run.text.replaceAll('\n', ' ') }))
    if (this.#begun) {
      this.#paragraph(runs, element)
      return
    }
    const { label, rest } = labelOfRuns(runs)
    const words = label === null ? rest : [{ text: `${label.label} ` }, ...rest]
    this.#scene.writer.heading(Number(element.name[1]), this.#lines(words, element))
  }

  /** A paragraph, or the first words of a point of a list, or a point that carries its own label. */
  #paragraph(runs: readonly Run[], element: Element): void {
    const { label, rest } = labelOfRuns(runs)
    const mark = this.#begun?.mark ?? null
    const begun = label ?? (mark === null ? this.#begun : null)
    this.#begun = null
    const lines = this.#lines(!mark ? rest : [{ text: `${mark} ` }, ...rest], element)
    if (begun) this.#scene.writer.item(begun.label, begun.level, lines)
    else this.#scene.writer.paragraph(lines)
  }

  /** Writes the label of a point that begins with something else than words. */
  #point(): void {
    if (this.#begun?.mark) this.#scene.writer.paragraph(this.#begun.mark)
    else if (this.#begun?.label) this.#scene.writer.item(this.#begun.label, this.#begun.level, '')
    this.#begun = null
  }

  #list(list: Element, style: Style): void {
    this.#point()
    this.#level += 1
    const labels = labelsOf(list)
    for (const child of list.children) {
      const label = isTag(child) ? labels.get(child) : undefined
      if (label === undefined || !isTag(child)) {
        this.#node(child, style)
        continue
      }
      this.flush(list)
      if (isHidden(child)) {
        this.hidden += 1
        continue
      }
      this.#begun = { label, level: this.#level, mark: this.#scene.notes?.markOf(child) ?? null }
      this.inside(child, styleWithin(child, style))
      this.flush(child)
      this.#begun = null
    }
    this.#level -= 1
  }

  /** "Reference: FOI 12", one line for each pair; what is longer than a line stands below its term. */
  #definitions(list: Element, style: Style): void {
    this.#point()
    let lines: Line[] = []
    let term: Element | null = null
    const end = () => {
      if (term) lines.push({ words: wordsOf(term), place: this.#place(term) })
      term = null
      if (lines.length > 0) this.#scene.writer.paragraph(lines)
      lines = []
    }
    for (const element of childElements(list).flatMap((each) => (each.name === 'div' ? childElements(each) : [each]))) {
      if (silent.has(element.name) || isHidden(element)) continue
      if (element.name === 'dt') {
        if (term) lines.push({ words: wordsOf(term), place: this.#place(term) })
        term = element
        continue
      }
      const named: readonly Run[] = term ? wordsOf(term) : []
      if (element.name === 'dd' && isShort(wordsOf(element)) && !/[?]$/.test(textOf(named).trim())) {
        const colon = named.length === 0 ? '' : /[:.]$/.test(textOf(named).trim()) ? ' ' : ': '
        lines.push({ words: [...named, { text: colon }, ...wordsOf(element)], place: this.#place(element) })
        term = null
        continue
      }
      end()
      this.inside(element, styleWithin(element, style))
      this.flush(element)
    }
    end()
  }

  #table(table: Element, style: Style): void {
    this.#point()
    const caption = captionOf(table)
    if (isLayout(table)) {
      if (caption) this.#scene.writer.paragraph(this.#lines(wordsOf(caption), caption))
      for (const cell of layoutCells(table)) {
        this.inside(cell, styleWithin(cell, style))
        this.flush(cell)
      }
      return
    }
    const reader = { wordsOf, selectorOf: this.#scene.selectorOf }
    let title = caption ? this.#lines(wordsOf(caption), caption) : null
    for (const { inner, ...rows } of stretchesOf(table, reader)) {
      writeGrid(this.#scene.writer, { caption: title, ...rows, sheet: null })
      title = null
      for (const each of inner) this.#table(each, style)
    }
  }

  #lines(words: Words, element: Element): readonly Line[] {
    return [{ words, place: this.#place(element) }]
  }

  #place(element: Element): Place {
    return { kind: 'element', selector: this.#scene.selectorOf(element) }
  }
}

/** A mail program's mark around the mail that is answered; Word and LibreOffice indent plain paragraphs with the same element. */
function isEarlierMail(element: Element): boolean {
  return attribute(element, 'type') === 'cite' || /quote/.test(attribute(element, 'class'))
}

function isShort(runs: readonly Run[]): boolean {
  const text = textOf(runs).trim()
  return text.length <= 300 && !text.includes('\n')
}
