import { isNumeric, isYesNo } from '../cells.ts'
import { isHeadOfCases, isHeadOfFigures } from '../headings.ts'
import { isPeriodLabel } from '../period-labels.ts'
import type { Shape } from '../shape.ts'
import type { KindOfTable } from './kind.ts'

/** One row for each incident, request or item: references, dates and descriptions rather than counts. */
export const register: KindOfTable = {
  kind: 'register',
  about: 'One row for each incident, request or item.',
  is: (shape) => {
    const { columns, header, body } = shape
    if (body.length === 0 || header.filter((head) => head !== '').length < 2) return false
    const used = columns.filter((column) => column !== 'empty').length
    if (used < 2) return false
    const texts = columns.filter((column) => column === 'texts').length
    if (columns.includes('references')) return texts > 0 || used > 2
    if (columns.includes('days')) return used > 2
    if (shape.figures.length === 0) return isListOfItems(shape, used)
    // Years along the top count; what is written at the side or in one odd cell lists no cases.
    if (shape.figures.filter((column) => isPeriodLabel(header[column] ?? '')).length > 1) return false
    // Days and words beside the figures: "Date, what happened, people affected".
    return texts > 0 && texts + columns.filter((column) => column === 'periods').length >= 2 && hasFreeWords(shape)
  },
}

/** No figures at all: headings must say what the columns are. */
function isListOfItems({ columns, header, body, told, isHeadTold }: Shape, used: number): boolean {
  const named = header.filter((head) => isHeadOfCases(head)).length
  const isTyped =
    columns.includes('periods') ||
    columns.includes('days') ||
    columns.some((_, at) => at > 0 && body.every((row) => isYesNo(withoutReason(row[at]?.text ?? ''))))
  const isNamed = isTyped && (told || (isHeadTold && used >= 3 && body.length >= 2))
  if (named === 0 && !isNamed) return false
  return used >= 3 ? body.length >= 1 && (told || isNamed || named >= 2) : body.length >= 2 && (isTyped || named >= 2)
}

/** "No (withdrawn)" */
function withoutReason(text: string): string {
  return text.replace(/ \([^()]{1,120}\)$/, '')
}

/** Does a column of words say something else in nearly every row, at some length? */
function hasFreeWords({ columns, body, header }: Shape): boolean {
  return columns.some((column, at) => {
    if (column !== 'texts' || isHeadOfFigures(header[at] ?? '')) return false
    const cells = body.map((row) => row[at]?.text ?? '').filter((cell) => cell !== '' && !isNumeric(cell))
    const long = cells.filter((cell) => cell.length > 45).length
    return long * 2 > cells.length && new Set(cells).size * 3 > cells.length * 2
  })
}
