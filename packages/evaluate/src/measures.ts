import { plus, type Tally } from './tally.ts'

/** What is scored, in the order it is shown. */
export const measureNames = [
  'kind',
  'authority',
  'reference',
  'received',
  'responded',
  'regimes',
  'questions',
  'outcome',
  'question exemptions',
  'values: number',
  'values: number+period',
  'values: number+period+category',
  'sure values',
  'evidence of values',
  'exemptions: citation',
  'exemptions: citation+role',
  'table rows',
  'table count',
] as const

export type MeasureName = (typeof measureNames)[number]
export type Measures = ReadonlyMap<MeasureName, Tally>

/** Sums of letters. A measure that no letter has is not there. */
export function sumOf(all: readonly Measures[]): Measures {
  const sums = new Map<MeasureName, Tally>()
  for (const name of measureNames) {
    const own = all.flatMap((measures) => measures.get(name) ?? [])
    const [first, ...rest] = own
    if (first) sums.set(name, rest.reduce(plus, first))
  }
  return sums
}
