import type { Finding } from '../finding.ts'
import type { Quantity } from '../quantities/index.ts'
import { wantedBy } from '../questions/index.ts'

/** Is this the kind of figure that the question wants? */
export function fits({ quantity }: Quantity, words: string): boolean {
  switch (wantedBy(words)) {
    case 'money':
      return quantity === 'money' || quantity === 'count' || quantity === 'percent'
    case 'count':
      return quantity !== 'duration'
    case 'percent':
      return quantity === 'percent' || quantity === 'count'
    case 'duration':
      return quantity === 'duration' || quantity === 'count'
    default:
      return quantity === 'count' || quantity === 'money' || quantity === 'percent'
  }
}

/**
 * Is this figure the thing that was asked for? Running text must say so, for it also speaks of other things;
 * a line of a list may begin with it: «• 188 handsets».
 */
export function isMeant(
  found: Finding<Quantity>,
  words: string,
  among: number,
  inList: boolean,
  asked: string,
): boolean {
  const { value, span } = found
  const before = words.slice(0, span.start).replace(leadingTime, '')
  const counts = /^[^.,;:!?]{0,60}/.exec(words.slice(span.end))?.[0] ?? ''
  if (isWhatWasAsked(value, counts.split(/\s+/, 6).join(' '), asked)) return true
  if (among > 1) return false
  if (inList && /^\W*\d/.test(words) && /^\W*$/.test(before)) return true
  // "The number of fines issued was 12": what is counted stands before the figure.
  const counted =
    /\b(?:numbers?|total|count|amount|sum|figure|fee|cost|price|value|highest|lowest|largest|smallest|average|longest|oldest|maximum|minimum)\b/i.test(
      before,
    ) && shares(before, asked)
  return counted || opening.test(before)
}

/** «From 1 January to 30 June 2021 there were 51»: the time may come first. */
const leadingTime =
  /^\W*(?:from|in|during|between|for|over|since|as at|at|by)\b[^.;]{0,70}\b\d{4}(?:[/-]\d{2,4})?\b,? ?/i

/** «There are 3 wardens», «In total, 14»: an answer that comes straight to its figure. */
const opening =
  /^\W*(?:(?:in total|overall|yes|currently|at present)[,.]? )?(?:(?:there|we|the \w+) (?:are|were|is|was|have|had|has|employs?|holds?|hold|received|issued|recorded)(?: been)? )?(?:a )?(?:total (?:of |number )?:? ?)?$/i

function isWhatWasAsked({ unit, quantity }: Quantity, counts: string, asked: string): boolean {
  if (quantity === 'money' && shares(counts, asked)) return true
  if (quantity !== 'count') return quantity === wantedBy(asked)
  return shares(`${unit ?? ''} ${counts}`, asked)
}

/** «Number of fines issued: 14» repeats what was asked and is no category. */
export function namesWhatWasAsked(label: string, asked: string): boolean {
  const own = label.toLowerCase().match(/[a-z]{4,}/g) ?? []
  return own.length > 1 && own.every((word) => contains(asked, word))
}

function shares(words: string, asked: string): boolean {
  return (words.toLowerCase().match(/[a-z]{4,}/g) ?? []).some((word) => contains(asked, word))
}

function contains(asked: string, word: string): boolean {
  return !common.has(word) && asked.toLowerCase().includes(word.replace(/(?:ies|es|s)$/, ''))
}

const common = new Set(
  'this that these those with from have been were will which what when where your number numbers total'.split(' '),
)
