import { once, orNull, readList, several } from './csv.ts'
import type { CaveatCode, IncidentTypeCode, MeasureCode, Outcome } from './vocabularies.ts'

/** How a question was answered. */
export interface OutcomeRow {
  readonly code: Outcome
  readonly label: string
  readonly definition: string
  readonly informationHeld: 'yes' | 'no' | 'not_said' | 'na'
}

export const outcomes = once((): readonly OutcomeRow[] =>
  readList('outcomes').map((row) => ({
    code: row.code as Outcome,
    label: row.label ?? '',
    definition: row.definition ?? '',
    informationHeld: row.information_held as OutcomeRow['informationHeld'],
  })),
)

/** A kind of data breach. `ico` types are the regulator's own; `coarse` ones only roll up to a group. */
export interface IncidentType {
  readonly code: IncidentTypeCode
  readonly label: string
  readonly group: string | null
  readonly definition: string
  /** Lower-case wordings that authorities use for it; no two types share one. */
  readonly synonyms: readonly string[]
  readonly scheme: 'ico' | 'siri' | 'coarse'
  readonly parent: IncidentTypeCode | null
}

export const incidentTypes = once((): readonly IncidentType[] =>
  readList('incident-types').map((row) => ({
    code: row.code as IncidentTypeCode,
    label: row.label ?? '',
    group: orNull(row.group),
    definition: row.definition ?? '',
    synonyms: several(row.synonyms),
    scheme: row.scheme as IncidentType['scheme'],
    parent: orNull(row.parent_code) as IncidentTypeCode | null,
  })),
)

/** Something that many authorities are asked to count. */
export interface Measure {
  readonly code: MeasureCode
  readonly label: string
  /** What one of it is: incidents, attacks, devices, people, money. */
  readonly counts: string
  readonly notToBeMixedWith: readonly MeasureCode[]
  /** Wordings that name it in questions and answers. */
  readonly names: readonly string[]
}

export const measures = once((): readonly Measure[] =>
  readList('measures').map((row) => ({
    code: row.code as MeasureCode,
    label: row.label ?? '',
    counts: row.counts ?? '',
    notToBeMixedWith: several(row.not_to_be_mixed_with) as MeasureCode[],
    names: several(row.how_questions_name_it),
  })),
)

/** A reason to look twice before a figure is printed. */
export interface Caveat {
  readonly code: CaveatCode
  readonly label: string
  readonly meaning: string
}

export const caveats = once((): readonly Caveat[] =>
  readList('caveats').map((row) => ({
    code: row.code as CaveatCode,
    label: row.label ?? '',
    meaning: row.meaning ?? '',
  })),
)
