import type { Recogniser } from '../recogniser.ts'
import { keepLongest } from './keep-longest.ts'
import { calendarYear, financialYear, month, type Period, period } from './period.ts'
import {
  monthName,
  monthNumber,
  quarterAndYear,
  quarterName,
  readPair,
  readQuarter,
  readYear,
  year,
} from './written.ts'

export const longestLabel = 120

/** What a label says, read by these rules; see `wholePeriod`. */
export function readWholePeriod(text: string, rules: readonly Recogniser<Period>[]): Period | null {
  const label = text.slice(0, longestLabel).replace(edges, '').replace(remarks, '').replace(edges, '').trim()
  if (text.length > longestLabel || label === '' || !/\d|[a-z]{3}/i.test(label)) return null
  return bare(label) ?? (holdsOtherNumber(label) ? null : found(label, rules))
}

/** Days, months and years have one digit, two or four: «135», «12,004» and «596248» count something. Brackets may hold any words. */
function holdsOtherNumber(label: string): boolean {
  return otherNumber.test(label) && !/[([]/.test(label)
}

const otherNumber = /^\d{1,2}$|(?<!\d)(?:\d{3}|\d{5,120})(?!\d)/

const edges =
  /^[\s*•:†‡#]{1,12}|^(?:in|for|during|over|covering)\s{1,4}(?:the\s{1,4})?|^(?:the\s{1,4})?years?[\s:]{1,4}(?=\d)|^(?:the\s{1,4})?(?:time\s|reporting\s)?period[\s:]{1,4}(?:from\s|of\s)?|^(?:date|date range|month|quarter|year):\s{0,4}|^the\s{1,4}(?=[a-z\d ]{0,20}\d)|[\s*:†‡#.,;]{1,12}$/gi
const remarks =
  /\s\(?(?:provisional|inclusive|revised|estimated|full year|calendar(?: year)?)\)?$|\s?\[[a-z\d]{1,2}\]$/i

function bare(label: string): Period | null {
  if (isYear.test(label)) return calendarYear(Number(label))
  if (isShortPair.test(label)) {
    const pair = readPair(label)
    return pair && pair[1] === pair[0] + 1 ? financialYear(pair[0]) : null
  }
  if (isQuarter.test(label)) return readQuarter(label)
  const short = isShortMonth.exec(label)?.groups
  if (short) {
    const told = readYear(short.year ?? '')
    return told === null ? null : month(told, monthNumber(label))
  }
  if (isMonth.test(label)) return period('month', null, null)
  if (isBareQuarter.test(label)) return period('quarter', null, null)
  return isMonths.test(label) ? period('span', null, null) : null
}

const isYear = new RegExp(`^${year}$`)
const isShortPair = /^\d\d[/–-]\d\d$/
const isQuarter = new RegExp(`^${quarterAndYear}$`, 'i')
const isShortMonth = new RegExp(String.raw`^${monthName}[ ’'-]{0,2}(?<year>\d\d)$`, 'i')
const isMonth = new RegExp(`^${monthName}$`, 'i')
const isBareQuarter = new RegExp(`^${quarterName}$`, 'i')
const isMonths = new RegExp(String.raw`^${monthName}\s?(?:to|[-–/])\s?${monthName}$`, 'i')

function found(label: string, rules: readonly Recogniser<Period>[]): Period | null {
  const [only, ...more] = keepLongest(
    label,
    rules.flatMap((rule) => rule.find(label)),
  )
  if (!only || more.length > 0) return null
  const around = `${label.slice(0, only.span.start)} ${label.slice(only.span.end)}`
  return /^[\s()[\],:;–-]*$/.test(around) || (kindOfYear.test(around) && isYearlong(only.value)) ? only.value : null
}

/** «2018/19 academic year», «Financial years 2016-18»: the words around a year say which kind it is, and its days are told by them. */
const kindOfYear =
  /^[\s()[\],:;–-]{0,8}(?:(?:financial|fiscal|academic|school|tax)\s{1,4}(?:years?|sessions?)|sessions?|FY|AY)[\s()[\],:;–-]{0,8}$/i

function isYearlong({ shape }: Period): boolean {
  return shape === 'financial_year' || shape === 'academic_year' || shape === 'span'
}
