import type { Span } from '@disclosed/document'
import type { Finding } from '../finding.ts'
import { sentenceAround } from '../outcomes/sentence.ts'
import type { Regime } from '../reading.ts'
import { findLaws, isAccessLaw, type LawMention, type NamedLaw } from './laws.ts'

export type { LawMention, NamedLaw } from './laws.ts'
export { findLaws, isAccessLaw } from './laws.ts'
export { regimeOfLog } from './log.ts'

/** How strongly the words say that the answer is given under that law. */
type Weight = 'answered' | 'named' | 'bare'

interface Weighed extends LawMention {
  readonly weight: Weight
}

/**
 * The laws that the answer is given under, one finding each, in the order of the text; its span is the best of the
 * words that name it. What the authority says it answered under comes before what is merely named, and an Act before
 * a bare "Freedom of Information request". Empty where no law is named.
 *
 * @param hints scottish: is the authority a Scottish one (FOISA, EISR)? null where nobody knows.
 */
export function findRegimes(text: string, hints: { readonly scottish: boolean | null }): readonly Finding<Regime>[] {
  const mentions = findLaws(text).filter(({ law }) => law !== 'other')
  const scottish = hints.scottish ?? mentions.some(({ law, form }) => law === 'FOISA' && form !== 'bare')
  const weighed = mentions.flatMap((mention) => {
    const weight = readWeight(text, mention)
    return weight ? [{ ...mention, law: asSpokenIn(mention, scottish), weight }] : []
  })
  for (const weight of ['answered', 'named', 'bare'] as const) {
    const chosen = weighed.filter((each) => each.weight === weight)
    if (chosen.length > 0) return oneEach(withoutDouble(chosen))
  }
  return []
}

/** The law of Scotland has names of its own, and a Scottish authority's "FOI" and "EIRs" are those. */
function asSpokenIn({ law, form }: LawMention, scottish: boolean): NamedLaw {
  if (!scottish) return law
  if (law === 'FOIA' && form === 'bare') return 'FOISA'
  return law === 'EIR' ? 'EISR' : law
}

function readWeight(text: string, mention: LawMention): Weight | null {
  const { before, after } = sentenceAround(text, mention.span)
  const line = lineAround(text, mention.span)
  if (isPassing(before, after)) return null
  if (mention.law === 'DPA' || mention.law === 'GDPR') {
    return asksForOwnData.test(before) || /^.{0,20}subject access request/i.test(after) ? 'answered' : null
  }
  if (!isAccessLaw(mention.law)) return null
  if (isFurniture(before, after, line)) return null
  if (mention.form === 'bare')
    return isIndefinite(before) ? null : /\bunder(?: the)?\s{1,2}$/i.test(before) ? 'named' : 'bare'
  if (isRequesters(before)) return 'bare'
  if (isAnswering(before, after) || isHeading(line, mention, text)) return 'answered'
  return 'named'
}

/** "under the FOIA rather than the EIRs", "this is not a request under …": the law that it was not. */
function isPassing(before: string, after: string): boolean {
  return (
    /\b(?:rather than|instead of|and not|not)\s{1,2}(?:under\s{1,2})?(?:the\s{1,2})?$/i.test(before.slice(-40)) ||
    /^\s{0,2}\(?(?:Decision Notice|tribunal|guidance|guide|training|poster|class)\b/i.test(after)
  )
}

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
function isRequesters(before: string): boolean {
  return (
    /\bI\s{1,2}(?:am|make|would|write|request|wish|want|ask|hereby|submit)\b/i.test(before) ||
    /\bmy\s{1,2}request\b/i.test(before)
  )
}

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
