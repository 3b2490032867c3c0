import type { Outcome } from '@disclosed/reference'
import type { RuleId } from '../finding.ts'
import { phrase, type Recogniser } from '../recogniser.ts'
import { isAsked, isConditional, isDefined, isExplained, isReported } from './hedges.ts'
import { type Sentence, sentenceAround } from './sentence.ts'

/** Words that tell how a question was answered. */
export interface Cue {
  readonly outcome: Outcome
  /** `says` the authority says so of this answer · `hints` it explains, or speaks in passing: enough only where nothing else is said. */
  readonly strength: 'says' | 'hints'
  /** Names or passages are blacked out: of a document that was given. */
  readonly redaction?: true
  /** Said of what else there may be, beside an answer or after it: «any other information», «anything more detailed». */
  readonly rest?: true
  /** Said of numbers that are too small to be shown, and of nothing else. */
  readonly small?: true
}

interface CueRule {
  readonly id: RuleId
  readonly about: string
  readonly hints: readonly string[]
  /** Global; the group `words` holds the evidence where it is not the whole. */
  readonly pattern: RegExp
  /** What the words say in their sentence; null: nothing after all. */
  readonly read: (sentence: Sentence, words: string) => Cue | null
  readonly examples: Recogniser<Cue>['examples']
  readonly nearMisses: Recogniser<Cue>['nearMisses']
}

/**
 * Makes a rule for cues. A question, a condition ("if it exceeds the limit …") and what an earlier reply said are no
 * cues, whatever the words; what the law allows is at most a hint.
 */
export function cueRule({ read, ...rule }: CueRule): Recogniser<Cue> {
  return phrase<Cue>({
    ...rule,
    read: (groups, match, text) => {
      const words = groups.words ?? match[0]
      const start = match.index + (groups.words === undefined ? 0 : match[0].indexOf(words))
      const sentence = sentenceAround(text, { start, end: start + words.length })
      if (isAsked(sentence) || isConditional(sentence) || isReported(sentence) || isDefined(sentence)) return null
      const cue = read(sentence, words)
      return cue && isExplained(sentence) ? { ...cue, strength: 'hints' } : cue
    },
  })
}

export function says(outcome: Outcome): Cue {
  return { outcome, strength: 'says' }
}

export function hints(outcome: Outcome): Cue {
  return { outcome, strength: 'hints' }
}

/** Refuses what nobody asked, or nobody asked here. */
export function ofTheRest(outcome: Outcome): Cue {
  return { outcome, strength: 'hints', rest: true }
}
