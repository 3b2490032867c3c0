import { quote, type Span, trimmed } from '@disclosed/document'
import { findPeriods } from '../periods/index.ts'
import { isAsk } from './asks.ts'
import { type Split, splitInline } from './inline.ts'

/**
 * Some authorities type their answers into the request itself: «How many homes does the council own: 2526», «… (July to June) 302»,
 * «When does it end? June 2028». One point alone may only look so: where at least half of the points, and two, end in what answers,
 * each is parted there. Null where the request was repeated as it was asked.
 */
export function typedInto(text: string, points: readonly Span[]): readonly Split[] | null {
  const splits = points.map((point) => splitTyped(text, point))
  const answered = splits.filter(({ answer }) => answer !== null).length
  return answered > 1 && answered * 2 >= points.length ? splits : null
}

function splitTyped(text: string, body: Span): Split {
  const inline = splitInline(text, body)
  if (inline.answer) return inline
  const words = quote(text, body)
  // «(a) 2016-17, (b) 2017-18 and (c) 2018-19?» goes on asking.
  if (/\?["”’)]{0,2}\s{0,3}$/.test(words)) return inline
  const at = behindColon(words) ?? behindBracket(words) ?? bareNumber(words)
  if (at === null) return inline
  return {
    ask: trimmed(text, { start: body.start, end: body.start + at }),
    answer: trimmed(text, { start: body.start + at, end: body.end }),
  }
}

/** What only answers begin with: a figure, yes or no, a refusal, a pointer. */
const answers =
  /^(?:(?:=|[–—-])\s?)?(?:[£<>~≤]\s?)?(?:\d|yes\b|no\b|none\b|nil\b|zero\b|n\/a\b|not (?:held|known|recorded|applicable|available)\b|exempt\b|commercially sensitive\b|section \d|s\.? ?\d\d|see (?:below|above|attached)\b|please see\b|unknown\b|we (?:do|have|are|hold)\b)/i

/** «… in the past 12 months: 188», «… over the last three years: July 2020 to July 2023 = 34». */
function behindColon(words: string): number | null {
  const at = words.lastIndexOf(': ')
  if (at <= 0 || words.length - at > longestTyped) return null
  const rest = words.slice(at + 2).trim()
  if (namesTimes(rest)) return null
  const begins = answers.test(rest) || /^[A-Z0-9][^=?]{2,50} = [£<]?\d/.test(rest)
  return begins && isAsk(oneLine(words.slice(0, at))) && !isAsk(oneLine(rest)) ? at + 1 : null
}

/** «… in each of these years: 2020-21, 2021-22 and 2022-23» asks about them. */
function namesTimes(words: string): boolean {
  let rest = words
  for (const { span } of findPeriods(words, { requestDate: null }).toReversed())
    rest = rest.slice(0, span.start) + rest.slice(span.end)
  return !/[a-z\d]{2}|\d/i.test(rest.replace(/\b(?:and|or|to|the|year|years)\b/gi, ''))
}

/** «… last 12 months (July 2024 to June 2025) 5775». */
function behindBracket(words: string): number | null {
  const match = /\)\s{1,4}(?=\S[^()]{0,160}(?:\([^()]{0,60}\)[^()]{0,20})?$)/.exec(words)
  if (!match) return null
  const at = match.index + 1
  const rest = words.slice(at).trim()
  // «a) 2018-19, b) 2019-20 and c) 2020-21 to date» asks about them.
  if (namesTimes(rest)) return null
  return answers.test(rest) && isAsk(oneLine(words.slice(0, at))) ? at : null
}

/** «Number of new sites 1», «total area in hectares 4.25»; a year, and a number that belongs to the words before it, answers nothing. */
function bareNumber(words: string): number | null {
  const match = /[a-z”"’](?<gap>\s{1,4})(?:£\s?)?\d[\d,]{0,12}(?:\.\d{1,2})?%?\s{0,4}$/i.exec(words)
  if (!match) return null
  const at = match.index + 1
  const rest = words.slice(at).trim()
  if (findPeriods(words, { requestDate: null }).some(({ span }) => span.end > at)) return null
  if (belongs.test(words.slice(0, at)) || /^(?:19|20)\d\d$/.test(rest)) return null
  return isAsk(oneLine(words.slice(0, at))) ? at : null
}

/** «over £500», «earning £100,000», «section 12», «the top 10», «aged 16»: the number is a part of the ask. */
const belongs =
  /\b(?:over|under|than|least|most|up to|above|below|about|of|in|to|from|by|at|for|and|or|the|last|past|top|first|section|part|question|aged?|class|band|grade|level|stage|year|number|no|route|phase|key|type|point|exceeding|within|every|earning|earned|paid|paying|costing|worth|x)\W{0,3}$/i

const longestTyped = 300

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
