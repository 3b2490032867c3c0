import type { Reading } from '@disclosed/classify'
import type { Document } from '@disclosed/document'
import { exemption, type Register } from '@disclosed/reference'
import { type PackedEntry, packed } from './packed.ts'
import { withoutPeople } from './people/mask.ts'
import { type Table, valuesOf } from './table.ts'
import { document as documentTable } from './tables/document.ts'
import { tables } from './tables/index.ts'
import { type Told, told } from './told.ts'

/**
 * All that one letter gives the dataset, worked out before the dataset is at hand: by whoever read it, in whatever process. Plain data,
 * fit to be sent.
 */
export interface Prepared extends PackedEntry {
  /** The document's id. */
  readonly document: string
  readonly part: string | null
  /** The versions that read it, as JSON. */
  readonly reader: string
  /** Do the rows show the people in it? */
  readonly people: boolean
  /** Of copies of a document the one that weighs most speaks for it: a copy whose place tells whose letter it is knows more. */
  readonly weight: number
  /** The authority as the dataset names it, and as the register does: null there where it does not know it. */
  readonly authority: { readonly id: string; readonly name: string; readonly known: string | null } | null
  /** What it cites beside the provisions of the lists. */
  readonly cites: readonly string[]
  /** Its wordings of questions, each once, as id and words. */
  readonly wordings: readonly (readonly [id: string, text: string])[]
  /** The values of its row in `document`, in the order of the columns; where it is linked to only the dataset knows. */
  readonly row: readonly unknown[]
  /** By table, in the order in which they go in: the values of all rows, one after the other. */
  readonly rows: readonly (readonly [table: string, values: readonly unknown[]])[]
}

export interface PrepareOptions {
  /** The authorities that are known: they are nobody to hide. */
  readonly register: Register
  /** Shall the rows show the people in the letter? */
  readonly people?: boolean
  /** What was packed of it before. */
  readonly before?: PackedEntry
}

/** The tables whose rows speak of one document alone, and hold its id. */
export const ofDocuments: readonly Table[] = tables.filter(({ rows }) => rows)

/** Works out what a document and its reading give the dataset: packs them, hides people, makes ids and rows. */
export function prepare(
  document: Document,
  reading: Reading,
  { register, people = false, before }: PrepareOptions,
): Prepared {
  const telling = people ? told(document, reading) : toldWithout(document, reading, register)
  const { authority } = reading
  const rows = ofDocuments.map((table) => [table.name, valuesOfAll(table, telling)] as const)
  return {
    document: document.id,
    part: document.part,
    reader: JSON.stringify(reading.reader),
    people,
    weight: (authority?.sure ? 2 : 0) + (authority?.confidence ?? -1),
    authority:
      authority && telling.authority ? { id: telling.authority, name: authority.name, known: authority.id } : null,
    cites: [...new Set(reading.exemptions.map(({ cite }) => cite))].filter((cite) => !exemption(cite)),
    wordings: wordingsIn(new Map(rows).get('question') ?? []),
    row: valuesOf(documentTable, documentRow(telling)),
    rows: rows.filter(([, values]) => values.length > 0),
    document_packed: before?.document_packed ?? packed(document),
    reading_packed: before?.reading_packed ?? packed(reading),
  }
}

function toldWithout(document: Document, reading: Reading, register: Register): Told {
  const isBody = (words: string) => register.named(words).length > 0
  return told(document, reading, withoutPeople(document, reading, isBody))
}

function valuesOfAll(table: Table, telling: Told): readonly unknown[] {
  const values: unknown[] = []
  for (const row of table.rows?.(telling) ?? []) for (const value of valuesOf(table, row)) values.push(value)
  return values
}

const questionColumns = Object.keys(tables.find(({ name }) => name === 'question')?.columns ?? {})

function wordingsIn(questions: readonly unknown[]): Prepared['wordings'] {
  const [wording, text] = [questionColumns.indexOf('question_wording'), questionColumns.indexOf('text')]
  const found = new Map<string, string>()
  for (let at = 0; at < questions.length; at += questionColumns.length) {
    const id = String(questions[at + wording])
    if (!found.has(id)) found.set(id, String(questions[at + text]))
  }
  return [...found]
}

function documentRow({ document, reading, authority }: Told) {
  return {
    id: document.id,
    kind: reading.kind,
    authority,
    authority_confidence: reading.authority?.confidence ?? null,
    authority_sure: (reading.authority?.sure ?? false) || isToldWhose(reading),
    reference: reading.reference?.value ?? null,
    received: reading.received?.value ?? null,
    received_sure: reading.received?.sure ?? false,
    responded: reading.responded?.value ?? null,
    responded_sure: reading.responded?.sure ?? false,
    period_from: reading.period?.from ?? null,
    period_to: reading.period?.to ?? null,
    regimes: JSON.stringify(reading.regimes),
    outcome: reading.outcome,
    response: null,
    rule: null,
    link: null,
    media_type: document.mediaType,
    bytes: document.bytes,
    pages: document.pages,
    ocr: document.ocr,
    as_read: null,
    reader: document.reader,
    text: document.text,
  }
}

/** Whoever wrote what came with a letter knows whose it is, as one who confirms it does; not where the letter says otherwise. */
function isToldWhose({ authority, discrepancies }: Reading): boolean {
  const isTold = authority?.evidence.some((each) => 'from' in each && each.from === 'sidecar') ?? false
  return isTold && !discrepancies.some(({ code }) => code === 'told_otherwise')
}
