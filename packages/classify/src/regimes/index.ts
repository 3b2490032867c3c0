import type { Span } from '@disclosed/document'
import type { RoledCitation } from '../exemptions/index.ts'
import type { Finding } from '../finding.ts'
import { sentenceAround } from '../outcomes/sentence.ts'
import type { Part } from '../partition/index.ts'
import type { Kind, Regime } from '../reading.ts'
import { findLaws, isAccessLaw, type LawMention, type NamedLaw } from './laws.ts'

export type { LawMention, NamedLaw } from './laws.ts'
export { findLaws, isAccessLaw } from './laws.ts'
export { regimeOfLog } from './log.ts'

export interface RegimeHints {
  /** Is the authority a Scottish one (FOISA, EISR)? null where nobody knows. */
  readonly scottish: boolean | null
  /** Does the asker speak at this place? */
  readonly isAsked?: (offset: number) => boolean
}

/** How strongly the words say that the answer is given under that law. */
type Weight = 'answered' | 'named' | 'bare' | 'asked'

interface Weighed extends LawMention {
  readonly weight: Weight
}

/**
 * The laws that the answer is given under, one finding each, in the order of the text; its span is the best of the
 * words that name it. What the authority says it answered under comes before what is merely named, and an Act before
 * a bare "Freedom of Information request", and what the asker alone names last of all (`regimes/asked`): sections that the
 * answer cites are of that law, and it is not said to be given under it. Empty where no law is named.
 */
export function findRegimes(text: string, hints: RegimeHints): readonly Finding<Regime>[] {
  const mentions = findLaws(text).filter(({ law }) => law !== 'other')
  const scottish = hints.scottish ?? mentions.some(({ law, form }) => law === 'FOISA' && form !== 'bare')
  const weighed = mentions.flatMap((mention) => {
    const weight = readWeight(text, mention, hints.isAsked?.(mention.span.start) ?? false)
    return weight ? [{ ...mention, law: asSpokenIn(mention, scottish), weight }] : []
  })
  for (const weight of ['answered', 'named', 'bare', 'asked'] as const) {
    const chosen = weighed.filter((each) => each.weight === weight)
    if (chosen.length > 0) return oneEach(withoutDouble(chosen))
  }
  return []
}

/**
 * What a document is given under: reports and news under none, and an answer under none that its asker alone names.
 * An answer that refuses by "section 12 of the Act" and names no law is given under the law whose section that is.
 */
export function regimesOf(
  kind: Kind,
  found: readonly Finding<Regime>[],
  cited: readonly RoledCitation[],
): readonly Finding<Regime>[] {
  if (kind === 'other' || kind === 'incident_report') return []
  if (kind !== 'foi_response' && kind !== 'internal_review') return found
  const told = found.filter(({ rule }) => rule !== 'regimes/asked')
  if (told.length > 0) return told
  const relied = cited.filter(({ role, finding: { value } }) => role !== 'mentioned' && value.told === 'number')
  return relied
    .slice(0, 1)
    .map(({ finding: { value, span } }) => ({ value: value.law, span, rule: 'regimes/cited' as const }))
}

/** Tells where the asker speaks. */
export function askerAt(parts: readonly Part[]): (offset: number) => boolean {
  return (offset) => {
    const part = parts.find(({ span }) => span.start <= offset && offset < span.end)
    return part?.role === 'request'
  }
}

/** The law of Scotland has names of its own, and a Scottish authority's "FOI" and "EIRs" are those. */
function asSpokenIn({ law, form }: LawMention, scottish: boolean): NamedLaw {
  if (!scottish) return law
  if (law === 'FOIA' && form === 'bare') return 'FOISA'
  return law === 'EIR' ? 'EISR' : law
}

function readWeight(text: string, mention: LawMention, isAsked: boolean): Weight | null {
  const { before, after } = sentenceAround(text, mention.span)
  const line = lineAround(text, mention.span)
  if (isPassing(before, after)) return null
  if (mention.law === 'DPA' || mention.law === 'GDPR') {
    return asksForOwnData.test(before) || /^.{0,20}subject access request/i.test(after) ? 'answered' : null
  }
  if (!isAccessLaw(mention.law)) return null
  if (isFurniture(before, after, line) || movesOn(mention, before)) return null
  // a heading, and what was done with the request, are the authority's words wherever they stand
  if (isAsked && !((mention.form !== 'bare' && isHeading(line, mention, text)) || wasHandled.test(before.slice(-120))))
    return 'asked'
  if (mention.form === 'bare' || isSpokenBare(mention, after))
    return isIndefinite(before) ? null : /\bunder(?: the)?\s{1,2}$/i.test(before) ? 'named' : 'bare'
  if (isRequesters(before) || asksThen.test(after)) return 'asked'
  if (isAnswering(before, after) || isHeading(line, mention, text)) return 'answered'
  return 'named'
}

/** "under the FOIA rather than the EIRs", "this is not a request under …": the law that it was not. */
function isPassing(before: string, after: string): boolean {
  return (
    /\bpublic interest in (?:disclosing|releasing|disclosure|release)\b[^.]{0,60}\bunder\s{1,2}(?:the\s{1,2})?$/i.test(
      before.slice(-120),
    ) ||
    /\b(?:rather than|instead of|and not|not)\s{1,2}(?:under\s{1,2})?(?:the\s{1,2})?$/i.test(before.slice(-40)) ||
    /^\s{0,2}\(?(?:Decision Notice|tribunal|guidance|guide|training|poster|class)\b/i.test(after)
  )
}

/** "exempt under section 39(2) of the Act, for it is environmental": the request is dealt with under the other law. */
function movesOn({ law }: LawMention, before: string): boolean {
  return (
    (law === 'FOIA' || law === 'FOISA') &&
    /\bs(?:ections?)?\.?\s{0,2}39(?:\s?\(\d\))?\s{1,2}of\s{1,2}(?:the\s{1,2})?$/i.test(before.slice(-60))
  )
}

/** "Environmental Information Regulations (EIR) requests" names no more than "Freedom of Information requests" does. */
function isSpokenBare({ law }: LawMention, after: string): boolean {
  return (law === 'EIR' || law === 'EISR') && /^\s{0,2}(?:\(EIRs?)?\)?\s{0,2}requests?\b/i.test(after)
}

/** "has been handled under the", "is exempt under section 40 of the". */
const wasHandled =
  /\b(?:(?:handled|dealt with|considered|processed|treated|responded to|answered)\b[^.]{0,60}\bunder|exempt(?:ion)?\b[^.]{0,60}\bof)\s{1,2}(?:the\s{1,2})?$/i

/** Mailboxes, teams, pages and the forms of web sites speak of the right to information and answer nothing. */
function isFurniture(before: string, after: string, line: string): boolean {
  return (
    /^[\s)]{0,2}(?:\/\s?EIR\s?)?(?:team|unit|officers?|page|log|disclosure log|publication|mailbox|\(mailbox|support|service|department|co-?ordinators?|managers?|lead|enquiries|inbox|email|@|#|website|requests? to \w+ [A-Z]\w+ [Cc]ouncil\? )/i.test(
      after,
    ) ||
    /\b(?:head of|from:|to:|cc:|about|right to|right of access to|defend)\s{0,3}$/i.test(before.slice(-40)) ||
    /wrong address for/i.test(before) ||
    /^\s*(?:https?:|www\.)\S*$|@/.test(line)
  )
}

/** «A Freedom of Information request brought this to light»: somebody's, and not the one answered here. */
function isIndefinite(before: string): boolean {
  return (
    /\b(?:an?|any|other|all|previous|earlier|many|more|new)\s{1,2}$/i.test(before.slice(-20)) &&
    !/-\s{1,2}an?\s{1,2}$/i.test(before.slice(-8))
  )
}

/** «Under the Freedom of Information Act I would like …»: the requester names it, and the authority may know better. */
function isRequesters(words: string): boolean {
  return (
    /\bI\s{1,2}(?:am|make|would|write|request|wish|want|ask|hereby|submit|send)\b/.test(words) ||
    /\bmy\s{1,2}request\b/i.test(words)
  )
}

/** "Under the Freedom of Information Act 2000, we would like to ask": who asks speaks of it first. */
const asksThen =
  /^,?\s{1,2}(?:could|can|would|please|(?:I|we)\s{1,2}(?:(?:would\s{1,2}(?:like|be)|wish|want|am|are)\s{1,2}(?:to\s{1,2}(?:ask|request|know|make|receive|obtain|submit|see|find)|for|grateful|asking|requesting|interested|the\s)|ask|request|seek)\b)/i

/** "has been handled under", "exempt under section 31 of", "in line with": the authority at work. */
function isAnswering(before: string, after: string): boolean {
  const near = before.slice(-90)
  return (
    (/\b(?:under|with|by|of|in|to|at)\s{1,2}(?:the\s{1,2})?(?:provisions of\s{1,2}(?:the\s{1,2})?)?$/i.test(near) &&
      answering.test(before.slice(-220))) ||
    /\b(?:s(?:ections?)?|reg(?:ulation)?s?)\.?\s{0,2}\d{1,2}[\w()\s,&]{0,60}$/i.test(near) ||
    /^[^.]{0,20}(?:requests?\b|applies|apply)/i.test(after)
  )
}

const answering =
  /\b(?:handled|dealt|considered|processed|logged|treated|responded|answered|answer|managed|administered|provided|given|looked|assessed|reviewed|released?|our response|recorded|held|disclosed|exempt|exemptions?|exceptions?|refus\w{1,6}|withh\w{2,6}|redacted|notice|request)\b/i

/** A line of its own: "Freedom of Information Act 2000 – data security", "FOIA / EIR 2004". */
function isHeading(line: string, mention: LawMention, text: string): boolean {
  const words = text.slice(mention.span.start, mention.span.end)
  const at = line.indexOf(words.split('\n')[0] ?? words)
  return (
    line.length <= 140 &&
    at >= 0 &&
    at < 70 &&
    !/[.,;]$/.test(line) &&
    /^[\s\W]*(?:[A-Z]|\[)/.test(line) &&
    !/\b(?:review|complaints?|appeals?|guide|guidance|policy|rights|is|are|was|were|has|have|must|may|will|the council)\b/.test(
      line,
    )
  )
}

/** Nobody is bound by both Acts: where the Scottish one is named the other is the requester's mistake. */
function withoutDouble(chosen: readonly Weighed[]): readonly Weighed[] {
  const laws = new Set(chosen.map(({ law }) => law))
  return chosen.filter(({ law }) => !(law === 'FOIA' && laws.has('FOISA')) && !(law === 'EIR' && laws.has('EISR')))
}

function oneEach(chosen: readonly Weighed[]): readonly Finding<Regime>[] {
  const seen = new Set<NamedLaw>()
  return chosen.flatMap(({ law, span, weight }) => {
    if (law === 'other' || seen.has(law)) return []
    seen.add(law)
    return [{ value: law, span, rule: `regimes/${weight}` as const }]
  })
}

/** "Your subject access request has been handled under the Data Protection Act": only a request can be under it. */
const asksForOwnData =
  /\b(?:subject access request|request)\b[^.]{0,80}\b(?:handled|dealt with|considered|processed|treated|responded to|answered)\b[^.]{0,60}\bunder\s{1,2}(?:the\s{1,2})?$/i

/** The line on which a span stands, at most 300 characters to either side. */
function lineAround(text: string, { start, end }: Span): string {
  const left = text.slice(Math.max(0, start - 300), start)
  const right = text.slice(end, end + 300)
  return `${left.slice(left.lastIndexOf('\n') + 1)}${text.slice(start, end)}${right.split('\n', 1)[0] ?? ''}`.trim()
}
