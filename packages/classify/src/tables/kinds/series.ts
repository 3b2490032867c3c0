import { isTotal } from '../cells.ts'
import { isHeadOfAmounts, isHeadOfFigures } from '../headings.ts'
import { isPeriodLabel } from '../period-labels.ts'
import type { Shape } from '../shape.ts'
import type { KindOfTable } from './kind.ts'

/** Periods and their figures: months down the side, or years along the top of one row or of the letter's questions. */
export const series: KindOfTable = {
  kind: 'series',
  about: 'Periods and their figures.',
  is: (shape) => isDownTheSide(shape) || isAlongTheTop(shape),
}

function isDownTheSide({ columns, figures, header, labels }: Shape): boolean {
  const [first] = labels
  if (labels.length !== 1 || first === undefined || columns[first] !== 'periods') return false
  const groups = figures.filter((column) => !isHeadOfFigures(header[column] ?? '') && !isTotal(header[column] ?? ''))
  return figures.length === 1 || groups.length === 0 || figures.some((column) => isHeadOfAmounts(header[column] ?? ''))
}

function isAlongTheTop({ figures, header, body, labels }: Shape): boolean {
  if (
    figures.length === 0 ||
    !figures.every((column) => isPeriodLabel(header[column] ?? '') || isTotal(header[column] ?? ''))
  )
    return false
  if (!figures.some((column) => isPeriodLabel(header[column] ?? ''))) return false
  const names = body.map((row) => labels.map((column) => row[column]?.text ?? '').join(' '))
  const isQuestions = names.every((name) =>
    /^(?:q(?:uestion)? ?)?\(?\d{1,2}(?:\.\d)?\s?\(?[a-z]?\)?[.:]?$|\?$/i.test(name.trim()),
  )
  return labels.length === 0 || isQuestions || (body.length === 1 && figures.length > 1)
}
