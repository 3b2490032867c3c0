import { overlaps, type Span } from '@disclosed/document'
import { type ExemptionKind, exemption } from '@disclosed/reference'
import type { Citation } from '../citations/index.ts'
import type { Finding } from '../finding.ts'
import { type Cue, isReported, isRequesters, sentenceAround } from '../outcomes/index.ts'
import type { Role } from '../reading.ts'

/** Where a letter speaks with another voice than the answering authority's. */
export interface Voices {
  /** The requester's words, also where the authority repeats them. */
  readonly requestSpans: readonly Span[]
  /** Appeals and boilerplate. */
  readonly rightsSpans: readonly Span[]
  /** Is no request answered here? A page about how requests are handled relies on nothing. */
  readonly answersNone?: boolean
}

/** What one citation does at its place; `withheld` and `ncnd` where the words beside it say so. */
export type Place = 'mentioned' | 'withheld' | 'ncnd' | 'untold'

/** The role of a provision from all its places: a reliance anywhere is one, and a mention beside it adds nothing. */
export function roleFrom(cite: string, places: readonly Place[]): Role {
  if (places.every((place) => place === 'mentioned')) return 'mentioned'
  // 31(3), 40(5B), 30(3), 24(2) … exist for nothing else, even where a letter writes "exempt by virtue of section 31(3)".
  const kind = exemption(cite)?.kind
  if (kind === 'ncnd') return 'ncnd'
  // «To find out whether we hold it would exceed the limit»: cost, and what is published, hide nothing.
  if (kind && neverHides.includes(kind)) return 'engaged'
  return places.includes('ncnd') && !places.includes('withheld') ? 'ncnd' : 'engaged'
}

const neverHides: readonly ExemptionKind[] = ['cost', 'vexatious', 'elsewhere', 'future', 'not_held']

/** Reads what each citation does at its place. Both lists are in the order of the text. */
export function readPlaces(
  text: string,
  citations: readonly Finding<Citation>[],
  cues: readonly Finding<Cue>[],
  { requestSpans, rightsSpans, answersNone }: Voices,
): readonly Place[] {
  if (answersNone) return citations.map(() => 'mentioned')
  const stances = cues.filter(
    ({ value, rule }) =>
      (value.strength === 'says' || value.rest) && (value.outcome === 'ncnd' || plainRefusals.includes(rule)),
  )
  let from = 0
  return citations.map(({ span }) => {
    if ([...requestSpans, ...rightsSpans].some((voice) => overlaps(voice, span)) || isIdle(text, span))
      return 'mentioned'
    while (from < stances.length && (stances[from]?.span.end ?? 0) < span.start - near) from += 1
    const nearest = nearestTo(span, stances, from)
    if (!nearest) return 'untold'
    return nearest.value.outcome === 'ncnd' ? 'ncnd' : 'withheld'
  })
}

/** «An exemption is being applied» fits both stances; these fit one. */
const plainRefusals: readonly string[] = ['outcomes/is-exempt', 'outcomes/is-withheld']

/** How far a stance reaches, in characters. */
const near = 700

function nearestTo(span: Span, stances: readonly Finding<Cue>[], from: number): Finding<Cue> | null {
  let best: Finding<Cue> | null = null
  let least = near
  for (let index = from; index < stances.length; index += 1) {
    const stance = stances[index]
    if (!stance || stance.span.start > span.end + near) break
    const distance = Math.max(0, span.start - stance.span.end, stance.span.start - span.end)
    if (distance < least) {
      least = distance
      best = stance
    }
  }
  return best
}

/** Cited and not relied on: hypothetically, of an earlier answer, or to say that it does not apply. */
function isIdle(text: string, span: Span): boolean {
  const { before, after } = sentenceAround(text, span)
  return (
    /\b(?:if|should|were) you (?:to )?(?:submit|make|send|wish|refine|narrow|ask|choose|resubmit|request|seek)\b/i.test(
      before,
    ) ||
    isReported({ before, after, ...span }) ||
    isRequesters({ before, after, ...span }) ||
    isTally(after) ||
    (/\b(?:may|might|could)(?: also| then| still)? (?:be )?(?:appl|engag|refus|exempt|fall|withh|invok|reli)\w{0,6}\b/i.test(
      `${before.slice(-80)} ${after.slice(0, 60)}`,
    ) &&
      !/\bmay be exempt\b/i.test(after)) ||
    /\b(?:not|no longer|never) (?:been )?(?:rely\w{0,3}|relied|appl\w{1,4}|engag\w{1,3}|cit\w{1,3}|us\w{1,3}|exempt|withheld)\b[^.]{0,40}$/i.test(
      before,
    ) ||
    /^[^.]{0,40}\b(?:does|do|did|is|are|was|were)(?: not|n['’]t) (?:appl|engag|relevant|rel)\w{0,4}/i.test(after) ||
    /\b(?:previous|earlier|prior|last|original) (?:FOIA? )?(?:response|reply|request|answer|refusal)\b[^.]{0,80}\b(?:was|were|had|refused|withheld|explained|said|cited)\b[^.]{0,80}$/i.test(
      before,
    ) ||
    /\b(?:for example|such as|e\.g\.),?\s{1,2}(?:under\s)?$/i.test(before)
  )
}

/** «25(1) Otherwise accessible = 1», «Section 40(2) | 9»: how often each was used is what somebody asked. */
function isTally(after: string): boolean {
  return /^[^\n.;]{0,70}?(?:=|\||\s[–-]|:)[ \t\u00a0]{0,3}\d{1,4}[ \t\u00a0]{0,3}(?:\n|\||$)/.test(after)
}
