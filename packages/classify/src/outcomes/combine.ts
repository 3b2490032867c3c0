import type { Outcome } from '@disclosed/reference'
import type { Cue } from './cue.ts'

/** What else one answer holds. */
export interface AnswerFacts {
  /** A figure that answers, or a table of them. */
  readonly hasValue: boolean
  /** "Yes", "No" to a question that asked for it. */
  readonly saysYesNo: boolean
  /** A sentence beside a refusal that gives a part of what was asked. */
  readonly givesBeside?: boolean
  /** Any words at all. */
  readonly hasText: boolean
}

/**
 * The outcome of one answer from its cues.
 *
 * - Beside a figure: what is substantially refused or not held makes it `partly`; a hint takes nothing from it.
 * - Without one: neither confirming nor denying comes before every other refusal, for it is stated together with
 *   an exemption; cost and vexatious come before withheld for the same reason; a refusal of any kind comes before
 *   "not held", which is often said of a detail.
 * - No number is kept, but what it could be counted from is published under an exemption: `elsewhere`.
 * - An attachment or a page elsewhere next to a refusal is `partly`; redactions inside an attachment leave it `attached`.
 * - Only hints: they decide where the answer says nothing else; "yes" or "no" alone is an answer.
 * - Words without any cue are an answer; nothing at all is `unanswered`.
 */
export function combine(cues: readonly Cue[], facts: AnswerFacts): Outcome {
  const said = new Set(cues.filter(({ strength }) => strength === 'says').map(({ outcome }) => outcome))
  const hinted = new Set(cues.map(({ outcome }) => outcome))
  const refusal = refusals.find((each) => said.has(each)) ?? null
  const notHeld = said.has('not_held')
  const redacted = cues.some(({ redaction }) => redaction)

  if (facts.hasValue) return refusal || notHeld || said.has('partly') || said.has('elsewhere') ? 'partly' : 'disclosed'
  if (refusal === 'ncnd' || refusal === 'vexatious') return refusal
  if (said.has('attached')) return notHeld || (refusal && !redacted) ? 'partly' : 'attached'
  if (refusal) return isSomeGiven(refusal, said, hinted, facts) ? 'partly' : refusal
  if (notHeld && said.has('elsewhere')) return 'elsewhere'
  if (notHeld) return hinted.has('partly') ? 'partly' : 'not_held'
  if (said.has('partly')) return 'partly'
  if (said.has('elsewhere')) return 'elsewhere'
  if (said.has('not_applicable')) return 'not_applicable'
  if (facts.saysYesNo) return 'disclosed'
  const hint = weakest.find((each) => hinted.has(each))
  if (hint) return hint
  return facts.hasText ? 'disclosed' : 'unanswered'
}

/** Grounds on which an answer is refused, the one that decides first. */
const refusals = ['ncnd', 'vexatious', 'cost_limit', 'withheld'] as const

/** What a hint can still decide where nothing is said outright. A hint of "partly" alone decides nothing. */
const weakest = ['ncnd', 'attached', 'elsewhere', 'cost_limit', 'withheld', 'not_held', 'vexatious'] as const

/**
 * «Yes. The details are exempt», «some of it is on our website; the rest is withheld». A page beside a refusal on cost is advice: it
 * shows what else there is.
 */
function isSomeGiven(
  refusal: Outcome,
  said: ReadonlySet<Outcome>,
  hinted: ReadonlySet<Outcome>,
  { saysYesNo, givesBeside }: AnswerFacts,
): boolean {
  if (saysYesNo || said.has('elsewhere') || hinted.has('partly')) return true
  return refusal === 'withheld' && (givesBeside || hinted.has('elsewhere') || hinted.has('attached'))
}
