import type { PrintedLabel } from '../html/labels.ts'
import { numeral } from '../html/lists.ts'

/**
 * Counts as Word does: give it the number of each point's list and its level, in order; it returns the label that Word
 * prints before the point, or null.
 */
export function countedLists(lists: ReadonlyMap<string, List>): (id: string, at: number) => PrintedLabel | null {
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  return (id, at) => {
    const list = lists.get(id)
    const level = list?.levels[at]
    if (!list || !level) return null
    const counts = counters.get(list.counter) ?? []
    counters.set(list.counter, counts)
    const restart = list.restarts[at]
    const isFresh = restart !== undefined && !begun.has(`${id}/${at}`)
    begun.add(`${id}/${at}`)
    const before = counts[at]
    counts[at] = isFresh ? restart : before === undefined ? level.start : before + 1
    for (let upper = 0; upper < at; upper += 1) counts[upper] ??= list.levels[upper]?.start ?? 1
    for (let lower = at + 1; lower < 9; lower += 1) if (!list.levels[lower]?.goesOn) counts[lower] = undefined
    const label = print(list, level, counts)
    return label === '' ? null : { label, level: at + 1 }
  }
}

/** One level of a list. */
export interface Level {
  readonly start: number
  readonly format: string
  /** What is printed; `%1` stands for the number of the first level. */
  readonly text: string
  readonly style: string | null
  /** Are all numbers printed as decimals, whatever their level's format? */
  readonly legal: boolean
  /** Does it go on counting when a level above begins a new number? */
  readonly goesOn: boolean
}

export interface List {
  /** Lists made from one pattern share their numbers. */
  readonly counter: string
  readonly levels: readonly (Level | undefined)[]
  /** Levels that begin anew where this list first uses them. */
  readonly restarts: readonly (number | undefined)[]
}

function print(list: List, level: Level, counts: readonly (number | undefined)[]): string {
  if (level.format === 'none') return level.text.replace(/%\d/g, '').trim()
  if (level.format === 'bullet') return bullet(level.text)
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const format = level.legal ? 'decimal' : (list.levels[at]?.format ?? 'decimal')
    return inFormat(format, counts[at] ?? list.levels[at]?.start ?? 1)
  })
}

/** The signs of Symbol and Wingdings are private characters; the "o" of Courier is printed as a ring. */
export function bullet(text: string): string {
  if (text === 'o') return '◦'
  return /^[\uf000-\uf0ff]$/.test(text) && !/^[\uf0a7\uf0a8\uf0d8\uf0e0\uf0fb-\uf0fe]$/.test(text) ? '•' : text
}

const styleOfFormat: Readonly<Record<string, string>> = {
  lowerLetter: 'lower-alpha',
  upperLetter: 'upper-alpha',
  lowerRoman: 'lower-roman',
  upperRoman: 'upper-roman',
  decimalZero: 'decimal-leading-zero',
}

/** A number in one of the formats of DOCX. */
export function inFormat(format: string, number: number): string {
  if (format === 'none') return ''
  if (format === 'ordinal') return `${number}${ordinalEnding(number)}`
  return numeral(styleOfFormat[format] ?? 'decimal', number)
}

function ordinalEnding(number: number): string {
  if (number % 100 >= 11 && number % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'
}
