import { type Asked, wantedBy, wantsFigure } from '../questions/index.ts'
import type { QuantityKind } from '../reading.ts'
import { rarityOf, stemsOf } from './affinity.ts'
import { fits, sharesAbbreviation } from './fit.ts'

/** A column of figures below several questions: what its head says is counted, and in what kind. */
export interface Column {
  readonly head: string
  readonly quantity: QuantityKind
}

/**
 * «Year | Cost of journeys | Journeys | Drivers» below questions about cost, journeys and drivers: the question of each column, null
 * for one that none is near to. A column goes to the question whose words its head uses most; where two are as near, or none
 * shares a word with it, to the only one that is left, or that wants its kind of figure. Null where the columns do not part the questions:
 * then they may all answer one of them.
 */
export function whoseColumns(
  columns: readonly Column[],
  questions: readonly Asked[],
  wordsOf: (question: Asked) => string,
): readonly (Asked | null)[] | null {
  const asking = questions.filter(({ words }) => wantsFigure(words))
  if (columns.length < 2 || asking.length < 2) return null
  const rarity = rarityOf(asking.map((question) => new Set(stemsOf(wordsOf(question)))))
  const near = columns.map((column) => nearest(column, asking, wordsOf, rarity))
  const sure = new Set(near.flatMap((best) => (best.length === 1 ? best : [])))
  if (sure.size === 0) return null
  const given = columns.map((column, at): Asked | null => {
    const best = near[at] ?? []
    if (best.length === 1) return best[0] ?? null
    if (best.length > 1) return only(best.filter((question) => !sure.has(question)))
    return only(asking.filter(({ words }) => wantedBy(words) === column.quantity))
  })
  return new Set(given.flatMap((question) => question ?? [])).size > 1 ? given : null
}

function only(questions: readonly Asked[]): Asked | null {
  return questions.length === 1 ? (questions[0] ?? null) : null
}

/** The questions that share most with a head, a word that few of them use counting more; the kind of figure counts as a word. */
function nearest(
  { head, quantity }: Column,
  questions: readonly Asked[],
  wordsOf: (question: Asked) => string,
  rarity: ReadonlyMap<string, number>,
) {
  const stems = [...new Set(stemsOf(head))]
  const scores = questions.map((question) => {
    const { words } = question
    const isOtherKind =
      quantity === 'money' && wantedBy(words) === 'count' && !/£|\band (?:the )?amounts?\b/i.test(words)
    if (!fits({ quantity }, words) || isOtherKind) return 0
    const said = wordsOf(question)
    const own = new Set(stemsOf(said))
    const shared =
      stems.reduce((score, stem) => score + (own.has(stem) ? 1 / (rarity.get(stem) ?? 1) : 0), 0) +
      (sharesAbbreviation(head, said) ? 1 : 0)
    return shared === 0 ? 0 : shared + (wantedBy(words) === quantity ? 1 : 0)
  })
  const best = Math.max(...scores)
  return best > 0 ? questions.filter((_, at) => (scores[at] ?? 0) > best - sameScore) : []
}

const sameScore = 0.01
