import { overlaps, quote, type Span } from '@disclosed/document'
import type { Outcome } from '@disclosed/reference'
import type { Finding } from '../finding.ts'
import { type AnswerFacts, type Cue, combine, paragraphAround, sentenceAround } from '../outcomes/index.ts'
import { type Asked, isYesNo, wantsFigure } from '../questions/index.ts'
import { sentencesOf } from '../sentences.ts'
import { ownWords, speaksOf, stemsOf } from './affinity.ts'
import { givesFigures, type Refused, tellsFigure } from './given.ts'
import { namedQuestions, type SameAs, sameAs } from './naming.ts'
import type { Pairs, Segment } from './pairing.ts'
import { isOnlyHeading, saysSomething } from './substance.ts'
import { type Share, shareOf, type Topic, topicsOf } from './topics.ts'

export { type AskedPeriod, askedPeriods } from './asked-period.ts'
export { type Context, type FoundValue, noPeriod, type ReadPeriod } from './found-value.ts'
export { type Pairs, pairAnswers, type Segment } from './pairing.ts'
export { sharedLists } from './shared-lists.ts'
export { groundsOfSmallNumbers, isHeldBack } from './small-numbers.ts'
export { valuesIn, withoutWordsForOne } from './values.ts'

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
    if (share?.breaksOff) return { ...notReached, segments, how: segments[0]?.how ?? ('none' as const) }
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

interface Answers {
  readonly text: string
  readonly questions: readonly Asked[]
  readonly pairs: Pairs
  readonly cues: readonly Finding<Cue>[]
  /** Has any question an answer of its own? */
  readonly someOwn: boolean
  /** What the sentences of a text below several questions are about, by those questions. */
  readonly topics: Map<string, readonly Topic[]>
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
  const mine =
    within.length > 0
      ? within
      : isGeneral
        ? generalCues(letter, question, segments)
        : isShare
          ? firmCues(letter, segments)
          : amongSeveral(letter, question, segments, ownCues(letter, question, segments))
  const refusals = mine.filter(({ value }) => value.strength === 'says' && hidesFigures.includes(value.outcome))
  const told: AnswerFacts = {
    hasValue:
      facts.figures > 0 ||
      (facts.inProse > 0 && refusals.length === 0) ||
      (!isGeneral && givesFigures(text, figuresFor(letter, question, segments, mine), refusedIn(mine), question.words)),
    saysYesNo: yesNo !== null,
    hasText: !isGeneral && isAnswer(letter, segments) && !(mine.length === 0 && breaksOff(text, question, segments)),
  }
  const outcome = combine(
    mine.map(({ value }) => value),
    told,
  )
  const answered = { segments, yesNo, sameAs: same, cues: mine, how: first?.how ?? ('none' as const) }
  if (!told.hasValue && mine.length === 0 && segments.length === 1 && saysNotApplicable.test(words))
    return { ...answered, outcome: 'not_applicable' }
  if (outcome === 'disclosed' && !told.hasValue && !told.saysYesNo && mine.length === 0 && segments.length === 1) {
    const ground = notAsked.test(words) ? 'not_applicable' : groundNamed(words)
    if (ground) return { ...answered, outcome: ground }
  }
  return { ...answered, outcome: facts.heldBack && outcome === 'disclosed' ? 'partly' : outcome }
}

/** The cues of its own sentences; beside one that plainly answers, a hint takes nothing from it. */
function firmCues(letter: Answers, segments: readonly Segment[]): readonly Finding<Cue>[] {
  const cues = withoutTheRest(letter.text, segments, cuesIn(letter, segments))
  const isPlain = segments.some(({ span }) => !cues.some((cue) => overlaps(cue.span, span)))
  return isPlain ? cues.filter(({ value }) => value.strength === 'says') : cues
}

/** What one question has of a text below several. */
function shareIn(letter: Answers, question: Asked, segments: readonly Segment[]): Share | null {
  const { text, questions } = letter
  const among = segments[0]?.questions ?? []
  const key = among.join()
  if (among.length < 2 || !segments.every(({ how, questions: for_ }) => how === 'run' && for_.join() === key))
    return null
  if (letter.someOwn && among.length === questions.length) return null
  let topics = letter.topics.get(key)
  if (!topics) {
    topics = topicsOf(
      text,
      segments,
      among.flatMap((each) => questions[each] ?? []),
    )
    letter.topics.set(key, topics)
  }
  const cues = cuesIn(letter, segments)
  const spansOf = (strength: Cue['strength']) =>
    cues.filter(({ value }) => value.strength === strength).map(({ span }) => span)
  return shareOf(text, topics, question, segments, {
    cues: spansOf('says'),
    hints: spansOf('hints'),
    givesFigures: (spans) => {
      const [first] = segments
      const own = first ? spans.map((span) => ({ ...first, span })) : []
      return givesFigures(text, own, { refusals: [], denials: [] }, question.words)
    },
  })
}

/**
 * One text answers several questions, a sentence for each: «Eleven were disciplined, and two dismissed. The reasons are exempt.» What is
 * said of others takes nothing from a question that has a sentence of its own; where all is said of one, it is said of all.
 */
function amongSeveral(
  { text, questions }: Answers,
  { index }: Asked,
  segments: readonly Segment[],
  cues: readonly Finding<Cue>[],
): readonly Finding<Cue>[] {
  const among = segments[0]?.questions ?? []
  if (among.length < 2 || cues.length === 0) return cues
  if (!segments.every(({ how, questions: for_ }) => how === 'run' && for_.length > 1)) return cues
  const own = ownWords(among.map((each) => questions[each]?.words ?? ''))
  const mine = among.indexOf(index)
  const sentences = segments.flatMap(({ span }) => sentencesOf(text, span))
  const isMine = sentences.some(
    (sentence) =>
      !cues.some(({ span }) => overlaps(span, sentence)) &&
      speaksOf(text.slice(sentence.start, sentence.end), own).includes(mine),
  )
  const kept = cues.filter(({ span }) => {
    const { start, end } = sentenceAround(text, span)
    const about = speaksOf(text.slice(start, end), own)
    return about.length === 0 ? true : about.includes(mine) || !isMine
  })
  return kept
}

/** A text for nobody in particular must say something of its own; what stands under a question need only be more than a heading. */
function isAnswer({ text, pairs, questions }: Answers, segments: readonly Segment[]): boolean {
  return segments.some(({ span, how, questions: for_ }) =>
    (how === 'run' && for_.length === questions.length) || pairs.preamble.includes(span)
      ? saysSomething(text, span)
      : !isOnlyHeading(oneLine(text, span)),
  )
}

function cuesIn({ cues }: Answers, segments: readonly { readonly span: Span }[]): readonly Finding<Cue>[] {
  return cues.filter(({ span }) => segments.some((segment) => overlaps(segment.span, span)))
}

function ownCues(letter: Answers, question: Asked, segments: readonly Segment[]): readonly Finding<Cue>[] {
  const mine = withoutTheRest(letter.text, segments, cuesIn(letter, segments))
  // «In addition to the above we neither confirm nor deny that any other information is held»: the answer stands above.
  const onlyTheRest = mine.every(isOfTheRest)
  // So does that of several questions below which the reply goes on in general and tells no figure.
  const isOfAll = segments.every(({ how, questions: for_ }) => how === 'run' && for_.length === letter.questions.length)
  const isLone =
    mine.length > 0 ||
    (letter.questions.length === 1
      ? !isFilled(letter.text, segments)
      : isOfAll && !givesFigures(letter.text, segments, { refusals: [], denials: [] }, ''))
  const [first] = segments
  const above = onlyTheRest && isLone ? generalCues(letter, question, []) : []
  const before =
    mine.length === 0 && isOfAll
      ? above.filter(({ span }) => first !== undefined && span.end <= first.span.start)
      : above
  if (before.length > 0) return before
  // Where nothing that stands below the questions answers, the file that is named further down does.
  if (mine.length === 0 && isOfAll && !isAnswer(letter, segments)) return above
  if (mine.length === 0 || !onlyTheRest || first?.how !== 'run' || first.questions.length < 2) return mine
  const toldBefore = letter.cues.filter(({ value, span }) => value.strength === 'says' && span.end <= first.span.start)
  return toldBefore.length > 0 ? toldBefore : mine
}

/**
 * What a letter says once, outside of every answer: a refusal told there holds for every question that has no answer
 * of its own, unless it names others. What it merely hints at there, or sends to somewhere, answers none.
 */
function generalCues(letter: Answers, { index }: Asked, segments: readonly Segment[]): readonly Finding<Cue>[] {
  const { text, questions } = letter
  const own = letter.pairs.answers
    .flat()
    .filter((segment) => !segments.includes(segment) && !letter.pairs.preamble.includes(segment.span))
  return letter.cues.filter(({ value, span }) => {
    if (value.strength !== 'says' || [...own, ...questions].some((each) => overlaps(each.span, span))) return false
    // What was asked right above it, without an empty line between, is none of its words.
    const asked = Math.max(0, ...questions.map((each) => each.span.end).filter((end) => end <= span.start))
    const around = paragraphAround(text, span)
    const named = namedQuestions(oneLine(text, { ...around, start: Math.max(around.start, asked) }), questions)
    if (named?.kind === 'these') return named.questions.includes(index)
    return !letter.someOwn || !sends.includes(value.outcome)
  })
}

/** «I enclose a copy of some of the information» over answers by number: who has none is not told that it is in there. */
const sends: readonly Outcome[] = ['attached', 'elsewhere', 'partly']

/** Do its segments say enough to be the answer to the one question of a letter? */
function isFilled(text: string, segments: readonly Segment[]): boolean {
  return segments.length > 1 || givesFigures(text, segments, { refusals: [], denials: [] }, '')
}

/** «There are 96. We neither confirm nor deny that any other information is held»: it takes nothing from what is said before it. */
function withoutTheRest(
  text: string,
  segments: readonly Segment[],
  cues: readonly Finding<Cue>[],
): readonly Finding<Cue>[] {
  const rest = cues.find(({ value }) => value.rest)
  if (!rest) return cues
  const { start } = sentenceAround(text, rest.span)
  const isAnswered = segments.some(({ span }) => {
    const before = { start: span.start, end: Math.min(span.end, start) }
    return before.end > before.start && /[a-z\d]/i.test(text.slice(before.start, before.end)) && !isNotice(text, before)
  })
  return isAnswered ? cues.filter((cue) => !isOfTheRest(cue)) : cues
}

/** «As the Act requires, this serves as a refusal notice for question 2»: it answers nothing, and what follows is no rest of it. */
function isNotice(text: string, span: Span): boolean {
  return sentencesOf(text, span).every(({ start, end }) =>
    /\b(?:refusal notice|notice of refusal)\b/i.test(text.slice(start, end)),
  )
}

/** The provisions behind it are of the rest too. */
function isOfTheRest({ value }: Finding<Cue>): boolean {
  return value.rest === true || (value.outcome === 'ncnd' && value.strength === 'hints')
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
  const names =
    words.length <= 140 &&
    /\b(?:section|s\.?|regulation|reg\.?)\s?(?:2[2-9]|3\d|4[0-4]|1[0-3](?=\())\b/i.test(words) &&
    !/\b(?:not|no|neither)\s(?:apply|applied|engaged|rely)|\b(?:agreement|notice|enquir|grant|land|106|works?|order)/i.test(
      words,
    )
  return names ? 'withheld' : null
}

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

function oneLine(text: string, span: Span): string {
  return quote(text, span).replace(/\s+/g, ' ').trim()
}
