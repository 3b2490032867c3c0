import { describe, expect, it } from 'vitest'
import type { FoundWord } from './hocr.ts'
import { byOwnType } from './own-type.ts'
import type { Picture } from './picture.ts'

const type: Readonly<Record<string, readonly string[]>> = {
  '1': ['..#..', '.##..', '..#..', '..#..', '..#..', '..#..', '.###.'],
  '2': ['.###.', '#...#', '....#', '..##.', '.#...', '#....', '#####'],
  '4': ['...#.', '..##.', '.#.#.', '#..#.', '#####', '...#.', '...#.'],
  '7': ['#####', '....#', '...#.', '..#..', '..#..', '.#...', '.#...'],
  '|': ['.#...', '.#...', '.#...', '.#...', '.#...', '.#...', '.#...'],
  z: ['.....', '.....', '#####', '...#.', '..#..', '.#...', '#####'],
}
const dots = 4

/** A page on which these figures are printed, each with what a recogniser took it for, and how surely. */
function pageOf(printed: readonly (readonly [digits: string, read: string, confidence: number])[]) {
  const [width, height] = [1200, 60 * printed.length]
  const grey = new Uint8Array(width * height).fill(250)
  const words = printed.map(([digits, text, confidence], row): FoundWord => {
    const [left, top] = [100 + 7 * row, 60 * row + 10]
    for (const [at, digit] of [...digits].entries())
      for (const [y, line] of (type[digit] ?? []).entries())
        for (const [x, dot] of [...line].entries())
          for (let fine = 0; fine < dots * dots; fine += 1) {
            const place = (top + dots * y + (fine >> 2)) * width + left + dots * (6 * at + x) + (fine & 3)
            // Print is never quite the same twice.
            if (dot === '#') grey[place] = 20 + ((place * 7 + row * 31) % 60)
          }
    const box = [left, top, left + dots * (6 * digits.length - 1), top + dots * 7] as const
    return { text, box: [...box], base: box[3], size: dots * 7, confidence, line: row }
  })
  const page: Picture = { width, height, grey, dpi: 200 }
  return byOwnType(words, page).map(({ text, confidence }) => [text, confidence])
}

const well = [
  ['12', '12', 0.96],
  ['21', '21', 0.95],
  ['17', '17', 0.95],
  ['71', '71', 0.95],
  ['41', '41', 0.96],
  ['4', '4', 0.96],
  ['14', '14', 0.96],
] as const

describe('figures of one page', () => {
  it.for([
    [
      ['1', '', 0],
      ['1', 0.7],
    ],
    [
      ['1', 'x', 0.3],
      ['1', 0.7],
    ],
    [
      ['11', '4', 0.86],
      ['11', 0.7],
    ],
    [
      ['11', '1', 0.7],
      ['11', 0.7],
    ],
    [
      ['7', '74', 0.6],
      ['7', 0.7],
    ],
  ] as const)('are read by those that look like them, and are never sure by that alone: %j', ([printed, read]) => {
    expect(pageOf([...well, printed]).at(-1)).toEqual(read)
  })

  it('are surer where they look like others of their name', () => {
    expect(pageOf([...well, ['41', '41', 0.7]]).at(-1)).toEqual(['41', 0.92])
  })

  it('are doubted where they look like none of their name', () => {
    expect(pageOf([...well, ['z', '4', 0.9]]).at(-1)).toEqual(['4', 0.4])
  })

  it('are named by none that they are not near, and not where two names look alike', () => {
    for (const mark of ['z', '|']) expect(pageOf([...well, [mark, '', 0]]).at(-1)).toEqual(['', 0])
    const misread = [
      ['4', '9', 0.96],
      ['4', '9', 0.95],
    ] as const
    expect(pageOf([...well, ...misread, ['4', '', 0]]).at(-1)).toEqual(['', 0])
  })

  it.for([
    ['by words', ['zz', 'is', 0.96]],
    ['where too little was read well', ['1', '', 0]],
  ] as const)('are left as they are %s', ([where, printed]) => {
    const others = where === 'by words' ? well : well.slice(0, 1)
    expect(pageOf([...others, printed]).at(-1)).toEqual(printed.slice(1))
  })
})
