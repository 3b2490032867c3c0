import { overlaps } from '@disclosed/document'
import { type Context, type FoundValue, noPeriod } from '../answers/index.ts'
import { dated } from '../answers/when.ts'
import type { Asked } from '../questions/index.ts'
import { chanceOf, weights } from './chance.ts'
import type { Standing, Standings } from './figures.ts'
import { labelOf } from './labels.ts'
import { type Surroundings, signsOfFigures } from './signs.ts'
import { timesOfFigures } from './times.ts'

export { chanceOf, type Weights, weights } from './chance.ts'
export { figuresStanding, type Standing, type Standings } from './figures.ts'
export { type Surroundings, signsOfFigures } from './signs.ts'

/** A value that is so by its chance alone. */
export interface LikelyValue extends FoundValue {
  /** From 0.5 to 1. */
  readonly chance: number
}

/**
 * For each question the figures of its answer that no rule knows to be what was asked for, and that are so more likely than not, by how figures
 * stand in letters that people have labelled. None is ever sure: each goes to review, with its words. What may be told of two questions is
 * told of the one it is plainly likelier of, or of none.
 */
export function likelyFigures(
  around: Surroundings,
  contextOf: (question: Asked) => Context,
): readonly (readonly LikelyValue[])[] {
  const likely = around.answers.map((answer) => likelyIn(answer, around))
  const all = likely.flat()
  return around.answers.map((answer, at) => {
    const own = (likely[at] ?? []).filter((figure) => isItsOwn(figure, all))
    return own.length === 0 ? [] : toldWithTimes(own, answer, contextOf(answer.question))
  })
}

type Likely = Standing & { readonly chance: number }

function likelyIn(answer: Standings, around: Surroundings): readonly Likely[] {
  if (answer.figures.every((figure) => isTold(figure) || isSilent(figure))) return []
  const signs = signsOfFigures(answer, around)
  return answer.figures.flatMap((figure, at) => {
    const chance = isTold(figure) || isSilent(figure) ? 0 : chanceOf(signs[at] ?? [])
    return chance >= weights.cut ? { ...figure, chance } : []
  })
}

function isItsOwn({ question, span, chance }: Likely, all: readonly Likely[]): boolean {
  return all.every(
    (other) => other.question === question || !overlaps(other.span, span) || chance - other.chance >= plainly,
  )
}

const plainly = 0.1

function toldWithTimes(likely: readonly Likely[], answer: Standings, context: Context): readonly LikelyValue[] {
  const told = [...likely, ...answer.figures.filter(isTold)].toSorted((one, other) => one.place - other.place)
  const spans = told.map(({ span }) => span)
  const pieces = answer.segments.map(({ span }) => span)
  const times = timesOfFigures(context.text, spans, pieces, context.asked, context.requestDate)
  return likely.map(({ quantity, span, chance }): LikelyValue => {
    const category = labelOf(context.text, span, spans)
    const value = { quantity, span, category, total: false, rule: 'likely/figure' } as const
    const time = times[spans.indexOf(span)] ?? null
    return time === 'untold'
      ? { ...value, leansOn: [], period: noPeriod, chance }
      : { ...dated(value, time, null, context), chance }
  })
}

function isTold({ taken }: Standing): boolean {
  return taken !== null
}

function isSilent({ quantity }: Standing): boolean {
  return quantity.number === null
}
