import { contentId } from '../ids.ts'
import type { RowOf } from '../table.ts'
import type { response } from '../tables/document.ts'
import { codesOf, type JoinRule, stages } from '../vocabularies.ts'
import { type Dataset, type DocumentRow, groupBy, type PlaceRow } from './dataset.ts'

export interface Responses {
  readonly rows: readonly RowOf<typeof response.columns>[]
  /** By document: the response it is part of, and why. */
  readonly of: ReadonlyMap<string, { readonly response: string; readonly rule: JoinRule }>
}

/** Puts letters together with what was sent along with them. */
export function findResponses(dataset: Dataset): Responses {
  const letters = lettersTogether(dataset.documents)
  const members = new Map<string, { readonly response: string; readonly rule: JoinRule }>()
  for (const [lead, together] of letters) {
    for (const { id } of together) {
      members.set(id, { response: contentId('response', lead), rule: together.length > 1 ? 'reference' : 'alone' })
    }
  }
  const companions = dataset.documents.filter(({ id, kind }) => !members.has(id) && companionKinds.has(kind))
  const leads = new Map(dataset.documents.map((each) => [each.id, each]))
  const shared = sharedPlaces(dataset)
  for (const companion of companions) {
    const joined = joinOf(companion, shared, members, leads)
    if (joined) members.set(companion.id, joined)
  }
  const documentsOf = groupBy(
    dataset.documents.filter(({ id }) => members.has(id)),
    ({ id }) => members.get(id)?.response ?? '',
  )
  return {
    rows: [...documentsOf].map(([id, documents]) => responseRow(id, documents, dataset)),
    of: members,
  }
}

const letterKinds: ReadonlySet<string> = new Set(['foi_response', 'internal_review'])
const companionKinds: ReadonlySet<string> = new Set([
  'enclosure',
  'foi_acknowledgement',
  'request',
  'other',
  'incident_report',
])

/** Letters of one authority with one reference are one response: the first answer, the revised one, the review. */
function lettersTogether(documents: readonly DocumentRow[]): ReadonlyMap<string, readonly DocumentRow[]> {
  const letters = documents.filter(({ kind }) => letterKinds.has(kind))
  const groups = groupBy(letters, (letter) => referenceKey(letter) ?? letter.id)
  return new Map([...groups.values()].map((group) => [group.map(({ id }) => id).toSorted()[0] ?? '', group]))
}

/** "FOI-1234", "foi 1234": one reference. Short ones are no more than a number and say little. */
function referenceKey({ authority, authority_sure, reference }: DocumentRow): string | null {
  const plain = reference?.toUpperCase().replace(/[^0-9A-Z]+/g, '') ?? ''
  return authority !== null && authority_sure && plain.length >= 4 && /\d/.test(plain) ? `${authority} ${plain}` : null
}

interface Shared {
  /** For each document, the documents that share a web page, a container or a folder with it. */
  readonly with: (rule: 'web_page' | 'container' | 'folder', id: string) => readonly string[]
  readonly naming: ReadonlyMap<string, readonly string[]>
  readonly byReference: ReadonlyMap<string, readonly DocumentRow[]>
}

function sharedPlaces({ places, attachments, documents }: Dataset): Shared {
  const keys: Readonly<Record<'web_page' | 'container' | 'folder', (place: PlaceRow) => string | null>> = {
    web_page: ({ url }) => url,
    container: ({ path, part }) => (part === null ? null : path),
    folder: ({ path, part }) => (path === null || part !== null ? null : folderOf(path)),
  }
  const placesOf = groupBy(places, ({ document }) => document)
  const held = new Map(
    Object.entries(keys).map(([rule, key]) => [
      rule,
      groupBy(
        places.filter((each) => key(each) !== null),
        (each) => key(each) ?? '',
      ),
    ]),
  )
  // The letter of an e-mail is the e-mail itself; its files are parts of it.
  const containers = groupBy(
    places.filter(({ path }) => path !== null && held.get('container')?.has(path)),
    ({ path }) => path ?? '',
  )
  held.set('container', containers)
  const letters = new Set(documents.filter(({ kind }) => letterKinds.has(kind)).map(({ id }) => id))
  return {
    with: (rule, id) => {
      const found = (placesOf.get(id) ?? []).flatMap((place) => {
        const key = rule === 'container' ? place.path : keys[rule](place)
        return key === null ? [] : (held.get(rule)?.get(key) ?? [])
      })
      return [...new Set(found.map(({ document }) => document))].filter((each) => letters.has(each))
    },
    naming: new Map(
      [
        ...groupBy(
          attachments.filter(({ file }) => file !== null),
          ({ file }) => file ?? '',
        ),
      ].map(([file, rows]) => [file, rows.map(({ document }) => document).filter((each) => letters.has(each))]),
    ),
    byReference: groupBy(
      documents.filter((each) => letters.has(each.id) && referenceKey(each) !== null),
      (each) => referenceKey(each) ?? '',
    ),
  }
}

/** The first rule under which a companion belongs to exactly one response, and never to somebody else's. */
function joinOf(
  companion: DocumentRow,
  shared: Shared,
  members: ReadonlyMap<string, { readonly response: string }>,
  documents: ReadonlyMap<string, DocumentRow>,
): { readonly response: string; readonly rule: JoinRule } | null {
  const key = referenceKey(companion)
  const ways: readonly (readonly [JoinRule, readonly string[]])[] = [
    ['named', shared.naming.get(companion.id) ?? []],
    ['web_page', shared.with('web_page', companion.id)],
    ['container', shared.with('container', companion.id)],
    ['reference', key === null ? [] : (shared.byReference.get(key) ?? []).map(({ id }) => id)],
    // A report or a note beside a letter need not belong to it; a file that is nothing but an enclosure does.
    ['folder', companion.kind === 'enclosure' ? shared.with('folder', companion.id) : []],
  ]
  for (const [rule, letters] of ways) {
    const responses = [...new Set(letters.flatMap((id) => members.get(id)?.response ?? []))]
    const [only] = responses
    if (
      only !== undefined &&
      responses.length === 1 &&
      letters.every((id) => mayBelong(companion, documents.get(id)))
    ) {
      return { response: only, rule }
    }
  }
  return null
}

function mayBelong(companion: DocumentRow, letter: DocumentRow | undefined): boolean {
  if (!letter) return false
  return companion.authority === null || letter.authority === null || companion.authority === letter.authority
}

function responseRow(
  id: string,
  documents: readonly DocumentRow[],
  { places, stages: stageOf }: Dataset,
): RowOf<typeof response.columns> {
  const letters = documents.filter(({ kind }) => letterKinds.has(kind))
  const surest = letters.toSorted((one, other) => Number(other.authority_sure) - Number(one.authority_sure))
  const latest = letters.toSorted((one, other) => compare(other.responded ?? '', one.responded ?? ''))
  const members = new Set(documents.map((each) => each.id))
  return {
    id,
    authority: first(surest, ({ authority }) => authority) ?? first(documents, ({ authority }) => authority),
    reference: first(letters, ({ reference }) => reference) ?? first(documents, ({ reference }) => reference),
    received: documents.flatMap(({ received }) => received ?? []).toSorted()[0] ?? null,
    responded: latest[0]?.responded ?? null,
    outcome: first(latest, ({ outcome }) => outcome),
    stage:
      codesOf(stages).findLast((stage) => letters.some((each) => stageOfLetter(each, stageOf) === stage)) ?? 'first',
    round:
      places
        .filter(({ document }) => members.has(document))
        .flatMap(({ round }) => round ?? [])
        .toSorted()[0] ?? null,
    documents: documents.length,
  }
}

/** Which answer a letter is, by what it is and by what it tells of its requests. */
export function stageOfLetter({ id, kind }: DocumentRow, stageOf: ReadonlyMap<string, string>): string {
  return kind === 'internal_review' ? 'internal_review' : (stageOf.get(id) ?? 'first')
}

function first<Row, Value>(rows: readonly Row[], value: (row: Row) => Value | null): Value | null {
  for (const row of rows) {
    const found = value(row)
    if (found !== null) return found
  }
  return null
}

function folderOf(path: string): string {
  const slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  return slash < 0 ? '.' : path.slice(0, slash)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
