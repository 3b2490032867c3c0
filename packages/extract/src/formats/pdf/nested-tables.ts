import type { Word } from './drawn.ts'
import type { TablePart } from './parts.ts'
import type { Frame } from './ruled-tables.ts'

/** A table drawn inside a cell of another has its words first; the small frame stands inside the large one. */
export function innerFirst(frames: readonly Frame[]): readonly Frame[] {
  return frames.toSorted((one, other) => areaOf(one) - areaOf(other))
}

function areaOf({ xs, ys }: Frame): number {
  return ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) * ((ys.at(-1) ?? 0) - (ys[0] ?? 0))
}

/**
 * A table ends below the row that holds another one, and goes on after that: a question and its answer's table stay
 * together, and the next question comes after them.
 */
export function partedAround(table: TablePart, others: readonly TablePart[]): readonly TablePart[] {
  const [inner, ...more] = others
    .filter((other) => isInside(other, table))
    .toSorted((one, other) => one.box[1] - other.box[1])
  if (!inner) return [table]
  const at = table.rows.findIndex((row) => row.some(({ lines }) => lines.some(({ base }) => base > inner.box[3])))
  const begins = at === -1 ? table.rows.length : at
  const isLevel = table.rows[begins]?.some(({ lines }) => lines.some(({ base }) => base <= inner.box[3])) === true
  const after = begins + (isLevel ? 1 : 0)
  const spans = table.rows.slice(0, after).some((row, index) => row.some(({ rows }) => index + rows > after))
  if (after === 0 || after >= table.rows.length || spans) return partedAround(table, more)
  const [left, top, right, bottom] = table.box
  const above = { ...table, box: [left, top, right, inner.box[1]] as const, rows: table.rows.slice(0, after) }
  const below = {
    ...table,
    box: [left, inner.box[3], right, bottom] as const,
    rows: table.rows.slice(after),
    headRows: 0,
  }
  return [above, ...partedAround(below, more)]
}

function isInside({ box: inner }: TablePart, { box: outer }: TablePart): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
}

export function withoutWordsOf(words: readonly Word[], tables: readonly TablePart[]): readonly Word[] {
  if (tables.length === 0) return words
  const used = new Set(
    tables.flatMap(({ rows }) =>
      rows.flatMap((row) => row.flatMap((cell) => cell.lines.flatMap((line) => line.words))),
    ),
  )
  return words.filter((word) => !used.has(word))
}
