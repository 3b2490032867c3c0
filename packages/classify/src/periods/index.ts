import type { Finding } from '../finding.ts'
import type { Recogniser } from '../recogniser.ts'
import { remembered, rememberedBy } from '../remembered.ts'
import { asAt } from './as-at.ts'
import { calendarYears } from './calendar-years.ts'
import { days } from './days.ts'
import { ending } from './ending.ts'
import { withoutFalseFriends } from './false-friends.ts'
import { financialYearsByOneNumber } from './financial-years-by-one-number.ts'
import { financialYearsInShort } from './financial-years-in-short.ts'
import { halves } from './halves.ts'
import { keepLongest } from './keep-longest.ts'
import { lasting } from './lasting.ts'
import { listedYears } from './listed-years.ts'
import { months } from './months.ts'
import { pairsOfYears } from './pairs-of-years.ts'
import { partYears } from './part-years.ts'
import type { Period } from './period.ts'
import { quarters } from './quarters.ts'
import { relativePeriods } from './relative.ts'
import { sayEach } from './say-each.ts'
import { shortSpans } from './short-spans.ts'
import { since } from './since.ts'
import { sinceEvent } from './since-event.ts'
import { spans } from './spans.ts'
import { spansOfShortYears } from './spans-of-short-years.ts'
import { toDate } from './to-date.ts'
import { until } from './until.ts'
import { longestLabel, readWholePeriod } from './whole-period.ts'
import { holdsOtherWords } from './words.ts'

export type { Period } from './period.ts'
export { mayGoOn } from './words.ts'

/** Where two findings are as long, the earlier rule of the list is believed. */
export const periodRules: readonly Recogniser<Period>[] = [
  days,
  months,
  halves, // before the quarters and the years that stand inside its words
  quarters,
  spans,
  shortSpans,
  spansOfShortYears,
  partYears,
  toDate,
  since,
  sinceEvent,
  until,
  ending,
  lasting, // before the first day alone, which leaves the end open
  asAt,
  financialYearsByOneNumber,
  pairsOfYears,
  financialYearsInShort,
  listedYears,
  calendarYears,
]

/**
 * Every period that a piece of a letter tells, in the order of the text; each as long as its words allow, none sharing words with another.
 * `requestDate` is the day the request was made: from it "the past 12 months" is counted; null leaves such days untold.
 * A period whose days the words leave open has from and to null: it is one all the same.
 */
export function findPeriods(
  text: string,
  context: { readonly requestDate: string | null },
): readonly Finding<Period>[] {
  return mayTellTime.test(text) ? periodsFrom(text, context.requestDate) : []
}

const periodsFrom = rememberedBy((text, requestDate: string | null): readonly Finding<Period>[] => {
  const seen = withoutFalseFriends(text)
  if (seen !== text && !mayTellTime.test(seen)) return []
  const found = [...told(seen), ...relativeTo(requestDate).find(seen)]
  return sayEach(seen, keepLongest(seen, found))
})

/** What the words tell by themselves, whatever day the request was made. */
const told = remembered((text): readonly Finding<Period>[] => periodRules.flatMap((rule) => rule.find(text)))

/** No period does without one of these: a quick no for most lines of a letter. */
const mayTellTime =
  /\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|year|month|quarter|week|day|date|period|spring|summer|autumn|winter/i

let relative: { readonly requestDate: string | null; readonly rule: Recogniser<Period> } | null = null

/** One letter asks for the same rule a thousand times. */
function relativeTo(requestDate: string | null): Recogniser<Period> {
  if (relative?.requestDate !== requestDate || !relative) relative = { requestDate, rule: relativePeriods(requestDate) }
  return relative.rule
}

/** Every day that a text writes out with its year, as ISO days in the order of the text. Days that no calendar has are left out. */
export function findDays(text: string): readonly Finding<string>[] {
  return days
    .find(withoutFalseFriends(text))
    .flatMap(({ value, ...finding }) => (value.from ? [{ ...finding, value: value.from }] : []))
}

/**
 * Is this label (of a row, a column, a list item) a period and nothing else? Then that period, else null.
 * A label is short of words, so a bare year, "18/19" and "Apr 19" are periods here; "April" and "Q1" are too, with days untold.
 */
export function wholePeriod(text: string): Period | null {
  return text.length > longestLabel || holdsOtherWords(text) || !mayTellTime.test(text) ? null : whole(text)
}

const whole = remembered((text): Period | null => readWholePeriod(text, periodRules))
