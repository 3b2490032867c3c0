import type { Finding } from '../finding.ts'
import type { QuantityKind, Relation, ValueState } from '../reading.ts'
import type { Quantity } from './quantity.ts'

/** What a table cell, or an answer that stands alone, says as a whole. */
export interface ReadCell {
  readonly number: number | readonly [number, number] | null
  readonly relation: Relation
  readonly state: ValueState
  readonly quantity: QuantityKind
  readonly unit: string | null
}

/** Signs that stand for a figure, without one; the letter's own key may say more. */
const signs: readonly (readonly [RegExp, ValueState])[] = [
  [/^(?:n\/a|not applicable)$/i, 'not_applicable'],
  [/^\[z\]$/i, 'not_applicable'],
  [/^(?:\[c\]|suppressed|redacted|withheld|confidential)$/i, 'suppressed'],
  [
    /^(?:\[x\]|not available|not known|unknown|not recorded|no data|data not available|not held|unavailable)$/i,
    'not_available',
  ],
  // Brackets are a minus to an accountant, and a remark to others.
  [/^\(£?\d[\d,.]{0,20}\)$/, 'unclear'],
  [/^(?:|[-–—.*†‡#~:x?]{1,3}|\[[a-z]{1,3}\]|na|tbc|tba|£\s?[-–—])$/i, 'unclear'],
]

/** A mark behind the figure that tells its state, as official tables set it: "12 [p]". */
const marks: Readonly<Record<string, ValueState>> = { e: 'estimated', p: 'provisional', r: 'revised', u: 'unclear' }

/**
 * Reads the whole of a cell with these findings of it. Null where it is words, a date, or several figures of which none is the main one.
 */
export function readWhole(text: string, find: (text: string) => readonly Finding<Quantity>[]): ReadCell | null {
  if (text.length > 200) return null
  const mark = /\s?\[([a-z])\]$/i.exec(text.trim())?.[1]?.toLowerCase()
  const words = text
    .trim()
    .replace(/(?<=[\d%\w)])(?:\s?[*†‡^#¹²³⁰⁴-⁹]|\s?\[(?:\d{1,2}|[eprun])\]){1,8}$/i, '')
    .replace(/(?<=[\w%)])\.$/, '')
  const sign = signs.find(([pattern]) => pattern.test(words))
  if (sign)
    return {
      number: null,
      relation: '=',
      state: sign[1],
      quantity: words.startsWith('£') ? 'money' : 'count',
      unit: words.startsWith('£') ? '£' : null,
    }
  const negative = /^[-−–](?=[£\d])/.test(words)
  const plain = words.replace(/^[-−–+](?=[£\d])/, '')
  const read = plainNumber(plain) ?? mainOf(plain, find(plain))
  if (!read) return null
  const state = (mark !== undefined && read.state === 'present' ? marks[mark] : undefined) ?? read.state
  const number = negative && typeof read.number === 'number' ? -read.number : read.number
  return {
    number: state === 'unclear' ? null : number,
    relation: read.relation,
    state,
    quantity: read.quantity,
    unit: read.unit,
  }
}

/** A cell has no room for doubt about what is a label or a year: digits alone are its number. */
function plainNumber(words: string): ReadCell | null {
  if (!/^(?:0|[1-9]\d{0,6}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,6})?$/.test(words)) return null
  return { number: Number(words.replaceAll(',', '')), relation: '=', state: 'present', quantity: 'count', unit: null }
}

/** The first figure, where it opens the cell and only its unit, a hedge or a remark in brackets follows. */
function mainOf(words: string, findings: readonly Finding<Quantity>[]): Quantity | null {
  const [first] = findings
  if (
    !first ||
    !/^(?:(?:total|answer|response)\s?[:–-]?\s?|\(?[a-z]\)\s|[•o*–-]\s)?$/i.test(words.slice(0, first.span.start))
  )
    return null
  const { unit, hedge } = first.value
  const behind = words.slice(first.span.end).replace(/^[*†‡]+/, '')
  const named = [unit, hedge].reduce<string>((rest, name) => (name === null ? rest : rest.replace(name, '')), behind)
  return /^[\s,.;:–-]{0,4}(?:\([^()]{0,120}\))?[\s.]{0,3}$/.test(named) ? first.value : null
}
