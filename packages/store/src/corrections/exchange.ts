import Sqlite from 'better-sqlite3'
import type { Database } from '../database.ts'
import { saying } from '../errors.ts'
import { correction } from '../tables/correction.ts'
import { codesOf, correctables, corrections } from '../vocabularies.ts'
import { unsoundField } from './claim.ts'
import { wrong } from './given.ts'
import { isGrouping } from './grouping.ts'
import { parsed, type Word } from './judge.ts'
import { foundIn, putWord } from './speak.ts'

/** A word as it was said in another dataset: the columns of `correction`, with nulls as empty texts or nulls. */
export type ForeignWord = Readonly<Record<string, unknown>>

/** Takes over a word that was said elsewhere, as it was said. True where it was not known yet. Part of the caller's transaction. */
export function takeOver(db: Database, word: ForeignWord): boolean {
  const before = countWords(db)
  putWord(db, wordOf(db, word))
  return countWords(db) > before
}

/** The words in another dataset, whatever version of Disclosed made it. */
export function wordsAt(path: string): readonly ForeignWord[] {
  const db = saying('read', path, () => new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 5000 }))
  try {
    return saying('read the corrections in', path, () =>
      db.prepare('SELECT * FROM correction ORDER BY made, id').all(),
    ) as readonly ForeignWord[]
  } finally {
    db.close()
  }
}

function countWords(db: Database): number {
  return (db.get('SELECT count(*) AS words FROM correction') as { words: number }).words
}

function wordOf(db: Database, foreign: ForeignWord): Omit<Word, 'id'> {
  const text = (column: string) => {
    const value = foreign[column]
    return typeof value === 'string' && value.trim() !== '' ? value : null
  }
  const needed = (column: 'subject' | 'by' | 'made') => {
    const value = text(column)
    if (value === null) throw wrong(`the column ${column} is empty`)
    return value
  }
  const kind = codesOf(corrections).find((each) => each === text('kind'))
  if (kind === undefined)
    throw wrong(`"${text('kind') ?? ''}" is nothing that is said; it is one of ${codesOf(corrections).join(', ')}`)
  const subject = needed('subject')
  const told = codesOf(correctables).find((each) => each === text('about'))
  const rest = Object.fromEntries(['value', 'saw'].map((column) => [column, jsonOf(column, text(column))])) as Pick<
    Word,
    'value' | 'saw'
  >
  const about = told ?? foundIn(db, subject)?.about ?? 'figure'
  const unsound = about === 'word' || isGrouping(kind) ? null : unsoundField(about, parsed(rest.value) ?? {})
  if (unsound !== null) throw wrong(`value has something under "${unsound}" that cannot stand there`)
  const made = needed('made')
  if (!/^\d{4}-\d{2}-\d{2}(?:T|$)/.test(made) || Number.isNaN(Date.parse(made)))
    throw wrong(`made "${made}" is no date and time as 2026-05-01T10:00:00Z`)
  return {
    about,
    subject,
    document: text('document') ?? foundIn(db, subject)?.document ?? '',
    kind,
    ...rest,
    quote: text('quote'),
    place: text('place'),
    link: text('link'),
    why: text('why'),
    by: needed('by'),
    made,
  }
}

/** Of claims only objects are sound; what else a file holds is no word of ours. */
function jsonOf(column: string, json: string | null): string | null {
  if (json === null) return null
  try {
    const value: unknown = JSON.parse(json)
    const cells = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.values(value) : [[]]
    if (cells.every((cell) => cell === null || typeof cell === 'string' || typeof cell === 'number')) return json
  } catch {
    // Said below.
  }
  throw wrong(`the column ${column} holds no claim as JSON`)
}

/** The columns in which words are written and taken over. */
export const wordColumns: readonly string[] = Object.keys(correction.columns)
