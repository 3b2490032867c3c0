/**
 * Does a stretch read as a sentence rather than as a label? Labels have no verb that tells, and nobody who speaks:
 * «Penalty notices issued», «Claims settled out of court».
 */
export function isProse(words: string): boolean {
  return verbs.test(words) || speaker.test(words) || /[.?!]\s{1,3}[A-Z]/.test(words)
}

const verbs =
  /\b(?:is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|can|could|may(?! \d)|might|should|shall|must|there|which|who|because|although|however|therefore|please|that|if|as|so|than|compared|includes?|equates?|represents?|means?|rose|fell|our|we|you|your|i|us|it|they|this|these|those|such)\b/i
const speaker =
  /^\W{0,3}(?:the|a|an|in|on|at|by|since|from|during|between|of|about|over|up to|within|under|currently|to)\b/i
