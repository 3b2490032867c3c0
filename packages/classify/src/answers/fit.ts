import type { Span } from '@disclosed/document'
import type { Finding, RuleId } from '../finding.ts'
import type { Quantity } from '../quantities/index.ts'
import { wantedBy } from '../questions/index.ts'
import type { Entry } from './shapes/index.ts'

/** Is this the kind of figure that the question wants? */
export function fits({ quantity }: Pick<Quantity, 'quantity'>, words: string): boolean {
  switch (wantedBy(words)) {
    case 'money':
      return quantity === 'money' || quantity === 'count' || quantity === 'percent'
    case 'count':
      return quantity !== 'duration' && (quantity !== 'money' || speaksOfMoney.test(words))
    case 'percent':
      return quantity === 'percent' || quantity === 'count'
    case 'duration':
      return quantity === 'duration' || quantity === 'count'
    default:
      return quantity === 'count' || quantity === 'money' || quantity === 'percent'
  }
}

const speaksOfMoney =
  /£|\b(?:costs?|spen[dt]|spending|paid|pay|payments?|payouts?|money|value|values|amounts?|price|income|revenue|sums?|fees?|fined|compensation|expenditure|budget|grant|funding|salary)\b/i

/** The way in which running text says that a figure is the one asked for: a rule of its own, for some are surer than others. */
export type Meant =
  | 'answers/sentence-counts'
  | 'answers/sentence-number-of'
  | 'answers/sentence-names'
  | 'answers/sentence-opens'

/**
 * Is this figure the thing that was asked for, and how is it said? Running text must say so, for it also speaks of other
 * things; a line of a list may begin with it: «• 188 handsets».
 */
export function readMeant(
  { value, span }: Finding<Quantity>,
  words: string,
  among: number,
  inList: boolean,
  asked: string,
): Meant | null {
  const before = words.slice(0, span.start).replace(leadingTime, '')
  const behind = /^[^.;:!?]{0,200}/.exec(words.slice(span.end))?.[0] ?? ''
  const counts = /^[^,]{0,60}/.exec(behind)?.[0] ?? ''
  if (isWhatWasAsked(value, counts.split(/\s+/, 6).join(' '), asked)) return 'answers/sentence-counts'
  if (among > 1) return null
  // "760 council tax properties were designated as second homes": further on it takes more than one word to say so.
  if (value.quantity === 'count' && sharedWords(behind.slice(0, 120), asked) > 1) return 'answers/sentence-names'
  if (inList && /^\W*\d/.test(words) && /^\W*$/.test(before)) return 'answers/sentence-opens'
  // "The number of fines issued was 12": what is counted stands before the figure.
  if (counted.test(before) && sharesWords(before, asked)) return 'answers/sentence-number-of'
  // "One type that can reach e-mail": a sentence of some length that begins with a word counts nothing.
  const opens =
    opening.test(before) &&
    (before.trim() !== '' || /^\W*\d/.test(words) || words.length <= 60 || standsApart(words, span))
  return opens ? 'answers/sentence-opens' : null
}

/** «Around 750, although a count of all of them goes on»: the figure is said, and then something of it. */
function standsApart(words: string, { start, end }: Span): boolean {
  const mark = /^\s?[,;(–]/.exec(words.slice(end))?.[0]
  return mark !== undefined && (/\d/.test(words.slice(start, end)) || mark === ' –')
}

const counted =
  /\b(?:numbers?|total|count|amount|sum|figure|fee|cost|price|value|highest|lowest|largest|smallest|average|longest|oldest|maximum|minimum)\b/i

/** «From 1 January to 30 June 2021 there were 51»: the time may come first. */
const leadingTime =
  /^\W*(?:from|in|during|between|for|over|since|as at|as of|as on|on|at|by)\b[^.;]{0,70}\b\d{4}(?:[/-]\d{2,4})?\b,? ?/i

/** «There are 3 wardens», «In total, 14»: an answer that comes straight to its figure. */
const opening =
  /^\W*(?:(?:in total|overall|yes|currently|at present|according to our (?:records|data|systems?)|our (?:records|data|systems?) (?:shows?|indicates?)(?: that)?|please note(?: that)?)[,.]? )?(?:(?:there|we|it|they|this|these|the \w+) (?:are|were|is|was|have|had|has|employs?|holds?|hold|received|issued|recorded)(?: been)? (?:(?:currently|now|presently|approximately) )?)?(?:a )?(?:total (?:of |number )?:? ?)?$/i

function isWhatWasAsked({ unit, quantity }: Quantity, counts: string, asked: string): boolean {
  if (quantity === 'money' && sharesWords(counts, asked)) return true
  if (quantity !== 'count') return quantity === wantedBy(asked)
  return sharesWords(`${unit ?? ''} ${counts}`, asked)
}

/** Is a figure with a label, alone in running text, one of what was asked for? Then its label names it. */
export function isAnswerByLabel({ figure, label }: Entry, rule: RuleId, asked: string): boolean {
  if (label !== null && isReference.test(label)) return false
  const marked = rule === 'answers/by-label'
  return marked || sharesWords(`${label ?? ''} ${figure.value.unit ?? ''}`, asked)
}

const isReference = /\b(?:ref|reference|tel|telephone|fax|page|version|date|phone|case (?:no|number))\b/i

/** «Number of fines issued: 14» repeats what was asked and is no category; «We can confirm: 14» and «In response to question 2: 14» announce. */
export function namesWhatWasAsked(label: string, asked: string): boolean {
  if (announces.test(label)) return true
  const own = label.toLowerCase().match(/[a-z]{4,}/g) ?? []
  return own.length > 1 && own.every((word) => contains(asked, word))
}

const announces =
  /^(?:(?:we|i) (?:can|are able to) (?:confirm|advise|tell you)|(?:in )?(?:response|reply|answers?|relation|regards?) to (?:your )?(?:questions?|q|points?|parts?|items?)\s?\d{1,2}[a-h]?)$/i

/** Do the words name a thing that the question names, too? */
export function sharesWords(words: string, asked: string): boolean {
  return sharedWords(words, asked) > 0
}

/** How many of the words does the question use, too; «PCNs» are «penalty charge notices». */
function sharedWords(words: string, asked: string): number {
  const own = new Set((words.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter((word) => contains(asked, word)))
  return own.size + (sharesAbbreviation(words, asked) ? 1 : 0)
}

/** «PCNs» and «penalty charge notices» */
export function sharesAbbreviation(one: string, other: string): boolean {
  return abbreviates(one, other) || abbreviates(other, one)
}

function contains(asked: string, word: string): boolean {
  return !common.has(word) && asked.toLowerCase().includes(word.replace(/(?:ies|es|s)$/, ''))
}

/** Does one use an abbreviation that the other uses, too, or writes out? */
function abbreviates(one: string, other: string): boolean {
  const initials = (other.match(/[a-z]+/gi) ?? []).map((word) => word.charAt(0).toUpperCase()).join('')
  const theirs = abbreviationsIn(other)
  return abbreviationsIn(one).some((short) => theirs.includes(short) || (short.length > 2 && initials.includes(short)))
}

function abbreviationsIn(words: string): readonly string[] {
  return words.match(/\b[A-Z]{2,6}(?=['’]?s?\b)/g) ?? []
}

const common = new Set(
  'this that these those with from have been were will which what when where your number numbers total'.split(' '),
)
