import type { Span } from '@disclosed/document'
import type { Period } from '../periods/index.ts'
import { period as makePeriod } from '../periods/period.ts'
import { isSubtotal, isTotal } from './cells.ts'
import type { Label } from './grid.ts'
import { isHeadOfFigures } from './headings.ts'
import { periodAmong, periodOfLabel } from './period-labels.ts'

/** What a label at the side or the top of a figure says about it. */
export type Said =
  | { readonly says: 'period'; readonly period: Period; readonly text: string }
  | { readonly says: 'total'; readonly text: string }
  | { readonly says: 'measure'; readonly text: string }
  | { readonly says: 'question'; readonly number: string }
  | { readonly says: 'group'; readonly text: string }

export interface SaidAt {
  readonly said: Said
  readonly span: Span
  /** The head of the column of labels it stands in; null for the labels along the top. */
  readonly name: string | null
}

/** What a label at the side says. `beside` are the other labels of its column, `head` what stands above them. */
export function saidAtSide(label: Label, beside: readonly string[], head: string | null = null): Said {
  const { text } = label
  // Of «2016» below «Financial year» nothing tells whether it began or ended in 2016.
  if (/^(?:19|20)\d\d$/.test(text) && /\b(?:financial|fiscal|tax|academic|school) years?\b/i.test(head ?? ''))
    return { says: 'period', period: makePeriod('financial_year', null, null), text }
  const period = periodAmong(text, beside)
  if (period) return { says: 'period', period, text }
  if (isTotalAmong(text, beside)) return { says: 'total', text }
  if (countsQuestions.test(head ?? '') && beside.every((each) => aNumber.test(each))) {
    const [, bare = ''] = aNumber.exec(text) ?? []
    return { says: 'question', number: bare.toLowerCase() }
  }
  if (beside.length > 1 && beside.every((each) => aPart.test(each)))
    return { says: 'question', number: text.toLowerCase() }
  const number = /^(?:q(?:uestion|n)?s?\.? ?)\(?(?<number>\d{1,2}(?:\.\d{1,2})?)\s?\(?(?<part>[a-z]?)\)?[.:]?$/i.exec(
    text,
  )?.groups
  if (number?.number) return { says: 'question', number: `${number.number}${number.part?.toLowerCase() ?? ''}` }
  const named = nameQuestions(beside) ? aNamedQuestion.exec(text) : null
  if (named?.[1]) return { says: 'question', number: named[1].toLowerCase() }
  return { says: 'group', text }
}

/** «Q1 Recorded», «Q2 Notified to ICO» down the side; of «Q1 fines», «Q2 fines» each is a quarter. */
function nameQuestions(labels: readonly string[]): boolean {
  const words = labels.map((label) =>
    aNamedQuestion.test(label) ? label.replace(/^\S+ ?[\d.:)]{0,4}/, '').trim() : null,
  )
  const named = words.filter((each) => each !== null)
  // A row between them that answers none of them has no such name; then those that have one must be the most, and marked.
  const areMost =
    named.length > 2 &&
    named.length * 2 > words.length &&
    labels.filter((each) => marked.test(each)).length === named.length
  return named.length > 1 && (named.length === words.length || areMost) && new Set(named).size === named.length
}

const marked = /^q(?:uestion)?\.? ?\d{1,2}[a-z]?(?:[.:)]| [–-]) /i

/** «Q2 July to September» is a quarter. */
const aNamedQuestion =
  /^q(?:uestion)?\.? ?(\d{1,2}[a-z]?)[.:)]?[ –-]{1,3}(?!.{0,40}\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|quarter|20\d\d|\d\d\/\d\d))[a-z]/i

const countsQuestions = /^(?:q|questions?|request|points?|items?|parts?)(?: (?:no|number|ref)\.?)?\.?$/i
/** «1a», «1b» down the side are questions that the letter numbers so. */
const aPart = /^\d{1,2}[a-h]$/i
const aNumber = /^\(?(\d{1,2}(?:\.\d{1,2})?[a-z]?)[.)]{0,2}$/i

/** "Total breaches" is a sum; beside "Total complaints" both are counts of their own, and only a bare "Total" sums them up. */
function isTotalAmong(text: string, beside: readonly string[]): boolean {
  if (!isTotal(text) || isSubtotal(text)) return false
  if (/^(?:(?:grand |overall )?totals?|all|overall|sum)$/i.test(text)) return true
  return !beside.some((other) => isTotal(other) && !isSubtotal(other) && other.toLowerCase() !== text.toLowerCase())
}

/** What a label along the top says; one that names a group and a period says two things: "2019 Lost", "Incidents 2019/20". */
export function saidAtTop(label: Label, beside: readonly string[]): readonly Said[] {
  const { text } = label
  const period = periodAmong(text, beside)
  if (period) return [{ says: 'period', period, text }]
  if (/^(?:grand |overall |sub-?)?totals?$/i.test(text) || (isTotal(text) && beside.length > 1))
    return [{ says: 'total', text }]
  const ends = periodAtAnEnd(text)
  if (ends) {
    const { rest } = ends
    const named: Said = isHeadOfFigures(rest)
      ? { says: 'measure', text: rest }
      : isTotal(rest)
        ? { says: 'total', text: rest }
        : { says: 'group', text: rest }
    return [{ says: 'period', period: ends.period, text: ends.text }, named]
  }
  return [isHeadOfFigures(text) ? { says: 'measure', text } : { says: 'group', text }]
}

/** The period at the start or the end of a label that says something else too. */
function periodAtAnEnd(text: string): { readonly period: Period; readonly text: string; readonly rest: string } | null {
  if (!/\b(?:19|20)\d\d|\d\d\/\d\d/.test(text) || text.length > 120) return null
  const words = text
    .replace(/[()[\]]/g, ' ')
    .trim()
    .split(/\s+/)
  for (let count = Math.min(6, words.length - 1); count > 0; count -= 1) {
    for (const [told, rest] of [
      [words.slice(0, count), words.slice(count)],
      [words.slice(-count), words.slice(0, -count)],
    ] as const) {
      const period = periodOfLabel(told.join(' '))
      const name = rest
        .join(' ')
        .replace(/^[-–:,]\s{0,4}|\s{0,4}[-–:,]$|\s{1,4}(?:in|for|during|of)$/gi, '')
        .trim()
      if (period?.from && name !== '') return { period, text: told.join(' '), rest: name }
    }
  }
  return null
}
