import type { Span } from '@disclosed/document'
import { findPeriods, type Period, wholePeriod } from '../periods/index.ts'
import { inSuccession, placedIn } from '../periods/placed.ts'
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
  const told = whole ?? (found.length === 1 ? (found[0]?.value ?? null) : null)
  const period = told && isOpen(told) ? (placed(words, told, above, span, context) ?? told) : told
  const total = /^(?:grand |overall )?totals?\b/i.test(words)
  const category = total || period ? null : categoryOf(words, context)
  return period
    ? { category, total, period, span }
    : { category, total, period: above?.period ?? null, span: above?.span ?? span }
}

function isOpen({ from, to, shape }: Period): boolean {
  return from === null && to === null && shape !== 'relative'
}

/** «April» below «2019», or behind «March 2019», or in the days that were asked about; «2018 - 2019» near its like. */
function placed(words: string, open: Period, above: Heading | null, span: Span, context: Context): Period | null {
  if (open.shape === 'span') return amongOthers(span, context)
  const before = above?.period ?? null
  const around = before?.shape === 'month' ? null : before
  const next =
    before?.shape === 'month' && open.shape === 'month' && before.from
      ? inSuccession([words], { year: Number(before.from.slice(0, 4)), month: Number(before.from.slice(5, 7)) + 1 })
      : null
  if (next) return next[0] ?? null
  const days = around ?? context.replied?.period ?? context.asked?.whole ?? open
  return placedIn(words, open, days) ?? (before ? null : firstOf(words, open, days))
}

/** The first heading names the month that the days begin with: a list that runs through them from there. */
function firstOf(words: string, open: Period, { from }: Pick<Period, 'from'>): Period | null {
  if (open.shape !== 'month' || !from) return null
  return inSuccession([words], { year: Number(from.slice(0, 4)), month: Number(from.slice(5, 7)) })?.[0] ?? null
}

/** What a heading says beside those near it. */
function amongOthers({ start, end }: Span, { text, requestDate }: Context): Period | null {
  const from = Math.max(0, start - near)
  const found = findPeriods(text.slice(from, end + near), { requestDate })
  const here = found.find(({ span }) => from + span.start < end && start < from + span.end)
  return here && !isOpen(here.value) ? here.value : null
}

const near = 160

function categoryOf(words: string, context: Context): string | null {
  const label = labelIn(words)
  if (label === null || label.split(' ').length > longestCategory) return null
  // "Year Requests received" over years and figures: the head of a table that lost its columns.
  if (/^(?:year|month|date|period|quarter)s?\s\S/i.test(label)) return null
  return announces.test(label) || namesWhatWasAsked(label, context.words) ? null : label
}

/** More words than these announce and name no category. */
const longestCategory = 8

const announces =
  /\b(?:as follows|follows|below|breakdown|figures?|answers?|responses?|information|data|results?|details?|please|table|list|these|those|are|is|was|were|we|our|broken down|split|summary|note|numbers?)\b/i
