import type { Finding } from '../finding.ts'
import type { Recogniser } from '../recogniser.ts'
import { attached } from './attached.ts'
import { notWithinTheLimit, ofTheLimit, overTheLimit } from './cost-limit.ts'
import type { Cue } from './cue.ts'
import { otherMeans, published, referred } from './elsewhere.ts'
import { isOfTheRest } from './hedges.ts'
import { confirmingWouldHarm, ifConfirmed, neitherConfirmNorDeny } from './neither-confirm-nor-deny.ts'
import { notApplicable } from './not-applicable.ts'
import { doesNotHold, heldByOthers, isNotHeld, noInformation, notFound } from './not-held.ts'
import { partly } from './partly.ts'
import { paragraphAround, sentenceAround } from './sentence.ts'
import { vexatious } from './vexatious.ts'
import { exemptionApplied, isExempt, isWithheld, outweighed, redacted, refusalSpoken } from './withheld.ts'

export type { AnswerFacts } from './combine.ts'
export { combine } from './combine.ts'
export type { Cue } from './cue.ts'
export { isReported } from './hedges.ts'
export { paragraphAround, sentenceAround } from './sentence.ts'

/** Every way of answering and refusing that we know in words. */
export const cueRules: readonly Recogniser<Cue>[] = [
  neitherConfirmNorDeny,
  confirmingWouldHarm,
  ifConfirmed,
  doesNotHold,
  isNotHeld,
  noInformation,
  notFound,
  heldByOthers,
  overTheLimit,
  notWithinTheLimit,
  ofTheLimit,
  otherMeans,
  published,
  referred,
  attached,
  isExempt,
  isWithheld,
  exemptionApplied,
  outweighed,
  refusalSpoken,
  redacted,
  vexatious,
  notApplicable,
  partly,
]

/**
 * Every cue of the text, in order; spans count from its start. Questions, conditions and reports of earlier answers are
 * left out, but the requester's and the appeal section's words are the caller's to leave out: only the whole letter shows where they stand.
 */
export function findCues(text: string): readonly Finding<Cue>[] {
  const found = cueRules
    .flatMap((rule) => rule.find(text))
    .toSorted((one, other) => one.span.start - other.span.start || one.span.end - other.span.end)
  return softenTheRest(text, found)
}

/**
 * «Anything more detailed is exempt … We find that the exemption is rightly applied»: where a paragraph begins by
 * refusing what nobody asked, the refusals after it are of the same.
 */
function softenTheRest(text: string, cues: readonly Finding<Cue>[]): readonly Finding<Cue>[] {
  let softUntil = -1
  return cues.map((cue) => {
    if (!isRefusal(cue.value)) return cue
    if (cue.span.start < softUntil) return { ...cue, value: { ...cue.value, strength: 'hints' } }
    if (isOfTheRest(sentenceAround(text, cue.span).before)) softUntil = paragraphAround(text, cue.span, 2_000).end
    return cue
  })
}

function isRefusal({ outcome }: Cue): boolean {
  return outcome === 'withheld' || outcome === 'ncnd'
}
