/** A stretch of time as a letter tells it. */
export interface Period {
  /** First and last day, both inside, as ISO days; null where the words do not tell it. */
  readonly from: string | null
  readonly to: string | null
  /** `at` where a state on a day is told ("as at 31 March"), else what happened `during` it. */
  readonly timing: 'during' | 'at'
  /** Where one figure is said of every such part of the period. */
  readonly each: 'year' | 'quarter' | 'month' | null
  readonly shape: Shape
}

export type Shape =
  | 'day'
  | 'month'
  | 'quarter'
  | 'calendar_year'
  | 'financial_year'
  | 'academic_year'
  | 'span'
  | 'since'
  | 'until'
  | 'relative'

/** Keys always stand in this order, so that two equal periods are written alike. */
export function period(
  shape: Shape,
  from: string | null,
  to: string | null,
  timing: Period['timing'] = 'during',
): Period {
  return { from, to, timing, each: null, shape }
}

export function calendarYear(year: number): Period {
  return period('calendar_year', isoDay(year, 1, 1), isoDay(year, 12, 31))
}

/** The year that British public bodies keep their books by: 1 April to 31 March. */
export function financialYear(begins: number): Period {
  return period('financial_year', isoDay(begins, 4, 1), isoDay(begins + 1, 3, 31))
}

/** 1 September to 31 August. */
export function academicYear(begins: number): Period {
  return period('academic_year', isoDay(begins, 9, 1), isoDay(begins + 1, 8, 31))
}

export function month(year: number, number: number): Period {
  return period('month', isoDay(year, number, 1), lastOfMonth(year, number))
}

/** `count` months, the first of them the one given; both it and the last may run into a later year. */
export function months(shape: Shape, year: number, first: number, count: number): Period {
  const opens = monthAfter(year, first, 0)
  const last = monthAfter(year, first, count - 1)
  return period(shape, isoDay(opens.year, opens.month, 1), lastOfMonth(last.year, last.month))
}

export function monthAfter(
  year: number,
  number: number,
  later: number,
): { readonly year: number; readonly month: number } {
  const counted = year * 12 + (number - 1) + later
  return { year: Math.floor(counted / 12), month: (((counted % 12) + 12) % 12) + 1 }
}

/** An ISO day; null where the calendar has no such day (31 February). */
export function dayOf(year: number, monthNumber: number, day: number): string | null {
  if (monthNumber < 1 || monthNumber > 12 || day < 1) return null
  const iso = isoDay(year, monthNumber, day)
  return iso <= lastOfMonth(year, monthNumber) ? iso : null
}

export function lastOfMonth(year: number, monthNumber: number): string {
  return isoDay(year, monthNumber, new Date(Date.UTC(year, monthNumber, 0)).getUTCDate())
}

export function daysLater(day: string, later: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + later * 86_400_000).toISOString().slice(0, 10)
}

/** The same day of another month; its last day where that month is shorter. */
export function monthsLater(day: string, later: number): string {
  const { year, month: number } = monthAfter(Number(day.slice(0, 4)), Number(day.slice(5, 7)), later)
  return dayOf(year, number, Number(day.slice(8, 10))) ?? lastOfMonth(year, number)
}

function isoDay(year: number, monthNumber: number, day: number): string {
  return `${year}-${String(monthNumber).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
