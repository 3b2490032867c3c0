import type { AskedPeriod, FoundValue } from '../answers/index.ts'
import { wantedBy } from '../questions/index.ts'
import type { Ask } from '../reading.ts'

/** What is known about the answer that values stand in. */
export interface Setting {
  /** The question's words, and those of its answer. */
  readonly asked: string
  readonly answer: string
  readonly period: AskedPeriod | null
  /** Does another question of the letter ask about a time? */
  readonly othersHaveTime: boolean
  /** What the letter as a whole shows, and the answer as one. */
  readonly around: readonly string[]
}

/**
 * What speaks for and against each of an answer's values, in words that `calibration.json` has measured. Whoever misread a line has
 * misread the list, so that most signs are shown by all values of an answer.
 */
export function signsOf(values: readonly FoundValue[], setting: Setting): readonly (readonly string[])[] {
  const shared = [...setting.around, ...signsOfAnswer(values, setting)]
  const seen = new Map<string, number>()
  for (const value of values) seen.set(whatItIs(value), (seen.get(whatItIs(value)) ?? 0) + 1)
  return values.map((value) => [
    ...shared,
    value.rule,
    ...(value.doubt ? [value.doubt] : []),
    `days:${placeOfDays(value, setting.period)}`,
    ...chosen([
      ['told-twice', (seen.get(whatItIs(value)) ?? 0) > 1],
      ['not-the-kind-asked', !fits(wantedBy(setting.asked), value.quantity.quantity)],
      ['bound', value.quantity.relation !== '='],
      ['label', value.category !== null],
      ['total', value.total],
      // «How long did the longest take?» below questions about two years: it may be theirs, and no letter that was measured tells.
      ['time-of-others', value.period.basis === null && setting.othersHaveTime],
      ['small', typeof value.quantity.number === 'number' && value.quantity.number > 0 && value.quantity.number <= 3],
      ['time-in-label', value.category !== null && speaksOfDays.test(value.category)],
      ['looks-like-a-year', looksLikeYear(value)],
    ]),
  ])
}

/** Figures that answer no question: nothing that was asked bears them out. */
export function signsOfFree({ rule, period }: FoundValue): readonly string[] {
  return ['no-question', rule, `days:${period.basis ?? 'untold'}`]
}

function signsOfAnswer(values: readonly FoundValue[], { asked, answer, period }: Setting): readonly string[] {
  const parts = period === null || period.parts.length < 2 ? [] : period.parts
  const given = new Set(values.map(({ period: { from, to } }) => `${from} ${to}`))
  const numbers = answer.match(/\d[\d,.]*/g)?.length ?? 0
  return [
    `asks:${wantedBy(asked)}`,
    `figures:${sized(values.length, [1, 4, 12])}`,
    `words:${sized(answer.split(/\s+/).length, [2, 10, 40])}`,
    ...chosen([
      ['no-figure-asked', !figures.includes(wantedBy(asked))],
      ['years-asked-and-given', parts.length > 0 && parts.every(({ from, to }) => given.has(`${from} ${to}`))],
      ['as-many-as-asked', parts.length > 0 && parts.length === values.length],
      ['numbers-left-over', numbers > 2 * values.length + 1],
      ['only-these-numbers', numbers > 0 && numbers <= values.length],
      ['year-in-question', year.test(asked)],
      ['year-in-answer', year.test(answer)],
      ['time-in-question', speaksOfTime.test(asked)],
      [
        'time-not-found',
        values.some(({ period: { basis } }) => basis === null) &&
          (speaksOfTime.test(asked) || speaksOfTime.test(answer)),
      ],
      ['some-without-time', new Set(values.map(({ period: { basis } }) => basis === null)).size > 1],
      ['sums-differ', values.some((value) => isOtherThanItsParts(value, values))],
      ['sums-agree', values.some((value) => isSumOfItsParts(value, values))],
    ]),
  ]
}

/** «to-1», «to-4», «more»: how many there are, by steps. */
export function sized(count: number, steps: readonly [number, ...number[]]): string {
  const step = steps.find((each) => count <= each)
  return step === undefined ? 'more' : `to-${step}`
}

export function chosen(signs: readonly (readonly [string, boolean])[]): readonly string[] {
  return signs.flatMap(([sign, shown]) => (shown ? [sign] : []))
}

const figures: readonly string[] = ['count', 'money', 'percent', 'duration', 'list']

/** Is this the kind of figure that was asked for? Words that ask for a list may want any. */
function fits(wanted: Ask['for'], quantity: string): boolean {
  return !['count', 'money', 'percent', 'duration'].includes(wanted) || wanted === quantity
}

function whatItIs({ quantity: { quantity }, period: { from, to }, category, total }: FoundValue): string {
  return JSON.stringify([quantity, from, to, category, total])
}

function looksLikeYear({ quantity: { number, quantity } }: FoundValue): boolean {
  return quantity === 'count' && typeof number === 'number' && number >= 1990 && number <= 2030
}

const year = /\b(?:19|20)\d\d\b/

const speaksOfDays = /\b(?:19|20)\d\d\b|\b\d\d\/\d\d\b|\b(?:period|date|year|month)\b/i

const speaksOfTime = /\b(?:19|20)\d\d\b|\b(?:years?|months?|quarters?|period|since|to date|dates?)\b/i

function isOtherThanItsParts(total: FoundValue, values: readonly FoundValue[]): boolean {
  return addsUp(total, values) === false
}

function isSumOfItsParts(total: FoundValue, values: readonly FoundValue[]): boolean {
  return addsUp(total, values) === true
}

/** Does a total beside two or more parts of the same days say what they add up to? Null where there is nothing to add. */
function addsUp(total: FoundValue, values: readonly FoundValue[]): boolean | null {
  const { number, quantity } = total.quantity
  if (!total.total || typeof number !== 'number' || (quantity !== 'count' && quantity !== 'money')) return null
  const parts = values.filter(
    (value) =>
      !value.total &&
      value.category !== null &&
      value.quantity.quantity === quantity &&
      value.period.from === total.period.from &&
      value.period.to === total.period.to,
  )
  const numbers = parts.flatMap((part) =>
    part.quantity.relation === '=' && typeof part.quantity.number === 'number' ? part.quantity.number : [],
  )
  if (numbers.length < 2 || numbers.length < parts.length) return null
  const sum = numbers.reduce((all, each) => all + each, 0)
  return Math.abs(sum - number) <= 0.005 * Math.max(1, number)
}

/** Days that are just those the question names are borne out twice, wherever they were read. */
function placeOfDays({ period: { from, to, basis } }: FoundValue, asked: AskedPeriod | null): string {
  if (basis === null) return asked === null ? 'none' : 'untold'
  const parts = asked === null ? [] : asked.parts.length > 1 ? asked.parts : [asked.whole]
  const isAsked = parts.some((part) => part !== null && part.from === from && part.to === to)
  return isAsked && (from !== null || to !== null) ? `asked-${basis}` : basis
}
