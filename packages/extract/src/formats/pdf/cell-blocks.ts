import type { CutLine } from './cut-lines.ts'
import { isFigure } from './figures.ts'
import { isBold, textOf } from './lines.ts'

/** Lines of one cell stand as close as lines can; rows stand further apart by at least this much of that. */
const apart = 1.1

interface Block {
  readonly column: number
  readonly lines: readonly CutLine[]
  readonly top: number
  readonly bottom: number
}

/**
 * Rows by the white between cells: lines of one column that stand as close as lines of a cell do are one cell, and cells
 * beside each other are one row, wherever in it their words are set. Null where rows stand as close as lines, so that
 * white tells nothing.
 */
export function rowsByCells(cuts: readonly CutLine[]): readonly (readonly CutLine[])[] | null {
  const pitch = closestPitch(cuts)
  if (pitch === null) return null
  const blocks = blocksOf(cuts, pitch).toSorted((one, other) => one.top - other.top)
  const rows: { blocks: Block[]; bottom: number }[] = []
  for (const block of blocks) {
    const last = rows.at(-1)
    if (last && block.top < last.bottom) {
      last.blocks.push(block)
      last.bottom = Math.max(last.bottom, block.bottom)
    } else rows.push({ blocks: [block], bottom: block.bottom })
  }
  if (rows.length < 3 || rows.some(({ blocks: row }) => !isRow(row))) return null
  if (rows.filter(({ blocks: row }) => isStack(row)).length > 0.3 * rows.length) return null
  return rows.map(({ blocks: row }) => cuts.filter((line) => row.some(({ lines }) => lines.includes(line))))
}

/** How close lines of one cell stand; null where hardly two lines stand closer than rows do. */
function closestPitch(cuts: readonly CutLine[]): number | null {
  const size = Math.max(...cuts.map((line) => line.size))
  const pitches = columnsIn(cuts).flatMap((lines) =>
    lines.slice(1).map(({ base }, index) => base - (lines[index]?.base ?? 0)),
  )
  const ordered = pitches.filter((pitch) => pitch > 0.8 * size).toSorted((one, other) => one - other)
  const [closest] = ordered
  if (closest === undefined || closest > 1.6 * size) return null
  const farther = ordered.filter((pitch) => pitch > apart * closest)
  return farther.length >= 2 ? closest : null
}

function blocksOf(cuts: readonly CutLine[], pitch: number): readonly Block[] {
  return columnsIn(cuts).flatMap((lines, column) => {
    const groups: CutLine[][] = []
    for (const line of lines) {
      const before = groups.at(-1)?.at(-1)
      const close = before && line.base - before.base <= apart * pitch
      if (before && close && areAlike(before, line, column)) groups.at(-1)?.push(line)
      else groups.push([line])
    }
    return groups.flatMap((group): readonly Block[] => {
      const [first, last] = [group[0], group.at(-1)]
      if (!first || !last) return []
      return [{ column, lines: group, top: first.base - 0.7 * first.size, bottom: last.base + 0.1 * last.size }]
    })
  })
}

/** A title above or below a label is no part of it, nor is a heading over several columns part of those below it. */
function areAlike(above: CutLine, below: CutLine, column: number): boolean {
  const [one, other] = [above, below].map(({ cells }) => cells.find((cell) => cell.column === column))
  return (
    one !== undefined && other !== undefined && one.columns === other.columns && isBold(one.line) === isBold(other.line)
  )
}

/** The lines that have words in each column; a line over several columns counts in the first of them. */
function columnsIn(cuts: readonly CutLine[]): readonly (readonly CutLine[])[] {
  const last = Math.max(...cuts.flatMap(({ cells }) => cells.map(({ column }) => column)))
  return Array.from({ length: last + 1 }, (_, column) =>
    cuts.filter(({ cells }) => cells.some((cell) => cell.column === column)),
  )
}

/** One cell in each column, and no cell of several figures. */
function isRow(row: readonly Block[]): boolean {
  const columns = new Set(row.map(({ column }) => column))
  return columns.size === row.length && !row.some(holdsFigures)
}

function holdsFigures({ column, lines }: Block): boolean {
  const figures = lines.filter(({ cells }) =>
    cells.some((cell) => cell.column === column && column > 0 && isFigure(textOf(cell.line))),
  )
  return figures.length > 1
}

/** Lines that all cells have are rather rows of their own, set as close as lines. */
function isStack(row: readonly Block[]): boolean {
  return row.length > 1 && row.every(({ lines }) => lines.length > 1 && lines.length === row[0]?.lines.length)
}
