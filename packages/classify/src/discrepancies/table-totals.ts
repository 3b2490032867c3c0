import type { Letter } from '../letter.ts'
import type { FoundCell, FoundTable } from '../tables/index.ts'
import type { FoundDiscrepancy } from './found-discrepancy.ts'

/**
 * Tables that part the same rows in several ways and whose sums of all differ. Two such tables may count two things;
 * of three or more that have the same rows, one that alone has another sum is told.
 */
export function tableTotals(_letter: Letter, tables: readonly FoundTable[]): readonly FoundDiscrepancy[] {
  const alike = new Map<string, { readonly table: FoundTable; readonly cell: FoundCell }[]>()
  for (const table of tables) {
    const cell = sumOfAll(table)
    if (cell) alike.set(rowsOf(table), [...(alike.get(rowsOf(table)) ?? []), { table, cell }])
  }
  return [...alike.values()].flatMap((group) => {
    const numbers = [...new Set(group.map(({ cell }) => cell.value))]
    const odd = numbers.flatMap((number) => {
      const having = group.filter(({ cell }) => cell.value === number)
      return having.length === 1 ? having : []
    })
    const [only] = odd
    const other = group.find(({ cell }) => cell.value !== only?.cell.value)
    if (numbers.length !== 2 || odd.length !== 1 || !only || !other) return []
    const name = only.table.title ? `the table ${only.table.title.text}` : 'one table'
    return [
      {
        code: 'table_totals' as const,
        message: `${name} totals ${only.cell.text}; ${group.length - 1} tables of the same rows total ${other.cell.text}`,
        spans: [only.cell.span, other.cell.span] as const,
      },
    ]
  })
}

/** The cell where the "Total" row and the "Total" column meet. */
function sumOfAll({ kind, header, rows }: FoundTable): FoundCell | null {
  const column = header.findLastIndex((head) => isTotal(head))
  const row = rows.at(-1)
  const cell = row?.[column]
  return kind === 'crosstab' && rows.length >= 4 && isTotal(row?.[0]?.text ?? '') && typeof cell?.value === 'number'
    ? cell
    : null
}

function isTotal(label: string): boolean {
  return /^(?:grand |overall )?total$/i.test(label)
}

function rowsOf({ rows }: FoundTable): string {
  return rows.map((row) => row[0]?.text.toLowerCase() ?? '').join('|')
}
