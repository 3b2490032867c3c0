import type { ReadingEvidence } from '@disclosed/classify'
import type { Register } from '@disclosed/reference'
import { type SaidBefore, saidOf } from './corrections/dossier.ts'
import type { Database } from './database.ts'
import { keptEntry, type PackedEntry } from './packed.ts'
import { withoutPeople } from './people/mask.ts'
import { type Seen, type Told, told } from './told.ts'

/** A document of the dataset with its findings, and the one that was asked for. */
export interface Telling {
  readonly told: Told
  readonly link: string
  /** The id of a finding in `told`; null where a document was asked for. */
  readonly finding: string | null
  /** What people said of its findings, by their ids, and what became of it. */
  readonly said: ReadonlyMap<string, readonly SaidBefore[]>
}

/** A document and its reading as pages show them: without the people in it, unless they are asked for. */
export function tellingOf(seen: Seen, register: Register, people: boolean): Told {
  const isBody = (words: string) => register.named(words).length > 0
  return people
    ? told(seen.document, seen.reading)
    : told(seen.document, seen.reading, withoutPeople(seen.document, seen.reading, isBody))
}

/** Finds a document by its id (or its first eight characters), or by that of a question, figure, citation, table or incident. */
export function findTelling(db: Database, register: Register, id: string, people: boolean): Telling | null {
  const found = db.get(findSql, {
    id,
    prefix: /^(?:sha256:)?[0-9a-f]{8,64}$/.test(id) ? `sha256:${id.replace('sha256:', '')}*` : '',
  }) as { readonly document: string; readonly finding: string | null; readonly link: string } | undefined
  if (!found) return null
  const row = db.get(
    'SELECT document_packed, reading_packed FROM kept WHERE document = ? ORDER BY place LIMIT 1',
    found.document,
  ) as PackedEntry | undefined
  if (!row) return null
  const told = tellingOf(keptEntry(row), register, people)
  return { told, link: found.link, finding: found.finding, said: saidIn(db, found.document) }
}

function saidIn(db: Database, document: string): Telling['said'] {
  const subjects = db.all(
    `SELECT DISTINCT coalesce(j.subject, c.subject) AS subject FROM correction c JOIN judgement j ON j.correction = c.id
     WHERE c.document = ? AND c.about <> 'word' ORDER BY 1`,
    document,
  ) as readonly { readonly subject: string }[]
  return new Map(subjects.map(({ subject }) => [subject, saidOf(db, subject)]))
}

const findSql = `WITH found AS (
  SELECT document, id AS finding, 1 AS nth FROM question WHERE id = @id
  UNION ALL SELECT document, id, 2 FROM observation WHERE id = @id
  UNION ALL SELECT document, coalesce(observation, question), 3 FROM figure WHERE id = @id
  UNION ALL SELECT document, id, 4 FROM citation WHERE id = @id
  UNION ALL SELECT document, id, 5 FROM data_table WHERE id = @id
  UNION ALL SELECT document, id, 6 FROM incident WHERE id = @id
  UNION ALL SELECT * FROM (SELECT id, NULL, 7 FROM document WHERE id GLOB @prefix ORDER BY id LIMIT 1)
)
SELECT f.document, f.finding, d.link FROM found f JOIN document d ON d.id = f.document ORDER BY f.nth LIMIT 1`

/** Where a finding stands: its first words in the text. */
export function spanOf(evidence: readonly ReadingEvidence[]): { readonly start: number; readonly end: number } | null {
  for (const each of evidence) if ('start' in each) return { start: each.start, end: each.end }
  return null
}
