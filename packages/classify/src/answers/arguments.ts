import { allMatches } from '../all-matches.ts'
import type { Passage } from '../passages/index.ts'
import type { Segment } from './pairing.ts'

/**
 * Does the authority begin to argue here: «Public interest test», «Factors favouring disclosure», «Section 31 is a qualified
 * exemption …»? What follows gives the reasons of a refusal and answers no question.
 */
export function beginsArgument({ words, label }: Passage): boolean {
  if (label && label.style !== 'bullet' && words.includes('?')) return false
  return (words.length <= 110 && !words.endsWith('?') && heading.test(words)) || explains.test(words)
}

const heading =
  /^(?:the )?(?:public interest(?: test| considerations| factors| arguments)?|(?:factors|considerations|arguments|reasons?)(?: \w+){0,2} (?:for|in favour|favouring|against|supporting)|(?:evidence of |prejudice and |overall )?harm(?: test|\b)|balanc(?:e|ing) test|prejudice test|balance of|section \d{1,2}[A-Z]?(?:\(\d{1,2}[A-Z]?\)(?:\([a-z]\))?)?\s?[:–-]|explanation of exemption)\b/i
const explains =
  /^(?:the )?(?:exemption (?:at|under|in) )?(?:section|s\.?|regulation) ?\d{1,2}[A-Z]?(?:\(\d{1,2}[A-Z]?\)){0,2}(?:\([a-z]\)){0,2}(?: \([^)]{2,60}\))?(?: of (?:the )?[A-Za-z ]{3,40}(?:\d{4})?)?(?: ?[–-] [A-Za-z ]{4,60}[.:]| (?:is (?:an? )?(?:absolute|qualified|class|prejudice|subject)|provides|states|exempts|requires|allows|sets out|applies to information)\b)/i

const cited = /\b(?:sections?|s\.?|regulations?|reg\.?|exemptions?)\s?(?<number>\d{1,2})/gi

/** The questions that were refused under the section that an argument begins with. */
export function refusedUnder(text: string, passage: Passage, segments: readonly Segment[]): readonly number[] {
  const numbers = new Set(numbersIn(passage.words.slice(0, 160)))
  if (numbers.size === 0) return []
  const refused = segments.filter(
    ({ span, argues }) => !argues && numbersIn(text.slice(span.start, span.end)).some((number) => numbers.has(number)),
  )
  return [...new Set(refused.flatMap(({ questions }) => questions))].toSorted((one, other) => one - other)
}

function numbersIn(words: string): readonly string[] {
  return allMatches(words.slice(0, 2_000), cited).map(({ groups }) => groups?.number ?? '')
}
