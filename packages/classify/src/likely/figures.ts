import { overlaps, type Span } from '@disclosed/document'
import { fits } from '../answers/fit.ts'
import type { FoundValue, Pairs, Segment } from '../answers/index.ts'
import { withoutTheirs, withoutThoseBefore } from '../answers/said-before.ts'
import type { Finding } from '../finding.ts'
import { findQuantities, type Quantity } from '../quantities/index.ts'
import type { Asked } from '../questions/index.ts'

/** A figure that stands in the answer to a question, whether or not a rule believes that it answers it. */
export interface Standing {
  readonly question: Asked
  readonly quantity: Quantity
  /** Its words in the letter. */
  readonly span: Span
  /** Which of its answer's pieces it stands in, and at which place of all of its figures. */
  readonly segment: Segment
  readonly piece: number
  readonly place: number
  /** What a rule made of it. */
  readonly taken: FoundValue | null
}

/** All that stands in one answer. */
export interface Standings {
  readonly question: Asked
  readonly segments: readonly Segment[]
  readonly figures: readonly Standing[]
  /** What rules found to answer the question. */
  readonly values: readonly FoundValue[]
}

/**
 * The figures of each answer, in the order of the letter. Left out, unless a rule took them, are those that answer nothing by what they are:
 * what the question said itself, what points back («of the 82»), a word for one, a length of time beside counts, what a rule took for another
 * question, and the cells of tables.
 */
export function figuresStanding(
  text: string,
  questions: readonly Asked[],
  pairs: Pairs,
  values: readonly (readonly FoundValue[])[],
  tables: readonly Span[],
): readonly Standings[] {
  return questions.map((question) => {
    const segments = (pairs.answers[question.index] ?? []).slice(0, mostSegments)
    const found = values[question.index] ?? []
    const theirs = values.filter((_, index) => index !== question.index).flat()
    const takenBy = (some: readonly FoundValue[], span: Span) => some.find((each) => overlaps(each.span, span)) ?? null
    const figures = segments.flatMap((segment, piece) => {
      const words = text.slice(segment.span.start, segment.span.end)
      return own(findQuantities(words), words, question.words).map(({ value, span: inner, isOwn }) => {
        const span = { start: segment.span.start + inner.start, end: segment.span.start + inner.end }
        const taken = takenBy(found, span)
        const isOpen = isOwn && takenBy(theirs, span) === null && !tables.some((table) => overlaps(table, span))
        return { quantity: value, span, segment, piece, taken, isOpen }
      })
    })
    return {
      question,
      segments,
      values: found,
      figures: figures
        .filter(({ taken, isOpen }) => taken !== null || isOpen)
        .slice(0, mostFigures)
        .map((figure, place): Standing => ({ ...figure, question, place })),
    }
  })
}

function own(all: readonly Finding<Quantity>[], words: string, asked: string) {
  const kept = new Set(withoutThoseBefore(withoutTheirs(all, words, asked), words))
  return all.map((each) => {
    const said = words.slice(each.span.start, each.span.end)
    const isYearAsked = /^(?:19|20)\d\d$/.test(said) && asked.includes(said)
    const isOtherTime = each.value.quantity === 'duration' && !fits(each.value, asked)
    return {
      ...each,
      isOwn:
        kept.has(each) &&
        !isYearAsked &&
        !isOtherTime &&
        !pointsTo.test(words.slice(Math.max(0, each.span.start - 40), each.span.start)) &&
        !isOfDays.test(words.slice(each.span.end, each.span.end + 60)) &&
        !/^(?:(?:only|just|about|the) )?one\b/i.test(said),
    }
  })
}

/** «14» of «14 and 15 December 2021» */
const isOfDays =
  /^(?:st|nd|rd|th)?(?:, \d{1,2}(?:st|nd|rd|th)?){0,6},? (?:and|&|to|or) \d{1,2}(?:st|nd|rd|th)?,? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i

/** «See response to 2 above», «as at point 3» */
const pointsTo =
  /\b(?:questions?|points?|parts?|items?|answers?|response|reply)(?: (?:to|in|at|for|of|under|no\.?))?(?: (?:questions?|points?|number))? \(?$/i

/** Where more stand it is a table, or a file in itself, and no answer that words could be weighed for. */
const mostSegments = 100
const mostFigures = 200
