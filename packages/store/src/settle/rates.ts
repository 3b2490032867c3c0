import type { CaveatCode } from '@disclosed/reference'
import type { PopulationsOf } from './authorities.ts'
import type { Draft } from './dataset.ts'
import { yearOf } from './dates.ts'

export interface Rate {
  readonly rate_per_100k: number | null
  readonly population: number | null
  readonly population_year: number | null
  readonly caveats: readonly CaveatCode[]
}

const none: Rate = { rate_per_100k: null, population: null, population_year: null, caveats: [] }

/** A count for each 100,000 residents in the middle of its year; nearest year where that one is not published. */
export function rateOf(draft: Draft, populations: PopulationsOf): Rate {
  const { number, stated, low, high, quantity, covers, authority, period_from: from } = draft
  if (stated === null && low === null && high === null) return none
  if (quantity !== 'count' || authority === null || from === null) return none
  if (covers !== 'whole' && covers !== 'day') return none
  const wanted = midYear(from, covers)
  const [first, ...others] = populations(authority)
  if (!first) return { ...none, caveats: ['no_population'] }
  const nearest = others.reduce(
    (best, each) => (Math.abs(each.year - wanted) < Math.abs(best.year - wanted) ? each : best),
    first,
  )
  return {
    // A bound has its residents too: whoever shows its rate rounds it away from the bound.
    rate_per_100k: number === null ? null : Math.round((number / nearest.population) * 100_000 * 100) / 100,
    population: nearest.population,
    population_year: nearest.year,
    caveats: nearest.year === wanted ? [] : ['population_year_differs'],
  }
}

/** The year whose 30 June lies in the period: 2019 for 2019/20, 2020 for September 2019 to August 2020. */
function midYear(from: string, covers: Draft['covers']): number {
  return covers === 'day' || from.slice(5) <= '06-30' ? yearOf(from) : yearOf(from) + 1
}
