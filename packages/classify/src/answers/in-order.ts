import type { Span } from '@disclosed/document'
import { findQuantities } from '../quantities/index.ts'
import { fits } from './fit.ts'
import type { Context, FoundValue } from './found-value.ts'
import { daysOf } from './when.ts'

/**
 * «9, 14 and 17 respectively» to a question about 2020, 2021 and 2022: as many figures as times, and nothing else.
 * Empty where their numbers differ, or anything but figures is said.
 */
export function figuresInOrder(span: Span, { text, words, asked }: Context): readonly FoundValue[] {
  const parts = asked?.parts ?? []
  const said = text.slice(span.start, span.end)
  if (!asked || parts.length < 2 || !onlyFigures.test(said)) return []
  const found = findQuantities(said).filter(({ value }) => value.number !== null && fits(value, words))
  if (found.length !== parts.length) return []
  return found.flatMap(({ value, span: at }, index) => {
    const part = parts[index]
    return part
      ? {
          quantity: value,
          span: { start: span.start + at.start, end: span.start + at.end },
          leansOn: [asked.span],
          category: null,
          total: false,
          period: { ...daysOf(part), basis: asked.basis },
          rule: 'answers/in-order' as const,
        }
      : []
  })
}

const onlyFigures =
  /^\s{0,9}(?:(?:there were|these were|the (?:numbers?|figures?|totals?) (?:is|are|was|were)):? )?(?:[£<]?\d[\d,.]{0,14}[%km]?|nil|none|zero)(?:(?:, | and |, and |; ?)(?:[£<]?\d[\d,.]{0,14}[%km]?|nil|none|zero)){1,11}(?:,? respectively)?\.?\s{0,9}$/i
