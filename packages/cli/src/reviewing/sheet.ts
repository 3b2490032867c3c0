import { type Given, givenFields, type Store } from '@disclosed/store'

/** The columns of the list as a sheet: what a person sees, then what a person fills in. */
const seen = [
  'subject',
  'reason',
  'worth',
  'about',
  'authority',
  'measure',
  'category',
  'year',
  'year_kind',
  'read_as',
  'relation',
  'low',
  'high',
  'outcome',
  'confidence',
  'question',
  'quote',
  'place',
  'link',
  'document',
] as const
const filledIn = ['verdict', ...givenFields.map((field) => `right_${field}`), 'why', 'by'] as const

export const sheetColumns: readonly string[] = [...seen, ...filledIn, 'shown']

type Cell = string | number | null

/** One line of the sheet; `shown` holds what was read, so that nobody confirms what has changed since. */
export function sheetRow(store: Store, row: Readonly<Record<string, Cell>>): readonly Cell[] {
  const holds = store.holds(String(row.subject))
  return [
    ...seen.map((column) => row[column] ?? null),
    ...filledIn.map(() => null),
    holds === null ? null : JSON.stringify(holds),
  ]
}

/** What somebody filled in on a line of a sheet; null where nothing was, a sentence where it is not understood. */
export interface Filled {
  readonly subject: string
  readonly kind: 'confirm' | 'correct' | 'reject' | 'note'
  readonly given: Given
  readonly why: string | null
  readonly by: string | null
  readonly saw: Readonly<Record<string, Cell>> | null
}

export function readFilled(cells: Readonly<Record<string, string>>): Filled | string | null {
  const cell = (name: string) => {
    const typed = (cells[name] ?? '').trim()
    return typed === '' ? null : typed
  }
  const given: Given = Object.fromEntries(
    givenFields.flatMap((field) => {
      const typed = cell(`right_${field}`)
      return typed === null ? [] : [[field, typed]]
    }),
  )
  const verdict = cell('verdict')?.toLowerCase() ?? (Object.keys(given).length > 0 ? 'correct' : null)
  if (verdict === null) return null
  const kind = verdicts[verdict]
  if (kind === undefined) return `verdict "${verdict}" is none of confirm, correct, reject and note`
  if (kind !== 'correct' && Object.keys(given).length > 0)
    return `it says ${kind}, and gives something else in ${Object.keys(given)
      .map((field) => `right_${field}`)
      .join(', ')}`
  const subject = cell('subject')
  if (subject === null) return 'the column subject is empty'
  return { subject, kind, given, why: cell('why'), by: cell('by'), saw: sawIn(cell('shown')) }
}

/** As people write it, too. */
const verdicts: Readonly<Record<string, Filled['kind']>> = {
  ...{ confirm: 'confirm', confirmed: 'confirm', right: 'confirm', ok: 'confirm', yes: 'confirm' },
  ...{ correct: 'correct', corrected: 'correct' },
  ...{ reject: 'reject', rejected: 'reject', wrong: 'reject', no: 'reject' },
  ...{ note: 'note', noted: 'note' },
}

function sawIn(json: string | null): Filled['saw'] {
  try {
    const told: unknown = JSON.parse(json ?? 'null')
    return typeof told === 'object' && told !== null && !Array.isArray(told) ? (told as Filled['saw']) : null
  } catch {
    return null
  }
}
