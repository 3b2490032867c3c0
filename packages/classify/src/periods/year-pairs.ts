import { allMatches } from '../all-matches.ts'
import { academicYear, calendarYear, financialYear, type Period, period } from './period.ts'
import { year } from './written.ts'

/** What stands between two years; a stroke and a tight dash make one financial year of two that follow each other. */
export type Joined = 'stroke' | 'dash' | 'loose' | 'between'

/**
 * Two years, joined. Years that do not follow each other are a span ("2016-18", "2017 to 2019").
 * For two that do ("2018-19") letters differ: a financial year is what most mean, two calendar years where the words
 * say "calendar" or "between", and "2018 to 2019" tells nobody which, unless other pairs overlap with it as
 * financial years do ("2017 to 2018, 2018 to 2019").
 */
export function readYears(first: number, last: number, joined: Joined, { named, overlapping }: Around): Period | null {
  if (last <= first || last - first > 30) return null
  const isNext = last === first + 1
  switch (named) {
    case 'calendar':
      return joined === 'stroke' ? null : calendarYears(first, last)
    case 'academic':
      return isNext ? academicYear(first) : untold
    case 'tax':
      return isNext ? period('financial_year', `${first}-04-06`, `${last}-04-05`) : untold
    case 'other':
      return untold
    case 'financial':
      if (isNext) return joined === 'between' ? untold : financialYear(first)
      return joined === 'dash' ? period('span', financialYear(first).from, financialYear(last - 1).to) : untold
    case null:
      if (joined === 'between') return calendarYears(first, last)
      if (joined === 'stroke') return isNext ? financialYear(first) : null
      if (!isNext) return calendarYears(first, last)
      return joined === 'dash' || overlapping ? financialYear(first) : untold
    default:
      return named satisfies never
  }
}

const untold = period('span', null, null)

/** What the words around two years say of them. */
export interface Around {
  readonly named: YearKind | null
  /** Does another pair near by begin or end with one of these years, as financial years do? */
  readonly overlapping: boolean
}

export type YearKind = 'calendar' | 'financial' | 'academic' | 'tax' | 'other'

export function around(text: string, start: number, end: number): Around {
  return { named: namedAround(text, start, end), overlapping: overlapsAnother(text, start, end) }
}

/** Which kind of year the words right behind, or else before in the same sentence, say they mean. */
export function namedAround(text: string, start: number, end: number): YearKind | null {
  const next = /^[\s,)]{0,3}(calendar|financial|fiscal|academic|school year|session|tax year|municipal|season)/i.exec(
    text.slice(end, end + 30),
  )
  if (next) return kindOf(next[0])
  const before = text.slice(Math.max(0, start - 60), start)
  const last = [
    ...allMatches(
      before,
      /calendar|financial|fiscal|\bFYs?\b|\bAYs?\b|\bF\/Y\b|academic|school year|\bsessions?\b|tax year|municipal|season|winter|summer/gi,
    ),
  ].at(-1)
  return last && !/[.;?!]/.test(before.slice(last.index)) ? kindOf(last[0]) : null
}

function kindOf(words: string): YearKind {
  const word = words.toLowerCase()
  if (word.includes('calendar')) return 'calendar'
  if (/financial|fiscal|f\/?y/.test(word)) return 'financial'
  if (/^ays?$/.test(word)) return 'academic'
  if (/academic|school|session/.test(word)) return 'academic'
  return word.includes('tax') ? 'tax' : 'other'
}

function overlapsAnother(text: string, start: number, end: number): boolean {
  const near = `${text.slice(Math.max(0, start - 150), start)}|${text.slice(end, end + 150)}`
  const [first, last] = readLoosePair(text.slice(start, end))
  for (const match of allMatches(near, loosePair)) {
    const [otherFirst, otherLast] = readLoosePair(match[0])
    if (otherLast === otherFirst + 1 && (otherFirst === last || otherLast === first)) return true
  }
  return false
}

const loosePair = new RegExp(String.raw`(?<!\d)${year}\s?(?:[/–-]|to)\s?${year}(?!\d)`, 'g')

function readLoosePair(words: string): readonly [number, number] {
  const [first, last] = words.match(/\d{4}/g) ?? []
  return [Number(first), Number(last)]
}

function calendarYears(first: number, last: number): Period {
  return period('span', calendarYear(first).from, calendarYear(last).to)
}
