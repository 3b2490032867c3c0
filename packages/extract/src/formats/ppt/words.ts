import type { Atom } from '../art/atoms.ts'
import type { Bytes } from '../doc/bytes.ts'
import type { StoryParagraph, StoryRun } from '../story/story.ts'
import { pptKinds } from './parts.ts'

/** The paragraphs of a text: its head, its characters, and how they are set, as records that follow each other. */
export function paragraphsOf(text: readonly Atom[], isTitle: boolean): readonly StoryParagraph[] {
  const words = wordsOf(text)
  const paragraphs: StoryParagraph[] = []
  let runs: StoryRun[] = []
  const end = () => {
    if (runs.some((run) => run.text.trim() !== ''))
      paragraphs.push({ kind: 'paragraph', heading: isTitle ? 2 : null, label: null, runs })
    runs = []
  }
  let at = 0
  for (const { length, bold, raised } of looksOf(text, words.length)) {
    for (const [index, piece] of words
      .slice(at, at + length)
      .split('\r')
      .entries()) {
      if (index > 0) end()
      if (piece !== '') runs.push({ text: piece.replaceAll('\v', '\n'), bold, raised })
    }
    at += length
  }
  end()
  return paragraphs
}

/** Titles of slides say so in their heads: 0, and 6 for those of the first slide. */
export function isTitleText(text: readonly Atom[]): boolean {
  const kind = text.find((atom) => atom.kind === pptKinds.textHead)?.body.u32(0)
  return kind === 0 || kind === 6
}

/** Where a slide prints its number, a date or the line at its foot its words have a star, and a record says where that stands. */
const printed: ReadonlySet<number> = new Set([0x0fd8, 0x0ff7, 0x0ff8, 0x0ff9, 0x0ffa, 0x1015])

function wordsOf(text: readonly Atom[]): string {
  const words = charactersOf(text)
  const stars = text.flatMap(({ kind, body }) => (printed.has(kind) ? [body.u32(0)] : []))
  if (stars.length === 0) return words
  // A sign that prints nothing keeps the places of all others.
  return Array.from({ length: words.length }, (_, at) => (stars.includes(at) ? '\u200b' : words[at])).join('')
}

function charactersOf(text: readonly Atom[]): string {
  for (const { kind, body } of text) {
    if (kind === pptKinds.textWide) return body.buffer.subarray(0, body.length & ~1).toString('utf16le')
    if (kind === pptKinds.textNarrow) return body.buffer.toString('latin1')
  }
  return ''
}

interface Look {
  readonly length: number
  readonly bold: boolean
  readonly raised: 'sup' | 'sub' | null
}

/** How stretches of characters are set; all of them plainly where nothing is said. */
function looksOf(text: readonly Atom[], length: number): readonly Look[] {
  const style = text.find(({ kind }) => kind === pptKinds.textStyle)?.body
  const looks: Look[] = []
  let told = 0
  if (style) {
    // Paragraphs come first; the mark that ends the text is counted too.
    let at = 0
    for (let counted = 0; counted < length + 1 && at + 10 <= style.length; ) {
      counted += Math.max(1, style.u32(at))
      at = afterParagraph(style, at + 6)
    }
    while (told < length && at + 8 <= style.length) {
      const count = Math.min(Math.max(1, style.u32(at)), length - told)
      const { bold, raised, end } = lookAt(style, at + 4)
      looks.push({ length: count, bold, raised })
      told += count
      at = end
    }
  }
  return told < length ? [...looks, { length: length - told, bold: false, raised: null }] : looks
}

/** What is said of a paragraph stands in the order of these marks, each thing in so many bytes (MS-PPT, TextPFException). */
const ofParagraph: readonly (readonly [mark: number, bytes: number])[] = [
  [0x0f, 2],
  [0x80, 2],
  [0x10, 2],
  [0x40, 2],
  [0x20, 4],
  [0x800, 2],
  [0x1000, 2],
  [0x2000, 2],
  [0x4000, 2],
  [0x100, 2],
  [0x400, 2],
  [0x8000, 2],
]

function afterParagraph(style: Bytes, from: number): number {
  const marks = style.u32(from)
  let at = from + 4
  for (const [mark, bytes] of ofParagraph) if ((marks & mark) !== 0) at += bytes
  if ((marks & 0x100000) !== 0) at += 2 + 4 * style.u16(at)
  for (const mark of [0x10000, 0xe0000, 0x200000]) if ((marks & mark) !== 0) at += 2
  return at
}

/** The same of characters (TextCFException). */
function lookAt(
  style: Bytes,
  from: number,
): { readonly bold: boolean; readonly raised: Look['raised']; readonly end: number } {
  const marks = style.u32(from)
  let at = from + 4
  let bold = false
  if ((marks & 0xffff) !== 0) {
    bold = (marks & 1) !== 0 && (style.u16(at) & 1) !== 0
    at += 2
  }
  for (const mark of [0x10000, 0x200000, 0x400000, 0x800000, 0x20000]) if ((marks & mark) !== 0) at += 2
  if ((marks & 0x40000) !== 0) at += 4
  if ((marks & 0x80000) === 0) return { bold, raised: null, end: at }
  const height = style.i16(at)
  return { bold, raised: height > 0 ? 'sup' : height < 0 ? 'sub' : null, end: at + 2 }
}
