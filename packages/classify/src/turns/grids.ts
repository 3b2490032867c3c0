import type { Line } from '../letter.ts'
import { readLabel } from '../passages/labels.ts'
import { isAsk, isDirectAsk } from '../questions/asks.ts'
import { numberIn, partOf, type Turned } from './turn.ts'

interface Cell {
  readonly start: number
  readonly end: number
  readonly text: string
}

interface Row {
  readonly line: Line
  readonly cells: readonly Cell[]
}

/**
 * «No. | Question | Response» over «1 | How many laptops were lost? | 4»: rows that hold a question and its answer. They do where one column
 * asks in most of its rows and the last one does not; where no head says so, nearly all must end in a question mark.
 */
export function gridTurns(lines: readonly Line[]): readonly Turned[] {
  return gridsIn(lines).flatMap((rows) => turnsOf(rows))
}

function gridsIn(lines: readonly Line[]): readonly (readonly Row[])[] {
  const grids: Row[][] = []
  let open: Row[] = []
  const finish = () => {
    if (open.length > 1) grids.push(open)
    open = []
  }
  for (const line of lines) {
    const cells = cellsOf(line)
    const last = open.at(-1)
    if (!cells || (last && (last.line.index + 1 !== line.index || last.cells.length !== cells.length))) finish()
    if (cells) open.push({ line, cells })
  }
  finish()
  return grids
}

/** «| a | b |», «a | b», «a ⇥ b»: two to four cells. */
function cellsOf({ text }: Line): readonly Cell[] | null {
  const mark = text.includes('|') ? '|' : text.includes('\t') ? '\t' : null
  if (!mark) return null
  const cells: Cell[] = []
  let from = 0
  while (from <= text.length) {
    const found = text.indexOf(mark, from)
    const to = found === -1 ? text.length : found
    cells.push({ start: from, end: to, text: text.slice(from, to).trim() })
    if (cells.length > most + 2) return null
    from = to + 1
  }
  const framed = cells.slice(text.startsWith('|') ? 1 : 0, text.endsWith('|') ? -1 : undefined)
  return framed.length >= 2 && framed.length <= most ? framed : null
}

const most = 4

function turnsOf(rows: readonly Row[]): readonly Turned[] {
  const [first] = rows
  if (!first) return []
  const isRule = ({ cells }: Row) => cells.every(({ text }) => /^:?[-=]{2,40}:?$/.test(text))
  const asked = first.cells.findIndex(({ text }) => headsQuestions.test(text))
  const isHeaded = asked >= 0 && headsAnswers.test(first.cells[asked + 1]?.text ?? '')
  const body = rows.filter((row) => !isRule(row) && !(isHeaded && row === first))
  const column = isHeaded ? asked : columnThatAsks(body)
  if (column === null || column + 1 >= first.cells.length) return []
  const filled = body.filter(({ cells }) => (cells[column]?.text ?? '') !== '')
  const asking = filled.filter(({ cells }) => isAsk(askOf(cells[column]?.text ?? ''))).length
  const answering = filled.filter(({ cells }) => isDirectAsk(cells[column + 1]?.text ?? '')).length
  if (filled.length < 2 || asking * 10 < filled.length * 6 || answering * 4 > filled.length) return []
  return rows.map((row) => ({
    index: row.line.index,
    lines: body.includes(row) ? linesOf(row, column) : [],
  }))
}

/** Without a head: a column whose cells nearly all end in a question mark. */
function columnThatAsks(body: readonly Row[]): number | null {
  const width = body[0]?.cells.length ?? 0
  for (let column = 0; column + 1 < width; column += 1) {
    const marked = body.filter(({ cells }) => /\?\W{0,3}$/.test(cells[column]?.text ?? '')).length
    if (marked >= 2 && marked * 10 >= body.length * 8) return column
  }
  return null
}

const headsQuestions =
  /^(?:(?:your|the|foi) )?(?:questions?|requests?|quer(?:y|ies)|information (?:requested|required)|questions? asked|request details?)(?: text)?\W{0,2}$/i
const headsAnswers =
  /^(?:(?:\S{1,20} ){0,3})?(?:responses?|answers?|repl(?:y|ies)|information (?:provided|disclosed|released)|comments?)(?: .{0,30})?$/i

function askOf(text: string): string {
  return text.slice(readLabel(text)?.length ?? 0)
}

/** The question, with the number beside it, and each cell behind it that says something. */
function linesOf({ line, cells }: Row, column: number): readonly Line[] {
  const question = cells[column]
  if (!question) return [line]
  const before = cells.slice(0, column).flatMap(({ text }) => numberIn(text) ?? [])[0] ?? null
  const label = readLabel(question.text)
  const number = label?.number ?? before
  const asks =
    question.text === ''
      ? []
      : [partOf(line, question.start, question.end, { by: 'question', number, length: label?.length ?? 0 })]
  const answers = cells
    .slice(column + 1)
    .filter(({ text }) => text !== '')
    .map(({ start, end }) => partOf(line, start, end, { by: 'answer', number: null, length: 0 }))
  return [...asks, ...answers]
}
