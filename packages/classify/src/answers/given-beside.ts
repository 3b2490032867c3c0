import { overlaps, type Span } from '@disclosed/document'
import { sentenceAround } from '../outcomes/index.ts'
import { sentencesOf } from '../sentences.ts'
import { stemsOf } from './affinity.ts'
import type { Segment } from './pairing.ts'
import { saysSomething } from './substance.ts'

/**
 * Does an answer that refuses also give something? «The policy is with Larkfield Mutual. The premium is exempt under section 43(2)»: a sentence
 * before the refusal says what was asked, as does one behind it in words of the question. What argues, cites or is polite gives nothing.
 */
export function givesBeside(
  text: string,
  segments: readonly Segment[],
  refusals: readonly Span[],
  cues: readonly Span[],
  asked: string,
): boolean {
  const [first] = refusals
  if (!first || segments.some(({ questions }) => questions.length > 1)) return false
  const refused = sentenceAround(text, first).start
  const wanted = new Set(stemsOf(asked))
  return segments
    .filter(({ argues }) => !argues)
    .flatMap(({ span }) => sentencesOf(text, span))
    .some((sentence) => {
      const words = text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ').trim()
      if (cues.some((cue) => overlaps(cue, sentence)) || argues.test(words)) return false
      if (sentence.end > refused && !(isTwofold.test(asked) && stemsOf(words).some((stem) => wanted.has(stem))))
        return false
      return saysSomething(text, sentence) || (sentence.end <= refused && isFragment.test(words))
    })
}

/** «October 2023.», «The Head of Digital, via digital@council.example.» */
const isFragment =
  /^(?!(?:yes|no|exempt|refused|withheld|section|s\d|regulation|please|see|n\/a|law|commercial|personal)\b)[A-Z].{2,120}\.$/i

/** «Which product do you use, and when does the contract end?» */
const isTwofold = /\band (?:the|its|an?|for|to|how|what|when|where|which|who|whether|why)\b|\?.*\?/i

const argues =
  /\b(?:because|cannot|compromise\w*|could|declin\w+|do not|fear|held|holds?|however|impossible|information|must|need|question|refus\w+|regret|request(?:ed)?|sensitiv\w+|threat\w*|unable|unfortunately|would|public interest|exempt\w*|disclos\w+|releas\w+|prejudic\w+|would be likely|section \d|act\b|harm\w*|risk\w*|attack\w*|criminal\w*|balance|withh\w+|confiden\w+|third part(?:y|ies)|data protection|personal data|applicant|expect\w*|individuals?)\b/i
