import type { RoledCitation } from '../exemptions/index.ts'
import { isOfSmallNumbers } from '../outcomes/index.ts'
import type { FoundValue } from './found-value.ts'

/** A figure given only as being below some small number. */
export function isHeldBack({ quantity }: Pick<FoundValue, 'quantity'>): boolean {
  return quantity.state === 'suppressed'
}

/**
 * The exemptions that a letter relies on to hold small numbers back: «Numbers below five are exempt under section 40(2)»,
 * often in a footnote. They hold for every answer with such a number.
 */
export function groundsOfSmallNumbers(text: string, roles: readonly RoledCitation[]): readonly string[] {
  return roles
    .filter(({ role, finding }) => role === 'engaged' && finding.value.told === 'number')
    .filter(({ spans }) => spans.some((span) => isOfSmallNumbers(text, span)))
    .map(({ finding }) => finding.value.cite)
}
