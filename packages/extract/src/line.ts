import type { Place } from '@disclosed/document'
import { tidy } from './tidy.ts'

/** Words set alike. */
export interface Run {
  readonly text: string
  readonly bold?: boolean
  /** Where they lead, when they are a link. */
  readonly href?: string | null
  /** Where these words alone stand, where that is known of each word; with the white space before them. */
  readonly place?: Place | null
  /** How sure (0 to 1) they were recognised. */
  readonly ocr?: number | null
}

export type Words = string | readonly Run[]

/** A line as printed, or all lines of one element; "\n" in its words is a line break that is kept. */
export interface Line {
  readonly words: Words
  readonly place?: Place | null
  /** The lowest confidence (0 to 1) of its words where they were recognised from a picture. */
  readonly ocr?: number | null
}

/** The lines of one block; a string stands for one line without a place. */
export type Lines = string | readonly Line[]

/** One cell of a table. Breaks and tabs in its words become spaces. */
export interface CellWords extends Line {
  /** How many columns and rows it fills; 1 where nothing is said. */
  readonly columns?: number
  readonly rows?: number
}

export interface TidyLine extends Pick<Line, 'place' | 'ocr'> {
  readonly runs: readonly Run[]
}

/** The lines of a block, tidied: no empty lines, and no spaces at their ends. Indentation and tabs stay. */
export function tidied(lines: Lines): readonly TidyLine[] {
  const given: readonly Line[] = typeof lines === 'string' ? [{ words: lines }] : lines
  return given.flatMap((line) => {
    const runs = joinLines(brokenAtBreaks(runsOf(line.words)))
    return runs.length === 0 ? [] : [{ ...line, runs }]
  })
}

/** Words tidied into one line, as a cell or a label holds them; no white space at the ends, single spaces inside. */
export function inOneLine(words: Words): { readonly runs: readonly Run[]; readonly text: string } {
  const runs: Run[] = []
  let afterSpace = true
  for (const run of runsOf(words)) {
    let text = run.text.replace(/\s+/g, ' ')
    if (afterSpace && text.startsWith(' ')) text = text.slice(1)
    if (text === '') continue
    afterSpace = text.endsWith(' ')
    runs.push({ ...run, text })
  }
  const last = runs.at(-1)
  if (last?.text === ' ') runs.pop()
  else if (last?.text.endsWith(' ')) runs[runs.length - 1] = { ...last, text: last.text.slice(0, -1) }
  return { runs, text: runs.map(({ text }) => text).join('') }
}

function runsOf(words: Words): readonly Run[] {
  if (typeof words === 'string') return [{ text: tidy(words) }]
  return words.map((run) => ({ ...run, text: tidy(run.text) }))
}

function brokenAtBreaks(runs: readonly Run[]): readonly (readonly Run[])[] {
  const lines: Run[][] = [[]]
  for (const run of runs) {
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...run, text })
    })
  }
  return lines
}

function joinLines(lines: readonly (readonly Run[])[]): readonly Run[] {
  const kept = lines.map(withoutSpacesAtEnd).filter((line) => line.some(({ text }) => text.trim() !== ''))
  return kept.flatMap((line, index) => (index === 0 ? line : [{ text: '\n' }, ...line]))
}

function withoutSpacesAtEnd(line: readonly Run[]): readonly Run[] {
  const runs = [...line]
  for (let last = runs.at(-1); last; last = runs.at(-1)) {
    let end = last.text.length
    while (end > 0 && last.text[end - 1] === ' ') end -= 1
    if (end === last.text.length) return runs
    runs.pop()
    if (end > 0) {
      runs.push({ ...last, text: last.text.slice(0, end) })
      return runs
    }
  }
  return runs
}
