import type { Span } from '@disclosed/document'
import { findQuantities } from '../quantities/index.ts'
import { type Asked, wantsFigure } from '../questions/index.ts'
import type { FoundTable } from '../tables/index.ts'
import { ownWords, stemsOf } from './affinity.ts'
import type { Pairs } from './pairing.ts'

/**
 * A table that stands below several questions, or below none: the one that its title, the words right above it, its heads and the
 * labels at its side speak of. They must use a word that no other of the questions has, and of such words more of this one than
 * of any other; or, where they part nothing, the only question that does not lean on another one («how many of these …») and shares
 * a word with them. Null where that leaves more than one, or none.
 */
export function whoseTable(table: FoundTable, text: string, questions: readonly Asked[]): Asked | null {
  const asking = questions.filter(({ words }) => wantsFigure(words) || wantsFigures.test(words))
  const said = new Set(stemsOf(wordsAround(table, text)))
  const own = ownWords(asking.map(({ words }) => words))
  const scores = own.map((words) => words.filter((word) => said.has(word)).length)
  const best = Math.max(0, ...scores)
  const winners = asking.filter((_, at) => best > 0 && scores[at] === best)
  if (winners.length === 1) return winners[0] ?? null
  const near = (winners.length > 0 ? winners : asking).filter(
    ({ words }) => !leans.test(words) && stemsOf(words).some((word) => said.has(word)),
  )
  return near.length === 1 ? (near[0] ?? null) : null
}

/** A table that opens the reply, above all answers with figures: of the one question that asks for figures and has none. */
export function whoseOpeningTable(
  { span }: FoundTable,
  { text, questions, pairs }: { readonly text: string; readonly questions: readonly Asked[]; readonly pairs: Pairs },
): Asked | null {
  const answered = (question: Asked) =>
    (pairs.answers[question.index] ?? []).filter((each) => tellsFigureIn(text, each.span))
  const [only, ...others] = questions.filter(
    (question) => wantsFigure(question.words) && answered(question).length === 0,
  )
  const isAbove = questions.every(
    (question) => question.span.end <= span.start && answered(question).every((each) => span.end <= each.span.start),
  )
  return only && others.length === 0 && isAbove ? only : null
}

function tellsFigureIn(text: string, { start, end }: Span): boolean {
  return findQuantities(text.slice(start, end)).length > 0
}

/** «The outcomes for each dog», «the month the incident took place»: tabulated, though no figure is asked for. */
const wantsFigures =
  /\b(?:outcomes?|breakdown|split|month|type|types|categor(?:y|ies)|by (?:year|ward|age|gender|area|department)|broken down|per year|each year|for each)\b/i

const leans = /^(?:and |also |please |if )|\b(?:of (?:these|those|them|which|whom)|i would also|the same)\b/i

function wordsAround({ title, span, header, rows }: FoundTable, text: string): string {
  const above = text.slice(Math.max(0, span.start - near), span.start)
  const paragraph = above.slice(Math.max(0, above.trimEnd().lastIndexOf('\n\n')))
  const labels = rows.slice(0, mostLabels).map(([first]) => first?.text ?? '')
  return [title?.text ?? '', paragraph, ...header, ...labels].join(' ')
}

const near = 240
const mostLabels = 40
