import type { AskedPeriod, FoundValue } from '../answers/index.ts'
import { wantedBy } from '../questions/index.ts'

/** What is known about the answer that values stand in. */
export interface Setting {
  /** The question's words, and those of its answer. */
  readonly asked: string
  readonly answer: string
  readonly period: AskedPeriod | null
  /** Were the words recognised from a picture? */
  readonly ocr: boolean
}

/** The group that a value's confidence is measured on, from the general to the particular. */
export type Group = readonly ['value', ...string[]]

/**
 * Values are alike that give the same reason for doubt, were found by the same rule, and have their days from the same place.
 * A doubt about one figure of an answer is one about all of them: whoever misread a line has misread the list.
 */
export function groupsOf(values: readonly FoundValue[], setting: Setting): readonly Group[] {
  const doubt = doubtAbout(values, setting) ?? 'clear'
  return values.map((value) => ['value', doubt, value.rule, placeOfDays(value, setting.period)])
}

/** Figures that answer no question: nothing that was asked bears them out. */
export function groupOfFree({ rule, period }: FoundValue): Group {
  return ['value', 'no-question', rule, period.basis ?? 'untold']
}

function doubtAbout(values: readonly FoundValue[], setting: Setting): string | null {
  return doubts.find(({ doubts: isIn }) => isIn(values, setting))?.name ?? null
}

/** In the order in which they count: the first that there is names the group. */
const doubts: readonly {
  readonly name: string
  readonly doubts: (values: readonly FoundValue[], setting: Setting) => boolean
}[] = [
  { name: 'ocr', doubts: (_, { ocr }) => ocr },
  // "Please send me the policy": the figures of its answer are not what was asked for.
  { name: 'no-figure-asked', doubts: (_, { asked }) => !figures.includes(wantedBy(asked)) },
  // "2014-15: four burials and two cremations": two figures of one year, and nothing that tells them apart.
  { name: 'told-twice', doubts: (values) => new Set(values.map(whatItIs)).size < values.length },
  // "2017/18 (April to February only) – 50": a label that speaks of a time was not understood.
  {
    name: 'time-in-label',
    doubts: (values) => values.some(({ category }) => category !== null && speaksOfDays.test(category)),
  },
  // "95 in the specified period": there is a time, and it was not found.
  {
    name: 'time-not-found',
    doubts: (values, { asked, answer }) =>
      values.some(({ period }) => period.basis === null) && (speaksOfTime.test(asked) || speaksOfTime.test(answer)),
  },
  {
    name: 'some-without-time',
    doubts: (values) => new Set(values.map(({ period }) => period.basis === null)).size > 1,
  },
  { name: 'sums-differ', doubts: (values) => values.some((value) => isOtherThanItsParts(value, values)) },
]

const figures: readonly string[] = ['count', 'money', 'percent', 'duration', 'list']

function whatItIs({ quantity: { quantity }, period: { from, to }, category, total }: FoundValue): string {
  return JSON.stringify([quantity, from, to, category, total])
}

const speaksOfDays = /\b(?:19|20)\d\d\b|\b\d\d\/\d\d\b|\b(?:period|date|year|month)\b/i

const speaksOfTime = /\b(?:19|20)\d\d\b|\b(?:years?|months?|quarters?|period|since|to date|dates?)\b/i

/** A total beside two or more parts of the same days that add up to another number. */
function isOtherThanItsParts(total: FoundValue, values: readonly FoundValue[]): boolean {
  const { number, quantity } = total.quantity
  if (!total.total || typeof number !== 'number' || (quantity !== 'count' && quantity !== 'money')) return false
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
  const sum = numbers.reduce((all, each) => all + each, 0)
  return numbers.length > 1 && numbers.length === parts.length && Math.abs(sum - number) > 0.005 * Math.max(1, number)
}

/** Days that are just those the question names are borne out twice, wherever they were read. */
function placeOfDays({ period: { from, to, basis } }: FoundValue, asked: AskedPeriod | null): string {
  if (basis === null) return 'untold'
  const parts = asked === null ? [] : asked.parts.length > 1 ? asked.parts : [asked.whole]
  const isAsked = parts.some((part) => part !== null && part.from === from && part.to === to)
  return isAsked && (from !== null || to !== null) ? 'asked' : basis
}
