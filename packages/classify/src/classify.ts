import { createHash } from 'node:crypto'
import { type Document, overlaps, type Span } from '@disclosed/document'
import type { Authority, Register } from '@disclosed/reference'
import { onDayOfEachYear } from './answers/day-of-each-year.ts'
import { shareTables } from './answers/from-tables.ts'
import { hiddenReply } from './answers/hidden-reply.ts'
import {
  askedPeriods,
  type Context,
  type FoundValue,
  groundsOfSmallNumbers,
  isHeldBack,
  isRefusal,
  noPeriod,
  pairAnswers,
  readAnswers,
  sharedLists,
  valuesIn,
  withoutWordsForOne,
} from './answers/index.ts'
import { fromDayAskedAbout, upToRequest } from './answers/open-ends.ts'
import { withNotesOf, withPartRemarks } from './answers/part-remarks.ts'
import { repliedPeriod } from './answers/replied-period.ts'
import { inTheirYears } from './answers/their-years.ts'
import { type Covered, coveredBy, withTimeOfAbove, withTimeOfAnswer } from './answers/told-above.ts'
import { withTimeToldBeside } from './answers/told-beside.ts'
import { figuresWithoutQuestion } from './answers/without-question.ts'
import { asReading } from './assemble/index.ts'
import { findAttachments } from './attachments/index.ts'
import { readAuthority } from './authority/index.ts'
import { findCitations } from './citations/index.ts'
import { readDates } from './dates/index.ts'
import { onGrounds, rolesOf } from './exemptions/index.ts'
import type { RuleId } from './finding.ts'
import { readKind } from './kinds/index.ts'
import { type Letter, letterAsPrinted, letterOf } from './letter.ts'
import { figuresStanding, likelyFigures, type Surroundings, signsOfFigures } from './likely/index.ts'
import { findCues } from './outcomes/index.ts'
import { type Part, partition, partsOf, type Turns } from './partition/index.ts'
import { turnsOfNumberedHeads } from './partition/numbered-heads.ts'
import { type Passage, passagesOf } from './passages/index.ts'
import { isFinancialYear, keepsAcademicYears, keepsSeasons } from './periods/academic-letters.ts'
import type { Quantity } from './quantities/index.ts'
import {
  type Asked,
  findQuestions,
  questionsTold,
  questionsToldLater,
  saidAgainOverAnswers,
} from './questions/index.ts'
import type { Kind, Reading } from './reading.ts'
import { readReference } from './references/index.ts'
import { askerAt, findRegimes, regimeOfLog, regimesOf } from './regimes/index.ts'
import { forget } from './remembered.ts'
import { turnsToldBySite } from './site/turns.ts'
import type { Source } from './source.ts'
import { findTables } from './tables/index.ts'
import { isRequestersExample } from './tables/requesters-example.ts'
import { isGridOfQuestions } from './turns/index.ts'
import { withoutWelsh } from './welsh/index.ts'

/** What a reading needs beside the document: where it was found, and the authorities it may name. */
export interface ClassifyContext {
  readonly source: Source
  readonly register: Register
}

/**
 * Reads a document as a careful person would: what kind it is, whose, what was asked and how each question was answered,
 * every finding with its words. Pure: the same document and context give the same reading.
 */
export function classify(original: Document, context: ClassifyContext): Reading {
  return asReading(lookAt(original, context).reading)
}

/** A figure that stands in an answer, for whoever teaches what figures are likely. */
export interface FigureOfAnswer {
  /** The index of its question in the reading. */
  readonly question: number
  readonly number: Quantity['number']
  readonly relation: Quantity['relation']
  readonly span: Span
  readonly signs: readonly string[]
  /** Do rules take it for a value of the answer? */
  readonly taken: boolean
}

/** A letter's questions, and all figures of its answers with what speaks for and against each. */
export function figuresOfAnswers(original: Document, context: ClassifyContext): readonly FigureOfAnswer[] {
  const { around } = lookAt(original, context)
  return around.answers.flatMap((answer) => {
    const signs = signsOfFigures(answer, around)
    return answer.figures.map(({ question, quantity, span, taken }, at) => ({
      question: question.index,
      number: quantity.number,
      relation: quantity.relation,
      span,
      signs: signs[at] ?? [],
      taken: taken !== null,
    }))
  })
}

function lookAt(
  original: Document,
  { source, register }: ClassifyContext,
): { readonly reading: Parameters<typeof asReading>[0]; readonly around: Surroundings } {
  forget()
  const document = withoutWelsh(original)
  const letter = letterOf(document)
  const { text } = letter
  const { parts, passages, written } = partsAndQuestions(letter, turnsToldBySite(letter, source.site))

  const who = readAuthority(letter, parts, register, source)
  const authority = who.found?.id ? register.byId(who.found.id) : null
  const scottish = isScottish(authority)
  const dates = readDates(letter, parts)
  const requestDate = dates.received?.value ?? null

  const regimes = findRegimes(text, { scottish, isAsked: askerAt(parts) })
  const law = { regimes: [...new Set(regimes.map(({ value }) => value))], scottish }
  const citations = findCitations(text, law)
  const worded = findCues(text).filter(({ span }) => !isAsideFrom(parts, span))

  const tables = findTables(letterAsPrinted(document)).filter(
    (table) => !isRequestersExample(letter, parts, table) && !isGridOfQuestions(letter, table.span),
  )
  const asked =
    written.length === 0
      ? questionsTold(text, passages)
      : [...written, ...(written.length === 1 ? questionsToldLater(text, passages, written) : [])]
  const { kind, rule } = readKind(letter, parts, {
    questions: written.length,
    tables: tables.length,
    cues: worded.length,
    refuses: worded.some(({ value }) => value.strength === 'says' && isRefusal(value.outcome)),
    answered: saidAgainOverAnswers(passages, written),
  })
  const questions = answersQuestions(kind, rule) ? asked : []

  const pairs = pairAnswers(
    text,
    passages,
    questions,
    tables.map(({ span }) => span),
  )
  const seasons = keepsSeasons(text)
  const periods = askedPeriods(text, questions, passages, requestDate)
  const shared = shareTables(text, tables, questions, pairs, periods)
  const replied = repliedPeriod(
    text,
    pairs.preamble,
    (pairs.answers.at(-1) ?? []).map(({ span }) => span),
    requestDate,
  )
  const placesOf = ({ index, span }: Asked): readonly Span[] => [
    span,
    ...(pairs.answers[index] ?? []).map((segment) => segment.span),
  ]
  const everyPlace = questions.flatMap(placesOf)
  let before: readonly FoundValue[] = []
  const covered: (Covered | null)[] = []
  const figureTables = tables.filter(({ kind }) => kind !== 'register' && kind !== 'other').map(({ span }) => span)
  const contextOf = ({ index, words, wants, span: question }: Asked): Context => ({
    text,
    words: wants ?? words,
    question,
    asked: periods[index] ?? null,
    replied,
    requestDate,
    before,
    tables: figureTables,
  })
  const lists = sharedLists(pairs.answers.flat(), questions, contextOf)
  const values = questions.map((question): readonly FoundValue[] => {
    const { index } = question
    const segments = (pairs.answers[index] ?? []).filter(({ questions: for_, argues }) => for_.length === 1 && !argues)
    const said = valuesIn(segments, contextOf(question))
    const inText = (shared.values[index] ?? []).length > 0 ? withoutWordsForOne(said, text) : said
    const read = withPartRemarks([...inText, ...(lists.get(index) ?? []), ...(shared.values[index] ?? [])], text)
    const found = fromDayAskedAbout(read, periods[index] ?? null, question.words, text)
    const all = withTimeOfAbove(withTimeOfAnswer(found), question, questions, covered, periods[index] ?? null)
    covered.push(coveredBy(all))
    if (all.length > 0) before = all
    if (seasons) return all.map((value) => (isFinancialYear(value.period) ? { ...value, period: noPeriod } : value))
    const places = (pairs.answers[index] ?? []).map(({ span }) => span)
    const noted = withNotesOf(
      onDayOfEachYear(
        upToRequest(withTimeToldBeside(all, places, text, requestDate), text, requestDate),
        question.words,
      ),
      places,
      text,
    )
    return inTheirYears(noted, keepsAcademicYears(text, placesOf(question), everyPlace), text)
  })
  const inReply =
    kind === 'foi_response' && asked.length === 0
      ? figuresWithoutQuestion(pairs.preamble, {
          text,
          words: '',
          question: { start: 0, end: 0 },
          asked: null,
          replied,
          requestDate,
          before: [],
          tables: tables.map(({ span }) => span),
        })
      : []
  const spansOf = (...roles: Part['role'][]): readonly Span[] => partsOf(parts, ...roles).map(({ span }) => span)
  const roles = rolesOf(text, citations, worded, {
    requestSpans: [...spansOf('request', 'quoted_mail'), ...questions.map(({ span }) => span)],
    rightsSpans: spansOf('rights', 'disclaimer'),
    answersNone: questions.length === 0 && (kind === 'other' || kind === 'incident_report' || kind === 'request'),
  })
  const cues = onGrounds(text, worded, roles)
  const grounds = groundsOfSmallNumbers(text, roles)
  const facts = values.map((found) => ({
    figures: found.filter(({ rule }) => !isSaidInProse(rule)).length,
    inProse: found.filter(({ rule }) => isSaidInProse(rule)).length,
    heldBack: grounds.length > 0 && found.some(isHeldBack),
  }))
  const answered = readAnswers(text, questions, pairs, cues, facts)

  const around: Surroundings = {
    text,
    answers: figuresStanding(
      text,
      questions,
      pairs,
      values,
      tables.map(({ span }) => span),
    ),
    periods,
  }
  const likely = likelyFigures(around, contextOf).map((figures, index) => {
    const [question, asked] = [questions[index], periods[index] ?? null]
    if (!question) return figures
    const since = upToRequest(fromDayAskedAbout(figures, asked, question.words, text), text, requestDate)
    const timed = inTheirYears(
      withTimeOfAbove(since, question, questions, covered, asked),
      keepsAcademicYears(text, placesOf(question), everyPlace),
      text,
    )
    return figures.map((figure, at) => ({ ...figure, ...timed[at] }))
  })
  // A figure that most likely answers is an answer.
  const told = answered.map((each, index) =>
    each.outcome === 'unanswered' && (likely[index]?.length ?? 0) > 0
      ? { ...each, outcome: 'disclosed' as const }
      : each,
  )

  const reading = {
    // Words are cut from what was written.
    document: { ...original, notes: document.notes },
    source,
    textHash: createHash('sha256').update(original.text).digest('hex'),
    letter,
    parts,
    kind,
    who,
    authority,
    // A receipt or a holding letter is no answer: its day is not that of one.
    dates: kind === 'foi_acknowledgement' ? { ...dates, responded: null } : dates,
    // A log has those of its entries, and none of its own.
    reference: kind === 'disclosure_log' ? null : readReference(letter, parts),
    regimes:
      kind === 'disclosure_log' && regimes.length === 0
        ? regimeOfLog(letter, { scottish })
        : regimesOf(kind, regimes, roles),
    cues,
    questions,
    periods,
    answered: told,
    values,
    likely,
    roles,
    smallNumbers: grounds,
    tables,
    tableQuestions: shared.questions,
    tableValues: [...shared.left, inReply],
    attachments: findAttachments(letter),
    requestDate,
  }
  return { reading, around }
}

interface Read {
  readonly parts: readonly Part[]
  readonly passages: readonly Passage[]
  readonly written: readonly Asked[]
}

/** Where a request that is repeated seems never to end, and nothing answers it, the reply is looked for below its questions. */
function partsAndQuestions(letter: Letter, told: Turns | null): Read {
  if (told) return readWith(letter, told)
  const heads = turnsOfNumberedHeads(letter)
  if (heads) return readWith(letter, heads)
  const first = readWith(letter)
  const turns = hiddenReply(first.passages, first.written)
  return turns ? readWith(letter, turns) : first
}

function readWith(letter: Letter, turns?: Turns): Read {
  const parts = partition(letter, turns)
  const passages = passagesOf(letter, parts)
  return { parts, passages, written: findQuestions(letter.text, passages) }
}

function isScottish(authority: Authority | null): boolean | null {
  return authority?.nation ? authority.nation === 'Scotland' : null
}

/** Was it told in running text, where a figure may also be a reason, and not in a list or a table? */
function isSaidInProse(rule: string): boolean {
  return rule.startsWith('answers/sentence') || ['answers/clause', 'answers/part', 'answers/among'].includes(rule)
}

/** The requester's words, the appeal section and what mail systems add tell nothing of how a request was answered. */
function isAsideFrom(parts: readonly Part[], span: Span): boolean {
  return parts.some(({ role, span: part }) => asides.includes(role) && overlaps(part, span))
}

const asides: readonly Part['role'][] = ['request', 'rights', 'disclaimer', 'quoted_mail', 'furniture']

/** Which kinds of document answer what somebody asked. */
function answersQuestions(kind: Kind, rule: RuleId): boolean {
  // Statistics of requests repeat what is asked, and answer nobody.
  return kind === 'foi_response' || kind === 'internal_review' || (kind === 'other' && rule !== 'kinds/statistics')
}
