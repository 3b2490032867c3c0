import type { Finding } from '../finding.ts'
import type { Recogniser } from '../recogniser.ts'
import { attached } from './attached.ts'
import { limitPassed, muchEffort, muchToSearch, notWithinTheLimit, ofTheLimit, overTheLimit } from './cost-limit.ts'
import { type Cue, ofTheRest } from './cue.ts'
import { otherMeans, published, referred } from './elsewhere.ts'
import { confirmingWouldHarm, ifConfirmed, neitherConfirmNorDeny } from './neither-confirm-nor-deny.ts'
import { notApplicable } from './not-applicable.ts'
import {
  cannotTell,
  doesNotHold,
  heldByOthers,
  isNotHeld,
  noInformation,
  notFound,
  scottishNotice,
} from './not-held.ts'
import { partly } from './partly.ts'
import { paragraphAround } from './sentence.ts'
import { isOfSmallNumbers } from './small-numbers.ts'
import { vexatious } from './vexatious.ts'
import { exemptionApplied, isExempt, isWithheld, outweighed, redacted, refusalSpoken } from './withheld.ts'

export type { AnswerFacts } from './combine.ts'
export { combine } from './combine.ts'
export type { Cue } from './cue.ts'
export { isAsked, isConditional, isExplained, isReported, isRequesters } from './hedges.ts'
export { paragraphAround, type Sentence, sentenceAround } from './sentence.ts'
export { isOfSmallNumbers } from './small-numbers.ts'

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
  cannotTell,
  scottishNotice,
  overTheLimit,
  limitPassed,
  muchToSearch,
  muchEffort,
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
 * refusing what nobody asked, the refusals after it are of the same. The reasons for neither confirming nor denying
 * that more is held fill pages: they are of the rest until holding of the whole is left open.
 */
function softenTheRest(text: string, cues: readonly Finding<Cue>[]): readonly Finding<Cue>[] {
  let softUntil = -1
  let hidesTheRest = false
  return cues.map((cue) => {
    const { value, span, rule } = cue
    if (value.outcome === 'ncnd') {
      if (value.rest) hidesTheRest = true
      else if (rule === neitherConfirmNorDeny.id && value.strength === 'says') hidesTheRest = false
      return hidesTheRest ? { ...cue, value: ofTheRest('ncnd') } : cue
    }
    if (value.outcome !== 'withheld') return cue
    if (isOfSmallNumbers(text, span)) return { ...cue, value: { ...value, strength: 'hints', small: true } }
    if (value.rest) softUntil = paragraphAround(text, span, 2_000).end
    return span.start < softUntil ? { ...cue, value: ofTheRest('withheld') } : cue
  })
}
