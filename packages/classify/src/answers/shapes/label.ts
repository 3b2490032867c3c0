import type { Span } from '@disclosed/document'
import type { Finding } from '../../finding.ts'
import { type Period, wholePeriod } from '../../periods/index.ts'
import { widerThanBlank } from '../../white-space.ts'
import type { Line } from './line.ts'

/** A stretch of a line beside its figure: the period it tells, and the words that remain as a label. */
export interface Beside {
  readonly period: Finding<Period> | null
  readonly label: string | null
}

/**
 * Reads what stands before or behind a figure. Null where it tells two periods of which none explains the other:
 * «2016/17 2016 – 75» leaves open which year is meant, «2017/18 (April to February only) – 50» does not.
 */
export function readBeside(line: Line, span: Span): Beside | null {
  const words = line.words.slice(span.start, span.end)
  const whole = wholePeriod(words)
  if (whole) return { period: { value: whole, span, rule: 'answers/label' }, label: null }
  const told = line.periods.filter((each) => each.span.start >= span.start && each.span.end <= span.end)
  const [first, second, third] = withoutRelative(told)
  if (!first) return { period: null, label: labelIn(words) }
  if (third || (second && !explains(line.words, first, second))) return null
  const rest = without(words, span.start, told)
  if (/(?<!\d)(?:19|20)\d\d(?!\d)/.test(rest)) return null
  const label = labelIn(rest)
  if (label !== null && /^april$/i.test(label) && first.value.shape === 'financial_year')
    return { period: first, label: null }
  const remarks = label !== null && (isRemark.test(label) || /^\s{0,3}\([^()]{1,120}\)\s{0,3}$/.test(words))
  return { period: second ? within(first, second) : first, label: second || remarks ? null : label }
}

/** «(the last 12 months – 1 May 2020 to April 2021)»: the days that are told say what the words mean. */
function withoutRelative(told: readonly Finding<Period>[]): readonly Finding<Period>[] {
  const days = told.filter(({ value }) => value.shape !== 'relative')
  return days.length > 0 ? days : told
}

/** The days in brackets are what is meant; where they leave an end open, it is that of their year. */
function within(year: Finding<Period>, days: Finding<Period>): Finding<Period> {
  const part = partOf(year, days)
  return part === year ? days : { ...days, value: part.value }
}

/** In brackets behind a year, and inside it: the days that the figure is really about. */
function explains(words: string, year: Finding<Period>, days: Finding<Period>): boolean {
  const between = words.slice(year.span.end, days.span.start)
  const inside =
    year.value.from !== null &&
    days.value.from !== null &&
    year.value.from <= days.value.from &&
    (days.value.to ?? '') <= (year.value.to ?? '')
  return inside && /^\s{0,3}[([]\s{0,3}(?:[a-z]{1,12}\s){0,3}$/i.test(between)
}

function without(words: string, offset: number, periods: readonly Finding<Period>[]): string {
  return periods.reduce(
    (kept, { span }) =>
      `${kept.slice(0, span.start - offset)}${' '.repeat(span.end - span.start)}${kept.slice(span.end - offset)}`,
    words,
  )
}

/** «2018/19 - 23 (part year from 9 July 2018)», «2021/22: 9 (to 31 December 2021)»: the part of its year that a figure is of. */
export function partOf(year: Finding<Period>, remark: Finding<Period>): Finding<Period> {
  const { from, to } = year.value
  const { from: first, to: last, shape } = remark.value
  if (!from || !to) return year
  if (shape === 'since' && first && from <= first && first <= to)
    return { ...year, value: { ...year.value, shape: 'span', from: first } }
  if (shape === 'until' && last && from <= last && last <= to)
    return { ...year, value: { ...year.value, shape: 'span', to: last } }
  return year
}

/** The words of a label, without what only joins it to its period and figure. Null where nothing remains. */
export function labelIn(words: string): string | null {
  let label = words.replace(widerThanBlank, ' ').replace(/\(\s?\)|\[\s?\]/g, ' ')
  for (let before = ''; before !== label; ) {
    before = label
    label = label.replace(leadingJoint, '').replace(trailingJoint, '').trim()
  }
  return /[a-z]{2}|^[A-Z]$/i.test(label) ? label.replace(widerThanBlank, ' ') : null
}

const leadingJoint = /^(?:[\s:=,;|/•·*.–—×~-]|[)\]]|(?:and|x|in|for|during|as at|at|from|to)(?:\s|$))/i
const trailingJoint =
  /(?:[\s:=,;|/*.–—~-]|[([]|\s(?:and|in|for|during|of|at|on|to|by|was|were|is|are|as at|as of|the|a|an|total|(?:the )?(?:financial |calendar |academic )?year(?: ended| ending)?|between))$/i

/** «(provisional)», «only», «to date»: these say how the period is meant and name nothing. */
const isRemark =
  /^[([]?(?:provisional|so far|only|to date|part(?: of the)? year|full year|calendar|financial|academic|tax|fiscal|year|inclusive|total|(?:the )?(?:specified |same |above |whole |requested )?(?:period|time)|FY|CY|(?:calendar|financial|academic|tax|fiscal) years?|the year|year \d{1,2}|data only available)[)\]]?$/i
