import type { MeasureCode } from '@disclosed/reference'
import { allMatches } from '../all-matches.ts'
import { remembered } from '../remembered.ts'
import { widerThanBlank } from '../white-space.ts'
import { type NamedMeasure, namedMeasures } from './named-measures.ts'

/**
 * What a question, a heading or a label counts, as a code of the list of measures. Null where it names nothing on the list,
 * names two things of which neither sharpens the other, or counts only some of them ("of those", "caused by …").
 */
export const measureOf: (text: string) => MeasureCode | null = remembered((text) => {
  const counted = countedIn(text)
  if (counted === null || part.test(counted.words)) return null
  const named = namedMeasures.flatMap(({ words, ...measure }) => {
    const match = words.exec(counted.words)
    return match ? [{ ...measure, at: match.index, end: match.index + match[0].length }] : []
  })
  const sharpest = named.filter((each) => !named.some((other) => other !== each && isSharper(other, each)))
  const [only, ...others] = sharpest
  if (!only || others.length > 0 || counts.test(counted.words.slice(0, only.at))) return null
  if (outcome.test(counted.words) && !toldByOutcome.has(only.code)) return null
  return counted.isMoney && !ofMoney.has(only.code) ? null : only.code
})

interface Place extends Pick<NamedMeasure, 'code' | 'over'> {
  readonly at: number
  readonly end: number
}

/** Does one name say all that another says, and more? */
function isSharper(one: Place, other: Place): boolean {
  const holds = one.at <= other.at && other.end <= one.end && one.end - one.at > other.end - other.at
  return holds || one.over.includes(other.code)
}

/** Only some of the things that are named: "of those", "caused by", "reported to the police". */
const part =
  /^\W*(?:of )?(?:those|these|them|the above|such)\b|\bof (?:those|these|them|the above)\b(?! (?:\w+ ){0,2}(?:years?|months?|periods?|quarters?))|\b(?:percentage|proportion|per cent|%)|\breported (?:by you )?to:?(?: the)? ?(?:police|action fraud|ncsc|national cyber|a\))|\b(?:caused by|as a result of|resulting from|due to|because of|arising from|linked to|involved|involving) (?!lost|stolen|theft|missing)|\b(?:trained|training|policy|policies|budget|insurance)\b/i

/** Things that are counted in place of what is named after them: "claims after a data breach". */
const counts =
  /\b(?:claims?|cases?|staff|employees|people|persons?|individuals|emails|e-mails|requests?|complaints?|hours|days|reports?|records?|accounts?|files|investigations?|notifications?|questions?)\b/i

/** How it ended makes two counts of one name: attacks that were blocked, attacks that got through. */
const outcome = /\b(?:successful|unsuccessful|got (?:in|through)|block(?:ed)?|prevented|thwarted)\b/i
const toldByOutcome: ReadonlySet<MeasureCode> = new Set(['successful_cyber_attacks', 'malicious_emails'])

const ofMoney: ReadonlySet<MeasureCode> = new Set(['compensation_paid', 'fines_paid', 'ransoms_paid', 'incident_cost'])
const asksForMoney = /\b(?:how much|costs?|spent|spend|spending|paid|money|value)\b/i

const asksForCount =
  /\b(?:how (?:many|often)|how much|(?:total )?(?:number|numbers|amount|volume|count|sum|total|figures?|statistics) (?:of|for|on)|what number of)\s/gi
const asksForWords =
  /^(?:please )?(?:describe|explain|list|provide (?:details|a list|a copy|particulars)|give (?:details|particulars)|details|do you|have you|has|which|when|why|who)\b/i
const longestHeading = 110

interface Counted {
  readonly words: string
  readonly isMoney: boolean
}

/** The words that say what is counted: after the first "how many", up to the next one; a short heading as a whole. */
function countedIn(text: string): Counted | null {
  const plain = text
    .slice(0, 3_000)
    .replace(/\([^()]{0,300}\)/g, ' ')
    .replace(widerThanBlank, ' ')
    .trim()
  const [first, second] = allMatches(plain, asksForCount)
  if (!first) {
    const isHeading = plain.length <= longestHeading && !asksForWords.test(plain)
    return isHeading ? { words: plain, isMoney: asksForMoney.test(plain) } : null
  }
  if (/\bin $/i.test(plain.slice(0, first.index))) return null // "In how many incidents was data lost": a part of them
  const start = first.index + first[0].length
  const words = plain.slice(start, Math.min(second?.index ?? plain.length, start + 240))
  const end = words.search(/[.?!;](?:\s|$)|[•·]|, (?:and|please|including|broken)\b/)
  return {
    words: end === -1 ? words : words.slice(0, end),
    isMoney: /^how much/i.test(first[0]) || asksForMoney.test(words.slice(0, 40)),
  }
}
