import { covers, type Span } from '@disclosed/document'
import { findPeriods } from '../periods/index.ts'
import { sentencesOf } from '../sentences.ts'
import type { FoundValue } from './found-value.ts'
import { yearInWords } from './part-remarks.ts'
import { periodsOfFigures } from './replied-period.ts'
import { datedBelow, leftToAsker, type ToldPeriod } from './when.ts'

/**
 * «Absences from 1 February 2023 to 31 January 2024 have been used» beside a list, «We can give them for the last six months of the year
 * only» over a table: what a sentence without a figure says of the days of all figures wins over the days that were asked about. Two
 * sentences that tell two times tell none. For people to look at, none of these figures is sure.
 */
export function withTimeToldBeside(
  values: readonly FoundValue[],
  places: readonly Span[],
  text: string,
  requestDate: string | null,
): readonly FoundValue[] {
  if (!values.some(isUntold)) return values
  const sentences = places
    .flatMap((place) => sentencesOf(text, place))
    .filter((sentence) => values.every(({ span }) => !covers(sentence, span)))
  const told = distinct(sentences.flatMap((sentence) => periodsOfFigures(text, sentence, requestDate)))
  const [days, ...others] = told
  if (days && others.length === 0)
    return values.map((value) => (isUntold(value) ? noted(datedBelow(value, days)) : value))
  if (days) return values
  const parts = sentences.flatMap(({ start, end }) => ofPart.exec(text.slice(start, end))?.groups?.part ?? [])
  const [part, ...more] = new Set(parts.map((each) => each.toLowerCase()))
  return part && more.length === 0 ? values.map((value) => (isUntold(value) ? cut(value, part) : value)) : values
}

/** «The figures are for the last 6 months of the year», «only data for the second half of the year can be given» */
const ofPart =
  /^(?=[^?]{0,400}\b(?:figures?|data|give|given|provide|provided|shown|shows?|below|above|cover|covers|available|held)\b)[^?]{0,300}?\b(?:for|only|from|covers?|cover) (?:the )?(?<part>(?:first|last|latter|second) (?:half|(?:\d{1,2}|three|four|five|six|seven|eight|nine|ten|eleven) months)) of (?:the|that|this) (?:financial |calendar )?year\b/i

/** The days of that part of the year; where nobody can tell them, a figure of the whole year is none. */
function cut(value: FoundValue, part: string): FoundValue {
  const year = yearInWords(value.period)
  const [found, ...others] = year ? findPeriods(`${part} of ${year}`, { requestDate: null }) : []
  if (!found || others.length > 0) return noted(value)
  const { from, to } = found.value
  return noted({ ...value, period: { ...value.period, from, to, basis: 'answer' } })
}

function noted(value: FoundValue): FoundValue {
  return value.doubt ? value : { ...value, doubt: 'noted' }
}

function isUntold({ period }: FoundValue): boolean {
  return leftToAsker.includes(period.basis)
}

function distinct(told: readonly ToldPeriod[]): readonly ToldPeriod[] {
  return [...new Map(told.map((each) => [`${each.period.from} ${each.period.to}`, each])).values()]
}
