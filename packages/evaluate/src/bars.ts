import { type MeasureName, measureNames } from './measures.ts'
import type { FieldRow } from './report.ts'

/** A share that a field has to reach: "outcome=0.92", "sure values:precision=0.99". */
export interface Bar {
  readonly field: MeasureName
  readonly which: 'f1' | 'precision' | 'recall'
  readonly least: number
}

/** Null where it names no field or no share from 0 to 1. */
export function parseBar(written: string): Bar | null {
  const match = /^(?<field>.+?)(?::(?<which>f1|precision|recall))?=(?<least>\d(?:\.\d{1,9})?)$/.exec(written)?.groups
  const field = measureNames.find((name) => name === match?.field)
  const least = Number(match?.least)
  if (!field || !(least >= 0 && least <= 1)) return null
  const which = (['precision', 'recall'] as const).find((each) => each === match?.which) ?? 'f1'
  return { field, which, least }
}

/** A sentence where the field is below the bar; a field that no letter has reaches none. */
export function belowBar({ field, which, least }: Bar, fields: readonly FieldRow[]): string | null {
  const reached = fields.find((row) => row.field === field)?.[which] ?? 0
  return reached < least ? `${field}: ${which === 'f1' ? 'F1' : which} ${reached.toFixed(3)} is below ${least}.` : null
}
