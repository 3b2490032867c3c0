import { type Document, quote } from '@disclosed/document'
import type { MeasureCode } from '@disclosed/reference'
import type { FoundValue } from '../answers/index.ts'
import type { Sureness } from '../calibration.ts'
import { incidentTypeOf, measureOf } from '../measures/index.ts'
import type { Value } from '../reading.ts'
import { widerThanBlank } from '../white-space.ts'
import { citeAll } from './evidence.ts'
import { sureIfRecognised } from './recognised.ts'

/** What a value takes over from the question it answers. */
export interface ValueSetting {
  readonly measure: MeasureCode | null
  readonly sureness: Sureness
  /** What is counted, where the answer does not say. */
  readonly unit: string | null
}

/** Puts a figure that was found into the reading, with its words and its measured confidence. */
export function asValue(document: Document, found: FoundValue, { measure, sureness, unit }: ValueSetting): Value {
  const { quantity, span, leansOn, category, total, period } = found
  return {
    number: quantity.number,
    relation: quantity.relation,
    unit: quantity.unit ?? unit,
    quantity: quantity.quantity,
    state: quantity.state,
    measure: found.countedAs ? (measureOf(found.countedAs) ?? measureOf(`incidents ${found.countedAs}`)) : measure,
    incidentType: category ? incidentTypeOf(category) : null,
    dimensions: found.dimensions ?? (category ? [{ name: null, label: category }] : []),
    category,
    total,
    of: null,
    about: null,
    from: period.from,
    to: period.to,
    timing: period.timing,
    each: period.each,
    basis: { period: period.basis },
    asWritten: quote(document.text, span).replace(widerThanBlank, ' ').trim(),
    hedge: quantity.hedge,
    notes: [],
    ...sureIfRecognised(document, sureness, [span, ...leansOn]),
    evidence: citeAll(document, [span, ...leansOn]),
  }
}
