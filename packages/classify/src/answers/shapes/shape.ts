import type { Finding, RuleId } from '../../finding.ts'
import type { Period } from '../../periods/index.ts'
import type { Quantity } from '../../quantities/index.ts'
import { type Line, lineOf } from './line.ts'

/** A figure with what the same line says of it. */
export interface Entry {
  readonly figure: Finding<Quantity>
  readonly period: Finding<Period> | null
  /** Its label on one line, without the period and what joins them; null where there is none. */
  readonly label: string | null
  /** Is the label its unit, «188 handsets»? */
  readonly isUnit: boolean
}

/** A way in which a line gives figures: one file each, with lines that are written so and lines that only look it. */
export interface Shape {
  readonly id: RuleId
  readonly about: string
  readonly read: (line: Line) => readonly Entry[]
  /** A line, and its figures as `said` puts them. */
  readonly examples: readonly [ShapeExample, ...ShapeExample[]]
  readonly nearMisses: readonly [string, ...string[]]
}

export type ShapeExample = readonly [line: string, ...said: readonly string[]]

/** An entry in short, for examples: «=12 | 2019-01-01 | Phones». */
export function said({ figure, period, label }: Entry): string {
  const { relation, number } = figure.value
  return [`${relation}${String(number)}`, period?.value.from ?? '', label ?? ''].join(' | ')
}

/** What is wrong with a shape's own examples and near misses, a sentence each. */
export function brokenShape(shape: Shape): readonly string[] {
  const wrong = shape.examples.flatMap(([words, ...wanted]) => {
    const found = shape.read(lineOf(words)).map(said)
    return JSON.stringify(found) === JSON.stringify(wanted)
      ? []
      : [`${shape.id}: ${JSON.stringify(words)} gave ${JSON.stringify(found)}`]
  })
  const loud = shape.nearMisses.flatMap((words) => {
    const found = shape.read(lineOf(words)).map(said)
    return found.length === 0 ? [] : [`${shape.id}: ${JSON.stringify(words)} says nothing, yet gave ${String(found)}`]
  })
  return [...wrong, ...loud]
}
