import type { Database } from '../database.ts'
import type { ObservationRow } from '../settle/dataset.ts'
import { named } from '../table.ts'
import { fieldsOf } from './claim.ts'
import { isGrouping } from './grouping.ts'
import { type Judged, parsed } from './judge.ts'

/** What people said of figures, ready to be laid over them. */
export interface Said {
  /** The figures and answers that a person looked at, and whose word stands. */
  readonly checked: ReadonlySet<string>
  readonly rejected: ReadonlySet<string>
  /** What holds of a figure instead of what was read. */
  readonly instead: ReadonlyMap<string, Partial<ObservationRow>>
  /** Figures that a person found: none of them was read. */
  readonly added: readonly AddedFigure[]
}

/** A figure that a person found, with what it says and the words that say it. */
export interface AddedFigure {
  readonly id: string
  readonly document: string
  readonly quote: string
  readonly place: string | null
  readonly claim: Partial<ObservationRow>
}

const tablesOf = {
  answer: { table: 'answer', key: 'question', sure: ['sure'] },
  document: { table: 'document', key: 'id', sure: ['authority_sure', 'received_sure', 'responded_sure'] },
} as const

/** Puts answers and documents back to what was read in them. */
export function restoreAsRead(db: Database): void {
  for (const about of ['answer', 'document'] as const) {
    const { table, sure } = tablesOf[about]
    const back = [...fieldsOf[about], ...sure].map((field) => `${named(field)} = as_read ->> '${field}'`)
    db.run(`UPDATE ${table} SET ${back.join(', ')}, as_read = NULL WHERE as_read IS NOT NULL`)
  }
}

function standingAmong(judged: readonly Judged[]): readonly Judged[] {
  return judged.filter(
    ({ state, word }) => state === 'stands' && word.about !== 'word' && word.kind !== 'note' && !isGrouping(word.kind),
  )
}

/** Lays what people said over answers and documents. */
export function applyWords(db: Database, judged: readonly Judged[]): void {
  for (const each of standingAmong(judged)) {
    const { about } = each.word
    if ((about === 'answer' || about === 'document') && each.claim !== null && each.subject !== null)
      layOver(db, about, each.subject, parsed(each.word.value) ?? {})
  }
}

/** What people said, ready to be laid over figures. */
export function saidBy(judged: readonly Judged[]): Said {
  const standing = standingAmong(judged)
  const figures = standing.filter(({ word }) => word.about === 'figure' && word.kind !== 'add')
  return {
    checked: idsOf(standing.filter(({ claim }) => claim !== null)),
    rejected: idsOf(standing.filter(({ claim }) => claim === null)),
    instead: new Map(
      figures.flatMap(({ subject, claim, word }) =>
        subject === null || claim === null || word.value === null
          ? []
          : [[subject, insteadOf(parsed(word.value) ?? {})]],
      ),
    ),
    added: standing.flatMap(({ word, claim }) =>
      word.kind !== 'add' || claim === null
        ? []
        : [{ id: word.id, document: word.document, quote: word.quote ?? '', place: word.place, claim }],
    ),
  }
}

/** Where a person tells the period, none of the document's own words need to. */
function insteadOf(value: Readonly<Record<string, string | number | null>>): Partial<ObservationRow> {
  return 'period_from' in value || 'period_to' in value ? { ...value, period_basis: null } : value
}

/** A person who looked is sure of what is told; of a day that nobody tells nobody is. */
function layOver(
  db: Database,
  about: keyof typeof tablesOf,
  subject: string,
  value: Readonly<Record<string, string | number | null>>,
): void {
  const { table, key, sure } = tablesOf[about]
  const kept = [...fieldsOf[about], ...sure].map((field) => `'${field}', ${named(field)}`)
  const given = fieldsOf[about].flatMap((field) => (field in value ? [`${named(field)} = @${field}`] : []))
  if (about === 'document' && typeof value.authority === 'string') nameAuthority(db, value.authority)
  db.run(`UPDATE ${table} SET as_read = json_object(${kept.join(', ')}) WHERE ${key} = @subject AND as_read IS NULL`, {
    subject,
  })
  if (given.length > 0) db.run(`UPDATE ${table} SET ${given.join(', ')} WHERE ${key} = @subject`, { ...value, subject })
  const certain = sure.map((flag) => {
    const told = flag === 'sure' ? '1' : `(${named(flag.replace('_sure', ''))} IS NOT NULL)`
    return `${named(flag)} = ${told}`
  })
  db.run(`UPDATE ${table} SET ${certain.join(', ')} WHERE ${key} = @subject`, { subject })
}

/** Only so that it can be referred to; settling writes what is known of it. */
function nameAuthority(db: Database, id: string): void {
  db.run(
    `INSERT OR IGNORE INTO authority (id, name, short_name, type, invented, known, source)
     VALUES (@id, @id, @id, 'other', 0, 0, 'a person')`,
    { id },
  )
}

function idsOf(judged: readonly Judged[]): ReadonlySet<string> {
  return new Set(judged.flatMap(({ subject }) => subject ?? []))
}
