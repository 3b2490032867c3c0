import { covers, type Document, quote } from '@disclosed/document'
import { exemption, type MeasureCode, type Outcome } from '@disclosed/reference'
import { allMatches } from '../all-matches.ts'
import { type Answered, type AskedPeriod, type FoundValue, isHeldBack, isRefusal, target } from '../answers/index.ts'
import { type Sureness, sureness } from '../calibration.ts'
import { groundsIn, type RoledCitation } from '../exemptions/index.ts'
import type { LikelyValue } from '../likely/index.ts'
import { incidentTypeOf, measureOf } from '../measures/index.ts'
import { type Asked, wantedBy } from '../questions/index.ts'
import type { Ask, Question } from '../reading.ts'
import { widerThanBlank } from '../white-space.ts'
import { citeAll } from './evidence.ts'
import { signsOf } from './signs.ts'
import { signsOfLetter, signsOfPlace, signsOfWords } from './signs-around.ts'
import { asValue } from './values.ts'

/** Everything that was found about the questions of a letter, by their index. */
export interface Found {
  readonly questions: readonly Asked[]
  readonly periods: readonly (AskedPeriod | null)[]
  readonly answered: readonly Answered[]
  readonly values: readonly (readonly FoundValue[])[]
  /** What no rule knows to be a value, and is one more likely than not. */
  readonly likely: readonly (readonly LikelyValue[])[]
  /** By the table's index: its figures that answer no question. */
  readonly tableValues: readonly (readonly FoundValue[])[]
  readonly roles: readonly RoledCitation[]
  /** The exemptions that small numbers are held back under. */
  readonly smallNumbers: readonly string[]
  readonly attachments: readonly { readonly id: string; readonly start: number; readonly end: number }[]
}

/** The questions of the reading, in the order of the letter. */
export function asQuestions(document: Document, found: Found): readonly Question[] {
  const cited = found.questions.map(({ index }) => citationsFor(index, found))
  const letter = signsOfLetter(found)
  return found.questions.map((asked) => asQuestion(document, asked, found, cited[asked.index] ?? [], letter))
}

function asQuestion(
  document: Document,
  asked: Asked,
  found: Found,
  cites: readonly string[],
  letter: readonly string[],
): Question {
  const { index, span, stem, words, number } = asked
  const answered = found.answered[index]
  const segments = answered?.segments ?? []
  const parent = parentOf(asked, found.questions)
  const measure = measureOf(words) ?? (parent ? measureOf(parent.words) : null)
  const unit = unitAsked(words)
  const text = segments.map((segment) => oneLine(document, segment.span)).join('\n')
  const values = found.values[index] ?? []
  const period = found.periods[index] ?? null
  const around = [...letter, ...signsOfPlace(asked, answered, found.answered)]
  const othersHaveTime = found.questions.some(
    ({ index: other }) =>
      other !== index &&
      ((found.periods[other] ?? null) !== null ||
        (found.values[other] ?? []).some(({ period: { basis } }) => basis !== null)),
  )
  const signs = signsOf(values, { asked: words, answer: text, period, othersHaveTime, around })
  return {
    id: idOf(index),
    request: 'r1',
    number,
    parent: parent ? idOf(parent.index) : null,
    stem: stem ? oneLine(document, stem) : null,
    text: words,
    evidence: citeAll(document, [span]),
    asks: asksOf(words, measure, period),
    answer: {
      text,
      outcome: answered?.outcome ?? 'unanswered',
      yesNo: answered?.yesNo ?? null,
      sameAs: sameAsOf(answered, index, found.questions),
      attachments: attachmentsIn(segments, found),
      links: linksIn(document, segments),
      ...sureness('answer', ...around, ...signsOfWords(asked, answered, text, values)),
      evidence: citeAll(
        document,
        segments.map((segment) => segment.span),
      ),
    },
    values: [
      ...values.map((value, at) => ({ value, sureness: sureness('value', ...(signs[at] ?? [])) })),
      ...(found.likely[index] ?? []).map((value) => ({ value, sureness: likeliness(value) })),
    ]
      .toSorted((one, other) => one.value.span.start - other.value.span.start)
      .map(({ value, sureness }) =>
        asValue(document, value, {
          measure,
          sureness,
          unit: value.quantity.quantity === 'count' ? unit : value.quantity.unit,
        }),
      ),
    exemptions: cites,
  }
}

/** By its chance alone nothing is sure. */
function likeliness({ chance, rule }: LikelyValue): Sureness {
  return { confidence: Math.floor(chance * 1000) / 1000, sure: false, measuredBy: `value|${rule}` }
}

export function idOf(index: number): string {
  return `q${index + 1}`
}

/** "1" is above "1.2" and "1a". */
function parentOf(asked: Asked, questions: readonly Asked[]): Asked | null {
  const outer = /^(?<outer>\d+(?:\.\d+)*)(?:\.\d+|[a-z]+)$/.exec(asked.number ?? '')?.groups?.outer
  if (!outer) return null
  return questions.findLast(({ number, index }) => number === outer && index < asked.index) ?? null
}

/** One ask for each year that the question names, so that a refusal stands under each of them. */
function asksOf(words: string, measure: MeasureCode | null, period: AskedPeriod | null): readonly Ask[] {
  const wanted = wantedBy(words)
  const by = [...new Set(allMatches(words, dividedBy).map((match) => (match.groups?.part ?? '').toLowerCase()))]
  const incidentType = incidentTypeOf(words)
  const { confidence } = sureness('ask', wanted)
  const parts = period && period.parts.length > 1 ? period.parts : [period?.whole ?? null]
  return parts.map((days) => ({
    for: wanted,
    measure,
    incidentType,
    by,
    from: days?.from ?? null,
    to: days?.to ?? null,
    confidence,
  }))
}

const dividedBy =
  /\b(?:by|per|each|every) (?:calendar |financial |academic )?(?<part>year|month|quarter|department|directorate|type|category|ward|school)\b/gi

/** «How many parking fines were issued» counts parking fines. */
function unitAsked(words: string): string | null {
  const unit =
    /\b(?:how many|(?:total )?numbers? of)\s+(?!(?:have|has|had|were|was|are|is|did|do|does|of|in|on|at|there|each)\b)(?<unit>(?:[a-z'’/-]+ ){0,5}?[a-z'’/-]+)(?= (?:have|has|had|were|was|are|is|did|do|does|that|which|who|issued|received|recorded|reported|made|in|of|for|to|from|by|within|been|on|at|with|there|your|you|we|i|the|between|during|since|over|under|across|as)\b|[?.,;(:]|$)/i.exec(
      words,
    )?.groups?.unit
  return unit ?? null
}

function sameAsOf(answered: Answered | undefined, index: number, questions: readonly Asked[]): string | null {
  if (!answered?.sameAs) return null
  const at = target(answered.sameAs, index)
  const meant = at === null ? undefined : questions[at]
  return meant ? (meant.number ?? meant.words) : null
}

/**
 * The provisions relied on to refuse this question: those its answer cites. Where it refuses and cites none, those that
 * the letter relies on outside every answer; an answer by reference takes over the other one's.
 */
function citationsFor(index: number, found: Found): readonly string[] {
  const answered = found.answered[index]
  if (!answered) return []
  if (answered.sameAs) {
    const at = target(answered.sameAs, index)
    return at === null || at === index ? [] : citedIn(at, found)
  }
  if (answered.outcome === 'not_held')
    return citedIn(index, found).filter((cite) => exemption(cite)?.kind === 'not_held')
  if (givesAll.includes(answered.outcome)) return []
  const held = (found.values[index] ?? []).some(isHeldBack) ? found.smallNumbers : []
  const own = [...new Set([...citedIn(index, found), ...held])]
  if (own.length > 0 || !isRefusal(answered.outcome)) return own
  const inAnswers = found.answered.flatMap(({ segments }) => segments.map(({ span }) => span))
  const apart = found.roles
    .flatMap(({ spans }) => spans)
    .filter((span) => !inAnswers.some((answer) => covers(answer, span)))
  return groundsIn(apart, found.roles)
}

/** Nothing of these answers is refused, whatever provision their text speaks of. */
const givesAll: readonly Outcome[] = ['disclosed', 'not_applicable', 'unanswered']

function citedIn(index: number, found: Found): readonly string[] {
  return groundsIn(
    (found.answered[index]?.own ?? []).map(({ span }) => span),
    found.roles,
  )
}

function attachmentsIn(segments: Answered['segments'], found: Found): readonly string[] {
  return found.attachments
    .filter((attachment) => segments.some(({ span }) => span.start <= attachment.start && attachment.end <= span.end))
    .map(({ id }) => id)
}

function linksIn(document: Document, segments: Answered['segments']): readonly string[] {
  const written = segments.flatMap(({ span }) =>
    allMatches(quote(document.text, span), /https?:\/\/[^\s<>"]{4,300}/g).map(([link]) =>
      link.replace(/[.,;)]{1,8}$/, ''),
    ),
  )
  const carried = document.links
    .filter(({ start, end }) => segments.some(({ span }) => span.start <= start && end <= span.end))
    .map(({ href }) => href)
  return [...new Set([...written, ...carried])]
}

function oneLine(document: Document, span: { readonly start: number; readonly end: number }): string {
  return quote(document.text, span).replace(widerThanBlank, ' ').trim()
}
