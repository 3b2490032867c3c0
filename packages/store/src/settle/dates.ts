/** ISO days; both ends of a period are inside it. */

export interface Days {
  readonly from: string
  readonly to: string
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

/** "04-01" of 2019-04-01. */
export function monthAndDay(day: string): string {
  return day.slice(5)
}

export function dayAfter(day: string): string {
  return moved(day, 1)
}

export function dayBefore(day: string): string {
  return moved(day, -1)
}

/** The same day of the next year; 29 February becomes 1 March. */
export function yearAfter(day: string): string {
  const next = `${String(yearOf(day) + 1).padStart(4, '0')}-${monthAndDay(day)}`
  return next.endsWith('02-29') ? next.replace('02-29', '03-01') : next
}

export function isTwelveMonths({ from, to }: Days): boolean {
  return dayAfter(to) === yearAfter(from)
}

/** How many whole months, from the first of one to the end of another; null for any other period. */
export function wholeMonths({ from, to }: Days): number | null {
  const after = dayAfter(to)
  if (!from.endsWith('-01') || !after.endsWith('-01')) return null
  const months = monthCount(after) - monthCount(from)
  return months > 0 ? months : null
}

/** Do the two share a day? An end that is not known is taken to be far away. */
export function meet(
  one: { readonly from: string | null; readonly to: string | null },
  other: { readonly from: string | null; readonly to: string | null },
): boolean {
  return (one.from ?? '0000') <= (other.to ?? '9999') && (other.from ?? '0000') <= (one.to ?? '9999')
}

/** Most days of a month have the next one beside them, and need no calendar. */
function moved(day: string, by: 1 | -1): string {
  const next = Number(day.slice(8)) + by
  if (next >= 1 && next <= 28) return `${day.slice(0, 8)}${String(next).padStart(2, '0')}`
  const known = atEnds.get(`${day} ${by}`)
  if (known !== undefined) return known
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + by)
  // The 45th of a month is no day; what is not one has none beside it.
  const found = Number.isNaN(date.getTime()) ? day : date.toISOString().slice(0, 10)
  atEnds.set(`${day} ${by}`, found)
  return found
}

/** The ends of months that were asked about; there are only so many. */
const atEnds = new Map<string, string>()

function monthCount(day: string): number {
  return yearOf(day) * 12 + Number(day.slice(5, 7))
}
