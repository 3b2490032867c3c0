import type { Span } from '@disclosed/document'
import { allMatches } from '../all-matches.ts'
import type { Citation } from '../citations/index.ts'

/** How likely the harm is said to be: `would` is more probable than not, `would_be_likely` a real chance. */
export type Prejudice = 'would' | 'would_be_likely'

/**
 * Which of the two limbs the letter takes for an exemption that depends on harm, in the words after its citations.
 * The law's own "would, or would be likely to" takes neither, and a letter that says both takes none that we could tell.
 *
 * @param spans where the exemption is cited
 * @param others where another exemption is cited: what is said after it belongs there
 */
export function readPrejudice(
  text: string,
  { cite }: Citation,
  spans: readonly Span[],
  others: readonly Span[],
): Prejudice | null {
  if (!dependsOnHarm.test(cite)) return null
  let next = 0
  const said = spans.slice(0, mostPlaces).flatMap(({ end }) => {
    while (next < others.length && (others[next]?.start ?? 0) < end) next += 1
    return limbs(text.slice(end, Math.min(others[next]?.start ?? text.length, end + reach)))
  })
  const found = new Set(said)
  return found.size === 1 ? (said[0] ?? null) : null
}

/** FOIA 24, 26 to 29, 31, 33, 36, 38, 43(2); FOISA 28 to 33, 35, 39, 40. */
const dependsOnHarm = /^(?:FOIA (?:2[46789]|31|33|36|38|43)|FOISA (?:28|29|3[01235]|39|40))(?!\d)/

const reach = 3_000
const mostPlaces = 20

function limbs(words: string): readonly Prejudice[] {
  const open = words.replace(statute, ' ')
  return allMatches(open, harm).map((match) => (/likely/i.test(match[0]) ? 'would_be_likely' : 'would'))
}

/** What the Act says of every case. */
const statute =
  /\bwould,?\s{0,2}or\s{1,2}(?:would\s{1,2})?(?:be\s{1,2})?likely\s{1,2}to,?|\bwould\s{1,2}or\s{1,2}would\s{1,2}be\s{1,2}likely/gi
const harm =
  /\b(?:(?:would|is|are|be)\s{1,2}(?:be\s{1,2})?likely\s{1,2}to,?\s{1,2}|would\s{1,2}(?:substantially\s{1,2})?)(?:cause\s{1,2}|have\s{1,2}a\s{1,2})?(?:prejudic\w{1,6}|harm|inhibit|endanger|damage|undermine|adversely)/gi
