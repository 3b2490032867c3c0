import type { Span } from '@disclosed/document'
import type { Passage } from '../passages/index.ts'
import { widerThanBlank } from '../white-space.ts'
import { isAsk, isDirectAsk, isQualifier } from './asks.ts'
import { type Blocks, blocksOf } from './blocks.ts'
import { answerBehind, withEchoes } from './echoes.ts'
import { type Split, splitInline } from './inline.ts'
import { laidOutAlike } from './laid-out-alike.ts'
import { withLetteredParts } from './lettered-parts.ts'
import { numberedByAnswers } from './numbered-by-answers.ts'
import { demandsBelow, type Point, pointsThatAsk, stemOf } from './points.ts'
import { asksInProse } from './prose.ts'
import { repeatedList } from './repeated-list.ts'
import { alike, restatementOf, saidAgain } from './restated.ts'
import { fromWhole, withSilentRequests } from './silent-requests.ts'
import { fromItsAsk } from './trimmed.ts'
import { typedInto } from './typed-in.ts'
import { wholeRequest } from './whole-request.ts'

export { isAsk, isDirectAsk, isQualifier, isYesNo, wantedBy, wantsFigure } from './asks.ts'
export { saidAgainOverAnswers } from './over-answers.ts'
export { alike } from './restated.ts'
export { questionsTold, questionsToldLater } from './told.ts'

/** One ask of a request, wherever the letter words it. */
export interface Asked {
  readonly index: number
  /** As the document shows it: "1.2", "3a"; null where it has none. */
  readonly number: string | null
  readonly span: Span
  /** On one line, for comparing. */
  readonly words: string
  /** Its words with those that lead to it, where it is a part of a point and they alone say what is wanted. */
  readonly wants?: string
  /** What all points of its list need: "For each year since 2019, please give:". */
  readonly stem: Span | null
  readonly role: Passage['role']
  /** Its places in the letter: where it was asked and where the reply says it again. */
  readonly occurrences: readonly Occurrence[]
}

export interface Occurrence {
  /** The passages it fills: the first, and how many. */
  readonly passage: number
  readonly passages: number
  /** An answer on the same line. */
  readonly answer: Span | null
}

export interface Candidate {
  readonly number: string | null
  readonly span: Span
  readonly stem: Span | null
  readonly occurrence: Occurrence
  readonly role: Passage['role']
  /** Is it a point of a list? */
  readonly listed: boolean
  /** Does its mark say that it is a question: "Q2."? */
  readonly marked: boolean
  /** Does what stands right below it answer outright? */
  readonly answered: boolean
}

/**
 * The asks of a letter, in its order. Those of the quoted request come first; what says one of them again, in a reply or above it,
 * adds a place to it and no second question. Where neither
 * holds any, all of the request is one, and earlier mail is looked at last.
 */
export function findQuestions(text: string, passages: readonly Passage[]): readonly Asked[] {
  const asked = candidatesIn(text, passages, ['request'])
  const replied = candidatesIn(text, passages, ['reply', 'opening'])
  const here = [...asked, ...replied]
  const whole =
    here.length > 0
      ? withSilentRequests(text, passages, here)
      : wholeRequest(passages).flatMap((passage) => fromWhole(text, passage))
  const found = whole.length > 0 ? whole : candidatesIn(text, passages, ['quoted_mail'])
  const isNumbered = found.some(({ number }) => number !== null)
  const all = withoutFields(text, found)
    .filter(({ listed, span }) => listed || !isNumbered || !isOfAll(oneLine(text, span)))
    .slice(0, mostCandidates)
  const blocks = blocksOf(passages, all)
  const questions: Asked[] = []
  const between = replied.filter((candidate) => standsOverItsAnswer(text, candidate, passages, replied))
  const interleaved = replied.some(({ answered }) => answered) || (between.length > 1 && between.length >= asked.length)
  const apart = pointsOverAnswers(text, passages, asked, replied)
  for (const candidate of all) {
    const words = oneLine(text, candidate.span)
    const again =
      repeatedList(text, candidate, words, questions, passages) ?? restated(candidate, words, questions, blocks)
    if (again) {
      const answer = candidate.occurrence.answer ?? answerBehind(text, candidate.span, again.words)
      const occurrence = { ...candidate.occurrence, answer }
      questions[again.index] = { ...again, occurrences: [...again.occurrences, occurrence] }
    } else if (
      candidate.role === 'request' ||
      asked.length === 0 ||
      isNewInReply(text, candidate, words, questions, { interleaved, isOverItsAnswer: apart.has(candidate) })
    ) {
      const { number, span, stem, occurrence, role } = candidate
      questions.push({ index: questions.length, number, span, words, stem, role, occurrences: [occurrence] })
    }
  }
  return withLetteredParts(text, passages, numberedByAnswers(withEchoes(text, passages, questions, blocks), passages))
}

/**
 * «• Number of funerals: 14», «• Total cost: £9,450» and, further below, the same for the next year and the next: the fields of records
 * that a page publishes, and no questions.
 */
function withoutFields(text: string, found: readonly Candidate[]): readonly Candidate[] {
  const mayBe = (each: Candidate) => each.listed && each.number === null && each.role !== 'request'
  const counts = new Map<string, number>()
  for (const each of found.filter(mayBe)) {
    const words = oneLine(text, each.span).toLowerCase()
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  const areFields = [...counts].some(([words, count]) => count > 2 && !isDirectAsk(words))
  return areFields ? found.filter((each) => !mayBe(each) || isDirectAsk(oneLine(text, each.span))) : found
}

/** A paragraph that is a question, over one that asks nothing: two of them, and the reply is laid out so. */
function standsOverItsAnswer(
  text: string,
  { listed, span, occurrence }: Candidate,
  passages: readonly Passage[],
  asks: readonly Candidate[],
): boolean {
  const words = oneLine(text, span)
  if (listed || !/\?["”')*_]{0,2}$/.test(words) || words.split(' ').length < 5 || ofLaw.test(words)) return false
  if (occurrence.answer) return true
  const next = passages[occurrence.passage + occurrence.passages]
  return next?.role === 'reply' && asks.every((other) => other.occurrence.passage !== next.index)
}

/**
 * The points of a reply's list that count on, from one, each worded as an ask over a paragraph that asks nothing: whoever argues in a list
 * argues in its points, and answers with a figure.
 */
function pointsOverAnswers(
  text: string,
  passages: readonly Passage[],
  asked: readonly Candidate[],
  asks: readonly Candidate[],
): ReadonlySet<Candidate> {
  if (asked.some(({ number }) => number === '1')) return new Set()
  const points = asks.filter(({ listed, role, number }) => listed && role === 'reply' && number !== null)
  const begins = new Set(asks.map(({ occurrence }) => occurrence.passage))
  const over = points.filter(({ occurrence, span }) => {
    const below = occurrence.passage + occurrence.passages
    const next = passages[below]
    return (
      isAsk(oneLine(text, span)) &&
      next?.role === 'reply' &&
      next.label === null &&
      !begins.has(below) &&
      !isQualifier(next.words)
    )
  })
  const counts = points[0]?.number === '1' && over.length >= 2 && over.length >= points.length * 0.6
  return new Set(counts ? points : [])
}

/** «Why does section 31 apply?» is asked by nobody but the reply itself. */
const ofLaw =
  /\b(?:section|exempt|exemption|public interest|appeal|complain|internal review|request (?:was|is) (?:refused|handled))\b/i

/** «I ask for information on every cyber attack.» over the numbered questions says what they are about. */
const asksForAll =
  /^["“'*_]{0,2}i(?:['’]d| would)? (?:\w+ ){0,6}information (?:on|about|regarding|relating to|concerning|in relation to|with regards? to)\b[^.?:]{0,200}[.:]?$/i

/** «How Many Animals Has the Service Rescued?» over the numbered questions is the title of the page. */
function isOfAll(words: string): boolean {
  if (asksForAll.test(words)) return true
  const long = words.match(/\b[A-Za-z]{4,30}\b/g) ?? []
  return long.length >= 4 && long.every((word) => /^[A-Z]/.test(word))
}

/** No letter asks so much: beyond it somebody's list is read, or somebody tries what a reader bears. */
const mostCandidates = 500

/** The question that these words say again. */
function restated(candidate: Candidate, words: string, questions: readonly Asked[], blocks: Blocks): Asked | null {
  const block = blocks.of(candidate.occurrence.passage)
  const above = questions.filter(
    ({ occurrences }) =>
      occurrences[0] && blocks.isStacked(occurrences[0].passage) && blocks.of(occurrences[0].passage) !== block,
  )
  if (candidate.role === 'request') {
    const same = questions.find(
      (question) => candidate.number === null && question.number === null && question.words === words,
    )
    // «Question 2: the bills of others», «Question 3: the bills of ours»: each mark begins a question of its own.
    const free = candidate.marked ? above.filter(({ number }) => number === null || number === candidate.number) : above
    return same ?? saidAgain(words, candidate.number, free)
  }
  const asked = questions.filter(({ role }) => role === 'request')
  if (candidate.number !== null && asked.length > 0 && goesOn(candidate.number, questions)) return null
  if (asked.length > 0)
    return restatementOf(words, candidate.number, asked) ?? saidAgain(words, candidate.number, above)
  const same = questions.filter(
    (question) => question.occurrences.every(({ answer }) => answer === null) && alike(words, question.words) > 0.97,
  )
  const [only] = same
  if (candidate.occurrence.answer && same.length === 1 && only) return only
  return saidAgain(words, candidate.number, above)
}

/**
 * A reply that quotes the request may go on with it below the first answers: its numbers go on, or its bullets.
 * Whatever else a list there says, it argues or answers.
 */
function isNewInReply(
  text: string,
  candidate: Candidate,
  words: string,
  questions: readonly Asked[],
  { interleaved, isOverItsAnswer }: { readonly interleaved: boolean; readonly isOverItsAnswer: boolean },
): boolean {
  // «Please provide a breakdown of:» between the answers: the request goes on.
  if (candidate.listed && candidate.stem && demandsBelow.test(oneLine(text, candidate.stem)))
    return !/\byour? (?:name|address|details)\b/i.test(words)
  // "1. The number of fines" over an answer, "2. The number of appeals" over the next: the reply says again what was asked.
  if (candidate.listed && isOverItsAnswer) return true
  // "Q2. The number of prosecutions" below the answer to Q1: the next number of a list that asks.
  if (!isDirectAsk(words)) return candidate.number !== null && isNext(candidate.number, questions)
  if (candidate.number === null && candidate.answered) return true
  // Where one question stands right above its answer the others do so, too.
  return candidate.number === null
    ? (candidate.listed || interleaved) && /[?]["”')*_]{0,2}$/.test(words)
    : words.includes('?') || goesOn(candidate.number, questions)
}

function goesOn(number: string, questions: readonly Asked[]): boolean {
  const reached = highest(questions)
  return reached > 0 && Number.parseFloat(number) > reached
}

function isNext(number: string, questions: readonly Asked[]): boolean {
  const reached = highest(questions)
  return reached > 0 && Math.floor(Number.parseFloat(number)) === Math.floor(reached) + 1
}

function highest(questions: readonly Asked[]): number {
  return Math.max(0, ...questions.map((question) => Number.parseFloat(question.number ?? '') || 0))
}

function candidatesIn(
  text: string,
  passages: readonly Passage[],
  roles: readonly Passage['role'][],
): readonly Candidate[] {
  const inside = passages.filter(({ role }) => roles.includes(role))
  const points = pointsThatAsk(text, inside)
  const letters = passages.flatMap(({ role, label, number }) =>
    !roles.includes(role) && label?.style === 'letter' && number !== null ? number : [],
  )
  const prose = asksInProse(text, inside, points, new Set(letters))
  return [
    ...pointsParted(text, points, passages).map(([point, split]) => fromPoint(text, inside, point, split)),
    ...prose.map((each) => ({
      ...each,
      span: fromItsAsk(text, each.span),
      listed: false,
      marked: false,
      answered: isAnsweredBeside(text, each.occurrence) || isAnsweredBelow(passages, each.occurrence),
    })),
  ].toSorted((one, other) => one.span.start - other.span.start)
}

/** The points, each with its ask and what answers it on its own line. A request that is only repeated answers nothing. */
function pointsParted(
  text: string,
  points: readonly Point[],
  passages: readonly Passage[],
): readonly (readonly [Point, Split])[] {
  const requested = points.filter(({ first }) => first.role === 'request')
  const typed = typedInto(text, requested.map(bodyOf))
  const begins = new Set(points.map(({ first }) => first.index))
  const parted = points.map((point) => {
    const body = bodyOf(point)
    const isRequest = point.first.role === 'request'
    const split = isRequest
      ? (typed?.[requested.indexOf(point)] ?? { ask: body, answer: null })
      : splitInline(text, body)
    const below = passages[point.last.index + 1]
    return { body, split, isBare: below?.role !== 'reply' || begins.has(below.index) }
  })
  const splits = laidOutAlike(text, parted)
  return points.map((point, at) => [point, splits[at] ?? { ask: bodyOf(point), answer: null }])
}

function bodyOf({ first, last, titled }: Point): Span {
  const start = first.words === '' && titled ? titled.start : first.body.start
  return { start, end: last.end }
}

function fromPoint(
  text: string,
  inside: readonly Passage[],
  { first, last }: Point,
  { ask, answer }: Split,
): Candidate {
  return {
    number: first.number,
    span: fromItsAsk(text, ask),
    stem: stemOf(inside, first),
    occurrence: { passage: first.index, passages: last.index - first.index + 1, answer },
    role: first.role,
    listed: true,
    marked: first.label?.style === 'word',
    answered: false,
  }
}

/** «How many wardens do you employ? 14» */
function isAnsweredBeside(text: string, { answer }: Occurrence): boolean {
  return answer !== null && shortAnswer.test(oneLine(text, answer))
}

/** «Response:», «Answer: 4», «4», «None»: below a question of the reply's they show that it is one of the request's. */
function isAnsweredBelow(passages: readonly Passage[], { passage, passages: count }: Occurrence): boolean {
  const next = passages[passage + count]
  return (
    next !== undefined &&
    (next.label?.style === 'answer' ||
      /^(?:(?:our |council |trust )?(?:response|answer|reply)|a|ans)\s{0,2}(?:[.:–-]|$)/i.test(next.words) ||
      shortAnswer.test(next.words) ||
      /^(?:yes|no|none)[.,]\s/i.test(next.words))
  )
}

const shortAnswer =
  /^(?:[£<>~]\s?)?(?:\d[\d,.]{0,14}\s?(?:%|k|m|million|hours|days|weeks|months|years)?|nil|none|zero|yes|no|n\/?a)[.]?$/i

function oneLine(text: string, span: Span): string {
  return text.slice(span.start, span.end).replace(widerThanBlank, ' ').trim()
}
