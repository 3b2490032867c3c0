import { type Period, wholePeriod } from '../periods/index.ts'
import { placedIn } from '../periods/placed.ts'
import type { Said } from './labels.ts'

/** The days that the labels of a figure tell together. */
export interface LabelledPeriod {
  readonly from: string | null
  readonly to: string | null
  readonly timing: Period['timing']
  readonly each: Period['each']
  /** Texts of labels whose days stay untold: "April" where no year stands anywhere. */
  readonly untold: readonly string[]
}

interface Days {
  readonly from: string | null
  readonly to: string | null
}

/**
 * Joins the periods of a figure's labels: the narrower of two, and "April" below "2019/20". `around` are the days that the whole
 * table is about. Null where no label tells any; where two cannot both be true nothing is told and both stay labels.
 */
export function joinedPeriod(said: readonly Said[], around: Days | null): LabelledPeriod | null {
  const labels = said.flatMap((each) => (each.says === 'period' ? each : []))
  if (labels.length === 0) return null
  const told = labels.filter(({ period }) => period.from !== null || period.to !== null)
  const untold = labels.filter((label) => !told.includes(label))
  const narrow = narrowest(told.map(({ period }) => period))
  if (narrow === 'conflict' || untold.length > 1)
    return { from: null, to: null, timing: 'during', each: null, untold: labels.map((label) => label.text) }
  const [open] = untold
  if (!open) return narrow && { ...daysOf(narrow), untold: [] }
  const within = told[0] ?? null
  const placed = placeLabel(open, within?.text ?? null, narrow ?? around)
  return placed
    ? { ...daysOf(placed), untold: [] }
    : { from: null, to: null, timing: 'during', each: null, untold: labels.map((label) => label.text) }
}

function daysOf({ from, to, timing, each }: Period): Omit<LabelledPeriod, 'untold'> {
  return { from, to, timing, each }
}

function narrowest(periods: readonly Period[]): Period | null | 'conflict' {
  const [first, second, ...others] = periods
  if (!first) return null
  if (!second) return first
  if (others.length > 0) return 'conflict'
  return isInside(first, second) ? first : isInside(second, first) ? second : 'conflict'
}

function isInside(inner: Days, outer: Days): boolean {
  return (
    inner.from !== null &&
    inner.to !== null &&
    (outer.from === null || outer.from <= inner.from) &&
    (outer.to === null || inner.to <= outer.to)
  )
}

/** "Q1" below "2019/20"; "April" in the one year in which it lies inside the days around. */
function placeLabel({ text, period }: Open, outer: string | null, around: Days | null): Period | null {
  const joined = outer === null ? null : wholePeriod(`${text} ${outer}`)
  if (joined?.from && around && isInside(joined, around)) return joined
  return around ? placedIn(text, period, around) : null
}

type Open = Extract<Said, { says: 'period' }>

/** The days from the first to the last of periods that follow each other without a gap: what a total below them is about. */
export function spanOf(periods: readonly Days[]): Days | null {
  const inOrder = periods.toSorted((one, other) => (one.from ?? '').localeCompare(other.from ?? ''))
  const [first] = inOrder
  if (!first?.from) return null
  for (const [at, { from }] of inOrder.entries()) {
    const before = inOrder[at - 1]
    if (before && (!before.to || !from || from !== dayAfter(before.to))) return null
  }
  return { from: first.from, to: inOrder.at(-1)?.to ?? null }
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
