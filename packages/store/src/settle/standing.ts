import type { CaveatCode } from '@disclosed/reference'
import type { Covers, YearKind } from '../vocabularies.ts'
import { type Days, dayAfter, dayBefore, isTwelveMonths, meet, monthAndDay, yearAfter, yearOf } from './dates.ts'

/** Where a figure stands: under which year, and how much of it it covers. */
export interface Standing {
  readonly year: number | null
  readonly year_kind: YearKind | null
  readonly covers: Covers
  readonly caveats: readonly CaveatCode[]
}

interface Told {
  readonly from: string | null
  readonly to: string | null
  readonly timing: 'during' | 'at'
  /** The day of the answer; null where nobody tells. Nothing can be known of the days after it. */
  readonly answered: string | null
}

const untold: Standing = { year: null, year_kind: null, covers: 'untold', caveats: ['period_untold'] }

/** The year that a period fills, else the one it begins in. */
export function standingOf({ from, to, timing, answered }: Told): Standing {
  if (timing === 'at') {
    const on = to ?? from
    return on === null ? untold : { year: yearOf(on), year_kind: 'day', covers: 'day', caveats: ['at_a_day'] }
  }
  if (from === null || (to !== null && to < from)) return untold
  return to === null ? standingSince(from, answered) : standingWithin({ from, to }, answered)
}

/** The years that a question asks about, one by one; a single period where it is within one year. */
export function yearsOf({ from, to }: { readonly from: string | null; readonly to: string | null }): readonly Days[] {
  if (from === null || to === null || to < from) return []
  const begin = yearBegin[kindOf({ from, to })]
  const years: Days[] = []
  let at = from
  while (at <= to && years.length < mostYears) {
    const next = firstAfter(at, begin)
    const last = dayBefore(next)
    years.push({ from: at, to: last < to ? last : to })
    at = next
  }
  return years
}

const mostYears = 40

const yearBegin: Readonly<Record<Exclude<YearKind, 'day'>, string>> = {
  calendar: '01-01',
  financial: '04-01',
  academic: '09-01',
  other: '01-01',
}

function standingSince(from: string, answered: string | null): Standing {
  const year = yearOf(from)
  // "Since 1 September 2019" speaks of no academic year.
  const kind = kindOfStart(from)
  const year_kind = kind === 'academic' ? 'other' : kind
  if (answered === null || answered < from) return { year, year_kind, covers: 'untold', caveats: ['to_date'] }
  const longer = answered >= yearAfter(from)
  return longer
    ? { year, year_kind, covers: 'longer', caveats: ['longer_span', 'to_date'] }
    : { year, year_kind, covers: 'part', caveats: ['part_year', 'to_date'] }
}

function standingWithin(days: Days, answered: string | null): Standing {
  const year_kind = kindOf(days)
  const year = yearNamed(days.from, year_kind)
  // "2019: 12", in a letter of June 2019: the year was not over.
  const over = answered === null || answered >= days.to
  if (isTwelveMonths(days)) {
    if (over) return { year, year_kind, covers: 'whole', caveats: answered === days.to ? ['to_date'] : [] }
    return { year, year_kind, covers: 'part', caveats: ['part_year', 'to_date'] }
  }
  const toDate: readonly CaveatCode[] = over && answered !== days.to ? [] : ['to_date']
  return dayAfter(days.to) > yearAfter(days.from)
    ? { year, year_kind, covers: 'longer', caveats: ['longer_span', ...toDate] }
    : { year, year_kind, covers: 'part', caveats: ['part_year', ...toDate] }
}

/** Which sort of year a period belongs to: the one whose ends it meets. */
function kindOf({ from, to }: Days): Exclude<YearKind, 'day'> {
  const begins = monthAndDay(from)
  const after = monthAndDay(dayAfter(to))
  if (begins === after) return kindOfStart(from)
  if (yearOf(from) === yearOf(to)) {
    return begins === '04-01' ? 'financial' : 'calendar'
  }
  if (dayAfter(to) > yearAfter(from))
    return begins === '04-01' ? 'financial' : begins === '01-01' ? 'calendar' : 'other'
  return meetsOneFinancialYear({ from, to }) && (begins === '04-01' || after === '04-01') ? 'financial' : 'other'
}

function kindOfStart(from: string): Exclude<YearKind, 'day'> {
  switch (monthAndDay(from)) {
    case '01-01':
      return 'calendar'
    case '04-01':
      return 'financial'
    case '09-01':
      return 'academic'
    default:
      return 'other'
  }
}

/** The year's name in its kind: January to March 2020 belongs to the financial year 2019. */
export function yearNamed(from: string, kind: YearKind): number {
  if (kind === 'calendar' || kind === 'other' || kind === 'day') return yearOf(from)
  return monthAndDay(from) >= yearBegin[kind] ? yearOf(from) : yearOf(from) - 1
}

function meetsOneFinancialYear(days: Days): boolean {
  const year = yearNamed(days.from, 'financial')
  return !meet(days, { from: `${year + 1}-04-01`, to: null })
}

function firstAfter(day: string, begin: string): string {
  const year = yearOf(day)
  return monthAndDay(day) < begin ? `${year}-${begin}` : `${year + 1}-${begin}`
}
