import type { Span } from '@disclosed/document'
import { exemption, type Outcome } from '@disclosed/reference'
import type { Finding } from '../finding.ts'
import {
  type Cue,
  isAsked,
  isConditional,
  isExplained,
  isOfSmallNumbers,
  type Sentence,
  sentenceAround,
} from '../outcomes/index.ts'
import type { RoledCitation } from './index.ts'

/**
 * The cues of a letter once it is known what it cites. A provision that is relied on tells how a request was answered,
 * however the refusal is worded, and it tells which refusal "exempt" or "withheld" is: under FOIA 21 the
 * information stands elsewhere, under FOIA 12 it costs too much, and under FOISA 25, which FOIA numbers otherwise, it
 * stands elsewhere too.
 */
export function onGrounds(
  text: string,
  cues: readonly Finding<Cue>[],
  roles: readonly RoledCitation[],
): readonly Finding<Cue>[] {
  const grounds = roles
    .filter(({ role }) => role !== 'mentioned')
    .flatMap(({ finding, role, spans }): readonly Ground[] =>
      spans.map((span) => ({
        outcome: role === 'ncnd' ? 'ncnd' : outcomeUnder(finding.value.cite, text, span),
        span,
        movesOn: isEnvironmental(finding.value.cite, text, span),
      })),
    )
    .toSorted((one, other) => one.span.start - other.span.start)
  const refusing = grounds.filter(({ movesOn }) => !movesOn)
  const settled = cues.filter((cue) => !isMovedOn(text, cue, grounds)).map((cue) => settledOn(text, cue, refusing))
  return [...settled, ...refusing.flatMap((ground) => cueOf(text, ground))].toSorted(
    (one, other) => one.span.start - other.span.start || one.span.end - other.span.end,
  )
}

/** A provision that is relied on, at one place. */
interface Ground {
  readonly outcome: Outcome
  readonly span: Span
  /** Does it only hand the request over to the law on the environment? */
  readonly movesOn: boolean
}

/**
 * «We apply section 39(2) so that we need not deal with it under FOISA as well»: what is environmental is answered under the regulations, and
 * nothing is refused so. FOISA 39(1) is about health and safety.
 */
function isEnvironmental(cite: string, text: string, span: Span): boolean {
  if (/^(?:FOIA 39|FOISA 39\(2\))(?!\d)/.test(cite)) return true
  return cite === 'FOISA 39' && /\benvironment/i.test(text.slice(Math.max(0, span.start - 300), span.end + 300))
}

/** Is all that its sentence relies on such a handing over? */
function isMovedOn(text: string, { value, span }: Finding<Cue>, grounds: readonly Ground[]): boolean {
  if (value.outcome !== 'withheld') return false
  const sentence = sentenceAround(text, span)
  const inside = grounds.filter((ground) => ground.span.start >= sentence.start && ground.span.end <= sentence.end)
  return inside.length > 0 && inside.every(({ movesOn }) => movesOn)
}

/** Regulation 12(4)(b) stands for vexatious requests and for costly ones: the reason beside it decides. */
function outcomeUnder(cite: string, text: string, span: Span): Outcome {
  const [only = 'withheld', ...more] = exemption(cite)?.outcomes ?? []
  if (more.length === 0) return only
  const reason = text.slice(Math.max(0, span.start - 600), span.end + 600)
  return /\b(?:costs?|time|hours|burden\w{0,5}|resources?)\b/i.test(reason) ? 'cost_limit' : 'vexatious'
}

/** «The exemption at section 25 applies»: the words say that something is refused, the number why. */
function settledOn(text: string, cue: Finding<Cue>, grounds: readonly Ground[]): Finding<Cue> {
  if (cue.value.outcome !== 'withheld') return cue
  const sentence = sentenceAround(text, cue.span)
  const inside = grounds.filter(({ span }) => span.start >= sentence.start && span.end <= sentence.end)
  const near = inside.length > 0 ? inside : nearestTo(cue.span, grounds)
  const outcomes = [...new Set(near.map(({ outcome }) => outcome))]
  const [outcome] = outcomes
  return outcome && outcomes.length === 1 ? { ...cue, value: { ...cue.value, outcome } } : cue
}

/** How far a refusal stands from its ground at most, in characters: «the following exemption:», and the list below it. */
const near = 300

function nearestTo(span: Span, grounds: readonly Ground[]): readonly Ground[] {
  const distance = (ground: Ground) => Math.max(span.start - ground.span.end, ground.span.start - span.end)
  const within = grounds.filter((ground) => distance(ground) <= near)
  return within.toSorted((one, other) => distance(one) - distance(other)).slice(0, 1)
}

function cueOf(text: string, { outcome, span }: Ground): readonly Finding<Cue>[] {
  const sentence = sentenceAround(text, span)
  if (isAsked(sentence) || isConditional(sentence)) return []
  // That holding is neither confirmed nor denied is always said in words too, and they tell of what.
  const explains = isExplained(sentence) || (describes.test(sentence.after) && !ofUs.test(sentence.after))
  const firm =
    outcome !== 'ncnd' &&
    !explains &&
    (isApplied(sentence) || ofUs.test(sentence.after)) &&
    !isOfSmallNumbers(text, span)
  return [{ value: { outcome, strength: firm ? 'says' : 'hints' }, span, rule: 'outcomes/cited' }]
}

/** «Section 31 is a qualified exemption», «section 12 provides that …»: what the section is, and not what it was used for. */
const describes =
  /^[^.;]{0,80}\b(?:is|are) (?:an? |both )?(?:[\w-]{1,20},? ){0,4}(?:exemptions?|exceptions?|based)\b|^[^.;]{0,80}\b(?:provides?|allows?|permits?|states?|says|means|requires?|sets? out|covers?|concerns?|relates? to|exempts? information|is (?:subject to|designed|intended))\b/i

/** «Section 25(1) means that we do not have to give it», «section 12 allows the Council to refuse it»: the law at work here. */
const ofUs =
  /^[^.;]{0,60}\b(?:means?|allows?|permits?|entitles?|enables?|lets?|frees?)(?: that)? (?:us|we|(?:the|this) (?:council|trust|force|department|board|university|college|authority|service|commission))\b/i

/** "exempt under section 31", "in line with section 12", "section 40(2) applies". */
function isApplied({ before, after }: Sentence): boolean {
  return (
    /\b(?:exempt\w{0,6}|withh\w{2,6}|refus\w{1,4}|appl(?:y|ied|ies|ying)|rel(?:y|ied|ies|ying|iance)|engag\w{1,3}|pursuant|by virtue|under|in (?:line|accordance) with|cit(?:e|ed|ing)|invok\w{1,3}|claim\w{0,3}|on the basis|falls?|covered|protected|us(?:e|ed|ing))\b[^.;]{0,90}$/i.test(
      before,
    ) || /^[^.;]{0,90}\b(?:appl(?:y|ies|ied)|engaged|relied|exempt)\b/i.test(after)
  )
}
