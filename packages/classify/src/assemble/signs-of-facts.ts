import type { Dates } from '../dates/index.ts'
import type { RoledCitation } from '../exemptions/index.ts'
import type { Finding } from '../finding.ts'
import type { Kind } from '../reading.ts'
import type { FoundTable } from '../tables/index.ts'
import { chosen, sized } from './signs.ts'

/** What speaks for and against a provision in the role that was read. */
export function signsOfExemption(cited: RoledCitation, answers: number): readonly string[] {
  const { finding, spans, widerSpans, role, prejudice, publicInterest } = cited
  return [
    role,
    finding.rule,
    `places:${sized(spans.length, [1, 3])}`,
    `answers:${sized(answers, [0, 1])}`,
    ...chosen([
      ['repaired', finding.value.repaired],
      ['also-wider', widerSpans.length > 0],
      ['prejudice', prejudice !== null],
      ['public-interest', publicInterest !== null],
    ]),
  ]
}

/**
 * … an authority. Where clues told it, what they amount to says more than which of them was the strongest, and of letters that named the wrong
 * body too few are known to measure both.
 */
export function signsOfAuthority({
  rule,
  id,
  signs = [],
}: {
  readonly rule: string
  readonly id: string | null
  readonly signs?: readonly string[]
}): readonly string[] {
  return [...(signs.length > 0 ? signs : [rule]), ...chosen([['unregistered', id === null]])]
}

/** … a reference. */
export function signsOfReference({ rule, value, span }: Finding<string>, kind: Kind): readonly string[] {
  return [
    rule,
    kind,
    ...chosen([
      ['digits-only', /^\d+$/.test(value)],
      ['letters-first', /^[A-Z]/i.test(value)],
      ['parted', /[/-]/.test(value)],
      ['short', value.length < 5],
      ['far-down', span.start > 1500],
    ]),
  ]
}

/** … a day: two that stand in order, as far apart as the law allows, bear each other out. */
export function signsOfDay(
  { rule, span }: Finding<string>,
  { received, responded }: Dates,
  kind: Kind,
): readonly string[] {
  const apart = received && responded ? (Date.parse(responded.value) - Date.parse(received.value)) / 86_400_000 : null
  return [
    rule,
    kind,
    apart === null ? 'alone' : apart <= 0 ? 'same-day' : apart <= 70 ? 'in-order' : 'far-apart',
    ...chosen([['far-down', span.start > 1500]]),
  ]
}

/** … a table: a grid in which every cell is filled, and its kind is clear. */
export function signsOfTable({ kind, rule, header, rows, figureColumns }: FoundTable): readonly string[] {
  const cells = rows.flat()
  const empty = cells.filter(({ text }) => text === '').length
  return [
    rule,
    kind,
    `rows:${sized(rows.length, [1, 4, 12])}`,
    `columns:${sized(header.length, [2, 4])}`,
    ...chosen([
      ['no-head', header.every((head) => head === '')],
      ['some-heads-empty', header.slice(1).some((head) => head === '')],
      ['cells-empty', empty > 0],
      ['all-but-labels-are-figures', figureColumns.length === header.length - 1],
      ['no-figures', figureColumns.length === 0],
      ['long-cells', cells.some(({ text }) => text.length > 90)],
    ]),
  ]
}
