import type { Database } from '../database.ts'
import { linkSql } from '../views/linked.ts'
import { type Claim, claimOf, fieldsOf } from './claim.ts'

/** A finding that people can speak of, as it was read. */
export interface Finding {
  readonly about: keyof typeof fieldsOf
  readonly id: string
  readonly document: string
  readonly claim: Claim
  readonly quote: string | null
  readonly place: string | null
  readonly link: string | null
}

type FoundRow = Claim & Pick<Finding, 'id' | 'document' | 'quote' | 'place' | 'link'>

/** What was read, whatever a person said of it since. Null where nothing has that id. */
export function findingOf(db: Database, about: Finding['about'], id: string): Finding | null {
  const row = db.get(`${selects[about]} WHERE ${ids[about]} = ?`, id) as FoundRow | undefined
  return row ? asFinding(about, row) : null
}

/** The figures of a document, as they were read. */
export function figuresOf(db: Database, document: string): readonly Finding[] {
  const rows = db.all(`${selects.figure} WHERE o.document = ? ORDER BY o.id`, document) as readonly FoundRow[]
  return rows.map((row) => asFinding('figure', row))
}

function asFinding(about: Finding['about'], row: FoundRow): Finding {
  const { id, document, quote, place, link } = row
  return { about, id, document, claim: claimOf(about, row), quote, place, link }
}

const ids = { figure: 'o.id', answer: 'o.question', document: 'd.id' } as const

/** A field as it was read, where a person's word stands in the row since. */
function asRead(row: string, field: string): string {
  return `CASE WHEN ${row}.as_read IS NULL THEN ${row}."${field}" ELSE ${row}.as_read ->> '${field}' END AS "${field}"`
}

const selects = {
  figure: `SELECT o.id, o.document, ${fieldsOf.figure.map((field) => `o."${field}"`).join(', ')}, o.quote, o.place,
    ${linkSql('d', 'o')} AS link FROM observation o JOIN document d ON d.id = o.document`,
  answer: `SELECT o.question AS id, o.document, ${fieldsOf.answer.map((field) => asRead('o', field)).join(', ')},
    coalesce(o.quote, q.quote) AS quote, coalesce(o.place, q.place) AS place, ${linkSql('d', 'o')} AS link
    FROM answer o JOIN question q ON q.id = o.question JOIN document d ON d.id = o.document`,
  document: `SELECT d.id, d.id AS document, ${fieldsOf.document.map((field) => asRead('d', field)).join(', ')},
    NULL AS quote, NULL AS place, d.link FROM document d`,
} as const
