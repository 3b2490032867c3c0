import type { GoldTable, GoldValue } from './gold.ts'
import { plain } from './words.ts'

/** What makes two findings the same, as texts that can be laid against each other. */

/** How much of a value has to agree: its number and relation, its days too, and the label it stands under. */
export type ValueLevel = 'number' | 'number+period' | 'number+period+category'

/** A value as labels and readings both have it. */
export interface AnyValue extends Pick<GoldValue, 'number' | 'relation' | 'from' | 'to' | 'category'> {
  readonly basis?: { readonly period: string | null }
}

/** Days that were counted from the date of the request are neither right nor wrong: labels leave them open. */
export function valueKey({ number, relation, from, to, category, basis }: AnyValue, level: ValueLevel): string {
  const days = basis?.period === 'request_date' ? [null, null] : [from, to]
  switch (level) {
    case 'number':
      return JSON.stringify([number, relation])
    case 'number+period':
      return JSON.stringify([number, relation, ...days])
    case 'number+period+category':
      return JSON.stringify([number, relation, ...days, categoryKey(category)])
    default:
      return level satisfies never
  }
}

/** "Total", "Grand total of fines": a total has no category. */
function categoryKey(category: string | null): string {
  const own = plain(category)
  return /^(?:grand |overall |sub )?totals?\b/.test(own) ? '' : own
}

/** The rows of a table, its head first, each as one text. Empty rows, and empty cells at their ends, say nothing. */
export function rowKeys({ header, rows }: Pick<GoldTable, 'header' | 'rows'>): readonly string[] {
  return [header, ...rows].flatMap((row) => {
    const cells = row.map(cellKey)
    while (cells.at(-1) === '') cells.pop()
    return cells.some((cell) => cell !== '') ? [JSON.stringify(cells)] : []
  })
}

function cellKey(cell: number | string | null): string {
  if (cell === null) return 'none'
  const number = typeof cell === 'number' ? cell : numberIn(cell)
  return number === null ? plain(cell as string) : `= ${number}`
}

/** "1,012" is 1012; "12%" and "<5" are words. */
export function numberIn(words: string): number | null {
  const own = words.replaceAll(',', '').trim()
  return /^[+-]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})(?:e[+-]?\d{1,3})?$/i.test(own) ? Number(own) : null
}

/** "FOI 202400433781" and "202400433781" are one reference. */
export function referenceKey(reference: string | null | undefined): string {
  return (reference ?? '')
    .toLowerCase()
    .replace(/^(?:foia?|eir|ref(?:erence)?|case|request)[\s:/.#-]*/, '')
    .replace(/[^a-z0-9]/g, '')
}

/** The conditions of FOIA s.40(2) are no exemptions of their own, and labels do not list them. */
export function isCondition(cite: string): boolean {
  return /^FOIA 40\((?:3|3A|3B|4A)\)/.test(cite)
}
