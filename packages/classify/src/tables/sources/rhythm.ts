import { isFigure } from '../cells.ts'
import type { Grid, GridSource } from '../grid.ts'
import { asRow } from '../grid.ts'
import { isPeriodLabel } from '../period-labels.ts'
import { type CellLine, cellLineOf } from './cell-words.ts'
import { headAbove } from './heads-above.ts'
import { type Body, bodyAt } from './row-rhythm.ts'

/**
 * Tables that lost their columns: every cell on a line of its own, or cells that ran together on one. The columns show only in the
 * rhythm of labels and figures: a label and then so many figures, again and again. Where the rhythm breaks in the middle of a row,
 * or no head stands above it, we say nothing: questions with numbers below them have a rhythm too.
 */
export const rhythm: GridSource = {
  id: 'tables/rhythm',
  about: 'Rows of one shape, a label and its figures, on one line each or over several.',
  find: (_letter, lines, taken): readonly Grid[] => {
    const cells = lines.map((line, at): CellLine => {
      if (taken.has(at)) return { kind: 'other', line, label: null, figures: [] }
      return cellLineOf(line)
    })
    const grids: Grid[] = []
    let from = 0
    let at = 0
    while (at < lines.length) {
      const body = bodyAt(cells, at)
      if (body === null) {
        at += 1
        continue
      }
      const head = body.isSettled ? (headed(cells, body, from) ?? headless(cells, body)) : null
      if (head) {
        grids.push({ ...head, rule: 'tables/rhythm', caption: null, last: body.end - 1, told: false })
        from = body.end
      }
      at = body.rows.length > 1 || head ? body.end : at + 1
    }
    return grids
  },
}

/** One row alone needs years above it: "Year 2019/20 2020/21" over "Total £608 £1,164". */
function headed(cells: readonly CellLine[], body: Body, from: number): ReturnType<typeof headAbove> {
  const head = headAbove(cells, body, from)
  const [top, ...rows] = head?.rows ?? []
  const periods = top?.filter((cell) => isPeriodLabel(cell.text)).length ?? 0
  // "Dogs found, 2019, 2020, 2021, 4, 5, 6": the last year is no label of the row below the other two.
  const isCutShort = isPeriodLabel(rows[0]?.[0]?.text ?? '')
  const isLone = body.figures > 1 && periods > 1 && !isCutShort && !goesOn(cells, body)
  return body.rows.length > 1 || isLone ? head : null
}

/** Are there words and then figures again, in a step that is not this one's? */
function goesOn(cells: readonly CellLine[], body: Body): boolean {
  const next = cells.slice(body.end, body.end + mostBetween)
  const figures = next.findIndex(({ kind }) => kind === 'figures')
  return figures > 0 && next.slice(0, figures).every(({ line }) => !line.gap && /^.{1,60}(?<![:?])$/.test(line.text))
}

const mostBetween = 6
const fewestRows = 3
const fewestOfOneFigure = 4

const namesThings = /^[A-Z][a-z]{2,20} .{1,100}[a-z)]$/

/** Three labels on lines of their own with as many figures each need no head; with one figure each it takes more of them. */
function headless(cells: readonly CellLine[], body: Body): ReturnType<typeof headAbove> {
  const isOnLines =
    body.end - body.start === body.rows.length && cells.slice(body.start, body.end).every(({ kind }) => kind === 'row')
  const isClose = cells.slice(body.start + 1, body.end).every(({ line }) => !line.gap)
  const areLabelled = body.rows.every(([label]) => label && !isFigure(label.text))
  // «Requests granted in full 74» over «Requests refused 32»: names of things, with nothing between them and their figures.
  const areNamed = body.rows.every(([label]) => label && namesThings.test(label.text))
  const isEnough = body.figures > 1 ? body.rows.length >= fewestRows : areNamed && body.rows.length >= fewestOfOneFigure
  return isOnLines && isClose && areLabelled && isEnough
    ? { rows: body.rows.map(asRow), headRows: 0, first: body.start }
    : null
}
