import type { Quantity } from '../quantities/index.ts'
import { type Asked, wantedBy, wantsFigure } from '../questions/index.ts'
import { stemsOf } from './affinity.ts'
import { fits } from './fit.ts'

/** A figure with the words it stands under, and whose it may be. */
export interface Named {
  readonly label: string | null
  readonly quantity: Quantity['quantity']
}

/**
 * One list below several questions: the question of each of its figures, in their order. A figure goes to the question
 * whose words its label uses most; where two are as near, to the one that none is nearer to. Null where a figure has no
 * question of its own or a question no figure, for then the list may answer one of them alone.
 */
export function whoseFigures(figures: readonly Named[], questions: readonly Asked[]): readonly Asked[] | null {
  const asking = questions.filter(({ words }) => wantsFigure(words))
  const [only] = asking
  if (only && asking.length === 1) return figures.map(() => only)
  const kinds = new Set(figures.map(({ quantity }) => quantity))
  const ofKind = asking.filter(({ words }) => kinds.has(wantedBy(words) as Quantity['quantity']))
  const [sole] = ofKind
  if (figures.every(({ label }) => label === null)) {
    return sole && ofKind.length === 1 && kinds.size === 1 ? figures.map(() => sole) : null
  }
  const near = figures.map((figure) => nearest(figure, asking))
  const sure = new Set(near.flatMap((best) => (best.length === 1 ? best : [])))
  const given = near.map((best) => {
    const left = best.length > 1 ? best.filter((question) => !sure.has(question)) : best
    return left.length === 1 ? (left[0] ?? null) : null
  })
  const all = given.flatMap((question) => question ?? [])
  if (all.length !== given.length) return null
  const served = new Set(all)
  // «Cost of that training.» has no row among counts and shares: figures of its kind are nowhere in the list.
  const isServed = (question: Asked): boolean =>
    served.has(question) || (served.size > 1 && !kinds.has(wantedBy(question.words) as Quantity['quantity']))
  return asking.every(isServed) ? all : null
}

/** The questions that share most with a label; the kind of figure counts as a word. */
function nearest({ label, quantity }: Named, questions: readonly Asked[]): readonly Asked[] {
  const stems = [...new Set(stemsOf(label ?? ''))]
  const scores = questions.map(({ words }) => {
    if (!fits({ quantity }, words)) return 0
    const own = new Set(stemsOf(words))
    const shared = stems.filter((stem) => own.has(stem)).length
    return shared === 0 ? 0 : shared + (wantedBy(words) === quantity ? 1 : 0)
  })
  const best = Math.max(...scores)
  return best > 0 ? questions.filter((_, at) => scores[at] === best) : []
}
