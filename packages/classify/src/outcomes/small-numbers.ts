import type { Span } from '@disclosed/document'
import { paragraphAround } from './sentence.ts'

/** Does the paragraph say that numbers are held back because they are small? «The number is a low one», «values below five». */
export function isOfSmallNumbers(text: string, span: Span): boolean {
  const { start, end } = paragraphAround(text, span)
  return speaksOfSmallNumbers.test(text.slice(Math.max(start, span.start - 600), Math.min(end, span.end + 300)))
}

const counts = '(?:numbers?|figures?|values?|counts?|totals?)'

const speaksOfSmallNumbers = new RegExp(
  String.raw`\b(?:small|low) (?:numbers?|figures?|values?|counts?)\b|\b${counts} (?:as low|so (?:low|small)|this (?:low|small)|(?:of |that are )?(?:less|fewer|lower|smaller) than|below|under|from (?:1|one) to)\b|\b${counts} (?:involved |concerned |here )?(?:is|are|was|were|being) (?:(?:too|so|very|relatively|all|a|only) ){0,2}(?:low|small)\b|\b${counts} (?:is|are|was|were) (?:below|under|less than|fewer than) (?:5|five|10|ten)\b|\b(?:less|fewer|lower) than (?:5|five|10|ten) (?:has|have|is|are|was|were|can|cannot)\b|\bsuppress|<\s?\d`,
  'i',
)
