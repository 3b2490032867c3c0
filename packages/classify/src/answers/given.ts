import { overlaps, type Span } from '@disclosed/document'
import { paragraphAround } from '../outcomes/index.ts'
import { sentencesOf } from '../sentences.ts'
import { sharesWords } from './fit.ts'
import type { Segment } from './pairing.ts'

/** What an answer refuses, and what it says is not held. */
export interface Refused {
  readonly refusals: readonly Span[]
  readonly denials: readonly Span[]
  /** Where it tells of the work that an answer would be: figures there and behind it are of that. */
  readonly efforts?: readonly Span[]
}

/**
 * Does an answer give figures, whether or not we could tell what each of them counts? A row of a table or a list does,
 * also beside a refusal. So does a sentence, unless it refuses, or stands in or below the paragraph of a refusal: «there
 * are over 120 files to read» is a reason and no answer. Below «we do not hold it by calendar year» it must speak of what was asked.
 */
export function givesFigures(
  text: string,
  segments: readonly Segment[],
  { refusals, denials, efforts = [] }: Refused,
  asked: string,
): boolean {
  const said = segments.filter(({ argues }) => !argues)
  const rows = said.flatMap(({ span }) => linesOf(text, span)).filter((line) => row.test(line) && !aside.test(line))
  if (rows.length > 1) return true
  const spoken = [...refusals, ...denials]
  const refused = firstOf(text, refusals)
  const denied = firstOf(text, denials)
  const worked = efforts[0]?.start ?? Number.POSITIVE_INFINITY
  return said.some(({ span }) =>
    sentencesOf(text, span).some((sentence) => {
      const words = text.slice(sentence.start, sentence.end)
      return (
        sentence.start < refused &&
        sentence.end <= worked &&
        (sentence.start < denied || sharesWords(words, asked)) &&
        !spoken.some((refusal) => overlaps(refusal, sentence)) &&
        !(spoken.length > 0 && speaksOfEffort(text, sentence)) &&
        tellsFigure(words)
      )
    }),
  )
}

/** Where the paragraph begins in which the first of them stands. */
function firstOf(text: string, [first]: readonly Span[]): number {
  return first ? paragraphAround(text, first).start : Number.POSITIVE_INFINITY
}

/** «There are some 140 offices, and about 2,900 files would have to be opened»: the figures of a refusal on cost. */
function speaksOfEffort(text: string, sentence: Span): boolean {
  const { start, end } = paragraphAround(text, sentence)
  return effort.test(text.slice(start, end))
}

const effort =
  /\bwould (?:have to|need|take|require|involve|mean)\b|\b(?:have|need) to (?:be )?(?:open|read|look|search|check|review|go|examin)|\b(?:files?|manual(?:ly)?|by hand|hours?|minutes?|retriev\w{1,4}|paper records?)\b/i

/** «2016-17 | 2,435», «Liability Orders 870 567», «Number of flights: 12»: a label, and nothing but figures behind it. */
const row =
  /^(?!.{0,4}$)(?=.{0,80}$)[^.?!]{0,60}?(?:^|[\s|:=–-])£?(?!(?:19|20)\d\d\b)\d{1,3}(?:,\d{3}|\d){0,4}(?:\.\d{1,2})?%?[\s|]{0,4}$/
const aside =
  /\b(?:section|s\.?\s?\d|regulation|ref|reference|tel|phone|telephone|page|january|february|march|april|may|june|july|august|september|october|november|december|hours?|minutes?|question|foi|road|street|act|box|version|paragraph)\b|@|https?:/i

function linesOf(text: string, { start, end }: Span): readonly string[] {
  return text
    .slice(start, end)
    .split('\n', 400)
    .map((line) => line.trim())
}

/** A figure that is no year, day, section or reference, in a sentence that speaks neither of the law nor of effort. */
export function tellsFigure(words: string): boolean {
  if (
    /\b(?:Act|FOISA|FOIA|EIRs?|section|regulations?|exempt\w*|limit|hours?|minutes?|working days|request(?:ed)?|reference|contact|telephone|email)\b|@|https?:/i.test(
      words,
    )
  )
    return false
  if (namesFile.test(words)) return false
  const figures = words.replace(
    /\b(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7},? ?(?:\d{1,2},? )?(?:\d{4})?|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\b(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?|\b(?:questions?|q|parts?|points?|items?|pages?|covid|version|annex|appendix|table|days?|years?|levels?|bands?|grades?|phases?|stages?|tiers?|steps?)[ .-]{0,2}\d{1,2}[a-z]?(?:(?: ?[,&–-] ?| and | to )\d{1,2}[a-z]?){0,6}|\(\d{1,2}[A-Z]?\)|^\W{0,2}\d{1,2}[.)]/gi,
    ' ',
  )
  return /(?<![\w/.-])£?\d[\d,]*(?:\.\d+)?(?:%|(?![\w/-]))/.test(figures)
}

/** «Fleet list December 2019 1.0 Download», «FOI20014», «See attached: swans 4718.xlsx»: a file, whatever figures its name has. */
const namesFile = /\bdownload$|\.(?:xlsx?|pdf|docx?|csv|zip)\b|^\W{0,3}(?:FOI|EIR|REF)[\s_-]?\d{3,8}\W{0,3}$/i
