import type { Span } from '@disclosed/document'
import type { Finding } from '../finding.ts'
import { findPeriods, type Period } from '../periods/index.ts'
import { findQuantities, type Quantity } from '../quantities/index.ts'
import { type Asked, wantedBy } from '../questions/index.ts'
import { sentencesOf } from '../sentences.ts'
import { ownWords, stemsOf } from './affinity.ts'
import { speaksAround } from './clauses.ts'
import { fits } from './fit.ts'
import type { Context, FoundValue } from './found-value.ts'
import { speaksOfOther } from './in-sentence.ts'
import { withoutThoseBefore } from './said-before.ts'
import { dated } from './when.ts'

/**
 * The figures of one text that answers several questions in its sentences: «The total spend was £82,911. The dearest visit cost £4,155.»
 * Each goes to the question whose own words, which no other has, stand beside it; one beside none of them goes on with the figure
 * before it, or is left alone.
 */
export function figuresAmong(
  spans: readonly Span[],
  asking: readonly Asked[],
  contextOf: (question: Asked) => Context,
): readonly (readonly [Asked, readonly FoundValue[]])[] {
  const [first] = asking
  if (!first || asking.length < 2) return []
  const { text } = contextOf(first)
  // Beside a refusal figures are mostly its reasons.
  if (spans.some(({ start, end }) => refuses.test(text.slice(start, end)))) return []
  const wordings = asking.map(({ words }) => stemsOf(words))
  const own = ownWords(asking.map(({ words }) => words))
  const found = new Map<Asked, Told[]>()
  for (const sentence of spans.flatMap((span) => sentencesOf(text, span))) {
    const words = text.slice(sentence.start, sentence.end)
    if (words.length > longest || speaksOfOther.test(words) || speaksAround.test(words)) continue
    const clauses = clausesOf(words, contextOf(first).requestDate)
    for (const { figure, said, period } of clauses) {
      const near = nearest(figure, clauses.length === 1 ? words : said)
      const whose = near?.question
      if (!near || !whose || !fits(figure.value, whose.words)) continue
      const value = dated(
        {
          quantity: figure.value,
          span: moved(figure.span, sentence),
          category: null,
          total: false,
          rule: 'answers/among',
        },
        period ? { period: period.value, span: moved(period.span, sentence) } : null,
        null,
        contextOf(whose),
      )
      found.set(whose, [...(found.get(whose) ?? []), { value, score: near.score, sentence: sentence.start }])
    }
  }
  return [...found].map(([question, told]) => [question, ofOneSentence(told)] as const)

  function nearest(
    { value }: Finding<Quantity>,
    clause: string,
  ): { readonly question: Asked; readonly score: number } | null {
    const stems = new Set(stemsOf(clause))
    const scores = asking.map(({ words }, at) => {
      if (!fits(value, words)) return 0
      const ours = (own[at] ?? []).filter((stem) => stems.has(stem)).length
      const shared = (wordings[at] ?? []).filter((stem) => stems.has(stem)).length
      const isOnlyOfKind =
        wantedBy(words) === value.quantity &&
        asking.every((other) => other.words === words || wantedBy(other.words) !== value.quantity)
      return (ours > 0 && shared > 1) || (isOnlyOfKind && shared > 0) ? ours * 3 + shared + (isOnlyOfKind ? 2 : 0) : 0
    })
    const best = Math.max(...scores)
    const winners = asking.filter((_, at) => scores[at] === best)
    const [question] = winners
    return best > 0 && question && winners.length === 1 ? { question, score: best } : null
  }
}

interface Told {
  readonly value: FoundValue
  readonly score: number
  readonly sentence: number
}

/** Of several sentences the one that speaks most of the question; none where two speak as much of it and of no other times. */
function ofOneSentence(told: readonly Told[]): readonly FoundValue[] {
  const best = Math.max(...told.map(({ score }) => score))
  const top = new Set(told.filter(({ score }) => score === best).map(({ sentence }) => sentence))
  const times = new Set(told.map(({ value }) => value.period.from))
  if (top.size > 1 && times.size < told.length) return []
  return told.flatMap(({ value, sentence }) => (top.has(sentence) ? value : []))
}

const longest = 500
const refuses =
  /\b(?:appropriate limit|cost limit|section (?:12|1[47]|2\d|3\d|4[0-4])|exempt(?:ion|ed)?|withh\w{2,6}|neither confirm|not (?:hold|held|keep|kept|record|recorded)|unable to|attached|enclosed)\b/i

interface Clause {
  readonly figure: Finding<Quantity>
  /** The words that belong to it. */
  readonly said: string
  readonly period: Finding<Period> | null
}

/** A sentence parted at the joints between its figures. */
function clausesOf(words: string, requestDate: string | null): readonly Clause[] {
  const figures = withoutThoseBefore(
    findQuantities(words).filter(({ value }) => value.number !== null),
    words,
  )
  if (figures.length > mostFigures) return []
  const periods = findPeriods(words, { requestDate })
  const ends = figures.map(({ span }, at) => {
    const next = figures[at + 1]
    if (!next) return words.length
    const between = words.slice(span.end, next.span.start)
    const joint = /[,;(]|\band\b|\bof wh|\s[–-]\s/.exec(between)
    return span.end + (joint?.index ?? between.length)
  })
  return figures.map((figure, at) => {
    const start = at === 0 ? 0 : (ends[at - 1] ?? 0)
    const end = ends[at] ?? words.length
    const inside = periods.filter(({ span }) => span.start >= start && span.end <= end)
    const [only] = inside.length === 1 ? inside : periods.length === 1 ? periods : []
    return { figure, said: words.slice(start, end), period: only ?? null }
  })
}

const mostFigures = 8

function moved(inner: Span, { start }: Span): Span {
  return { start: start + inner.start, end: start + inner.end }
}
