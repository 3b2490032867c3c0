import type { RoledCitation } from '../exemptions/index.ts'
import { paragraphAround } from '../outcomes/index.ts'
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
    .filter(({ spans }) => spans.some((span) => speaksOfSmallNumbers.test(wordsAround(text, span))))
    .map(({ finding }) => finding.value.cite)
}

function wordsAround(text: string, span: { readonly start: number; readonly end: number }): string {
  const { start, end } = paragraphAround(text, span)
  return text.slice(Math.max(start, span.start - 600), Math.min(end, span.end + 300))
}

const speaksOfSmallNumbers =
  /\b(?:small|low) (?:numbers?|figures?|values?|counts?)\b|\b(?:numbers?|figures?|values?|counts?|totals?) (?:as low|so (?:low|small)|this (?:low|small)|(?:of |that are )?(?:less|fewer|lower|smaller) than|below|under|from (?:1|one) to)\b|\bsuppress|<\s?\d/i
