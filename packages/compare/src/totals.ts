import type { AuthorityRow, Cell, Total } from './comparison.ts'

/** Adds a column up: whole years only, bounds as bounds, and nothing that would count the same people's affairs twice. */
export function totalOf(rows: readonly AuthorityRow[], column: number): Total {
  const asked = rows.flatMap((row) => {
    const cell = row.cells[column]
    return cell && cell.kind !== 'not_asked' && !cell.kind.startsWith('predecessors') ? [{ row, cell }] : []
  })
  const given = asked.filter(({ cell }) => isWhole(cell) && (cell.kind === 'figure' || cell.kind === 'bound'))
  const refused = asked.filter(({ cell }) => cell.kind === 'refusal').length
  const silent = asked.filter(({ cell }) => cell.kind === 'silent' || cell.kind === 'acknowledged').length
  const why = reasonAgainst(
    given.map(({ row }) => row),
    given.map(({ cell }) => cell),
  )
  const cells = why === null ? given.map(({ cell }) => cell) : []
  return {
    sum:
      cells.length > 0 && cells.every(({ number }) => number !== null)
        ? added(cells.map(({ number }) => number))
        : null,
    low: cells.length > 0 ? added(cells.map(({ low }) => low)) : null,
    high: cells.length > 0 ? added(cells.map(({ high }) => high)) : null,
    given: given.length,
    refused,
    silent,
    asked: asked.length,
    why,
  }
}

function isWhole({ basis }: Cell): boolean {
  return basis?.covers === 'whole' && (basis.quantity === 'count' || basis.quantity === 'money')
}

function reasonAgainst(rows: readonly AuthorityRow[], cells: readonly Cell[]): string | null {
  if (cells.length === 0) return 'no whole year is given'
  const types = new Set(rows.map(({ type }) => type))
  if (types.has('county') && types.has('district')) return 'counties and their districts are not added up together'
  const kinds = new Set(cells.map(({ basis }) => basis?.year_kind))
  if (kinds.has('other')) return 'twelve months that begin on different days are not added up'
  const quantities = new Set(cells.map(({ basis }) => basis?.quantity))
  return quantities.size > 1 ? 'counts and money are not added up' : null
}

function added(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce((sum, number) => (sum === null || number === null ? null : sum + number), 0)
}
