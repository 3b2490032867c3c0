import type { StoryBlock, StoryTable } from '../story/story.ts'

/** A cell of a table that is drawn: where its edges lie, and what stands in it. */
export interface PlacedCell {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly blocks: readonly StoryBlock[]
}

/** The table that cells make by where they lie; a cell spans the rows and columns that begin within it. */
export function tableOf(cells: readonly PlacedCell[]): StoryTable {
  const tops = edges(cells.map(({ top }) => top))
  const lefts = edges(cells.map(({ left }) => left))
  const rows = tops.map((top) =>
    cells
      .filter((cell) => cell.top === top)
      .toSorted((one, other) => one.left - other.left)
      .map(({ left, right, bottom, blocks }) => ({
        columns: Math.max(1, lefts.filter((each) => each >= left && each < right).length),
        rows: Math.max(1, tops.filter((each) => each >= top && each < bottom).length),
        blocks,
      })),
  )
  return { kind: 'table', headRows: 0, rows }
}

function edges(places: readonly number[]): readonly number[] {
  return [...new Set(places)].toSorted((one, other) => one - other)
}
