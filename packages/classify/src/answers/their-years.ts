import {
  inAcademicYears,
  isFinancialYear,
  type keepsAcademicYears,
  speaksOfSchoolsOnly,
} from '../periods/academic-letters.ts'
import type { FoundValue } from './found-value.ts'

/**
 * The values of a question in the years that it keeps. Where only another question says which these are, academic ones are the
 * likelier (a letter about schools), and the values say that they may be others.
 */
export function inTheirYears(
  values: readonly FoundValue[],
  academic: ReturnType<typeof keepsAcademicYears>,
  text: string,
): readonly FoundValue[] {
  if (academic === 'no') return values.some(isOfYear) && speaksOfSchoolsOnly(text) ? values.map(asDoubtful) : values
  return values.map((value): FoundValue => {
    const moved = { ...value, period: inAcademicYears(value.period) }
    return academic === 'unclear' && isFinancialYear(value.period) ? { ...moved, doubt: 'may-be-financial' } : moved
  })
}

function isOfYear({ period }: FoundValue): boolean {
  return isFinancialYear(period)
}

function asDoubtful(value: FoundValue): FoundValue {
  return isOfYear(value) && !value.doubt ? { ...value, doubt: 'may-be-academic' } : value
}
