import type { Finding } from '../finding.ts'
import type { Quantity } from './quantity.ts'

/**
 * Gives each count what it counts: the words behind it ("2 data breaches"), those before a colon ("Incidents: 4"), or
 * those of "the number of emails blocked was 4,050". Silent words leave it null.
 */
export function nameUnits(text: string, findings: readonly Finding<Quantity>[]): readonly Finding<Quantity>[] {
  return findings.map((finding) => {
    if (finding.value.quantity === 'percent') return nameWhole(text, finding)
    if (finding.value.quantity !== 'count') return finding
    const { start, end } = finding.span
    const inside = /^(?:no|not|never|\w{3,4}n['’]t)\s/i.test(text.slice(start, start + 8))
      ? thingsIn(text.slice(start, end + 50))
      : null
    const unit =
      inside ?? thingsBehind(text.slice(end, end + 100)) ?? thingsBefore(text.slice(Math.max(0, start - 120), start))
    return unit === null ? finding : { ...finding, value: { ...finding.value, unit } }
  })
}

/** "No known data breaches" holds its things itself. */
function thingsIn(words: string): string | null {
  const told = /^(?:no|[\s\S]{3,60}?\bany)\s+(?:such\s|known\s|recorded\s|reported\s)?([a-z'’/ \n-]+)/i.exec(words)?.[1]
  return told === undefined ? null : asUnit(told)
}

function thingsBehind(behind: string): string | null {
  // "27 (plus 5 …)", "2 – awaiting": the next words are about something else.
  const told = /^\*?(?:[ ]|\n(?=[a-z]))((?:[A-Za-z][\w'’/-]{0,30}(?:[ ]|\n(?=[a-z]))?){1,8})/.exec(behind)?.[1]
  return told === undefined ? null : asUnit(told)
}

function thingsBefore(before: string): string | null {
  const counted =
    /\bnumber\sof\s((?:[a-z][\w'’/-]{0,30}\s){1,6}?)(?:\w{2,12}ed\s)?(?:was|were|is|are|stood at|stands at)\s(?:[a-z]{2,15}\s)?$/i.exec(
      before,
    )?.[1]
  if (counted !== undefined) return asUnit(counted)
  const label =
    /(?:^|[\n\t.;(|])\s{0,6}(?:[•*-]\s?)?(?:(?:total|overall)\s)?(?:(?:number|no\.?)\s(?:of\s)?)?([A-Za-z][A-Za-z'’/ -]{2,50}?)\s?[:=]\s{0,3}$/.exec(
      before,
    )?.[1]
  if (label === undefined) return null
  const words = label.trim().toLowerCase().split(/\s+/)
  const head = words.at(-1) ?? ''
  return words.length <= 5 &&
    /[a-z]{2}s$/.test(head) &&
    !/^(?:totals?|ss|yes|status|was|is|this|figures|numbers)$/.test(head)
    ? words.join(' ')
    : null
}

/** The noun phrase at the head of the words: up to a verb, a preposition or a sign; without a past tense at its end ("emails blocked"). */
function asUnit(words: string): string | null {
  // "5 x laptops", and the label of the next point in "a) 12 b) 7"
  const all = words.trim().replace(/^x\s/i, '').split(/\s+/)
  const stop = all.findIndex((word) => isStop.test(word))
  const kept = (stop === -1 ? all : all.slice(0, stop)).slice(0, 7)
  while (kept.length > 1 && /(?:ed|(?:^|-)lost|stolen|(?:^)(?:and|or|known|per|each))$/i.test(kept.at(-1) ?? ''))
    kept.pop()
  const unit = kept.join(' ')
  return unit.length < 2 ||
    (kept.length === 1 &&
      /(?:ed|^(?:and|or|lost|stolen|known|each|plus|more|fewer|less|yes|none|nil|total))$/i.test(unit))
    ? null
    : unit
}

const isStop =
  /^(?:was|were|is|are|am|be|been|being|has|have|had|having|do|does|did|will|would|can|could|may|might|should|shall|must|of|in|on|at|by|to|from|for|with|within|without|under|over|since|during|between|before|after|until|into|through|across|per|as|than|that|which|who|whom|whose|where|when|while|because|due|but|so|if|this|these|those|it|its|they|their|we|our|you|your|the|a|an|i|there|here|not|no|relating|resulting|involving|concerning|regarding|including|excluding|awaiting|occurred|plus|via|about|against|only|also|currently|please|see|both|all|to-date|every|page|yes|however|although|whilst|respectively|approx|approximately|no|http|www|et)$/i

function nameWhole(text: string, finding: Finding<Quantity>): Finding<Quantity> {
  const told = /^\s(?:of|on|off)?\s?(?:the|all|our|these|those)?\s?((?:[a-z][\w'’/-]{0,30}[ \n]?){1,6})/i.exec(
    text.slice(finding.span.end, finding.span.end + 80),
  )
  const whole = /^\sof\s/i.test(told?.[0] ?? '') ? asUnit(told?.[1] ?? '') : null
  return whole === null ? finding : { ...finding, value: { ...finding.value, of: whole } }
}
