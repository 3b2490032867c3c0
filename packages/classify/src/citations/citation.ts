import type { Law } from '@disclosed/reference'

/** A ground of refusal that the text names. */
export interface Citation {
  /** As the field writes it: "FOIA 31(1)(a)". */
  readonly cite: string
  readonly law: Law
  /** Below http://www.legislation.gov.uk/id/ */
  readonly provision: string | null
  /** The words themselves: "31(1)(a)", "Section 31(a)". */
  readonly asWritten: string
  /** The letter numbers it otherwise than the law does. */
  readonly repaired: boolean
  /** By its number, or by its subject alone ("the law enforcement exemption"). */
  readonly told: 'number' | 'subject'
  /** A condition of the exemption for personal data (40(3A)), which lists leave out. */
  readonly condition: boolean
}
