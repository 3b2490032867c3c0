import { type Document, quote } from '@disclosed/document'
import { sureness } from '../calibration.ts'
import type { Reading } from '../reading.ts'
import type { FoundTable } from '../tables/index.ts'
import { citeAll } from './evidence.ts'
import { idOf } from './questions.ts'
import { signsOfTable } from './signs-of-facts.ts'

/** The tables of the reading: numbers as numbers, all else as written. */
export function asTables(
  document: Document,
  {
    tables,
    tableQuestions,
  }: { readonly tables: readonly FoundTable[]; readonly tableQuestions: readonly (readonly number[])[] },
): Reading['tables'] {
  return tables.map((table, index) => ({
    id: `t${index + 1}`,
    title: table.title?.text ?? null,
    kind: table.kind,
    questions: (tableQuestions[index] ?? []).map(idOf),
    header: [...table.header],
    rows: table.rows.map((row) => row.map(({ value }) => value)),
    rowCount: table.rowCount,
    period: table.period ? { from: table.period.from, to: table.period.to } : null,
    ...sureness('table', ...signsOfTable(table)),
    evidence: citeAll(
      document,
      quote(document.text, table.span).length > 4000
        ? [{ start: table.span.start, end: firstRowEnd(table) }]
        : [table.span],
    ),
  }))
}

/** A long table is shown by its head and first row. */
function firstRowEnd({ rows, span }: FoundTable): number {
  return rows[0]?.at(-1)?.span.end ?? span.end
}
