import { inAcademicYears, isFinancialYear, type keepsAcademicYears } from '../periods/academic-letters.ts'
import type { FoundValue } from './found-value.ts'

/**
 * The values of a question in the years that it keeps. Where only another question says which these are, academic ones are the
 * likelier (a letter about schools), and the values say that they may be others.
 */
export function inTheirYears(
  values: readonly FoundValue[],
  academic: ReturnType<typeof keepsAcademicYears>,
): readonly FoundValue[] {
  if (academic === 'no') return values
  return values.map((value): FoundValue => {
    const moved = { ...value, period: inAcademicYears(value.period) }
    return academic === 'unclear' && isFinancialYear(value.period) ? { ...moved, doubt: 'may-be-financial' } : moved
  })
}
