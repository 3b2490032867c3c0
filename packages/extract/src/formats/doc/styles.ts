import type { Bytes } from './bytes.ts'
import {
  type Characters,
  changedCharacters,
  changedParagraph,
  type Paragraph,
  plainCharacters,
  plainParagraph,
} from './properties.ts'
import { type Layout, since97 } from './runs.ts'

/** What a style says: of its paragraphs, and of the words in them. */
export interface Style {
  readonly heading: number | null
  readonly paragraph: Paragraph
  readonly characters: Characters
}

const noStyle: Style = { heading: null, paragraph: plainParagraph, characters: plainCharacters }

/** The styles of a file by number, each with what those say that it is based on. */
export function stylesOf(sheet: Bytes, layout = since97): (number: number) => Style {
  const known = new Map<number, Style>()
  const told = toldStyles(sheet, layout)
  const styleOf = (number: number, depth: number): Style => {
    const before = known.get(number)
    if (before) return before
    const own = told[number]
    if (!own || depth > 20) return noStyle
    const base = own.base === number || own.base === noBase ? noStyle : styleOf(own.base, depth + 1)
    let paragraph = base.paragraph
    let characters = base.characters
    if (own.kind === 1) {
      paragraph = changedParagraph(paragraph, own.lists[0]?.slice(2, own.lists[0].length) ?? null, null)
      characters = changedCharacters(characters, own.lists[1] ?? null, plainCharacters)
    } else if (own.kind === 2) characters = changedCharacters(characters, own.lists[0] ?? null, plainCharacters)
    const style: Style = { heading: own.heading ?? null, paragraph, characters }
    known.set(number, style)
    return style
  }
  return (number) => styleOf(number, 0)
}

interface ToldStyle {
  /** 1: of paragraphs; 2: of words. */
  readonly kind: number
  readonly base: number
  readonly heading: number | null
  readonly lists: readonly Bytes[]
}

const noBase = 0xfff

function toldStyles(sheet: Bytes, layout: Layout): readonly (ToldStyle | undefined)[] {
  const styles: (ToldStyle | undefined)[] = []
  const count = Math.min(sheet.u16(2), 4095)
  const size = sheet.u16(4)
  let at = 2 + sheet.u16(0)
  for (let number = 0; number < count && at + 2 <= sheet.length; number += 1) {
    const length = sheet.u16(at)
    styles.push(length === 0 ? undefined : styleIn(sheet.slice(at + 2, at + 2 + length), size, layout))
    at += 2 + length
  }
  return styles
}

function styleIn(style: Bytes, size: number, layout: Layout): ToldStyle {
  const known = style.u16(0) & 0x0fff
  const kinds = style.u16(2)
  const kind = kinds & 0x0f
  let at = afterName(style, size, layout)
  const lists: Bytes[] = []
  for (let index = 0; index < (style.u16(4) & 0x0f); index += 1) {
    const length = style.u16(at)
    const isOfParagraphs = kind === 1 && index === 0
    lists.push(layout.listOf(style.slice(at + 2, at + 2 + length), isOfParagraphs ? 'paragraphs' : 'characters'))
    at += 2 + length + (length & 1)
  }
  return { kind, base: kinds >>> 4, heading: headingByNumber(known), lists }
}

/** The name has its length before it and a zero behind it; what follows begins at an even place. */
function afterName(style: Bytes, size: number, layout: Layout): number {
  if (layout === since97) return size + 2 + 2 * style.u16(size) + 2
  const end = size + 1 + style.u8(size) + 1
  return end + (end & 1)
}

/** Word's own styles have numbers: headings 1 to 9, then title and subtitle. */
function headingByNumber(known: number): number | null {
  if (known >= 1 && known <= 6) return known
  if (known === 62) return 1
  return known === 74 ? 2 : null
}
