import type { Span } from '@disclosed/document'
import { findPeriods, wholePeriod } from '../periods/index.ts'
import { namesWhatWasAsked } from './fit.ts'
import type { Context } from './found-value.ts'
import { labelIn } from './shapes/label.ts'
import type { Heading } from './when.ts'

/**
 * What a heading says of the figures below it: their days, their category, or both. A year keeps its days over the
 * categories below it («2013», below it «Phones:»); the next year ends the category of the one above.
 */
export function headingAt(span: Span, above: Heading | null, context: Context): Heading {
  const words = context.text
    .slice(span.start, span.end)
    .replace(/\s{0,9}:$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  const whole = wholePeriod(words)
  const found = whole ? [] : findPeriods(words, { requestDate: context.requestDate })
  const period = whole ?? (found.length === 1 ? (found[0]?.value ?? null) : null)
  const total = /^(?:grand |overall )?totals?\b/i.test(words)
  const category = total || period ? null : categoryOf(words, context)
  return period
    ? { category, total, period, span }
    : { category, total, period: above?.period ?? null, span: above?.span ?? span }
}

function categoryOf(words: string, context: Context): string | null {
  const label = labelIn(words)
  if (label === null || label.split(' ').length > longestCategory) return null
  return announces.test(label) || namesWhatWasAsked(label, context.words) ? null : label
}

/** More words than these announce and name no category. */
const longestCategory = 8

const announces =
  /\b(?:as follows|follows|below|breakdown|figures?|answers?|responses?|information|data|results?|details?|please|table|list|these|those|are|is|was|were|we|our|broken down|split|summary|note|numbers?)\b/i
