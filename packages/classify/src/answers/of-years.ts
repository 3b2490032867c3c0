import type { Period } from '../periods/index.ts'
import type { Context, FoundValue } from './found-value.ts'
import { daysOf, type Undated } from './when.ts'

/** «Fewer than five in each year», «None in any year»: one figure for every year that was asked about, or that the answers above told. Null where it is not said so. */
export function saidOfEach(
  value: Undated,
  words: string,
  { asked, before }: Pick<Context, 'asked' | 'before'>,
): readonly FoundValue[] | null {
  const isNil = value.quantity.number === 0 && ofAllYears.test(words)
  if (!isNil && !ofEachYear.test(words)) return null
  const years = asked ? yearsOf(asked.parts) : []
  if (!asked || years.length < 2) return ofYearsBefore(value, words, before)
  return years.map((part) => ({
    ...value,
    leansOn: [asked.span],
    period: { ...daysOf(part), basis: asked.basis },
  }))
}

const ofEachYear =
  /\b(?:in|for|during) (?:each|every one) (?:of (?:the|these|those) )?(?:(?:two|three|four|five|calendar|financial) ){0,2}years?\b|\b(?:each|every|per) year\b/i

/** «Nil in all three years» is nil in each; twelve in all of them may be their sum. */
const ofAllYears =
  /\b(?:in|for|across|during) (?:all|any|either|both)(?: of)?(?: (?:the|these|those))?(?: (?:one|two|three|four|five|six))?(?: (?:calendar|financial))? years?\b/i

/** The calendar years of a span of whole ones, «2019-2023»; the parts themselves where several are named. */
export function yearsOf(parts: readonly Period[]): readonly Period[] {
  const [only] = parts
  if (!only || parts.length > 1) return parts
  if (!only.from?.endsWith('-01-01') || !only.to?.endsWith('-12-31')) return parts
  const first = Number(only.from.slice(0, 4))
  const last = Number(only.to.slice(0, 4))
  return Array.from({ length: Math.min(last - first + 1, mostYears) }, (_, at) => ({
    ...only,
    from: `${first + at}-01-01`,
    to: `${first + at}-12-31`,
    each: null,
  }))
}

const mostYears = 30

/** «Nil in each of the two years», «Less than 5 in each year»: those that the answers above told, where they told just so many. */
function ofYearsBefore(value: Undated, words: string, before: readonly FoundValue[]): readonly FoundValue[] | null {
  const count = /\beach of (?:the|these|those) (?<count>two|three|four|five)\b/i.exec(words)?.groups?.count
  const told = new Map(
    before
      .filter(({ period }) => period.from !== null && period.to !== null)
      .map((each) => [`${each.period.from} ${each.period.to}`, each]),
  )
  if (count ? told.size !== ['two', 'three', 'four', 'five'].indexOf(count.toLowerCase()) + 2 : told.size < 2)
    return null
  return [...told.values()].map(({ period, leansOn }) => ({
    ...value,
    leansOn,
    period: { ...period, basis: 'document' as const },
  }))
}
