import type { Span } from '@disclosed/document'
import type { Finding } from '../finding.ts'
import { findPeriods, type Period } from '../periods/index.ts'
import { findQuantities, type Quantity } from '../quantities/index.ts'
import { fits, sharesWords } from './fit.ts'
import type { Context, FoundValue } from './found-value.ts'
import { withoutTheirs, withoutThoseBefore } from './said-before.ts'
import { dated, type Heading } from './when.ts'

/**
 * The figures of a sentence that nothing else in its answer competes with: «Around 750, though we are still counting», «Paid 42
 * (£8,320), unpaid 5, written off 2». What was asked for is a figure, and the answer gives these; so all of them are believed, but for
 * what the question said itself, what points back («of the 82 cases»), and small numbers in words that count something else.
 */
export function figuresInClauses(span: Span, heading: Heading | null, context: Context): readonly FoundValue[] {
  const words = context.text.slice(span.start, span.end)
  if (speaksAround.test(words)) return []
  const all = findQuantities(words).filter(({ value }) => value.number !== null && fits(value, context.words))
  const own = withoutThoseBefore(withoutTheirs(all, words, context.words), words)
  const found = own.filter((each) => counts(each, words, context.words))
  // «9, 14 and 17»: nothing says which is which.
  if (
    found.length === 0 ||
    found.length > most ||
    (found.length > 1 && !/[a-z]{4}|=/i.test(words.replace(/\bnone\b/gi, '')))
  )
    return []
  const periods = findPeriods(words, { requestDate: context.requestDate })
  const times = timesOf(found, periods, words)
  if (!times) return []
  const apart = areToldApart(found, context.words)
  return found.flatMap(({ value, span: inner }, at) => {
    const time = times[at] ?? null
    return dated(
      {
        quantity: value,
        span: moved(inner, span),
        category: (apart ? value.unit : null) ?? heading?.category ?? null,
        total: false,
        rule: 'answers/clause',
      },
      time ? { period: time.value, span: moved(time.span, span) } : null,
      heading,
      context,
    )
  })
}

/** More figures than these are a table that lost its lines. */
const most = 8

/** The period of each figure: one for all, or its own behind or before it in turn; null where that cannot be told. */
function timesOf(
  figures: readonly Finding<Quantity>[],
  periods: readonly Finding<Period>[],
  words: string,
): readonly (Finding<Period> | null)[] | null {
  const [only] = periods
  if (!only) return figures.map(() => null)
  const [first] = figures
  if (periods.length === 1) {
    // "£819 (it was £791 in 2021)": the time is that of the figure it stands beside, where another is told apart from it.
    const near = figures.filter(({ span }) => span.end <= only.span.start).at(-1)
    const isOfOne =
      figures.length > 1 &&
      near !== undefined &&
      near !== first &&
      /\bwas\b/i.test(words.slice(Math.max(0, near.span.start - 5), only.span.start))
    return figures.map((figure) => (isOfOne ? (figure === near ? only : null) : only))
  }
  if (periods.length !== figures.length) return null
  const leads = first !== undefined && only.span.end <= first.span.start
  const inTurn = figures.every(({ span }, at) => {
    const period = periods[at]
    const next = leads ? periods[at + 1] : figures[at + 1]
    if (!period) return false
    return leads
      ? period.span.end <= span.start && (!next || span.end <= next.span.start)
      : span.end <= period.span.start && (!next || period.span.end <= next.span.start)
  })
  return inTurn ? periods : null
}

/** Does it count what was asked for, or at least nothing that is plainly something else? */
function counts({ value, span }: Finding<Quantity>, words: string, asked: string): boolean {
  const told = words.slice(span.start, span.end)
  // «for 1 May to 10 July», «the 3 or 4 September»: days whose year is not told, and what a scanner made of a mark.
  if (isDay.test(words.slice(span.end)) || /['’‘]$/.test(words.slice(0, span.start))) return false
  if (/\d/.test(told) || value.number === 0) return true
  // «the 6 new centres», «two types of phone», «one pump for one hour»: in words it must name what was asked for.
  return sharesWords(value.unit ?? '', asked)
}

/** «76 staff, 18 visitors»: each counts something else, and none of them the thing that was asked for. */
function areToldApart(found: readonly Finding<Quantity>[], asked: string): boolean {
  const units = found.flatMap(({ value }) => (value.quantity === 'count' ? (value.unit ?? []) : []))
  return (
    found.length > 1 &&
    units.length === found.length &&
    new Set(units).size === units.length &&
    !units.some((unit) => sharesWords(unit, asked))
  )
}

function moved(inner: Span, { start }: Span): Span {
  return { start: start + inner.start, end: start + inner.end }
}

const isDay =
  /^(?:st|nd|rd|th)?(?:\s?(?:or|and|to|[-–&,])\s?\d{1,2}(?:st|nd|rd|th)?)?\s(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}\b/i

/**
 * Does a sentence go on with the figures before it? «94 of these are of school age», «the other 29 …», «These covered 48 properties»; or, as
 * another line that begins with a figure, below one that did.
 */
export function goesOn(words: string, before: string | null): boolean {
  if (before === null || words.length > longestPart) return false
  return partOf.test(words) || (beginsWithCount.test(words) && beginsWithCount.test(before))
}

const longestPart = 300
const beginsWithCount = /^\W{0,4}\d[\d,]{0,12}\s[A-Za-z]/
const partOf =
  /^\W{0,4}(?:of (?:these|those|which|them),? |(?:the )?(?:other|remaining|rest) )?\d[\d,]{0,12} (?:of (?:these|those|which|them|whom)\b|(?:were|was|are|have|had)\b|relate)|^(?:these|those|they|this) (?:covered|included?|comprised?|involved|affected|related to)\b/i

/** Sentences that refuse, reckon what a search takes, compare, or speak of the request and the law. */
export const speaksAround =
  /\b(?:would (?:have|need|take|require|cost|be|mean|exceed)|limit|section|sections|act|regulations?|exempt\w*|your request|you (?:are asking|asked)|we understand|although|records? (?:would|to)|manual(?:ly)?|please\s(?:see|note|be)|discount\w*|compared|estimat\w+ that|for example|such as|e\.g|i\.e|per hour|hourly|purpose built|types? of|kinds of)\b|@|https?:|\bwww\./i
