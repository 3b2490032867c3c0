import type { Span } from './span.ts'

/** «…» notation: examples of rules mark the words that are evidence. */
export interface Marked {
  readonly text: string
  readonly marks: readonly Span[]
}

/** Takes the marks out of a text and says where they stood: `'In 2023: «<5»'` → `'In 2023: <5'`, [9, 11). */
export function unmark(written: string): Marked {
  const marks: Span[] = []
  const open: number[] = []
  let text = ''
  for (const character of written) {
    if (character === '«') open.push(text.length)
    else if (character === '»') marks.push({ start: open.pop() ?? text.length, end: text.length })
    else text += character
  }
  return { text, marks: marks.toSorted((one, other) => one.start - other.start) }
}

/** Puts marks into a text, for people to look at. Marks must not overlap. */
export function mark(text: string, marks: readonly Span[]): string {
  let written = ''
  let from = 0
  for (const { start, end } of marks.toSorted((one, other) => one.start - other.start)) {
    written += `${text.slice(from, start)}«${text.slice(start, end)}»`
    from = end
  }
  return written + text.slice(from)
}
