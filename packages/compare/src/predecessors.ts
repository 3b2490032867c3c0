import type { Drawn } from './cells.ts'
import { daysOf } from './columns.ts'
import type { AuthorityRow, Cell, Column } from './comparison.ts'
import type { Succession } from './rows.ts'
import { written } from './shown.ts'

/**
 * What a council's predecessors gave for a year before it began, in its own row: added up only where all of them gave a
 * whole year, and never counted again in a sum of the column. Null where the cell tells something itself.
 */
export function drawPredecessors(
  row: AuthorityRow,
  index: number,
  column: Column,
  rows: readonly AuthorityRow[],
  lineage: readonly Succession[],
): Drawn | null {
  const from = lineage.filter(({ successor }) => successor === row.id)
  const days = daysOf(column)
  if (row.cells[index]?.kind !== 'not_asked' || !days || from.length === 0) return null
  if (from.some(({ began }) => began <= days.to)) return null
  const cells = from.map(({ predecessor }) => rows.find(({ id }) => id === predecessor)?.cells[index])
  if (cells.every((cell) => cell === undefined || cell.kind === 'not_asked')) return null
  const given = cells.flatMap((cell) => (cell && isWhole(cell) ? [cell] : []))
  const isAll = given.length === cells.length && from.every(({ successors }) => successors === 1)
  return isAll ? addedUp(given) : incomplete
}

function isWhole({ kind, basis }: Cell): boolean {
  return (kind === 'figure' || kind === 'bound') && basis?.covers === 'whole'
}

function addedUp(cells: readonly Cell[]): Drawn {
  const sum = (of: (cell: Cell) => number | null) => cells.reduce<number | null>((all, cell) => add(all, of(cell)), 0)
  const [number, low, high] = [sum((cell) => cell.number), sum((cell) => cell.low), sum((cell) => cell.high)]
  const [least, most] = [written(low, false, Math.floor), written(high, false, Math.ceil)]
  const shown =
    number !== null
      ? written(number, false, Math.round)
      : most === ''
        ? `≥${least}`
        : least === ''
          ? `≤${most}`
          : `${least}–${most}`
  return {
    cell: {
      kind: 'predecessors',
      shown: `${shown}⊕`,
      number,
      low,
      high,
      caveats: ['predecessor'],
      basis: null,
      others: [],
    },
    legend: [
      {
        mark: '⊕',
        meaning: 'its predecessors, all of them, added up; they stand in rows of their own, and only there are counted',
      },
    ],
  }
}

function add(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : Math.round((one + other) * 1e6) / 1e6
}

const incomplete: Drawn = {
  cell: {
    kind: 'predecessors_incomplete',
    shown: '⊖',
    number: null,
    low: null,
    high: null,
    caveats: ['predecessors_incomplete'],
    basis: null,
    others: [],
  },
  legend: [
    { mark: '⊖', meaning: 'not all of its predecessors gave a whole year, or one went into several: not added up' },
  ],
}
