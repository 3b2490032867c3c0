import { measuresByCode, type ObservationRow } from '../settle/dataset.ts'
import type { Column, ColumnSet, RowOf } from '../table.ts'
import { document } from '../tables/document.ts'
import { observation } from '../tables/observation.ts'
import { answer } from '../tables/question.ts'
import type { correctables } from '../vocabularies.ts'

/** What a figure says: all that a person looks at when confirming it. */
export type FigureClaim = Pick<ObservationRow, (typeof figureFields)[number]>
/** How a question was answered. */
export type AnswerClaim = Pick<RowOf<typeof answer.columns>, (typeof answerFields)[number]>
/** Whose a document is, and its days. */
export type DocumentClaim = Pick<RowOf<typeof document.columns>, (typeof documentFields)[number]>
export type Claim = Readonly<Record<string, string | number | null>>

const figureFields = [
  'number',
  'low',
  'high',
  'relation',
  'unit',
  'quantity',
  'state',
  'measure',
  'incident_type',
  'category',
  'period_from',
  'period_to',
  'timing',
  'each',
  'question',
] as const
const answerFields = ['outcome', 'yes_no'] as const
const documentFields = ['authority', 'received', 'responded'] as const

/** The fields of each thing that people can speak of. */
export const fieldsOf: Readonly<Record<Exclude<keyof typeof correctables, 'word'>, readonly string[]>> = {
  figure: figureFields,
  answer: answerFields,
  document: documentFields,
}

/** The fields of a row that make its claim. */
export function claimOf(about: keyof typeof fieldsOf, row: Claim): Claim {
  return Object.fromEntries(fieldsOf[about].map((field) => [field, row[field] ?? null]))
}

const columnsOf: Readonly<Record<keyof typeof fieldsOf, ColumnSet>> = {
  figure: observation.columns,
  answer: answer.columns,
  document: document.columns,
}

/** The first field of a claim from elsewhere that the dataset could not hold; null where all is sound. */
export function unsoundField(about: keyof typeof fieldsOf, claim: Claim): string | null {
  const isSound = ([field, value]: readonly [string, string | number | null]) => {
    const column = fieldsOf[about].includes(field) ? columnsOf[about][field] : undefined
    return column !== undefined && holds(column, value) && (field !== 'measure' || value === null || isMeasure(value))
  }
  return Object.entries(claim).find((each) => !isSound(each))?.[0] ?? null
}

function isMeasure(value: string | number): boolean {
  return measuresByCode.has(String(value))
}

function holds({ type, nullable, codes, check }: Column, value: string | number | null): boolean {
  if (value === null) return nullable
  if (type !== 'TEXT') return typeof value === 'number' && Number.isFinite(value)
  if (typeof value !== 'string') return false
  const isDay = check?.includes('GLOB') === true
  return (codes === null || codes.includes(value)) && (!isDay || /^\d{4}-[01]\d-[0-3]\d$/.test(value))
}

/** Do two claims say the same? Where people are hidden in one of them, what is hidden is not compared. */
export function isSameClaim(one: Claim, other: Claim): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((field) =>
    isSame(one[field] ?? null, other[field] ?? null),
  )
}

function isSame(one: string | number | null, other: string | number | null): boolean {
  if (one === other) return true
  if (typeof one !== 'string' || typeof other !== 'string' || one.length !== other.length) return false
  return Array.from(one, (_, at) => at).every(
    (at) => one[at] === other[at] || one[at] === hidden || other[at] === hidden,
  )
}

/** Stands for each character of a person's name. */
const hidden = '█'
