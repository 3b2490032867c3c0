import { overlaps, type Span } from '@disclosed/document'
import { allMatches } from '../all-matches.ts'
import { remembered } from '../remembered.ts'
import { academicYear, type Period } from './period.ts'

/**
 * What "2019/20" is in a question and its answer (`own`): an academic year where they say so, or where the letter says so once for all
 * of its questions (`all`: the places of these and their answers). Where only another question says so nothing tells.
 */
export function keepsAcademicYears(text: string, own: readonly Span[], all: readonly Span[]): 'yes' | 'no' | 'unclear' {
  const named = namedYears(text)
  if (named.length === 0 || tellsOtherYears(text)) return 'no'
  const isSaidIn = (spans: readonly Span[]) => (each: Span) => spans.some((span) => overlaps(span, each))
  return named.some(isSaidIn(own)) || !named.every(isSaidIn(all)) ? 'yes' : 'unclear'
}

/** Asked of the whole letter for each of its questions. */
const namedYears = remembered((text): readonly Span[] =>
  allMatches(text, /\b(?:academic|school) (?:years?|sessions?)\b|\bsessions? (?=(?:19|20)\d\d[/–-])/gi).map(
    ({ 0: words, index }) => ({
      start: index,
      end: index + words.length,
    }),
  ),
)

/** «Exclusions from primary schools in 2018-19»: schools and colleges count so, and where the letter names no year's kind nothing tells. */
export function speaksOfSchoolsOnly(text: string): boolean {
  return (
    /\b(?:pupils?|exclu(?:ded|sions?) from|suspensions? from school|school (?:places|admissions|leavers|rolls?)|undergraduates?|enrol(?:led|ment)s?)\b/i.test(
      text,
    ) && !tellsOtherYears(text)
  )
}

const tellsOtherYears = remembered((text) => otherYears.test(text))
const otherYears =
  /\b(?:financial|fiscal|tax|calendar|accounting) years?\b|\bF\/?Y(?:E|s)?\b|\b(?:1st|1|first of|from|beginning) (?:of )?April\b|\b(?:to|until|till|end(?:s|ed|ing)(?: on)?|and|[-–]) (?:the )?31(?:st)? (?:of )?March\b|(?<!\d ?(?:st|nd|rd|th)? )\bApr(?:il)? (?:19|20)\d\d\b/i

/** "2019/20" was taken for a financial year: the same days as academic years; any other days stay as they are. */
export function inAcademicYears<Days extends Pick<Period, 'from' | 'to'>>(days: Days): Days {
  if (!days.from?.endsWith('-04-01') || (days.to !== null && !days.to.endsWith('-03-31'))) return days
  if (days.to === null) return { ...days, from: academicYear(Number(days.from.slice(0, 4))).from }
  const last = academicYear(Number(days.to.slice(0, 4)) - 1)
  return { ...days, from: academicYear(Number(days.from.slice(0, 4))).from, to: last.to }
}

/**
 * Does a letter speak of winters and seasons, and of no other years? «Winter 2023/24» and, further down, «23/24» are then no financial
 * years, and on which days a season began and ended nothing tells.
 */
export function keepsSeasons(text: string): boolean {
  return (
    /\b(?:winter|gritting|football|sporting|playing) seasons?\b|\bwinters? (?:of )?(?:19|20)\d\d\b/i.test(text) &&
    !tellsOtherYears(text)
  )
}

export function isFinancialYear({ from, to }: Pick<Period, 'from' | 'to'>): boolean {
  return from?.endsWith('-04-01') === true && (to === null || to.endsWith('-03-31'))
}
