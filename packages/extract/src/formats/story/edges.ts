import type { StoryBlock, StoryCell, StoryTable } from './story.ts'

/** A row as Word's older formats tell it: each cell ends at an edge, and says whether it is merged with others. */
export interface EdgedRow {
  readonly left: number
  readonly isHead: boolean
  readonly cells: readonly EdgedCell[]
}

export interface EdgedCell {
  /** Where it ends, from the left of the page, in twentieths of a point. */
  readonly right: number
  /** Does it begin a merged cell, or go on with the one above? */
  readonly down: 'begins' | 'goes on' | null
  /** The same for the one at its left. */
  readonly across: 'begins' | 'goes on' | null
  readonly blocks: readonly StoryBlock[]
}

/** A table whose columns are counted from the edges of all its rows. */
export function tableOf(rows: readonly EdgedRow[]): StoryTable {
  const joined = rows.map(joinedAcross)
  const edges = columnEdges(joined)
  const columnAt = (edge: number) => nearest(edges, edge)
  const placed = joined.map(({ left, cells }) => {
    let from = columnAt(left)
    return cells.map((cell) => {
      const first = from
      from = Math.max(first, columnAt(cell.right))
      return { ...cell, first, columns: Math.max(1, from - first), rows: 1 }
    })
  })
  const open = new Map<number, { columns: number; rows: number }>()
  const written = placed.map((cells) =>
    cells.filter((cell) => {
      const above = open.get(cell.first)
      const goesOn = cell.down === 'goes on' && above !== undefined && above.columns === cell.columns
      if (goesOn) above.rows += 1
      else if (cell.down !== null) open.set(cell.first, cell)
      else open.delete(cell.first)
      return !goesOn
    }),
  )
  const headRows = rows.findIndex(({ isHead }) => !isHead)
  return {
    kind: 'table',
    headRows: headRows === -1 ? 0 : headRows,
    rows: written.map((cells) =>
      cells.map(({ columns, rows: down, blocks }): StoryCell => ({ columns, rows: down, blocks })),
    ),
  }
}

function joinedAcross(row: EdgedRow): EdgedRow {
  const cells: EdgedCell[] = []
  for (const cell of row.cells) {
    const last = cells.at(-1)
    if (cell.across === 'goes on' && last)
      cells[cells.length - 1] = { ...last, right: cell.right, blocks: [...last.blocks, ...cell.blocks] }
    else cells.push(cell)
  }
  return { ...row, cells }
}

/** Programs round: edges closer than a character's width are one. */
const sameEdge = 30

function columnEdges(rows: readonly EdgedRow[]): readonly number[] {
  const all = rows.flatMap(({ left, cells }) => [left, ...cells.map(({ right }) => right)]).toSorted((a, b) => a - b)
  const edges: number[] = []
  for (const edge of all) if (edge - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > sameEdge) edges.push(edge)
  return edges
}

/** The number of the edge that lies nearest. */
function nearest(edges: readonly number[], sought: number): number {
  let low = 0
  let high = edges.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edges[middle] ?? 0) + sameEdge < sought) low = middle + 1
    else high = middle
  }
  return Math.max(0, low)
}
