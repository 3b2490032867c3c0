import { type CutLine, isFilled } from './cut-lines.ts'
import { isFigure } from './figures.ts'
import { textOf } from './lines.ts'

/** Do figures tell the rows? Not in a table of words where a "No" or "n/a" stands now and then. */
export function figuresRule(cuts: readonly CutLine[]): boolean {
  return cuts.filter(hasFigure).length >= 0.4 * cuts.filter(isFilled).length
}

/**
 * The lines that rows are built around: those with a figure outside the first column where there are any; else
 * those that begin in the first column and fill most columns.
 */
export function anchorsIn(block: readonly CutLine[], byFigures: boolean): readonly CutLine[] {
  const figured = byFigures ? block.filter(hasFigure) : []
  if (figured.length > 0) return figured
  const most = Math.max(...block.map(({ cells }) => cells.length))
  return block.filter((line) => isFilled(line) && line.cells.length >= 0.6 * most)
}

/** Most of what stands outside the first column is figures: «cases | year | 1,000» is the end of three headings. */
export function hasFigure({ cells }: CutLine): boolean {
  const others = cells.filter(({ column }) => column > 0)
  const figures = others.filter(({ line }) => isFigure(textOf(line)))
  if (isUnits({ base: 0, size: 0, cells })) return false
  return figures.length > 0 && figures.length >= 0.4 * others.length
}

/** "(1 000)  (%)  (EUR)" or "(a)  (b)": below all headings their units, or the letters that notes know them by. */
export function isUnits({ cells }: CutLine): boolean {
  const heads = cells.filter(({ column }) => column > 0)
  return heads.length > 1 && heads.every(({ line }) => /^\([^()]{1,24}\)$/.test(textOf(line)))
}
