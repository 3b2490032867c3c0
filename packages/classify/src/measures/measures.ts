import type { MeasureCode } from '@disclosed/reference'
import { namedMeasures } from './named-measures.ts'

/**
 * What a question, a heading or a label counts, as a code of the list of measures. Null where it names nothing on the list,
 * names two things of which neither sharpens the other, or counts only some of them ("of those", "caused by …").
 */
export function measureOf(text: string): MeasureCode | null {
  const counted = countedIn(text)
  if (counted === null || part.test(counted)) return null
  const named = namedMeasures.flatMap(({ words, ...measure }) => {
    const match = words.exec(counted)
    return match ? [{ ...measure, at: match.index, end: match.index + match[0].length }] : []
  })
  const sharpest = named.filter(
    (each) =>
      !named.some(
        (other) =>
          other !== each &&
          (other.over.includes(each.code) || (other.at <= each.at && each.end <= other.end && isLonger(other, each))),
      ),
  )
  const [only, ...others] = sharpest
  return only && others.length === 0 ? only.code : null
}

function isLonger(
  one: { readonly at: number; readonly end: number },
  other: { readonly at: number; readonly end: number },
): boolean {
  return one.end - one.at > other.end - other.at
}

/** Counts of some of the things named: what a council was "asked in 2019 of those" is no count of its data breaches. */
const part =
  /^\W*(?:of )?(?:those|these|them|the above|such)\b|\bof (?:those|these|them|the above)\b|\b(?:percentage|proportion|per cent|%)|\breported to (?:the )?(?:police|action fraud|ncsc|national cyber)|\b(?:caused by|as a result of|resulting from|due to|because of|arising from|linked to|involved|involving) (?!lost|stolen|theft|missing)|\b(?:trained|training|policy|policies|budget|insurance)\b/i

const asksForCount =
  /\b(?:how (?:many|often)|how much|(?:total )?(?:number|numbers|amount|volume|count|sum|total|figures?|statistics) (?:of|for|on)|what number of)\s/gi
const asksForWords =
  /^(?:please )?(?:describe|explain|list|provide (?:details|a list|a copy|particulars)|give (?:details|particulars)|details|do you|have you|has|which|when|why|who)\b/i
const longestHeading = 110

/** The words that say what is counted: after the first "how many", up to the next one; a short heading as a whole. */
function countedIn(text: string): string | null {
  const plain = text
    .slice(0, 3_000)
    .replace(/\([^()]{0,300}\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const [first, second] = Array.from(plain.matchAll(asksForCount))
  if (first) {
    if (/\bin $/i.test(plain.slice(0, first.index))) return null // "In how many incidents was data lost": a part of them
    const start = first.index + first[0].length
    const words = plain.slice(start, Math.min(second?.index ?? plain.length, start + 240))
    return /^.*?(?:[.?!;](?=\s|$)|, (?:and|please|including|broken)|$)/.exec(words)?.[0] ?? words
  }
  return plain.length <= longestHeading && !asksForWords.test(plain) ? plain : null
}
