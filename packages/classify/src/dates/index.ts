import type { Finding, RuleId } from '../finding.ts'
import type { Letter } from '../letter.ts'
import type { Part } from '../partition/index.ts'
import { findDays } from '../periods/index.ts'
import { type Day, daysInPlace } from './places.ts'
import { receivedRules, respondedRules } from './rules.ts'
import { findDaysBefore } from './without-year.ts'

/** When a request came in and when it was answered: ISO days, null where the letter does not tell. */
export interface Dates {
  readonly received: Finding<string> | null
  readonly responded: Finding<string> | null
}

/**
 * Of several days the one that the surest rule finds: for the request the first of them in the letter,
 * for the answer the last, since a thread ends with the answer that counts. Months alone, days of publication
 * and days of other requests say nothing.
 */
export function readDates(letter: Letter, parts: readonly Part[]): Dates {
  const known = read.get(parts)
  if (known) return known
  const dates = datesIn(letter, parts)
  read.set(parts, dates)
  return dates
}

/** The authority is told by the days of its letter, and so they are asked for twice. */
const read = new WeakMap<readonly Part[], Dates>()

function datesIn(letter: Letter, parts: readonly Part[]): Dates {
  const days = daysInPlace(letter, parts, atBothEnds(findDays(letter.text)))
  const responded = first(days, respondedRules)
  const received = first(days, receivedRules) ?? receivedWithoutYear(letter, parts, responded)
  // an answer before its request is a misreading of one of the two: say neither of the weaker
  if (received && responded && responded.value < received.value) {
    return { received, responded: null }
  }
  return { received, responded }
}

/** "Your letter of 26 April", in a letter that tells its own day in full. */
function receivedWithoutYear(
  letter: Letter,
  parts: readonly Part[],
  responded: Finding<string> | null,
): Finding<string> | null {
  if (!responded) return null
  return first(daysInPlace(letter, parts, atBothEnds(findDaysBefore(letter.text, responded.value))), spokenRules)
}

/** A letter tells its own days near its ends; the thousands of a register between them are not its own. */
function atBothEnds<Item>(items: readonly Item[]): readonly Item[] {
  return items.length <= mostDays ? items : [...items.slice(0, mostDays * 0.8), ...items.slice(-mostDays * 0.2)]
}

const mostDays = 1000

/** A day without its year says something only where the words around it say what it is. */
const spokenRules = receivedRules.filter(({ id }) => id === 'dates/received-label' || id === 'dates/received-sentence')

/** One way of telling: which days it takes for told, and which of them counts. */
export interface DateRule {
  readonly id: RuleId
  readonly about: string
  readonly of: 'first' | 'last'
  readonly tells: (day: Day) => boolean
}

function first(days: readonly Day[], rules: readonly DateRule[]): Finding<string> | null {
  for (const rule of rules) {
    const day = rule.of === 'first' ? days.find(rule.tells) : days.findLast(rule.tells)
    if (day) return { value: day.value, span: day.span, rule: rule.id }
  }
  return null
}
