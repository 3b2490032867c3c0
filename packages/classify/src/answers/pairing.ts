import type { Span } from '@disclosed/document'
import type { Passage } from '../passages/index.ts'
import { type Asked, isDirectAsk } from '../questions/index.ts'
import { sharedOut } from './affinity.ts'
import { beginsArgument, refusedUnder } from './arguments.ts'
import { inTurn } from './in-turn.ts'
import { isOrIsBelow, type Named, namedQuestions } from './naming.ts'
import { isFigureLine, toTheLast, withinTheList } from './of-last.ts'
import { belowStems, recounted } from './recounted.ts'
import { topicsOf } from './topics.ts'

/** A stretch of the reply, and the questions that it answers. */
export interface Segment {
  readonly span: Span
  readonly questions: readonly number[]
  /**
   * `inline` behind the question on its line · `below` right under it · `labelled` under its number elsewhere ·
   * `named` it says which · `run` one text for several questions that stand above it.
   */
  readonly how: 'inline' | 'below' | 'labelled' | 'named' | 'run'
  /** The letter of the part that it answers: "b) 129". */
  readonly letter?: string
  /** It gives the reasons of a refusal: its figures answer nothing. */
  readonly argues?: true
}

/** What answers each question, and what the reply says before it comes to any of them. */
export interface Pairs {
  /** By the question's index; empty where nothing answers it. */
  readonly answers: readonly (readonly Segment[])[]
  readonly preamble: readonly Span[]
}

/**
 * Pairs questions with answers by walking through the letter once: text goes to the questions right above it,
 * unless its own number or words say whose it is. An answer to several questions at once gives way, for each of them,
 * to one of its own.
 */
export function pairAnswers(
  text: string,
  passages: readonly Passage[],
  questions: readonly Asked[],
  tables: readonly Span[] = [],
): Pairs {
  const walk = walkThrough(text, passages, counted(questions), tables)
  const walked = goingOn(text, withinTheList(toTheLast(text, walk.segments, questions), questions), questions)
  const turns = inTurn(text, walked, questions, tables)
  const segments = turns === walked ? sharedOut(text, turns, questions) : turns
  const byQuestion = segmentsOf(segments, questions.length)
  const answers = questions.map(({ index }) => {
    const mine = byQuestion.get(index) ?? []
    const own = mine.filter(({ how, questions: for_ }) => how !== 'run' || for_.length < questions.length)
    const labelled = own.filter(({ how }) => how === 'labelled')
    // «As to all the other questions …» says less than what stands under their numbers.
    if (labelled.length > 0) {
      const isOwnNumber = labelled.some(({ questions: for_ }) => for_.length === 1)
      return own.filter(
        ({ how, questions: for_ }) => for_.length === 1 || (how !== 'run' && !(how === 'named' && isOwnNumber)),
      )
    }
    return own.length > 0 ? own : mine
  })
  // The request stands below the reply, or nothing is said after it: all that was said answers all that was asked.
  if (answers.every((mine) => mine.length === 0)) {
    const all = questions.map(({ index }) => index)
    const said = walk.preamble.map((span): Segment => ({ span, questions: all, how: all.length > 1 ? 'run' : 'below' }))
    const shared = segmentsOf(sharedOut(text, said, questions), all.length)
    return { answers: all.map((index) => shared.get(index) ?? []), preamble: walk.preamble }
  }
  const general = segments.filter(
    ({ how, questions: for_ }) => how === 'run' && for_.length === questions.length && for_.length > 1,
  )
  return { answers, preamble: [...walk.preamble, ...general.map(({ span }) => span)] }
}

/** «As to the third, £40. The council recorded 38 losses»: below an answer that names its question stands what others lack. */
function goingOn(text: string, segments: readonly Segment[], questions: readonly Asked[]): readonly Segment[] {
  const answered = new Set(segments.flatMap((segment) => segment.questions))
  const open = questions.filter(({ index }) => !answered.has(index))
  if (open.length === 0 || open.length > mostOpen) return segments
  const indexes = open.map(({ index }) => index)
  return segments.map((segment, at) => {
    const above = segments[at - 1]
    if (segment.how !== 'named' || segment.argues || above?.questions !== segment.questions) return segment
    // It goes on in their order.
    if (indexes.some((index) => segment.questions.some((named) => named > index))) return segment
    const among = [...segment.questions.flatMap((index) => questions[index] ?? []), ...open]
    const about = new Set(topicsOf(text, [segment], among).flatMap((topic) => topic.about))
    const isOpen = indexes.some((index) => about.has(index)) && !segment.questions.some((index) => about.has(index))
    return isOpen ? { ...segment, questions: indexes, how: 'run' as const } : segment
  })
}

const mostOpen = 8

/** «1.», «1.», «1.»: a page that lost the count of its list has answers that count it. */
function counted(questions: readonly Asked[]): readonly Asked[] {
  const lost = questions.length > 1 && questions.every(({ number }) => number === '1')
  return lost ? questions.map((question, at) => ({ ...question, number: `${at + 1}` })) : questions
}

/** What was said to each question. One answer of a thousand paragraphs to five hundred questions is cut short, lest it be half a million. */
function segmentsOf(segments: readonly Segment[], questions: number): ReadonlyMap<number, readonly Segment[]> {
  const found = new Map<number, Segment[]>()
  for (const segment of segments) {
    const most = segment.questions.length > 1 ? mostFor(questions) : Number.POSITIVE_INFINITY
    for (const index of segment.questions) {
      const mine = found.get(index) ?? []
      if (mine.length === 0) found.set(index, mine)
      if (mine.length < most) mine.push(segment)
    }
  }
  return found
}

function mostFor(questions: number): number {
  return Math.max(20, Math.ceil(20_000 / questions))
}

interface Walk {
  readonly segments: readonly Segment[]
  readonly preamble: readonly Span[]
}

function walkThrough(
  text: string,
  passages: readonly Passage[],
  questions: readonly Asked[],
  tables: readonly Span[],
): Walk {
  const segments: Segment[] = []
  const preamble: Span[] = []
  const answered = new Set<number>()
  const places = occurrencesByPassage(questions)
  const saidOver = questions.flatMap((question) => saidOverItsAnswer(question, passages, places))
  const lastSaidOver = saidOver.length > 1 ? Math.max(...saidOver) : -1
  const stems = new Set(questions.flatMap(({ stem }) => (stem ? [stem.start] : [])))
  const requested = new Set(passages.flatMap(({ role, words }) => (role === 'request' ? [words] : [])))
  const countedAnew = recounted(passages, questions)
  const stemmed = belowStems(passages, questions)
  let targets: readonly number[] = []
  let how: Segment['how'] = 'run'
  let gathering = false
  let askedIn: Passage['role'] | null = null
  let saysAgain = false
  let arguing = false
  let counted: string | null = null
  let skip = 0
  const add = (span: Span, letter: string | null = null) => {
    if (span.end <= span.start) return
    const more = { ...(letter ? { letter } : {}), ...(arguing ? { argues: true as const } : {}) }
    if (targets.length === 0) preamble.push(span)
    else segments.push({ span, questions: targets, how, ...more })
    // «Q1 and Q2 were answered. … Q1. There were 315»: what is said of several leaves each its own number.
    for (const target of how !== 'labelled' && targets.length > 1 ? [] : targets) answered.add(target)
  }
  for (const passage of passages) {
    if (skip > 0) {
      skip -= 1
      continue
    }
    const here = places.get(passage.index) ?? []
    if (here.length > 0) {
      const indexes = here.map(({ question }) => question)
      skip = Math.max(...here.map(({ passages: filled }) => filled)) - 1
      // Questions of the request that end unanswered are none that a reply's answer below its first one is for.
      targets = gathering && askedIn === passage.role ? [...new Set([...targets, ...indexes])] : indexes
      askedIn = passage.role
      saysAgain = passage.role === 'reply' && indexes.every((index) => questions[index]?.role === 'request')
      how = targets.length > 1 ? 'run' : 'below'
      gathering = true
      arguing = false
      for (const { question, answer } of here) {
        if (!answer) continue
        targets = [question]
        how = 'inline'
        add(answer)
        how = 'below'
        gathering = false
      }
      continue
    }
    if (passage.role !== 'reply' || saysNothing(passage) || stems.has(passage.body.start)) continue
    if (passage.words.length >= leastRepeated && requested.has(passage.words)) continue
    if (isFootnote(passage)) continue
    // «How many thefts were there in:» over «2020, 2021, 2022» goes on asking.
    if (gathering && isListOfYears.test(passage.words) && /:\s{0,4}$/.test(text.slice(0, passage.start).slice(-6)))
      continue
    // "a. Complaints" over a column of a table is no label of an answer.
    const isColumn =
      passage.label?.style === 'letter' &&
      tables.some(({ start, end }) => start <= passage.start && passage.start < end)
    const anew = countedAnew.get(passage.index)
    const labelled = isColumn
      ? null
      : anew === undefined
        ? ((passage.index > lastSaidOver ? byLabel(passage, questions, answered) : null) ??
          stemmed.get(passage.number ?? '') ??
          null)
        : [anew]
    const named = labelled ? null : namedQuestions(passage.words, questions)
    if (labelled) {
      targets = labelled
      how = 'labelled'
      counted = passage.label?.style === 'number' ? passage.number : counted
      arguing = false
    } else if (named) {
      targets = resolve(named, questions, answered, targets)
      how = named.kind === 'these' ? 'named' : 'run'
      arguing = false
    } else if (isOfAnother(passage, questions, counted)) {
      targets = []
    } else if (beginsArgument(passage)) {
      arguing = true
      const refused = refusedUnder(text, passage, segments)
      if (refused.length > 0) {
        targets = refused
        how = 'named'
      }
    }
    // Figures below the second of two questions said again answer that one; the first was left without.
    if (gathering && saysAgain && targets.length > 1 && !named && !labelled && isFigureLine.test(passage.words)) {
      targets = targets.slice(-1)
      how = 'below'
    }
    // A question that is none of the asker's parts the figures below it from the question above.
    if (
      !labelled &&
      !named &&
      !passage.label &&
      /\?["”’)*_]{0,3}$/.test(passage.words) &&
      isDirectAsk(passage.words) &&
      !targets.some((index) => questions[index]?.words.includes(passage.words))
    )
      arguing = true
    gathering = false
    add(labelled || passage.label?.look === 'turn' ? passage.body : passage, letterOf(passage))
  }
  return { segments, preamble }
}

/** A paragraph of so many characters that stands in the request word for word is that request again, and answers nothing. */
const leastRepeated = 60

const isListOfYears = /^(?:(?:19|20)\d\d(?:[/–-]\d{2,4})?(?:, ?|; ?| and | & ?| |$)){2,20}$/

function letterOf({ number, label }: Passage): string | null {
  return label && label.style !== 'bullet'
    ? (/(?:[a-h]|(?<![a-z])(?:i{1,3}|iv|vi{0,3}))$/.exec(number ?? '')?.[0] ?? null)
    : null
}

/**
 * Where a reply says a question again over its answer. Where it does so with two or more, a list between them counts something of its own,
 * and not the questions.
 */
function saidOverItsAnswer(
  { role, occurrences }: Asked,
  passages: readonly Passage[],
  places: ReadonlyMap<number, readonly Place[]>,
): readonly number[] {
  if (role !== 'request') return []
  return occurrences.slice(1).flatMap(({ passage, passages: filled }) => {
    const below = passages[passage + filled]
    const isOver = passages[passage]?.role === 'reply' && below?.role === 'reply' && !places.has(below.index)
    return isOver ? [passage] : []
  })
}

interface Place {
  readonly question: number
  readonly passages: number
  readonly answer: Span | null
}

function occurrencesByPassage(questions: readonly Asked[]): ReadonlyMap<number, readonly Place[]> {
  const places = new Map<number, Place[]>()
  for (const { index, occurrences } of questions) {
    for (const { passage, passages, answer } of occurrences) {
      places.set(passage, [...(places.get(passage) ?? []), { question: index, passages, answer }])
    }
  }
  return places
}

/**
 * «Question 5: …», which was not heard as one: what stands below answers it, and not the question above. So does the point that
 * counts on from the answer to the last question: «6.» below «5.».
 */
function isOfAnother({ label, number }: Passage, questions: readonly Asked[], last: string | null): boolean {
  if (number === null || (label?.style !== 'word' && label?.style !== 'number')) return false
  if (label.style === 'number' && (last === null || Number(number) !== Number(last) + 1)) return false
  return questions.every((question) => question.number !== number && !isOrIsBelow(number, question.number ?? ''))
}

/** The questions whose number the passage bears: its own, those below it, or else the one above it. */
function byLabel(
  passage: Passage,
  questions: readonly Asked[],
  answered: ReadonlySet<number>,
): readonly number[] | null {
  const { number, label } = passage
  if (number === null || !label || label.style === 'bullet') return null
  const open = questions.filter(({ index }) => !answered.has(index))
  const exact = open.find((question) => question.number === number)
  if (exact) return [exact.index]
  const below = open.filter((question) => isOrIsBelow(question.number, number))
  if (below.length > 0) return below.map(({ index }) => index)
  if (label.style === 'letter') return null
  const above = open.find((question) => isOrIsBelow(number, question.number ?? ''))
  return above ? [above.index] : null
}

function resolve(
  named: Named,
  questions: readonly Asked[],
  answered: ReadonlySet<number>,
  before: readonly number[],
): readonly number[] {
  switch (named.kind) {
    case 'these':
      return named.questions
    case 'all':
      return before.length > 1 ? before : questions.map(({ index }) => index)
    case 'rest':
      // "The other questions …" after a text that stood below all of them: that one answered the first.
      if (answered.size === 0 && before.length > 1) return before.slice(1)
      return questions.map(({ index }) => index).filter((index) => !answered.has(index))
    default:
      return named satisfies never
  }
}

/** «* Numbers below five are not shown»: it remarks on figures and answers nothing. */
function isFootnote({ words, label, lines }: Passage): boolean {
  return !label?.number && /^(?:\*+\s?[a-z]|note:|n\.?b\.?[: ]|please note:)/i.test(lines[0]?.text ?? words)
}

/** «Response», «Our answer:», «Our ref: 123», «Thank you for your request»: announces, or is polite, and says nothing. */
function saysNothing({ words, label }: Passage): boolean {
  if (label?.number && /^(?:our |the |your )?(?:reply|response|answers?|request|questions?)$/i.test(words)) return true
  if (label) return false
  if (
    words.length <= 120 &&
    /^(?:the|your|these) (?:questions?|points?) (?:are|is|will be|have been) (?:each )?(?:answered|dealt with|taken) (?:in turn|in order|below)\W*$/i.test(
      words,
    )
  )
    return true
  const announces =
    words.length <= 70 &&
    /^(?:(?:our|the|council'?s?|trust'?s?) )?(?:response|answer|reply|decision|information released|we (?:said|answered)|in response|question and answer|request and answer|response to (?:your )?request)s?(?:\s{1,4}(?:is|are))?(?:\s{1,4}(?:set out |given |provided )?(?:as follows|below))?(?:\s{1,4}details?)?(?:\s{1,4}(?:date)?:?\s{0,4}[\d./ -]{6,12})?\W{0,12}$/i.test(
      words,
    )
  const courteous =
    words.length <= 400 &&
    /^(?:(?:our|your|foi|request) ?ref(?:erence)?\b|thank you for (?:your|writing|contacting|the)|(?:i am|we are) (?:writing|pleased) to|your request (?:for information )?has (?:now )?been (?:considered|looked at|dealt|processed)|(?:it|this|your request) has been (?:considered|looked at|dealt with|handled|processed) (?:in line with|under|in accordance)|please find,? (?:below,? )?(?:[\w'’/]+ ){0,6}(?:response|answers?) (?:to your (?:request|questions?) )?(?:set out )?(?:below|follows?))/i.test(
      words,
    )
  return announces || (courteous && !tells.test(words))
}

/** «I am writing to tell you that nothing is held»: polite, and the answer. */
const tells =
  /\b(?:not (?:held|recorded|kept|hold)|(?:do|does|did) not|no (?:records?|information|data)\b|there (?:is|are|was|were|have been)\b|exempt|withh\w{2,6}|refus\w{1,4}|attached|enclosed|neither|exceeds?|unable to)\b/i
