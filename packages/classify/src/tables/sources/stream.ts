import { asRow, type Grid, type GridCell, type GridRow, type GridSource, type Label } from '../grid.ts'
import { type Atom, atomsOf } from './stream/atoms.ts'
import { chainsOf, type Link } from './stream/chains.ts'
import { type Found, isUnderPeriods, readings, type Stretch } from './stream/readings.ts'
import type { Row } from './stream/rows.ts'

/**
 * Tables that lost their lines: heads, labels and figures that follow each other as words do, in a paragraph or over a page. Where
 * labels and figures take turns each way to lay them out is tried, and taken where heads, figures in step and totals bear it out.
 */
export const stream: GridSource = {
  id: 'tables/stream',
  about: 'Heads, labels and figures one behind the other in running text, laid out in the one way that explains them.',
  find: (_letter, lines, taken): readonly Grid[] => {
    const atoms = atomsOf(lines, taken)
    const grids: Grid[] = []
    for (const { lead, links, breaksOff, tail } of chainsOf(atoms)) {
      let from = 0
      while (from < links.length) {
        const end = headAfter(links, from)
        const stretch: Stretch = {
          lead: from === 0 ? lead : (links[from]?.label ?? []),
          links: links.slice(from, end),
          breaksOff: breaksOff && end === links.length,
          tail: links[end]?.label ?? tail,
        }
        const found = firstOf(readings, (read) => read(stretch))
        if (found) grids.push(gridOf(found, atoms))
        // Rows under periods that cannot be placed are no rows of anything else.
        from = found ? from + found.used : isUnderPeriods(stretch.lead) ? end : from + 1
      }
    }
    return grids
  },
}

/** The next link in front of which periods and words head another table. */
function headAfter(links: readonly Link[], from: number): number {
  const at = links.findIndex(
    ({ label }, place) =>
      place > from &&
      label.filter(({ kind }) => kind === 'period').length > 1 &&
      label.some(({ kind }) => kind === 'word'),
  )
  return at === -1 ? links.length : at
}

function firstOf<Each, Value>(all: readonly Each[], of: (each: Each) => Value | null): Value | null {
  for (const each of all) {
    const value = of(each)
    if (value !== null) return value
  }
  return null
}

function gridOf({ corner, heads, rows }: Found, atoms: readonly Atom[]): Grid {
  const start = corner?.start ?? heads[0]?.start ?? rows[0]?.label?.start ?? 0
  const end = Math.max(...rows.flatMap(({ cells }) => cells.map((cell) => cell?.end ?? 0)))
  const isLabelled = rows.some(({ label }) => label !== null)
  const head = isLabelled ? [cellOr(corner, start), ...asRow(heads)] : asRow(heads)
  const body = rows.map((row) => rowOf(row, isLabelled))
  return {
    rule: 'tables/stream',
    rows: heads.length > 0 ? [head, ...body] : body,
    headRows: heads.length > 0 ? 1 : 0,
    caption: null,
    first: lineAt(atoms, start),
    last: lineAt(atoms, end - 1),
    told: false,
  }
}

/** The line of the atom that ends behind an offset, found by halving. */
function lineAt(atoms: readonly Atom[], offset: number): number {
  let low = 0
  let high = atoms.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((atoms[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return atoms[low]?.line ?? 0
}

function rowOf({ label, cells }: Row, isLabelled: boolean): GridRow {
  let at = label?.end ?? cells.find((cell) => cell !== null)?.start ?? 0
  const places: GridCell[] = isLabelled ? [cellOr(label, at)] : []
  for (const cell of cells) {
    places.push(cellOr(cell, at))
    at = cell?.end ?? at
  }
  return places
}

function cellOr(label: Label | null, at: number): GridCell {
  return label ? { ...label, under: label.text } : { text: '', under: '', start: at, end: at }
}
