import { overlaps, type Span } from '@disclosed/document'
import { allMatches } from '../all-matches.ts'
import type { AskedPeriod } from '../answers/index.ts'
import type { ToldPeriod } from '../answers/when.ts'
import type { Finding } from '../finding.ts'
import { findPeriods, type Period, wholePeriod } from '../periods/index.ts'
import { lineAround, sentenceAround } from './lines.ts'

/**
 * The time that each figure's own sentence tells, or the line over it: of sentences that begin with a time each figure has the one before it
 * («In 2019 41, in 2020 52»), of others the one behind it («nine in 2016/17 and thirteen in 2017/18»). As many figures as times were asked about,
 * none of which tells its own, are told in their order («162, 156 and 175 respectively»); of others nobody knows which of the times is theirs.
 */
export function timesOfFigures(
  text: string,
  figures: readonly Span[],
  pieces: readonly Span[],
  asked: AskedPeriod | null,
  requestDate: string | null,
): readonly (ToldPeriod | 'untold' | null)[] {
  const sentences = figures.map((figure) => sentenceAround(text, figure))
  const told = figures.map(
    (figure, at) =>
      timeIn(text, sentences[at] ?? figure, figure, figures, requestDate) ??
      periodOver(text, lineAround(text, figure), pieces),
  )
  const parts = asked?.parts ?? []
  if (asked === null || parts.length < 2 || figures.length < 2) return told
  if (told.every((time) => time === null) && parts.length === figures.length)
    return parts.map((period) => ({ period, span: asked.span }))
  return figures.map((figure, at) => {
    const beside = figures.filter((_, other) => sentences[other]?.start === sentences[at]?.start)
    const part = beside.length === parts.length ? parts[beside.indexOf(figure)] : undefined
    return told[at] ?? (part ? { period: part, span: asked.span } : 'untold')
  })
}

function timeIn(
  text: string,
  sentence: Span,
  figure: Span,
  figures: readonly Span[],
  requestDate: string | null,
): ToldPeriod | null {
  const own = periodsIn(text, sentence, requestDate)
  const first = figures.find(({ start }) => sentence.start <= start && start < sentence.end)
  const before = own.filter(({ span }) => span.end <= figure.start).at(-1)
  const behind = own.find(({ span }) => span.start >= figure.end)
  const leads = first !== undefined && own.some(({ span }) => span.end <= first.start)
  const told = leads ? (before ?? behind) : (behind ?? before)
  return told ? { period: told.value, span: told.span } : null
}

/** «2021-22» over lines of figures, as far up as the answer goes. */
function periodOver(text: string, line: Span, pieces: readonly Span[]): ToldPeriod | null {
  const top = Math.min(line.start, ...pieces.map(({ start }) => start))
  let { start } = line
  for (let steps = 0; steps < mostLines && start > top; steps += 1) {
    const above = lineAround(text, { start: start - 1, end: start - 1 })
    const words = text.slice(above.start, above.end).trim()
    const whole = words.length <= longestHead ? wholePeriod(words) : null
    if (whole) return { period: whole, span: above }
    start = above.start
  }
  return null
}

const mostLines = 30
const longestHead = 60

/** Those that words tell, and years in front of what is told of them, of which the first alone is plain: «2019: 41, 2020: 52». */
function periodsIn(text: string, line: Span, requestDate: string | null): readonly Finding<Period>[] {
  const words = text.slice(line.start, line.end)
  const told = findPeriods(words, { requestDate })
  const years = allMatches(words, /\b(?:19|20)\d\d(?=\s?[:=–-]\s)/g).flatMap((year): readonly Finding<Period>[] => {
    const span = { start: year.index, end: year.index + year[0].length }
    const period = told.some((each) => overlaps(each.span, span)) ? null : wholePeriod(year[0])
    return period ? [{ value: period, span, rule: 'likely/year' }] : []
  })
  return [...told, ...years]
    .toSorted((one, other) => one.span.start - other.span.start)
    .map(({ span, ...found }) => ({
      ...found,
      span: { start: span.start + line.start, end: span.end + line.start },
    }))
}
