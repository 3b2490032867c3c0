import { overlaps, quote, type Span } from '@disclosed/document'
import type { Outcome } from '@disclosed/reference'
import type { Finding } from '../finding.ts'
import { type Cue, paragraphAround, sentenceAround } from '../outcomes/index.ts'
import type { Asked } from '../questions/index.ts'
import { sentencesOf } from '../sentences.ts'
import { widerThanBlank } from '../white-space.ts'
import { ownWords, speaksOf } from './affinity.ts'
import { givesFigures } from './given.ts'
import { namedQuestions } from './naming.ts'
import type { Pairs, Segment } from './pairing.ts'
import { isOnlyHeading, saysSomething } from './substance.ts'
import { type Share, shareOf, type Topic, topicsOf } from './topics.ts'

// Which of a letter's words about holding, refusing and sending elsewhere (cues) are said of which question.

/** A letter's answers, and what its words say of them. */
export interface Answers {
  readonly text: string
  readonly questions: readonly Asked[]
  readonly pairs: Pairs
  readonly cues: readonly Finding<Cue>[]
  /** Has any question an answer of its own? */
  readonly someOwn: boolean
  /** What the sentences of a text below several questions are about, by those questions. */
  readonly topics: Map<string, readonly Topic[]>
}

/** The cues of its own sentences; beside one that plainly answers, a hint takes nothing from it. */
export function firmCues(letter: Answers, segments: readonly Segment[]): readonly Finding<Cue>[] {
  const cues = withoutTheRest(letter.text, segments, cuesIn(letter, segments))
  const isPlain = segments.some(({ span }) => !cues.some((cue) => overlaps(cue.span, span)))
  return isPlain ? cues.filter(({ value }) => value.strength === 'says') : cues
}

/** What one question has of a text below several. */
export function shareIn(letter: Answers, question: Asked, segments: readonly Segment[]): Share | null {
  const { text, questions } = letter
  const among = segments[0]?.questions ?? []
  const key = among.join()
  if (among.length < 2 || !segments.every(({ how, questions: for_ }) => how === 'run' && for_.join() === key))
    return null
  if (letter.someOwn && among.length === questions.length) return null
  const cues = cuesIn(letter, segments)
  let topics = letter.topics.get(key)
  if (!topics) {
    topics = topicsOf(
      text,
      segments,
      among.flatMap((each) => questions[each] ?? []),
      (span) => cues.some((cue) => overlaps(cue.span, span)),
    )
    letter.topics.set(key, topics)
  }
  // «I confirm that we hold some of the information» refuses nobody.
  const spansOf = (strength: Cue['strength']) =>
    cues.filter(({ value }) => value.strength === strength && value.outcome !== 'partly').map(({ span }) => span)
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
export function amongSeveral(
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
  const topics = cues.map(({ span }) => {
    const { start, end } = sentenceAround(text, span)
    return speaksOf(text.slice(start, end), own)
  })
  const says = (at: number, outcomes: readonly Outcome[]) =>
    cues[at]?.value.strength === 'says' && outcomes.includes(cues[at].value.outcome)
  // «Please find the file attached. We do not record what it cost»: what is said of one question is less than all have, and more than it has.
  const isSentToAll = topics.some((about, at) => about.length === 0 && says(at, ['attached', 'elsewhere']))
  const isDeniedMine = topics.some(
    (about, at) => about.length === 1 && about[0] === mine && says(at, ['not_held', 'withheld']),
  )
  return cues.filter((_, at) => {
    const about = topics[at] ?? []
    if (about.length === 0) return !(isDeniedMine && says(at, ['attached', 'elsewhere']))
    return about.includes(mine) || !(isMine || isSentToAll)
  })
}

/** A text for nobody in particular must say something of its own; what stands under a question need only be more than a heading. */
export function isAnswer({ text, pairs, questions }: Answers, segments: readonly Segment[]): boolean {
  return segments.some(({ span, how, questions: for_ }) =>
    (how === 'run' && for_.length === questions.length) || pairs.preamble.includes(span)
      ? saysSomething(text, span)
      : !isOnlyHeading(oneLine(text, span)),
  )
}

export function cuesIn({ cues }: Answers, segments: readonly { readonly span: Span }[]): readonly Finding<Cue>[] {
  return cues.filter(({ span }) => segments.some((segment) => overlaps(segment.span, span)))
}

export function ownCues(letter: Answers, question: Asked, segments: readonly Segment[]): readonly Finding<Cue>[] {
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
export function generalCues(letter: Answers, { index }: Asked, segments: readonly Segment[]): readonly Finding<Cue>[] {
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
    return (
      !letter.someOwn || !sends.includes(value.outcome) || (value.outcome === 'attached' && isForMost(letter, span))
    )
  })
}

/** «Please see the attached» below six questions of which one alone is taken up further down: it is for the others. */
function isForMost({ pairs, questions }: Answers, span: Span): boolean {
  const apart = pairs.answers.filter((segments) =>
    segments.some(({ how, questions: for_ }) => how !== 'run' || for_.length < questions.length),
  )
  return (
    apart.length * 2 < questions.length &&
    pairs.answers.some((segments) => segments.some((each) => overlaps(each.span, span)))
  )
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
  return sentencesOf(text, span).every(
    ({ start, end }) =>
      isOnlyHeading(text.slice(start, end).trim()) ||
      /\b(?:refusal notice|notice of refusal)\b/i.test(text.slice(start, end)),
  )
}

/** The provisions behind it are of the rest too. */
function isOfTheRest({ value }: Finding<Cue>): boolean {
  return value.rest === true || (value.outcome === 'ncnd' && value.strength === 'hints')
}

/** Its words, in one line. */
export function oneLine(text: string, span: Span): string {
  return quote(text, span).replace(widerThanBlank, ' ').trim()
}
