import type { Register } from '@disclosed/reference'
import type { Database } from '../database.ts'
import { keptEntry, type PackedEntry } from '../packed.ts'
import { withoutPeople } from '../people/mask.ts'
import { holdsPeople } from '../settings.ts'
import { type Told, told } from '../told.ts'
import { firstWords } from '../words.ts'
import { claimOf } from './claim.ts'
import type { Finding } from './finding.ts'

/**
 * A finding as everybody may see it. What is kept of a person's word outlives the rows that show people, so it shows none
 * itself, whatever the dataset shows while it is said.
 */
export function seenByAll(db: Database, register: Register, finding: Finding): Pick<Finding, 'quote' | 'claim'> {
  const { about, id, document, claim, quote } = finding
  const all = holdsPeople(db) ? withoutPeopleIn(db, register, document) : null
  if (all === null || about === 'document') return { quote, claim }
  if (about === 'answer') {
    const asked = all.questions.find((each) => each.id === id)?.finding
    const words = asked ? (firstWords(asked.answer.evidence) ?? firstWords(asked.evidence)) : null
    return { quote: words?.quote ?? null, claim }
  }
  const value = all.observations.find((each) => each.id === id)?.finding
  const words = value ? firstWords(value.evidence) : null
  return {
    quote: words?.quote ?? null,
    claim: claimOf('figure', { ...claim, unit: value?.unit ?? null, category: value?.category ?? null }),
  }
}

/** The same stretch of a document's text, with the people in it hidden. */
export function wordsSeenByAll(
  db: Database,
  register: Register,
  document: string,
  start: number,
  end: number,
): string | null {
  const all = holdsPeople(db) ? withoutPeopleIn(db, register, document) : null
  return all?.document.text.slice(start, end) ?? null
}

function withoutPeopleIn(db: Database, register: Register, id: string): Told | null {
  const row = db.get(
    'SELECT document_packed, reading_packed FROM kept WHERE document = ? ORDER BY place LIMIT 1',
    id,
  ) as PackedEntry | undefined
  if (!row) return null
  const { document, reading } = keptEntry(row)
  return told(
    document,
    reading,
    withoutPeople(document, reading, (words) => register.named(words).length > 0),
  )
}
