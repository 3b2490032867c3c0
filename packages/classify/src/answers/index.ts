import type { Outcome } from '@disclosed/reference'
import type { Finding } from '../finding.ts'
import { type AnswerFacts, type Cue, combine } from '../outcomes/index.ts'
import { type Asked, isYesNo, wantsFigure } from '../questions/index.ts'
import { sentencesOf } from '../sentences.ts'
import { ownWords, stemsOf } from './affinity.ts'
import { givesFigures, type Refused, tellsFigure } from './given.ts'
import { givesBeside } from './given-beside.ts'
import { namedBeside, type SameAs, sameAs } from './naming.ts'
import type { Pairs, Segment } from './pairing.ts'
import { saysSomething } from './substance.ts'
import {
  type Answers,
  amongSeveral,
  cuesIn,
  firmCues,
  generalCues,
  isAnswer,
  oneLine,
  ownCues,
  shareIn,
} from './whose-cues.ts'

export { type AskedPeriod, askedPeriods } from './asked-period.ts'
export { type Context, type FoundValue, noPeriod, type ReadPeriod } from './found-value.ts'
export { type Pairs, pairAnswers, type Segment } from './pairing.ts'
export { sharedLists } from './shared-lists.ts'
export { groundsOfSmallNumbers, isHeldBack } from './small-numbers.ts'
export { valuesIn, withoutWordsForOne } from './values.ts'

/** How one question is answered. */
export interface Answered {
  readonly segments: readonly Segment[]
  /** Of a text for several questions what is said of this one; else all its segments. */
  readonly own: readonly Segment[]
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
  const letter: Answers = {
    text,
    questions,
    pairs,
    cues,
    someOwn: pairs.answers.some((segments) => segments.some(isOwn)),
    topics: new Map(),
  }
  const read = questions.map((question) => {
    const own = facts[question.index] ?? { figures: 0, inProse: 0, heldBack: false }
    const segments = pairs.answers[question.index] ?? []
    const share = shareIn(letter, question, segments)
    if (share?.breaksOff) return { ...notReached, segments, own: segments, how: segments[0]?.how ?? ('none' as const) }
    const shared = share ? readAnswer(letter, question, own, share.segments) : null
    // A heading that speaks of a question is no answer to it.
    return shared && shared.outcome !== 'unanswered'
      ? { ...shared, segments }
      : readAnswer(letter, question, own, segments)
  })
  return read.map((answered, index) => resolved(answered, index, read))

  function isOwn({ how, questions: for_ }: Segment): boolean {
    return how !== 'run' || for_.length < questions.length
  }
}

/** «N/A», «| N/A |»: all that is said. */
const saysNotApplicable = /^[\s|:–-]{0,6}(?:n\s?\/\s?a|n\.a\.?|not applicable)[\s|.]{0,6}$/i

/** The text ends before it comes to the question. */
const notReached = { outcome: 'unanswered', yesNo: null, sameAs: null, cues: [] } as const

function readAnswer(letter: Answers, question: Asked, facts: Facts, segments: readonly Segment[]): Answered {
  const { text, questions, pairs, someOwn } = letter
  const isShare = segments !== pairs.answers[question.index] && segments.length > 0
  const [first] = segments
  const words = first ? oneLine(text, first.span) : ''
  const yesNo = isYesNo(question.words) ? yesOrNo(words) : null
  const same = segments.length <= 2 && words !== '' ? sameAs(words, question.index, questions) : null
  // What stands below all questions answers none of them in particular when others have answers of their own.
  const isGeneral =
    first === undefined || (first.how === 'run' && first.questions.length === questions.length && someOwn)
  // «4. The name of the contractor. This is withheld.»: the answer stands behind its question, and no mark parts them.
  const within = first === undefined && question.role === 'reply' ? cuesIn(letter, [question]) : []
  const cues =
    within.length > 0
      ? within
      : isGeneral
        ? generalCues(letter, question, segments)
        : isShare
          ? firmCues(letter, segments)
          : amongSeveral(letter, question, segments, ownCues(letter, question, segments))
  const own = cues.filter(({ span }) => namedBeside(text, span, questions)?.includes(question.index) ?? true)
  const isBroken = !isGeneral && own.length === 0 && breaksOff(text, question, segments)
  // What the letter says of all that was asked holds where an answer ends before it says anything.
  const mine = isBroken ? generalCues(letter, question, segments) : own
  const refusals = mine.filter(({ value }) => value.strength === 'says' && hidesFigures.includes(value.outcome))
  const told: AnswerFacts = {
    hasValue:
      facts.figures > 0 ||
      (facts.inProse > 0 && refusals.length === 0) ||
      (!isGeneral && givesFigures(text, figuresFor(letter, question, segments, mine), refusedIn(mine), question.words)),
    saysYesNo: yesNo !== null,
    givesBeside:
      !isGeneral &&
      givesBeside(
        text,
        segments,
        refusedIn(mine).refusals,
        mine.map(({ span }) => span),
        question.words,
      ),
    hasText: !isGeneral && isAnswer(letter, segments) && !isBroken,
  }
  const outcome = combine(
    mine.map(({ value }) => value),
    told,
  )
  const answered = { segments, own: segments, yesNo, sameAs: same, cues: mine, how: first?.how ?? ('none' as const) }
  if (!told.hasValue && mine.length === 0 && segments.length === 1 && saysNotApplicable.test(words))
    return { ...answered, outcome: 'not_applicable' }
  if (outcome === 'disclosed' && !told.hasValue && !told.saysYesNo && mine.length === 0 && segments.length === 1) {
    const ground = notAsked.test(words) ? 'not_applicable' : groundNamed(words)
    if (ground) return { ...answered, outcome: ground }
  }
  return { ...answered, outcome: facts.heldBack && outcome === 'disclosed' ? 'partly' : outcome }
}

/** The text ends in the middle of an answer, before the figure that was asked for: «A. There is no simple answer, for it hangs on». */
function breaksOff(text: string, { words }: Asked, segments: readonly Segment[]): boolean {
  const last = segments.at(-1)?.span
  if (!last || /\S/.test(text.slice(last.end)) || /[.!?)”"\d%]\s*$/.test(text.slice(0, last.end))) return false
  if (segments.length === 1 && last.end - last.start < 4) return true
  // Two sentences that end are an answer in words, whatever is missing behind them.
  const [first, second, third] = sentencesOf(text, last)
  if (third || (first && second && saysSomething(text, first) && first.end - first.start > 80)) return false
  return wantsFigure(words) && !segments.some(({ span }) => isSomething(text.slice(span.start, span.end)))
}

/** A figure, or a point of a list: enough was said before the text ends. */
function isSomething(words: string): boolean {
  return /^\s{0,4}[-–•*▪◦·]\s/.test(words) || tellsFigure(words.replace(severalNumbers, ''))
}

/** «4 -5. The reports show»: whose it is, and no figure. */
const severalNumbers = /^\W{0,2}\d{1,2}\s?[–&-]\s?\d{1,2}[.)]\s/

function refusedIn(cues: readonly Finding<Cue>[]): Refused {
  const said = cues.filter(({ value }) => value.strength === 'says')
  return {
    // «Each of 640 files would need to be read»
    efforts: cues.filter(({ value }) => value.outcome === 'cost_limit').map(({ span }) => span),
    refusals: said.filter(({ value }) => isRefusal(value.outcome)).map(({ span }) => span),
    denials: said.filter(({ value }) => value.outcome === 'not_held').map(({ span }) => span),
  }
}

/**
 * Where one text answers several questions and sends them to a file, a figure in passing answers the question alone whose own words
 * its sentence uses: «We hold 46 maps. The attached sheet has them by ward.»
 */
function figuresFor(
  { text, questions }: Answers,
  { index }: Asked,
  segments: readonly Segment[],
  cues: readonly Finding<Cue>[],
): readonly Segment[] {
  const shared = segments.every(({ how, questions: for_ }) => how === 'run' && for_.length > 1)
  if (!shared || !cues.some(({ value }) => value.outcome === 'attached' && value.strength === 'says')) return segments
  const among = segments[0]?.questions ?? []
  const own = ownWords(among.map((each) => questions[each]?.words ?? ''))[among.indexOf(index)] ?? []
  return segments.flatMap((segment) =>
    sentencesOf(text, segment.span)
      .filter(({ start, end }) => stemsOf(text.slice(start, end)).some((stem) => own.includes(stem)))
      .map((span) => ({ ...segment, span })),
  )
}

/** «Commercial in confidence – Section 43.», «s.40(2)», «Section 12, see below»: a short answer that names an exemption and nothing else refuses. */
function groundNamed(words: string): Outcome | null {
  if (
    words.length <= 60 &&
    /^(?:refused|exempt)?\W{0,4}(?:section\s?|s\.?\s?)12(?:\W{0,4}$|[\s,.;:–-]{1,4}(?:\(?see|applies|of the (?:Act|FOI)|of FOI|FOI|exempt|cost))/i.test(
      words,
    )
  )
    return 'cost_limit'
  if (words.length <= 80 && refusedOutright.test(words)) return 'withheld'
  const names =
    words.length <= 140 &&
    /\b(?:section|s\.?|regulation|reg\.?)\s?(?:2[2-9]|3\d|4[0-4]|1[0-3](?=\())\b/i.test(words) &&
    !/\b(?:not|no|neither)\s(?:apply|applied|engaged|rely)|\b(?:agreement|notice|enquir|grant|land|106|works?|order|environment)/i.test(
      words,
    )
  return names ? 'withheld' : null
}

/** «Exempt, please see below», «Withheld – as above» */
const refusedOutright =
  /^(?:exempt(?:ed)?|withheld|refused|exemption applied)(?:\W{0,3}$|\s?[,.;:(–-]|\s(?:see|as|under|from disclosure)\b)/i

/** «N/A» in a cell of its own, or behind the number of its question. */
const notAsked = /^(?:n\s?\/\s?a|n\.a\.?|not applicable|na)\W{0,3}$/i

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
