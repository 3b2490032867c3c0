import { overlaps, quote, type Span } from '@disclosed/document'
import type { Outcome } from '@disclosed/reference'
import type { Finding } from '../finding.ts'
import { type AnswerFacts, type Cue, combine } from '../outcomes/index.ts'
import { type Asked, isYesNo } from '../questions/index.ts'
import { type SameAs, sameAs } from './naming.ts'
import type { Pairs, Segment } from './pairing.ts'

export { type AskedPeriod, askedPeriods } from './asked-period.ts'
export { type Context, type FoundValue, noPeriod, type ReadPeriod } from './found-value.ts'
export { type Pairs, pairAnswers, type Segment } from './pairing.ts'
export { groundsOfSmallNumbers, isHeldBack } from './small-numbers.ts'
export { valuesIn } from './values.ts'

/** How one question is answered. */
export interface Answered {
  readonly segments: readonly Segment[]
  readonly outcome: Outcome
  readonly yesNo: 'yes' | 'no' | null
  readonly sameAs: SameAs | null
  readonly cues: readonly Finding<Cue>[]
  /** How its words were found, the surest way of its segments. */
  readonly how: Segment['how'] | 'none'
}

/** What is counted as an answer of its own before the outcome is told. */
export interface Facts {
  /** Figures that stand in a list or alone, or in a table: an answer even beside a refusal. */
  readonly figures: number
  /** Figures in running text: an answer unless the text refuses to look for it, or to say whether it is there. */
  readonly inProse: number
  /** Are small numbers held back under an exemption that the letter cites? */
  readonly heldBack: boolean
}

/** Tells how each question was answered, those last that take over another one's answer. */
export function readAnswers(
  text: string,
  questions: readonly Asked[],
  pairs: Pairs,
  cues: readonly Finding<Cue>[],
  facts: readonly Facts[],
): readonly Answered[] {
  const isOwn = ({ how, questions: for_ }: Segment) => how !== 'run' || for_.length < questions.length
  const someOwn = pairs.answers.some((segments) => segments.some(isOwn))
  const read = questions.map((question) => {
    const segments = pairs.answers[question.index] ?? []
    const own = facts[question.index] ?? { figures: 0, inProse: 0, heldBack: false }
    return readAnswer(text, question, segments, cues, own, questions, someOwn)
  })
  return read.map((answered, index) => resolved(answered, index, read))
}

function readAnswer(
  text: string,
  question: Asked,
  segments: readonly Segment[],
  cues: readonly Finding<Cue>[],
  facts: Facts,
  questions: readonly Asked[],
  someOwn: boolean,
): Answered {
  const [first] = segments
  const mine = cues.filter(({ span }) => segments.some((segment) => overlaps(segment.span, span)))
  const words = first ? oneLine(text, first.span) : ''
  const yesNo = isYesNo(question.words) ? yesOrNo(words) : null
  const same = segments.length <= 2 && words !== '' ? sameAs(words, question.index, questions) : null
  const refuses = mine.some(({ value }) => value.strength === 'says' && hidesFigures.includes(value.outcome))
  const told: AnswerFacts = {
    hasValue: facts.figures > 0 || (facts.inProse > 0 && !refuses),
    saysYesNo: yesNo !== null,
    // What stands below all questions answers none of them in particular when others have answers of their own.
    hasText: first !== undefined && (first.how !== 'run' || first.questions.length < questions.length || !someOwn),
  }
  const outcome = combine(
    mine.map(({ value }) => value),
    told,
  )
  if (
    outcome === 'disclosed' &&
    !told.hasValue &&
    !told.saysYesNo &&
    mine.length === 0 &&
    segments.length === 1 &&
    namesGround(words)
  )
    return { segments, outcome: 'withheld', yesNo, sameAs: same, cues: mine, how: first?.how ?? 'none' }
  const whole = facts.heldBack && outcome === 'disclosed' ? 'partly' : outcome
  return { segments, outcome: whole, yesNo, sameAs: same, cues: mine, how: first?.how ?? 'none' }
}

/** «Commercial in confidence – Section 43.», «s.40(2)»: a short answer that names an exemption and nothing else refuses. */
function namesGround(words: string): boolean {
  return (
    words.length <= 140 &&
    /\b(?:section|s\.?|regulation|reg\.?)\s?(?:2[2-9]|3\d|4[0-4]|1[0-3](?=\())\b/i.test(words) &&
    !/\b(?:not|no|neither)\s(?:apply|applied|engaged|rely)|\b(?:agreement|notice|enquir|grant|land|106|works?|order)/i.test(
      words,
    )
  )
}

const hidesFigures: readonly Outcome[] = ['ncnd', 'cost_limit', 'vexatious']

export function isRefusal(outcome: Outcome): boolean {
  return ['withheld', 'ncnd', 'cost_limit', 'vexatious'].includes(outcome)
}

/** «Same as 1.2» takes the outcome of what it refers to; «as above» that of the question before it. */
function resolved(answered: Answered, index: number, all: readonly Answered[]): Answered {
  if (answered.sameAs === null) return answered
  const seen = new Set([index])
  let at = target(answered.sameAs, index)
  while (at !== null && !seen.has(at)) {
    seen.add(at)
    const next = all[at]
    if (!next) break
    if (next.sameAs === null) return { ...answered, outcome: next.outcome, cues: next.cues }
    at = target(next.sameAs, at)
  }
  return answered
}

export function target(same: SameAs, index: number): number | null {
  if (same !== 'above') return same.question
  return index > 0 ? index - 1 : null
}

function yesOrNo(words: string): 'yes' | 'no' | null {
  const said =
    /^(?:answer\s{0,4}[:–-]?\s{0,4})?["“]?(?<word>yes|no)\b(?! (?:information|records?|data|such|of|numbers?|one\b|details?|figures?))/i.exec(
      words,
    )?.groups?.word
  return said ? (said.toLowerCase() as 'yes' | 'no') : null
}

function oneLine(text: string, span: Span): string {
  return quote(text, span).replace(/\s+/g, ' ').trim()
}
