import type { CaveatCode } from '@disclosed/reference'
import { contentId } from '../ids.ts'
import { type Draft, groupBy } from './dataset.ts'
import { type Days, dayAfter, isTwelveMonths, wholeMonths } from './dates.ts'
import { standingOf } from './standing.ts'

/** A sum made here, and the figures that were added up in it. */
export interface Sum {
  readonly sum: Draft
  readonly parts: readonly Draft[]
}

/** Adds months, quarters or half-years up to the years of which all are there, where the document states no figure for the year itself. */
export function addUp(figures: readonly Draft[]): readonly Sum[] {
  const series = groupBy(figures.filter(isAddable), (each) => each.series)
  const stated = groupBy(
    figures.filter(({ covers }) => covers === 'whole'),
    (each) => `${each.document} ${cellOf(each)}`,
  )
  return [...series.values()].flatMap((parts) => {
    const byLength = groupBy(parts, (each) => String(wholeMonths(daysOf(each))))
    return [...byLength].flatMap(([months, tiles]) =>
      completeYears(tiles, Number(months))
        .map(sumOf)
        .filter(({ sum }) => !stated.has(`${sum.document} ${cellOf(sum)}`)),
    )
  })
}

function isAddable({
  kind,
  covers,
  quantity,
  timing,
  each,
  eligible,
  period_from,
  period_to,
  stated,
  low,
  high,
}: Draft): boolean {
  return (
    kind === 'figure' &&
    covers === 'part' &&
    timing === 'during' &&
    each === null &&
    eligible &&
    (quantity === 'count' || quantity === 'money') &&
    period_from !== null &&
    period_to !== null &&
    (stated !== null || low !== null || high !== null) &&
    [1, 3, 6].includes(wholeMonths({ from: period_from, to: period_to }) ?? 0)
  )
}

function cellOf({ measure, question, category, incident_type, unit, year, year_kind }: Draft): string {
  return JSON.stringify([measure ?? question, category, incident_type, measure === null ? unit : null, year, year_kind])
}

/** Runs of parts that follow each other without a gap and fill twelve months. A part that stands twice spoils its years. */
function completeYears(tiles: readonly Draft[], months: number): readonly (readonly Draft[])[] {
  const byStart = groupBy(tiles, ({ period_from: from }) => from ?? '')
  const runs = [...byStart.keys()].flatMap((start) => {
    const run: Draft[] = []
    let at = start
    while (run.length < 12 / months) {
      const [part, ...others] = byStart.get(at) ?? []
      if (!part?.period_to || others.length > 0) return []
      run.push(part)
      at = dayAfter(part.period_to)
    }
    return isTwelveMonths(spanOf(run)) ? [run] : []
  })
  // Twelve months from November are a year of their own only where nothing but these twelve is given.
  const standard = runs.filter((run) => {
    const { from } = spanOf(run)
    return from.endsWith('-01-01') || from.endsWith('-04-01')
  })
  return standard.length > 0 ? standard : runs.filter((run) => run.length === tiles.length)
}

function sumOf(parts: readonly Draft[]): Sum {
  const first = parts[0]
  if (!first) throw new RangeError('A sum needs parts')
  const days = spanOf(parts)
  const standing = standingOf({ ...days, timing: 'during', answered: null })
  const isExact = parts.every(({ relation }) => relation === '=')
  const sure = parts.every((part) => part.sure)
  const total = added(parts.map(({ stated }) => stated))
  const caveats: readonly CaveatCode[] = [
    'summed',
    ...(isExact ? [] : (['bound'] as const)),
    ...parts.flatMap((part) => part.caveats.filter((code) => code !== 'part_year')),
  ]
  const low = added(parts.map((part) => part.low))
  const high = added(parts.map((part) => part.high))
  return {
    parts,
    sum: {
      ...first,
      id: contentId('sum', first.document, first.series, days.from, days.to),
      kind: 'sum',
      observation: null,
      year: standing.year,
      year_kind: standing.year_kind,
      covers: standing.covers,
      period_from: days.from,
      period_to: days.to,
      number: isExact && sure ? total : null,
      stated: isExact ? total : null,
      low,
      high,
      relation: isExact
        ? '='
        : low !== null && high !== null
          ? 'range'
          : low !== null
            ? '>='
            : high !== null
              ? '<='
              : '~',
      state: sure ? (isExact ? 'present' : 'bound') : 'unsure',
      confidence: Math.min(...parts.map(({ confidence }) => confidence ?? 0)),
      checked: parts.every(({ checked }) => checked),
      quote: parts.map(({ quote }) => quote ?? '').join(' + '),
      caveats,
      sure,
      each: null,
    },
  }
}

function added(numbers: readonly (number | null)[]): number | null {
  let sum = 0
  for (const number of numbers) {
    if (number === null) return null
    sum += number
  }
  // Pence add up to pence.
  return Math.round(sum * 1e6) / 1e6
}

function spanOf(parts: readonly Draft[]): Days {
  return { from: parts[0]?.period_from ?? '', to: parts.at(-1)?.period_to ?? '' }
}

function daysOf({ period_from, period_to }: Draft): Days {
  return { from: period_from ?? '', to: period_to ?? '' }
}
