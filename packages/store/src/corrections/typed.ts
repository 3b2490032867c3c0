import { boundsOf } from '../bounds.ts'
import type { ObservationRow } from '../settle/dataset.ts'
import { codesOf, valueStates } from '../vocabularies.ts'

type FigureFields = Partial<ObservationRow>

/**
 * A figure as people type it: 12 · 1,204 · £1,200.50 · 12% · <5 · >=3 · ~40 · 5-10 · none · suppressed. Null where it is none of these.
 * Of what it is a figure (`£`, `%`) is said only where it is typed.
 */
export function readTypedValue(typed: string, quantity: ObservationRow['quantity']): FigureFields | null {
  const words = typed.normalize('NFKC').trim().toLowerCase()
  const state = codesOf(valueStates).find((each) => each === words.replaceAll(' ', '_'))
  if (state !== undefined && state !== 'present') return { number: null, low: null, high: null, relation: '=', state }
  if (['none', 'nil', 'zero', 'no'].includes(words)) return exact(0, quantity)
  const [, sign = '', pounds = '', first = '', second = '', percent = ''] =
    /^(<=|>=|<|>|=|~|≤|≥)?\s{0,3}(£)?\s{0,3}(\d[\d,]{0,15}(?:\.\d{1,6})?)(?:\s{0,3}(?:-|–|to)\s{0,3}£?(\d[\d,]{0,15}(?:\.\d{1,6})?))?\s{0,3}(%)?$/.exec(
      words,
    ) ?? []
  if (first === '') return null
  const what = pounds !== '' ? 'money' : percent !== '' ? 'percent' : quantity
  const [low, high] = [numberOf(first), numberOf(second)]
  if (low === null || (second !== '' && (high === null || high < low || sign !== ''))) return null
  const relation = ({ '': '=', '≤': '<=', '≥': '>=' }[sign] ?? sign) as ObservationRow['relation']
  if (high !== null) return { number: null, low, high, relation: 'range', quantity: what, state: 'present' }
  return {
    number: low,
    ...boundsOf({ number: low, relation, quantity: what }),
    relation,
    quantity: what,
    state: 'present',
  }
}

function exact(number: number, quantity: ObservationRow['quantity']): FigureFields {
  return { number, low: number, high: number, relation: '=', quantity, state: 'present' }
}

function numberOf(words: string): number | null {
  if (words === '' || !/^\d{1,3}(?:,\d{3}){1,4}(?:\.|$)|^\d+(?:\.|$)/.test(words)) return null
  const number = Number(words.replaceAll(',', ''))
  return Number.isFinite(number) ? number : null
}

/**
 * A period as people type it: 2019 · 2019/20 (from April) · academic 2019/20 (from September) · 2019-04 · 2019-04-01 to
 * 2019-09-30 (also 01/04/2019) · as at 2020-03-31 · none. Null where it is none of these.
 */
export function readTypedPeriod(typed: string): FigureFields | null {
  const words = typed.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
  if (words === 'none') return { period_from: null, period_to: null, timing: 'during', each: null }
  if (words.startsWith('as at ')) {
    const at = dayOf(words.slice(6))
    return at === null ? null : { period_from: at, period_to: at, timing: 'at', each: null }
  }
  const [from, to] = daysOf(words) ?? []
  if (from === undefined || to === undefined || to < from) return null
  return { period_from: from, period_to: to, timing: 'during', each: null }
}

function daysOf(words: string): readonly [string, string] | null {
  const [, year = ''] = /^(\d{4})$/.exec(words) ?? []
  if (year !== '') return [`${year}-01-01`, `${year}-12-31`]
  const [, academic, first = '', second = ''] = /^(academic )?(\d{4}) ?[/-–] ?(\d{4}|\d{2})$/.exec(words) ?? []
  if (first !== '') {
    const next = Number(first) + 1
    // "2019-04" is a month; "2019-20" are two years.
    if (String(next).endsWith(second) && second.length > 0)
      return academic ? [`${first}-09-01`, `${next}-08-31`] : [`${first}-04-01`, `${next}-03-31`]
  }
  const [, ofYear = '', month = ''] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(words) ?? []
  if (ofYear !== '') return [`${ofYear}-${month}-01`, lastDayOf(Number(ofYear), Number(month))]
  const [one = '', other = '', ...more] = words.split(' to ')
  const [from, to] = [dayOf(one), dayOf(other)]
  return from === null || to === null || more.length > 0 ? null : [from, to]
}

function lastDayOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** "2024-05-31" and "31/05/2024", as British spreadsheets write it; null for what is no day. */
export function dayOf(typed: string): string | null {
  const words = typed.trim()
  const [, date = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(words) ?? []
  const day = year === '' ? words : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const time = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? null : day
}
