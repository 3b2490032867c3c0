import type { Box } from '@disclosed/document'
import { onPicture, type RecognisedPage } from '../../recognition/page.ts'
import type { Drawn, Rule, Word } from './drawn.ts'

/** What a recognised page draws, in points from its top left corner once it is set upright and straight. */
export interface Straight {
  readonly drawn: Drawn
  readonly width: number
  readonly height: number
}

/** Sizes of type that differ by less than this from the usual one are the usual one: they are measured from a few letters. */
const alike = 0.22

/** Words and rules of a recognised page; `shown` is the page as the file shows it, in points. */
export function drawnFrom(page: RecognisedPage, number: number, shown: { readonly width: number }): Straight {
  const pictured = page.turns % 2 === 0 ? page.width : page.height
  const scale = shown.width / pictured
  const scaled = ([left, top, right, bottom]: Box): Box => [left * scale, top * scale, right * scale, bottom * scale]
  const usual = usualSize(page)
  const words = page.words.map((word, index): Word => {
    const next = page.words[index + 1]
    const size = Math.abs(word.size - usual) < alike * usual ? usual : word.size
    return {
      text: word.text,
      box: scaled(word.box),
      base: word.base * scale,
      size: size * scale,
      bold: false,
      mark: null,
      artifact: false,
      note: null,
      turned: false,
      spaced: next?.line === word.line && next.box[0] - word.box[2] < size,
      href: null,
      page: number,
      recognised: { confidence: word.confidence, box: scaled(onPicture(word.box, page)) },
    }
  })
  const rules = page.lines.map(
    ({ upright, at, from, to }): Rule => ({ upright, at: at * scale, from: from * scale, to: to * scale }),
  )
  return { drawn: { words, rules, shades: [] }, width: page.width * scale, height: page.height * scale }
}

function usualSize({ words }: RecognisedPage): number {
  const sizes = words.flatMap(({ size, text }) => Array.from(text, () => size)).toSorted((one, other) => one - other)
  return sizes[sizes.length >> 1] ?? 0
}
