import { around, type Box } from '@disclosed/document'
import { type Drawn, middle, type Word } from './drawn.ts'
import type { StructureNode } from './engine.ts'
import type { TableCell, TablePart, TableRow } from './parts.ts'
import { withoutProse } from './prose-rows.ts'
import { bandOf, boxOf, cellLines, type Frame, framesOf, withoutEmpty } from './ruled-tables.ts'

interface TaggedCell {
  readonly words: readonly [Word, ...Word[]]
  readonly box: Box
  readonly isHead: boolean
}

/**
 * Tables that a tagged file names as such. Its tags say which words are one cell and which cells are one row; empty
 * cells are missing and the order is not to be relied on, so the columns are found again by where the words stand.
 */
export function taggedTables(drawn: Drawn, tree: StructureNode | null): readonly TablePart[] {
  if (tree === null) return []
  const named = nodesNamed(tree, 'Table')
  if (named.length === 0) return []
  const byMark = Map.groupBy(
    drawn.words.filter(({ mark }) => mark !== null),
    ({ mark }) => mark,
  )
  const frames = framesOf(drawn.rules)
  const prefix = commonPrefix(tree)
  return named.flatMap((table) => {
    const rows = rowsIn(table, (id) =>
      id.startsWith(prefix) ? (byMark.get(Number(id.slice(prefix.length))) ?? []) : [],
    )
    const part = asPart(rows, frames)
    return part ? [part] : []
  })
}

/** The nodes of a role, outermost only. */
function nodesNamed(node: StructureNode, role: string): readonly StructureNode[] {
  if (node.role === role) return [node]
  return (node.children ?? []).flatMap((child) => nodesNamed(child, role))
}

/** Marked content is named "p12R_mc3"; forms on the page have names of another beginning, and numbers of their own. */
function commonPrefix(tree: StructureNode): string {
  const counts = new Map<string, number>()
  const visit = (node: StructureNode): void => {
    if (node.type === 'content' && node.id) {
      const prefix = node.id.slice(0, node.id.lastIndexOf('_mc') + 3)
      counts.set(prefix, (counts.get(prefix) ?? 0) + 1)
    }
    node.children?.forEach(visit)
  }
  visit(tree)
  return [...counts].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? ''
}

function rowsIn(table: StructureNode, wordsOf: (id: string) => readonly Word[]): readonly (readonly TaggedCell[])[] {
  const idsIn = (node: StructureNode): readonly string[] => [
    ...(node.type === 'content' && node.id ? [node.id] : []),
    ...(node.children ?? []).flatMap(idsIn),
  ]
  return nodesNamed(table, 'TR').map((row) =>
    (row.children ?? []).flatMap((cell): readonly TaggedCell[] => {
      const [first, ...rest] = idsIn(cell).flatMap(wordsOf)
      if (!first) return []
      const words = [first, ...rest] as const
      return [{ words, box: words.map(({ box }) => box).reduce(around), isHead: cell.role === 'TH' }]
    }),
  )
}

function asPart(tagged: readonly (readonly TaggedCell[])[], frames: readonly Frame[]): TablePart | null {
  const filled = tagged.filter((row) => row.length > 0)
  const cells = filled.flat()
  const [first, ...rest] = cells
  if (!first || filled.length < 2) return null
  const box = rest.map((cell) => cell.box).reduce(around, first.box)
  const edges = edgesFromRules(frames, box) ?? edgesFromCells(filled)
  if (!edges || edges.length < 3) return null
  const rows = filled.map((row) => asRow(row, edges))
  if (rows.some((row) => row === null)) return null
  const all = rows.filter((row) => row !== null)
  const kept = withoutProse(all, edges.length - 1)
  const found = withoutEmpty(kept, edges)
  if (found.edges.length < 3) return null
  const [top] = kept
  const heads = top ? filled.slice(all.indexOf(top)) : filled
  const headRows = heads.findIndex((row) => !row.every(({ isHead }) => isHead))
  const part = { kind: 'table', page: first.words[0].page, caption: [], shownBy: 'tags' } as const
  return { ...part, headRows: Math.max(0, headRows), box: boxOf(found.rows), ...found }
}

/** The columns that rules draw around just these words, where they do. */
function edgesFromRules(frames: readonly Frame[], box: Box): readonly number[] | null {
  const around = frames.find(
    ({ xs, ys }) =>
      (xs[0] ?? 0) < box[0] + 3 &&
      (xs.at(-1) ?? 0) > box[2] - 3 &&
      (ys[0] ?? 0) < box[1] + 9 &&
      (ys.at(-1) ?? 0) > box[3] - 9,
  )
  return around?.xs ?? null
}

/** Columns from where cells stand, the fullest rows first; null where two cells of a row share a column. */
function edgesFromCells(rows: readonly (readonly TaggedCell[])[]): readonly number[] | null {
  let columns: readonly Box[] = []
  for (const row of rows.toSorted((one, other) => other.length - one.length)) {
    for (const { box } of row) {
      const over = columns.filter((column) => Math.min(column[2], box[2]) > Math.max(column[0], box[0]))
      const [only] = over
      if (over.length === 0) columns = [...columns, box]
      else if (over.length === 1 && only) columns = columns.map((each) => (each === only ? around(each, box) : each))
    }
  }
  const ordered = columns.toSorted((one, other) => one[0] - other[0])
  const apart = ordered.every((column, index) => index === 0 || column[0] >= (ordered[index - 1]?.[2] ?? 0))
  const [first] = ordered
  if (!first || !apart) return null
  const between = ordered.slice(1).map((column, index) => ((ordered[index]?.[2] ?? 0) + column[0]) / 2)
  return [first[0] - 2, ...between, (ordered.at(-1)?.[2] ?? 0) + 2]
}

/** A row's cells by column, empty ones between; null where two of them want the same column. */
function asRow(cells: readonly TaggedCell[], edges: readonly number[]): TableRow | null {
  const row: TableCell[] = []
  let reached = 0
  for (const { words } of cells.toSorted((one, other) => one.box[0] - other.box[0])) {
    const bands = words.map(
      ({ box }) => bandOf(edges, middle(box)) ?? (middle(box) < (edges[0] ?? 0) ? 0 : edges.length - 2),
    )
    const first = Math.min(...bands)
    if (first < reached) return null
    for (; reached < first; reached += 1) row.push({ column: reached, columns: 1, rows: 1, lines: [] })
    const columns = Math.max(...bands) - first + 1
    row.push({ column: first, columns, rows: 1, lines: cellLines(words) })
    reached = first + columns
  }
  for (; reached < edges.length - 1; reached += 1) row.push({ column: reached, columns: 1, rows: 1, lines: [] })
  return row
}
