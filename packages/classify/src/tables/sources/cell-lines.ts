import type { Grid, GridSource } from '../grid.ts'
import { headAbove } from './cell-lines-head.ts'
import { bodyAt, kindOf } from './cell-rhythm.ts'

/**
 * Tables that lost their columns: every cell stands on a line of its own. The columns show only in the rhythm
 * of the lines, a label and then so many figures, again and again. Where the rhythm breaks in the middle of a row,
 * or no head stands above it, we say nothing: questions with numbers below them have a rhythm too.
 */
export const cellLines: GridSource = {
  id: 'tables/cell-lines',
  about: 'One cell to each line: a label, its figures, the next label, its figures.',
  find: (_letter, lines, taken): readonly Grid[] => {
    const kinds = lines.map((line, at) => (taken.has(at) ? 'other' : kindOf(line)))
    const grids: Grid[] = []
    let from = 0
    let at = 0
    while (at < lines.length) {
      const body = bodyAt(lines, kinds, at)
      if (body === null) {
        at += 1
        continue
      }
      const head = body.isSettled ? headAbove(lines, kinds, body, from) : null
      if (head) {
        grids.push({ ...head, rule: 'tables/cell-lines', caption: null, last: body.end - 1, told: false })
        from = body.end
      }
      at = body.end
    }
    return grids
  },
}
