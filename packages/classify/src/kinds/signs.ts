import { isRegulatorsDecision } from '../authority/clues.ts'
import { isSalutation, voiceAt } from '../partition/messages.ts'
import { widerThanBlank } from '../white-space.ts'
import { hasFigures, hasHeard, hasTypedIn, isAnswered, laws, tellsAnswered, toSomebody } from './addressed.ts'
import type { Look } from './look.ts'

const refuses =
  /\b(?:exempt (?:under|by virtue|from disclosure|information)|exemption|refusal notice|neither confirms? n?or den(?:y|ies)|does not hold|do not hold|not held|appropriate limit|section \d{1,2}\b)/i

/** "Decision notice" with a complainant, or a tribunal's decision. */
export function isRegulators({ letter, said }: Look): boolean {
  return isRegulatorsDecision(letter.text) && !/\bthank you for your (?:\S{1,20} ){0,4}request\b/i.test(said)
}

const asks =
  /\b(?:i (?:would like|wish|hereby|request|am (?:writing to request|requesting|making|seeking)|make this request|should be grateful|ask)|please (?:provide|supply|send|tell|let me|could|can)|could you|can you|what i am after|my (?:foi |freedom of information )?request)\b/i

/** An asker's letter that nobody has answered. */
export function asksOnly(look: Look): boolean {
  const { letter, parts, said, reply, request, all } = look
  if (
    /\bthank you for (?:your|the) (?:\S{1,20} ){0,5}(?:request|e-?mail|letter|enquiry)|\byour (?:\S{1,20} ){0,3}request\b|\bwe (?:hold|do not hold|can confirm)|\bi can confirm|refusal notice\b/i.test(
      all,
    )
  )
    return false
  const voices = letter.lines
    .slice(0, 400)
    .filter((line) => isSalutation(line))
    .map(({ index }) => voiceAt(letter, index))
  if (
    voices.includes('answerer') ||
    refuses.test(said) ||
    hasFigures(reply) ||
    hasFigures(request) ||
    tellsAnswered(all) ||
    hasTypedIn(all)
  )
    return false
  const order = parts.filter(({ role }) => role === 'request' || role === 'reply').map(({ role }) => role)
  if (order.lastIndexOf('reply') > order.indexOf('request') && order.includes('request')) return false
  if (voices.includes('asker')) return asks.test(request)
  return asksOutright.test(look.head.slice(0, 6).join(' '))
}

/** "Please treat this as a Freedom of Information request", "Under the Act I would like …", in its first lines. */
const asksOutright =
  /\bplease treat (?:the following|this)(?: \S{1,20}){0,3} as an? (?:request|foi|freedom|\S{1,20} request)|\bi (?:would like|am writing|wish|hereby|want)(?: to)? (?:make|submit|request)\b|\b(?:freedom of information|environmental information)\b[^.]{0,60}\bi (?:would like|request|wish to|am requesting|ask)\b/i

/** "I have completed the internal review": in the first lines, where a letter says what it is. */
export function reviews({ head, opening, reply }: Look): boolean {
  const start = `${head.join('\n')}\n${opening.slice(0, 2500)}\n${reply.slice(0, 1500)}`.replace(widerThanBlank, ' ')
  if (!/review/i.test(start)) return false
  return /\b(?:(?:your|the) (?:request|e-?mail|letter|complaint)(?: of| dated)?[^.]{0,80}\b(?:requesting|asking for|asked for|for|seeking) (?:an |a )?internal review|(?:outcome|result|findings|conclusions?) of (?:the|your|my|our|this|an) (?:internal )?review|i have (?:now )?(?:conducted|completed|carried out|undertaken) (?:the|an|a|my|your|this) (?:internal )?review|internal review (?:decision|response|outcome|of (?:foi|request|your)|[-–:] )|you (?:have )?(?:asked|requested) (?:for )?(?:an |that )?internal review)/i.test(
    start,
  )
}

/** Somebody's request is answered, in a letter or without its courtesies. */
export function answers(look: Look): boolean {
  const { all, facts, parts, tabular } = look
  const roles = new Set(parts.map(({ role }) => role))
  if ((laws.test(all) && toSomebody.test(all)) || isAnswered(look)) return true
  if (roles.has('request') && roles.has('reply')) return true
  if (
    hasHeard.test(all) &&
    /\b(?:request for information|information request|section \d{1,2}\b[^.\n]{0,30} of the act)\b/i.test(all)
  )
    return true
  if (tabular > 0 && asks.test(all.slice(0, 1200)) && hasTableAfterAsk(look)) return true
  if (refuses.test(all) && /\b(?:act|regulations?|foia|foisa)\b/i.test(all) && laws.test(all)) return true
  if (facts) return facts.questions > 0 && (tabular < 0.6 || facts.cues > 0)
  return (
    tabular < 0.3 && (all.match(/\?/g)?.length ?? 0) >= 2 && /^\s{0,8}[([]?(?:q(?:uestion)?\s?)?1[\]).:\s]/im.test(all)
  )
}

/** "Please can you say what it cost …": below it a table, and no more words than lead to it. */
function hasTableAfterAsk({ letter }: Look): boolean {
  const ask = letter.lines.findIndex(({ text }) => asks.test(text) || /\?$/.test(text))
  const rows = letter.lines.filter(
    ({ text, block }) => block?.kind === 'table' || (text.match(/\t|\s\|\s/g)?.length ?? 0) >= 2,
  )
  return ask !== -1 && ask < 6 && (rows[0]?.index ?? -1) > ask
}

/** A spreadsheet, where it is no letter typed into one. */
export function isSheet(look: Look): boolean {
  const { letter, parts } = look
  const roles = new Set(parts.map(({ role }) => role))
  return (
    /sheet|csv|excel/i.test(letter.document.mediaType) &&
    !(roles.has('request') && roles.has('reply')) &&
    !(look.facts && look.facts.questions > 0 && look.facts.cues > 0)
  )
}

/** The rights and contacts that are sent with every letter, on a sheet of their own. */
export function tellsRightsOnly({ letter, parts }: Look): boolean {
  if (letter.lines.some((line) => isSalutation(line)) || !parts.some(({ role }) => role === 'rights')) return false
  return parts.every(
    ({ role, lines }) =>
      ['rights', 'closing', 'furniture', 'disclaimer'].includes(role) || (role === 'opening' && lines.length < 3),
  )
}

/** Tables and hardly a sentence. */
export function encloses({ tabular, facts }: Look): boolean {
  return tabular >= 0.5 || (facts !== null && facts.tables > 0 && facts.questions === 0 && tabular >= 0.3)
}
