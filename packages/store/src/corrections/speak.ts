import type { Register } from '@disclosed/reference'
import type { Database } from '../database.ts'
import { StoreError } from '../errors.ts'
import { contentId } from '../ids.ts'
import { insertInto } from '../table.ts'
import { correction } from '../tables/correction.ts'
import type { corrections } from '../vocabularies.ts'
import { placeOf } from '../words.ts'
import { type Claim, claimOf, isSameClaim } from './claim.ts'
import { type Finding, findingOf } from './finding.ts'
import { type Given, type GivenField, givenOf, wrong } from './given.ts'
import { isGrouping, questionFound } from './grouping.ts'
import { parsed, type Word } from './judge.ts'
import { seenByAll, wordsSeenByAll } from './seen-by-all.ts'

/** What a person says of a finding of the dataset, each field as it is typed. */
export interface Correction {
  /** The id of a figure, of a question for its answer, of a document for its days and whose it is; of a word to take back. */
  readonly subject: string
  readonly kind: keyof typeof corrections
  /** What holds instead of what was read. */
  readonly given?: Given
  /** Of a question: another that asks the same. */
  readonly sameAs?: string
  /** Of an added figure: its words in the document. */
  readonly quote?: string
  /** What the person was shown, as `Dossier.holds`: where that no longer holds the word is refused. */
  readonly saw?: Claim
  readonly why?: string | null
  readonly by: string
  /** ISO date and time. */
  readonly made: string
}

const ofAbout: Readonly<Record<Finding['about'], readonly GivenField[]>> = {
  figure: ['value', 'unit', 'period', 'measure', 'category', 'question'],
  answer: ['outcome', 'yes_no'],
  document: ['authority', 'received', 'responded'],
}

/** Keeps what a person said; saying the same again changes nothing. Gives the id of the word. Part of the caller's transaction. */
export function speak(db: Database, register: Register, said: Correction): string {
  if (said.by.trim() === '') throw wrong('nobody says it: name who does')
  const word =
    said.kind === 'undo'
      ? takingBack(db, said)
      : said.kind === 'add'
        ? adding(db, register, said)
        : isGrouping(said.kind)
          ? grouping(db, said)
          : speaking(db, register, said)
  return putWord(db, word)
}

/** Did this person say just that before, and not take it back? */
export function isSaid(db: Database, register: Register, said: Omit<Correction, 'made'>): boolean {
  try {
    const { subject, kind, value, by, why } = speaking(db, register, { ...said, made: '' })
    const known = db.get(
      `SELECT 1 FROM correction c LEFT JOIN judgement j ON j.correction = c.id
       WHERE c.subject = @subject AND c.kind = @kind AND c.value IS @value AND c."by" = @by AND c.why IS @why
         AND coalesce(j.state, 'stands') <> 'undone' LIMIT 1`,
      { subject, kind, value, by, why },
    )
    return known !== undefined
  } catch (error) {
    if (error instanceof StoreError && error.code === 'bad_correction') return false
    throw error
  }
}

/** Keeps a word as it was said elsewhere. */
export function putWord(db: Database, word: Omit<Word, 'id'>): string {
  const { about, subject, document, kind, value, saw, quote, why, by, made } = word
  const id = contentId('correction', about, subject, document, kind, value, saw, quote, why, by, made)
  db.run(insertInto(correction, 'ignore'), { ...word, id })
  return id
}

function takingBack(db: Database, { subject, why = null, by, made }: Correction): Omit<Word, 'id'> {
  const taken = db.get('SELECT document, link FROM correction WHERE id = ?', subject) as
    | Pick<Word, 'document' | 'link'>
    | undefined
  if (!taken) throw wrong(`nobody said ${subject}`)
  return { ...blank, about: 'word', subject, document: taken.document, kind: 'undo', link: taken.link, why, by, made }
}

/** Which questions ask the same: the one that is spoken of, and the other or none. */
function grouping(db: Database, { subject, kind, sameAs, why = null, by, made }: Correction): Omit<Word, 'id'> {
  const asked = questionFound(db, subject)
  if (!asked) throw wrong(`no question has the id ${subject}, and no figure of one`)
  const other = sameAs === undefined ? null : questionFound(db, sameAs)
  if (kind === 'join' && (sameAs === undefined || other === null))
    throw wrong(`to join it needs another question${sameAs === undefined ? '' : `, and none has the id ${sameAs}`}`)
  if (other?.id === asked.id) throw wrong('it is the same question already')
  const { id, document, quote, place, link } = asked
  const value = other === null ? null : JSON.stringify({ same_as: other.id })
  return { ...{ about: 'answer', subject: id, document, kind, value, saw: null, quote, place, link, why, by, made } }
}

const blank = { value: null, saw: null, quote: null, place: null, link: null }

function speaking(db: Database, register: Register, said: Correction): Omit<Word, 'id'> {
  const { subject, kind, given = {}, why = null, by, made } = said
  const finding = foundIn(db, subject)
  if (!finding) throw wrong(`nothing in the dataset has the id ${subject}`)
  const { about, id, document, claim, place, link } = finding
  const foreign = Object.keys(given).find((field) => !ofAbout[about].some((each) => each === field))
  if (foreign !== undefined)
    throw wrong(`${foreign.replace('_', ' ')} says nothing of ${named[about]}; it takes ${ofAbout[about].join(', ')}`)
  if (kind === 'correct' && Object.keys(given).length === 0)
    throw wrong(`nothing is given instead; ${named[about]} takes ${ofAbout[about].join(', ')}`)
  const base = kind === 'confirm' || kind === 'correct' ? shownOf(db, finding, said) : claim
  const value = { ...base, ...(kind === 'correct' ? givenOf(db, register, { claim: base, document }, given) : {}) }
  const differs = Object.entries(value).filter(([field, each]) => each !== claim[field])
  const seen = seenByAll(db, register, finding)
  return {
    ...{ about, subject: id, document, kind, quote: seen.quote, place, link, why, by, made },
    value: differs.length === 0 ? null : JSON.stringify(Object.fromEntries(differs.toSorted())),
    saw: kind === 'note' ? null : JSON.stringify(seen.claim),
  }
}

/** What this person looked at: what was read, or what holds by another person's word. */
function shownOf(db: Database, { id, claim }: Finding, { saw }: Correction): Claim {
  const holds = { ...claim, ...standingValue(db, id) }
  if (!saw || isSameClaim(saw, holds)) return holds
  if (isSameClaim(saw, claim)) return claim
  throw wrong(`something else is read by now than what was shown: look at ${id} again`)
}

const named: Readonly<Record<Finding['about'], string>> = {
  figure: 'a figure',
  answer: 'an answer',
  document: 'a document',
}

/** A figure by its own id or that of its row in the comparison; a question for its answer; a document. */
export function foundIn(db: Database, id: string): Finding | null {
  const row = db.get('SELECT coalesce(observation, question, document) AS subject FROM figure WHERE id = ?', id) as
    | { subject: string }
    | undefined
  for (const each of [id, ...(row ? [row.subject] : [])]) {
    for (const about of ['figure', 'answer', 'document'] as const) {
      const found = findingOf(db, about, each)
      if (found) return found
    }
  }
  return null
}

/** The fields that hold instead of what was read, by the word that stands. */
export function standingValue(db: Database, subject: string): Claim {
  const known = db.get(
    `SELECT c.value FROM judgement j JOIN correction c ON c.id = j.correction
     WHERE j.subject = ? AND j.state = 'stands' AND c.kind IN ('confirm', 'correct') LIMIT 1`,
    subject,
  ) as { value: string | null } | undefined
  return parsed(known?.value ?? null) ?? {}
}

/** A figure that was not read: its words must stand in the document. */
function adding(db: Database, register: Register, said: Correction): Omit<Word, 'id'> {
  const { subject, given = {}, quote = '', why = null, by, made } = said
  const document = db.get('SELECT id, text, link FROM document WHERE id = ?', subject) as
    | { readonly id: string; readonly text: string; readonly link: string }
    | undefined
  if (!document) throw wrong(`no document has the id ${subject}`)
  if (given.value === undefined) throw wrong('a figure that is added needs its value')
  const start = quote.trim() === '' ? -1 : document.text.indexOf(quote)
  if (start === -1) throw wrong(`the document does not say "${quote}"; give its words just as they stand in the text`)
  const nothing = claimOf('figure', { relation: '=', quantity: 'count', state: 'present', timing: 'during' })
  const value = { ...nothing, ...givenOf(db, register, { claim: nothing, document: document.id }, given) }
  const words = { page: null, start, end: start + quote.length, quote, place: null, ocr: null }
  return {
    ...{ about: 'figure', subject, document: document.id, kind: 'add', why, by, made, saw: null },
    quote: wordsSeenByAll(db, register, document.id, words.start, words.end) ?? quote,
    place: placeOf(document.text, words),
    link: document.link,
    value: JSON.stringify(value),
  }
}
