import { type Period, wholePeriod } from '../periods/index.ts'
import { inSuccession, placedIn, yearAmong } from '../periods/placed.ts'
import type { Listed } from './entries.ts'
import type { Context } from './found-value.ts'

/**
 * «Apr: 63, May: 52» below «each month between 1 April and 30 November 2018»: months told without their year, and quarters, are
 * those of the days that their heading, the reply or the question names; behind «December 2018: 9» the next «January» is 2019's.
 * Months that those days hold twice stay without days, unless the list runs through all of them. «2018 - 2019» beside «2019 - 2020» is a
 * financial year.
 */
export function placePeriods(listed: readonly Listed[], context: Context): readonly Listed[] {
  const list = yearsAmong(listed, context)
  const placed: Listed[] = []
  while (placed.length < list.length) {
    const rest = list.slice(placed.length)
    const dated = rest.findIndex(isOpen)
    if (dated !== 0) placed.push(...(dated < 0 ? rest : rest.slice(0, dated)))
    else {
      const end = rest.findIndex((each) => !isOpen(each))
      const run = end < 0 ? rest : rest.slice(0, end)
      placed.push(...placeRun(run, placed.at(-1), context))
    }
  }
  return placed
}

/** «2018 - 2019: 4», «2019 - 2020: 7» */
function yearsAmong(list: readonly Listed[], context: Context): readonly Listed[] {
  const isUntold = (each: Listed) => each.entry.period?.value.shape === 'span' && each.entry.period.value.from === null
  if (!list.some(isUntold)) return list
  const labels = list.map((each) => labelOf(each, context))
  return list.map((each, at) => (isUntold(each) ? withPeriod(each, yearAmong(labels[at] ?? '', labels)) : each))
}

/** Is its time a month or a quarter of an untold year? */
function isOpen(each: Listed): boolean {
  const period = openPeriod(each)
  return period !== null && openShapes.includes(period.shape) && !period.from && !period.to
}

/** «April 63» has the month for its label. */
function openPeriod({ entry: { period, label } }: Listed): Period | null {
  return period?.value ?? (label === null ? null : wholePeriod(label))
}

const openShapes: readonly Period['shape'][] = ['month', 'quarter']

function placeRun(run: readonly Listed[], before: Listed | undefined, context: Context): readonly Listed[] {
  const labels = run.map((each) => labelOf(each, context))
  const around = daysAround(run[0], context)
  const inside = run.map((each, at) => {
    const period = openPeriod(each)
    return period && around ? placedIn(labels[at] ?? '', period, around) : null
  })
  const placed = inside.every((each) => each !== null)
    ? inside
    : (goingOn(labels, before) ?? runThrough(labels, around))
  return placed ? run.map((each, at) => withPeriod(each, placed[at])) : run
}

/** Behind a month of a told year. */
function goingOn(labels: readonly string[], before: Listed | undefined): readonly Period[] | null {
  const last = before?.entry.period?.value
  if (last?.shape !== 'month' || !last.from) return null
  return inSuccession(labels, { year: Number(last.from.slice(0, 4)), month: Number(last.from.slice(5, 7)) + 1 })
}

/** Through all months of some years, from the first to the last; of days that have no end yet, three or more from their first. */
function runThrough(labels: readonly string[], around: Around | null): readonly Period[] | null {
  if (!around?.from) return null
  const first = { year: Number(around.from.slice(0, 4)), month: Number(around.from.slice(5, 7)) }
  const placed = inSuccession(labels, first)
  if (!placed || placed[0]?.from !== around.from) return null
  return (around.to === null ? labels.length > 2 : placed.at(-1)?.to === around.to) ? placed : null
}

interface Around {
  readonly from: string | null
  readonly to: string | null
}

function daysAround(first: Listed | undefined, { asked, replied }: Context): Around | null {
  return first?.heading?.period ?? replied?.period ?? asked?.whole ?? null
}

function labelOf({ entry: { period, label }, span }: Listed, { text }: Context): string {
  return period ? text.slice(span.start + period.span.start, span.start + period.span.end) : (label ?? '')
}

function withPeriod(each: Listed, value: Period | null | undefined): Listed {
  if (!value) return each
  const { entry, span } = each
  const { span: words, rule } = entry.period ?? { span: { start: 0, end: span.end - span.start }, rule: each.rule }
  const label = entry.period ? entry.label : null
  return { ...each, entry: { ...entry, label, period: { value, span: words, rule } } }
}
