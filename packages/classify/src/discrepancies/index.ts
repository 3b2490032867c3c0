import type { Letter } from '../letter.ts'
import type { FoundTable } from '../tables/index.ts'
import type { FoundDiscrepancy } from './found-discrepancy.ts'
import { registerCounts } from './register-counts.ts'
import { columnSums, rowSums } from './sums.ts'
import { tableTotals } from './table-totals.ts'
import { weekdays } from './weekdays.ts'

export type { FoundDiscrepancy } from './found-discrepancy.ts'

/** What is looked for, in the order in which it is told. */
const checks: readonly ((letter: Letter, tables: readonly FoundTable[]) => readonly FoundDiscrepancy[])[] = [
  (_, tables) => tables.flatMap(rowSums),
  (_, tables) => tables.flatMap(columnSums),
  tableTotals, // several tables of the same things
  registerCounts, // the document's own count of what its register lists
  (letter) => weekdays(letter), // "Thursday 28 February 2023"
]

/**
 * What a document says against itself: rows against their totals, a register against the count stated of it, a weekday against
 * its date. Where figures may be about different things or days, or are held back, nothing is claimed.
 */
export function findDiscrepancies(letter: Letter, tables: readonly FoundTable[]): readonly FoundDiscrepancy[] {
  return checks.flatMap((check) => check(letter, tables))
}
