import type { Finding } from '../finding.ts'
import type { Letter } from '../letter.ts'
import type { Part, PartRole } from '../partition/index.ts'
import {
  aloneOnLine,
  givenToRequest,
  headsRequest,
  labelled,
  labelledByName,
  labelledInTwo,
  numberedRequest,
  quotedSubject,
} from './rules.ts'
import { titled, titledRequest } from './titles.ts'

/** A way of telling a reference, and the parts of a letter in which it may tell. */
export interface ReferenceRule {
  readonly id: Finding<string>['rule']
  readonly about: string
  readonly roles: readonly PartRole[]
  /** No part that begins further down is looked at. */
  readonly lastLine?: number
  /** References in a stretch of the letter, first to last; spans count from its start. */
  readonly find: (text: string) => readonly Omit<Finding<string>, 'rule'>[]
}

/** The surest first. */
const rules: readonly ReferenceRule[] = [
  labelled,
  labelledByName,
  labelledInTwo,
  headsRequest,
  numberedRequest,
  titled,
  titledRequest,
  givenToRequest,
  aloneOnLine,
  quotedSubject,
]

/**
 * The authority's own reference of the request this letter answers, as it is written: "FOI / 1596", "905A/20".
 * Null where there is none, or only another's ("Your ref"), an earlier request's, the regulator's, or a portal's number.
 */
export function readReference(letter: Letter, parts: readonly Part[]): Finding<string> | null {
  for (const { id, roles, lastLine = Number.POSITIVE_INFINITY, find } of rules) {
    for (const { role, span, lines } of parts) {
      if (!roles.includes(role) || lines[0].index > lastLine) continue
      const [found] = find(letter.text.slice(span.start, span.end))
      if (!found) continue
      const { start, end } = found.span
      return { value: found.value, span: { start: span.start + start, end: span.start + end }, rule: id }
    }
  }
  return null
}
