import { inWords, numberWord } from '../quantities/number-words.ts'
import { phrase, type Recogniser } from '../recogniser.ts'
import { academicYear, calendarYear, daysLater, financialYear, monthsLater, type Period, period } from './period.ts'
import { gap } from './written.ts'

const countedFromTheRequest = new RegExp(
  `\\b(?:(?<each>each${gap}of${gap}|every${gap}one${gap}of${gap})?(?:the|these|those|our)${gap})?(?:(?:last|past|previous|preceding|most${gap}recent|latest)(?:${gap}(?<many>\\d{1,2}|${numberWord}))?|(?<current>this|current))(?:${gap}(?:full|complete|whole|available|consecutive))?${gap}(?:(?<kind>calendar|financial|fiscal|academic|school)${gap})?(?<unit>year|month|quarter|week|day)s?\\b(?!['’]|[\\s(:,]{1,3}(?:(?:19|20)\\d\\d|\\d\\d[/–-]\\d\\d))`,
  'gi',
)

/**
 * A period counted back from the request: "the past 12 months", "the last three financial years". Years of a kind are whole ones,
 * the last of them ended; others run up to the day of the request. Without that day, and for "each of the last five years",
 * where whole years are meant and not which, the days are not told.
 */
export function relativePeriods(requestDate: string | null): Recogniser<Period> {
  return phrase<Period>({
    id: 'periods/relative',
    about: 'A period counted back from the day of the request.',
    hints: ['last', 'past', 'previous', 'preceding', 'recent', 'this', 'current'],
    pattern: countedFromTheRequest,
    read: ({ each, many, current, kind, unit = '' }, [words]) => {
      const count = many === undefined ? 1 : (inWords(many) ?? Number(many))
      // "This day", "this month" are seldom a period that figures are asked for.
      if (current !== undefined && kind === undefined) return null
      const days =
        requestDate === null || each !== undefined || !Number.isInteger(count)
          ? null
          : countedBack(
              requestDate,
              count,
              unit.toLowerCase(),
              kind?.toLowerCase() ?? kindOf(words),
              current !== undefined,
            )
      return period('relative', days?.[0] ?? null, days?.[1] ?? null)
    },
    examples: requestDate === '2019-11-20' ? dated : undated,
    nearMisses: ['at last, months later', 'last resort', 'the 12 months', 'this year', 'past the year', "last year's"],
  })
}

type Days = readonly [from: string, to: string | null]

function countedBack(
  request: string,
  count: number,
  unit: string,
  kind: string | undefined,
  isCurrent: boolean,
): Days | null {
  if (kind !== undefined) return unit === 'year' ? wholeYears(request, count, kind, isCurrent) : null
  if (unit === 'day' || unit === 'week') return [daysLater(request, 1 - count * (unit === 'week' ? 7 : 1)), request]
  if (unit === 'quarter') return null
  return [daysLater(monthsLater(request, -count * (unit === 'year' ? 12 : 1)), 1), request]
}

/** "Last year" without "the" is the calendar's. */
function kindOf(words: string): string | undefined {
  return /^last\s+year$/i.test(words) ? 'calendar' : undefined
}

function wholeYears(request: string, count: number, kind: string, isCurrent: boolean): Days | null {
  const yearFrom = {
    calendar: calendarYear,
    financial: financialYear,
    fiscal: financialYear,
    academic: academicYear,
    school: academicYear,
  }[kind]
  if (!yearFrom) return null
  const year = Number(request.slice(0, 4))
  const running = [year, year - 1].find((begins) => (yearFrom(begins).from ?? '') <= request) ?? year
  const first = yearFrom(isCurrent ? running : running - count).from
  return first ? [first, isCurrent ? null : yearFrom(running - 1).to] : null
}

const dated = [
  { letter: 'over «the last 12 months»?', value: period('relative', '2018-11-21', '2019-11-20') },
  { letter: 'in «the past two years»', value: period('relative', '2017-11-21', '2019-11-20') },
  { letter: 'for «the last three financial years»', value: period('relative', '2016-04-01', '2019-03-31') },
  { letter: 'for «the last 90 days» only', value: period('relative', '2019-08-23', '2019-11-20') },
  { letter: 'in «the current financial year»', value: period('relative', '2019-04-01', null) },
  { letter: 'How many «last year»?', value: period('relative', '2018-01-01', '2018-12-31') },
  { letter: 'in «each of the last five years»', value: period('relative', null, null) },
] as const

const undated = [
  { letter: 'over «the last 12 months»?', value: period('relative', null, null) },
  { letter: 'in «the last three financial years»', value: period('relative', null, null) },
] as const
