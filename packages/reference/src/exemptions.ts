import { once, orNull, readList, several } from './csv.ts'
import type { Outcome } from './vocabularies.ts'

export type Law = 'FOIA' | 'EIR' | 'FOISA' | 'EISR'
export type ExemptionClass = 'absolute' | 'qualified' | 'partly' | 'none'
/** What a provision does. Cost and vexatious are grounds of refusal and no exemptions proper. */
export type ExemptionKind =
  | 'withhold'
  | 'ncnd'
  | 'cost'
  | 'vexatious'
  | 'elsewhere'
  | 'future'
  | 'not_held'
  | 'personal'
  | 'certificate'

/** A provision that authorities refuse under. Procedure (FOIA ss.1, 8, 10, 16, 17, 45, 50) is none. */
export interface Exemption {
  readonly law: Law
  /** As the field writes it: "FOIA 31(1)(a)". */
  readonly cite: string
  /** The top-level number: "31", "22A". */
  readonly section: string
  readonly title: string
  readonly class: ExemptionClass
  /** Below http://www.legislation.gov.uk/id/ : "ukpga/2000/36/section/31/1/a". */
  readonly provision: string
  readonly parent: string | null
  readonly kind: ExemptionKind
  /** The outcomes that a refusal on this ground alone can have; where there are two the reason stated decides. */
  readonly outcomes: readonly Outcome[]
}

/** Every provision of the list, in its order. */
export const exemptions = once((): readonly Exemption[] =>
  readList('exemptions').map((row) => ({
    law: row.law as Law,
    cite: row.citation ?? '',
    section: row.section ?? '',
    title: row.title ?? '',
    class: row.class as ExemptionClass,
    provision: row.legislation_gov_uk_id ?? '',
    parent: orNull(row.parent_citation),
    kind: row.kind as ExemptionKind,
    outcomes: several(row.default_outcome) as Outcome[],
  })),
)

const byCite = once(() => new Map(exemptions().map((each) => [each.cite, each])))

/** The provision of that citation ("FOIA 31(1)(a)"); null where the law has none such. */
export function exemption(cite: string): Exemption | null {
  return byCite().get(cite) ?? null
}
