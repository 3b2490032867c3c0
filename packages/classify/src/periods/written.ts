import { calendarYear, dayOf, financialYear, month, months, type Period, period } from './period.ts'

/**
 * How days, months, quarters and years are written, as pieces of regular expressions, and what each says.
 * The pieces have no groups of their own and no quantifier without an end, so that rules may join them freely.
 */

/** White space inside a phrase: it may run over the end of one line, never over an empty one. */
export const gap = String.raw`(?:[^\S\n]{1,4}|[^\S\n]{0,4}\n[^\S\n]{0,8})`
/** Not in the middle of a word, a number, a path or an amount. */
export const begins = String.raw`(?<![\w£$€#@]|[\w\])][-–./])`
export const ends = String.raw`(?![\w%£]|[-–/][\w£]|\.\d)`

export const year = String.raw`(?:19[5-9]\d|20[0-4]\d)`
export const monthName = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?`
export const dayNumber = String.raw`(?:0?[1-9]|[12]\d|3[01])(?:\s?\^?(?:st|nd|rd|th))?(?![a-z\d])`
const weekday = `(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,?${gap})?`

/**
 * A day at the end of a line goes on in the next only behind a word that leads to a day. In a table set as lines
 * ("December 2018 23", below it "January 2019 37") the number at the end is a figure.
 */
const toMonth = String.raw`(?:[^\S\n]{1,4}(?:of[^\S\n]{1,4})?|(?<=\b(?:to|on|the|of|from|until|till|since|by|dated|and|between|for|day)[^\S\n]{1,4}\d{1,2}(?:st|nd|rd|th)?)[^\S\n]{0,4}\n[^\S\n]{0,8}|[-/])`

/** A day without its year: "28 February", "6th of May". */
export const dayAndMonth = `${weekday}${dayNumber}${toMonth}${monthName}`
/** Web pages lose the space before the year or the month: "7 May2021", "31March 2023". */
const dayInWords = `(?:${dayAndMonth}|${dayNumber.replace('(?![a-z\\d])', '')}${monthName})(?:,?${gap}|[-/]|)${year}`
const shortDay = String.raw`(?:0?[1-9]|[12]\d|3[01])(?:[-/]${monthName}[-/]|[ ]${monthName}[ ]?['’])\d\d`
const monthFirst = `${weekday}${monthName}${gap}${dayNumber},?${gap}${year}`
const anyYear = String.raw`(?:${year}|\d\d)`
const dayInNumbers = [
  String.raw`\d{1,2}[ ]?/[ ]?\d{1,2}[ ]?/[ ]?${anyYear}`,
  String.raw`\d{1,2}-\d{1,2}-${anyYear}`,
  // "1.2.19" is as likely the number of a paragraph; "1.2.2019" and "01.02.19" are not.
  String.raw`\d{1,2}\.\d{1,2}\.${year}|\d{2}\.\d{2}\.\d\d|\d{1,2}\.\d{2}\.\d\d|\d{2}\.\d{1,2}\.\d\d`,
].join('|')
const isoDay = String.raw`${year}[-/]\d\d[-/]\d\d`
export const day = `(?:${dayInWords}|${monthFirst}|${shortDay}|${isoDay}|${dayInNumbers})`

export const monthAndYear = String.raw`(?:${monthName}(?:,?${gap}(?:of${gap})?|[-/'’]|[ ]?['’])(?:${year})|${monthName}(?:[-'’]|[ ]['’])\d\d)`
/** Two years joined by a stroke or a dash: "2019/20", "2019-2020". Which kind of year, and whether, comes after. "2019 – 34" is a year and a figure. */
export const yearPair = String.raw`(?:${year}(?:[ ]?[/–-][ ]?${year}|[ ]?/[ ]?\d\d|[–-]\d\d))`
/** A pair that is surely one financial year where its second is the next year. */
export const pairedYear = String.raw`(?:${year}[/–-](?:${year}|\d\d))`
export const quarterName = String.raw`(?:Q(?:tr\.?|uarter)?[ ]?[1-4]|(?:first|second|third|fourth|1st|2nd|3rd|4th)[ ]quarter)`
export const quarterAndYear = String.raw`(?:${quarterName}(?:,?[ ](?:of[ ])?(?:the[ ])?|[ ]?[/(–-][ ]?)(?:FY[ ]?)?(?:${pairedYear}|${year}|\d\d/\d\d)\)?|(?:${pairedYear}|${year})[ ]?[-–:,]?[ ]?\(?${quarterName}\)?)`
export const financialYearName = `(?:FY|F/Y|financial${gap}years?|fiscal${gap}years?)`
export const namedFinancialYear = String.raw`${financialYearName}[ :]{0,2}(?:${pairedYear}|\d\d[/–-]\d\d)`

/** Anything with a first and a last day of its own. */
export const point = `(?:${day}|${quarterAndYear}|${monthAndYear}|${namedFinancialYear}|${pairedYear}|${year})`

/** What any of them begins with: less than tells them, and ready much sooner. */
export const pointBegins = String.raw`(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|q|f\/?y|financial|fiscal|first|second|third|fourth)`

/** An ISO day from a day written out with its year; UK order (day before month). Null for impossible days. */
export function readDay(words: string): string | null {
  const digits = /^\s*(\d{1,4})\s?([/.-])\s?(\d{1,2})\s?[/.-]\s?(\d{1,4})\s*$/.exec(words)
  if (digits) {
    const [, first = '', , second = '', third = ''] = digits
    if (first.length === 4) return dayOf(Number(first), Number(second), Number(third))
    return first.length <= 2 ? ofYear(third, Number(second), Number(first)) : null
  }
  const number = monthNumber(words)
  const spelled = /(?<![\d'’])(\d{1,2})(?!\d)/.exec(words)
  const told = lastYear.exec(words)
  // In "Mar-18" the one number is the year.
  if (!number || !spelled || !told || told.index === spelled.index) return null
  return ofYear(told[0], number, Number(spelled[1]))
}

/** A day told without its year, in a year we know. */
export function readDayIn(words: string, inYear: number): string | null {
  const number = monthNumber(words)
  const spelled = /(?<!\d)(\d{1,2})(?!\d)/.exec(words)
  return number && spelled ? dayOf(inYear, number, Number(spelled[1])) : null
}

/** 1 to 12 from the first name of a month in the words; 0 where there is none. */
export function monthNumber(words: string): number {
  const name = /(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.exec(words)
  return name ? 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(name[0].toLowerCase()) / 3 + 1 : 0
}

/** A year from four digits or two: "17" is 2017, "98" is 1998, "55" is none. */
export function readYear(words: string): number | null {
  const number = Number(words)
  if (words.length === 4) return number
  if (words.length !== 2) return null
  if (number <= 40) return 2000 + number
  return number >= 80 ? 1900 + number : null
}

/** First and last year of "2019/20", "2019-2021", "19/20"; null where the second is not after the first. */
export function readPair(words: string): readonly [number, number] | null {
  const [first = '', second = ''] = /(\d{2,4})\s?[/–-]\s?(\d{2,4})/.exec(words)?.slice(1) ?? []
  const from = readYear(first)
  if (from === null) return null
  const to = second.length === 2 ? Math.floor(from / 100) * 100 + Number(second) : Number(second)
  const after = to < from && second.length === 2 ? to + 100 : to
  return after > from && after - from <= (second.length === 2 ? 10 : 30) ? [from, after] : null
}

/** What a `point` says; null where it says nothing after all (31/02/2019, 2019/25). */
export function readPoint(words: string): Period | null {
  const exact = readDay(words)
  if (exact) return period('day', exact, exact)
  const trimmed = words.trim()
  if (isDay.test(trimmed)) return null
  if (isQuarter.test(trimmed)) return readQuarter(words)
  if (isMonth.test(trimmed)) return readMonth(words)
  const pair = readPair(words)
  if (pair) return pair[1] === pair[0] + 1 ? financialYear(pair[0]) : null
  return isYear.test(trimmed) ? calendarYear(Number(trimmed)) : null
}

export function readMonth(words: string): Period | null {
  const number = monthNumber(words)
  const told = readYear(/(\d{4}|\d\d)(?=\D*$)/.exec(words)?.[1] ?? '')
  return number && told !== null ? month(told, number) : null
}

/** Quarters of a financial year begin in April, those of a calendar year in January. */
export function readQuarter(words: string): Period | null {
  const number = quarterNumber(words)
  const pair = readPair(somePair.exec(words)?.[0] ?? shortPair.exec(words)?.[0] ?? '')
  if (pair) {
    return pair[1] === pair[0] + 1
      ? months('quarter', number === 4 ? pair[1] : pair[0], number === 4 ? 1 : number * 3 + 1, 3)
      : null
  }
  const alone = someYear.exec(words)
  // "Q1 FY 2019": of the year that begins in 2019, or ends?
  if (alone && /FY/i.test(words)) return period('quarter', null, null)
  return alone ? months('quarter', Number(alone[0]), number * 3 - 2, 3) : null
}

/** 1 to 4 from "Q3" or "third quarter". */
export function quarterNumber(words: string): number {
  const named = /Q[a-z.]{0,8}\s?([1-4])(?!\d)|\b(first|second|third|fourth|[1-4](?=st|nd|rd|th))/i.exec(words)
  const which = named?.[1] ?? named?.[2]?.toLowerCase() ?? ''
  return { first: 1, second: 2, third: 3, fourth: 4 }[which] ?? Number(which)
}

function ofYear(words: string, monthOfIt: number, dayOfIt: number): string | null {
  const told = readYear(words)
  return told === null ? null : dayOf(told, monthOfIt, dayOfIt)
}

const isDay = new RegExp(`^${day}$`, 'i')
const isQuarter = new RegExp(`^${quarterAndYear}$`, 'i')
const isMonth = new RegExp(`^${monthAndYear}$`, 'i')
const isYear = new RegExp(`^${year}$`)
const someYear = new RegExp(year)
const somePair = new RegExp(pairedYear)
const shortPair = /(?<!\d)\d\d\/\d\d(?!\d)/
const lastYear = new RegExp(String.raw`(?:${year}|\d\d)(?=\s{0,3}$)`)
