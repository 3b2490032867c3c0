import { financialYear, months, type Period } from './period.ts'
import { monthNumber, quarterNumber } from './written.ts'

interface Days {
  readonly from: string | null
  readonly to: string | null
}

/**
 * «April» or «Q1», told without its year, inside days that are known: the month in the one year in which it lies inside them,
 * the quarter counted from the first of them. Null where they hold it twice, or where no year of quarters begins with them.
 */
export function placedIn(label: string, open: Period, { from, to }: Days): Period | null {
  if (open.from !== null || open.to !== null || from === null || to === null) return null
  if (open.shape === 'month') {
    const fitting = yearsFrom(from, to).flatMap((year) => {
      const placed = months('month', year, monthNumber(label), 1)
      return isInside(placed, { from, to }) ? placed : []
    })
    return fitting.length === 1 ? (fitting[0] ?? null) : null
  }
  const number = open.shape === 'quarter' ? quarterNumber(label) : 0
  if (!number || !/-0[14]-01$/.test(from) || to >= `${Number(from.slice(0, 4)) + 1}${from.slice(4)}`) return null
  const placed = months('quarter', Number(from.slice(0, 4)), Number(from.slice(5, 7)) + (number - 1) * 3, 3)
  return isInside(placed, { from, to }) ? placed : null
}

/** Months told without their year that follow one another, from this one on; null where they do not. */
export function inSuccession(
  labels: readonly string[],
  { year, month }: { readonly year: number; readonly month: number },
): readonly Period[] | null {
  const placed = labels.map((_, at) => months('month', year, month + at, 1))
  return placed.every(({ from }, at) => Number(from?.slice(5, 7)) === monthNumber(labels[at] ?? '')) ? placed : null
}

/**
 * «2018 - 2019» is one financial year or two calendar ones; beside «2019 - 2020» it is the first, for calendar years would be told twice.
 * Null where nothing beside it overlaps.
 */
export function yearAmong(label: string, beside: readonly string[]): Period | null {
  const pair = readLoosePair(label)
  if (!pair) return null
  const overlaps = beside.some((other) => {
    const [first, last] = readLoosePair(other) ?? []
    return first === pair[1] || last === pair[0]
  })
  return overlaps ? financialYear(pair[0]) : null
}

function readLoosePair(label: string): readonly [number, number] | null {
  const [, first, last] = /^\D{0,24}((?:19|20)\d\d)\s?(?:[-–—]|to)\s?((?:19|20)\d\d)\D{0,3}$/.exec(label) ?? []
  return Number(last) === Number(first) + 1 ? [Number(first), Number(last)] : null
}

const mostYears = 30

function yearsFrom(from: string, to: string): readonly number[] {
  const first = Number(from.slice(0, 4))
  const count = Number(to.slice(0, 4)) - first + 1
  return Array.from({ length: Math.max(0, Math.min(count, mostYears)) }, (_, at) => first + at)
}

function isInside(inner: Days, { from, to }: Days): boolean {
  return (
    inner.from !== null && inner.to !== null && from !== null && to !== null && from <= inner.from && inner.to <= to
  )
}
