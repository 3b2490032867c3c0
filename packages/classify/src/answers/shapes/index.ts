import { addUpTo, listInBrackets } from '../in-brackets.ts'
import { figureAlone } from './figure-alone.ts'
import { figureAndPeriod } from './figure-and-period.ts'
import { figureAndRemark } from './figure-and-remark.ts'
import { labelAndFigure } from './label-and-figure.ts'
import { labelBehind } from './label-behind.ts'
import { labelRunOn } from './label-run-on.ts'
import type { Line } from './line.ts'
import { listed } from './listed.ts'
import { monthsInTurn } from './months-in-turn.ts'
import { periodAndFigure } from './period-and-figure.ts'
import type { Entry, Shape } from './shape.ts'

export { type Line, lineOf } from './line.ts'
export { isProse } from './prose.ts'
export { brokenShape, type Entry, type Shape } from './shape.ts'

/** The ways in which a line gives figures; the first that reads it is believed. */
export const shapes: readonly Shape[] = [
  figureAndRemark, // before the figure alone, which passes over what stands in brackets
  figureAlone,
  monthsInTurn, // before the list, to whose pieces «Jul 2» is a day
  listed, // before the single ones, which would read its first figure and take the rest for remarks
  periodAndFigure,
  labelAndFigure,
  figureAndPeriod,
  labelBehind,
  labelRunOn, // last: nothing marks where its label ends
]

/** The shape of a line and its figures; null where it has none of these shapes. */
export function readShape(line: Line): Shaped | null {
  const known = shaped.get(line)
  if (known !== undefined) return known
  const found = shapeOf(line)
  shaped.set(line, found)
  return found
}

interface Shaped {
  readonly shape: Shape
  readonly entries: readonly Entry[]
}

/** The same line of an answer is read for its question, for its neighbours' and for all of them. */
const shaped = new WeakMap<Line, Shaped | null>()

function shapeOf(line: Line): Shaped | null {
  for (const shape of shapes) {
    const entries = shape.read(line)
    if (entries.length > 0) return { shape, entries: [...entries, ...partsInBrackets(line, entries)] }
  }
  return null
}

/** «2017/18 – 3 (Harbour 1, Quay 2)»: a list in brackets that makes up the figure before it. */
function partsInBrackets({ words }: Line, [whole, more]: readonly Entry[]): readonly Entry[] {
  const bracketed = whole && !more ? listInBrackets(words) : null
  if (!whole || !bracketed || !addUpTo(bracketed.entries, whole.figure.value.number)) return []
  return bracketed.entries.map(({ figure, label, period, isUnit }) => ({
    figure: {
      ...figure,
      span: { start: figure.span.start + bracketed.span.start, end: figure.span.end + bracketed.span.start },
    },
    label: label ?? whole.label,
    period: period
      ? {
          ...period,
          span: { start: period.span.start + bracketed.span.start, end: period.span.end + bracketed.span.start },
        }
      : whole.period,
    isUnit,
  }))
}
