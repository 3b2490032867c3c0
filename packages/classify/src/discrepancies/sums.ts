import type { FoundCell, FoundTable } from '../tables/index.ts'
import type { FoundDiscrepancy } from './found-discrepancy.ts'

const total = /^(?:grand |overall )?total$/i
const subtotal = /^sub[- ]?total/i

/**
 * Rows of a crosstab against its "Total" column. Columns that only share a table ("Requests, Refused, Total") do not add up in any row,
 * so a difference is told only where most rows do.
 */
export function rowSums(table: FoundTable): readonly FoundDiscrepancy[] {
  const at = table.header.findIndex((head) => total.test(head))
  const parts = table.figureColumns.filter((column) => column !== at)
  if (table.kind !== 'crosstab' || at === -1 || parts.length < 2 || !table.figureColumns.includes(at)) return []
  if (parts.some((column) => /total|%/i.test(table.header[column] ?? ''))) return []
  const sums = table.rows.map((row) =>
    compare(
      parts.map((column) => row[column]),
      row[at],
    ),
  )
  const right = sums.filter((sum) => sum === 'adds up').length
  return table.rows.flatMap((row, index) => {
    const sum = sums[index]
    const cell = row[at]
    if (!cell || !sum || sum === 'adds up' || sum === 'cannot tell' || right < 2 || right * 2 <= table.rows.length)
      return []
    const name = labelOf(table, row)
    return [
      {
        code: 'row_sum' as const,
        message: `the figures of ${name} add up to ${written(sum.sum)}; its total says ${written(sum.told)}`,
        spans: [cell.span, ...parts.flatMap((column) => row[column]?.span ?? [])] as const,
      },
    ]
  })
}

/** Columns against the "Total" row, the last of the table; sums of some of the rows are left out. */
export function columnSums(table: FoundTable): readonly FoundDiscrepancy[] {
  if (table.kind === 'register' || table.kind === 'other' || table.rowCount > table.rows.length) return []
  const isTotal = table.rows.map((row) => total.test(labelOf(table, row)))
  const at = isTotal.lastIndexOf(true)
  const totals = table.rows[at]
  if (!totals || isTotal.filter(Boolean).length !== 1 || at !== table.rows.length - 1 || at < 2) return []
  const rows = table.rows.slice(0, at)
  if (rows.some((row) => subtotal.test(labelOf(table, row)) || /\btotal\b|\bof which\b/i.test(labelOf(table, row))))
    return []
  return table.figureColumns.flatMap((column) => {
    const head = table.header[column] ?? ''
    const cell = totals[column]
    if (!cell || /%|percent|average|mean|median|rate/i.test(head)) return []
    const sum = compare(
      rows.map((row) => row[column]),
      cell,
    )
    if (sum === 'adds up' || sum === 'cannot tell') return []
    return [
      {
        code: 'column_sum' as const,
        message: `the rows${head ? ` of ${head}` : ''} add up to ${written(sum.sum)}; the total row says ${written(sum.told)}`,
        spans: [cell.span, ...rows.flatMap((row) => row[column]?.span ?? [])] as const,
      },
    ]
  })
}

/** Adds figures up. A figure held back or missing leaves the sum open, so nothing can be told. */
function compare(
  parts: readonly (FoundCell | undefined)[],
  cell: FoundCell | undefined,
): 'adds up' | 'cannot tell' | { readonly sum: number; readonly told: number } {
  if (typeof cell?.value !== 'number') return 'cannot tell'
  const numbers = parts.flatMap((part) => (typeof part?.value === 'number' ? part.value : []))
  if (numbers.length < 2) return 'cannot tell'
  const sum = numbers.reduce((before, number) => before + number, 0)
  const isWhole = [...numbers, cell.value].every(Number.isInteger)
  if (Math.abs(sum - cell.value) <= (isWhole ? 0 : 0.006 * (numbers.length + 1))) return 'adds up'
  return numbers.length === parts.length ? { sum, told: cell.value } : 'cannot tell'
}

/** The words at the side of a row. */
function labelOf(table: FoundTable, row: readonly FoundCell[]): string {
  return row
    .filter((_, column) => !table.figureColumns.includes(column))
    .map((cell) => cell.text)
    .filter((text) => text !== '')
    .join(' ')
}

function written(number: number): string {
  return new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }).format(number)
}
