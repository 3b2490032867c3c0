import { allMatches } from '../all-matches.ts'
import type { Sentence } from './sentence.ts'

/** A question, or a requester asking: «If this exceeds the cost limit please …», «I would like whatever is not exempt». */
export function isAsked(sentence: Sentence): boolean {
  return /\?\s{0,2}$/.test(sentence.after.trimEnd()) || requester.test(sentence.before) || isRequesters(sentence)
}

/** «Should section 12 stand in the way, please advise me», «exclude question 4 then»: whoever is to be helped asks. */
export function isRequesters({ before, after }: Sentence): boolean {
  return (
    /\b(?:please|kindly) (?:advise|assist|help|tell|let|send|give|inform|contact|notify) (?:and assist )?me\b(?! if you| should you)/i.test(
      after,
    ) ||
    /^[^.]{0,160}, (?:please|kindly|I would (?:ask|like|be (?:glad|happy|grateful) (?:if you|for you)))\b(?! (?:contact|write|note|see|find|do not|let us|quote|refer|be aware))/i.test(
      after,
    ) ||
    (/\bmy (?:request|questions?)\b/i.test(`${before} ${after}`) && !/\b(?:we|our|your)\b/i.test(before))
  )
}

const requester =
  /\b(?:my request|I\s(?:would like|wish|want|request|ask|hereby|am (?:asking|requesting|looking|writing(?! to (?:inform|advise|confirm|let you|tell|respond|reply|notify|explain)\b)))|(?:please|could you|can you|would you|kindly)\s(?:please\s)?(?:provide|supply|send|give|confirm|state|tell|let me|advise|list|specify|indicate|disclose|explain|break|include)\b)/i

/** "if", "whether", "where an exemption applies", "should you": the words after it may never come true. */
export function isConditional({ before, after }: Sentence): boolean {
  const condition = allMatches(before, conditions).at(-1)
  // «We cannot say whether it was lost, as this is not recorded»: the reason given after it is no longer in doubt.
  if (
    condition &&
    !/\b(?:as|because|since|however|therefore|but|so)\s|[–—]\s/i.test(
      before.slice(condition.index + condition[0].length),
    )
  )
    return true
  return /^\W{0,3}(?:from (?:disclosure|release)\W{0,3})?(?:\bif\b|\bunless\b)/i.test(after)
}

const conditions =
  /\b(?:if|whether|unless|should\s(?:you|this|it|any|we|the)|in the event|provided that|in cases? where|where\s(?:an?|we|you|it|any|such|possible|this|that|information|disclosure|exemptions?)|when(?:ever)?\s(?:we|an?|you|information|it|refusing))\b/gi

/** «The response also explained that …», «our earlier reply said that …»: an answer of another day. */
export function isReported({ before }: Sentence): boolean {
  return reported.test(before)
}

const reported =
  /(?<!\bAs (?:our|the|that|your) )\b(?:(?:previous|earlier|prior|last|first|original|initial|the|that|our|your) (?:FOIA? |EIR )?(?:response|reply|answer|letter|decision|request)s?\b[^.]{0,60}\b(?:explained|said|stated|told|noted|advised|claimed|argued))\b/i

/** «‘NCND’ means a response in which we neither confirmed nor denied»: the key of a table. */
export function isDefined({ before, after }: Sentence): boolean {
  return (
    /["'’”]\s(?:means?|stands? for|refers? to|denotes?)\s[^.]{0,200}$/i.test(before) ||
    (/["'‘“]$/.test(before) && /^["'’”]\s(?:means?|stands? for|refers? to|denotes?)\b/i.test(after))
  )
}

/** "Section 12 allows an authority to refuse": what the law is, not yet what was done. */
export function isExplained({ before, after }: Sentence): boolean {
  return explained.test(before) || /^\W{0,3}(?:from (?:disclosure|release)\W{0,3})?(?:where|when)\b/i.test(after)
}

const explained =
  /\b(?:Act|FOIA|FOISA|EIRs?|sections?\s[\d()a-z,]{1,20}|s\.?\s?\d[\d()a-z]{1,12}|regulations?|exemptions?|exceptions?|law|legislation|it|which)\b[^.]{0,40}?\b(?:states?|says|provides?|allows?|permits?|enables?|entitles?|means?|sets out|makes|frees|relieves|removes|recognises|is intended|is designed|need not)\b/i

/** «Anything more detailed is exempt», said beside an answer, refuses what nobody asked. */
export function isOfTheRest(before: string): boolean {
  return /\b(?:anything|any) (?:more|further|else|other|additional)\b/i.test(before)
}
