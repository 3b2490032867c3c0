import { contentId } from '../ids.ts'
import type { RowOf } from '../table.ts'
import type { response } from '../tables/document.ts'
import { codesOf, type JoinRule, stages } from '../vocabularies.ts'
import { type Dataset, type DocumentRow, groupBy } from './dataset.ts'
import { plainFileName, type SharedPlaces, sharedPlaces } from './shared-places.ts'

export interface Responses {
  readonly rows: readonly RowOf<typeof response.columns>[]
  /** By document: the response it is part of, and why. */
  readonly of: ReadonlyMap<string, { readonly response: string; readonly rule: JoinRule }>
}

/** Puts letters together with what was sent along with them. */
export function findResponses(dataset: Dataset): Responses {
  const letters = dataset.documents.filter(({ kind }) => letterKinds.has(kind))
  const shared = sharedPlaces(dataset, new Set(letters.map(({ id }) => id)))
  const members = new Map<string, Member>()
  for (const group of lettersTogether(letters, shared)) {
    const lead = group.map(({ letter }) => letter.id).toSorted()[0] ?? ''
    for (const { letter, rule } of group) members.set(letter.id, { response: contentId('response', lead), rule })
  }
  const known = new Map(dataset.documents.map((each) => [each.id, each]))
  const ways = waysToJoin(dataset, letters, shared)
  const companions = dataset.documents.filter(({ id, kind }) => !members.has(id) && companionKinds.has(kind))
  const joined = companions.map((each) => [each.id, joinOf(each, ways, members, known)] as const)
  for (const [id, member] of joined) if (member) members.set(id, member)
  const documentsOf = groupBy(
    dataset.documents.filter(({ id }) => members.has(id)),
    ({ id }) => members.get(id)?.response ?? '',
  )
  const rounds = groupBy(
    dataset.places.filter(({ round }) => round !== null),
    ({ document }) => document,
  )
  const roundsOf = ({ id }: DocumentRow) => (rounds.get(id) ?? []).flatMap(({ round }) => round ?? [])
  return {
    rows: [...documentsOf].map(([id, documents]) => responseRow(id, documents, roundsOf, dataset)),
    of: members,
  }
}

interface Member {
  readonly response: string
  readonly rule: JoinRule
}

const letterKinds: ReadonlySet<string> = new Set(['foi_response', 'internal_review'])
const companionKinds: ReadonlySet<string> = new Set([
  'enclosure',
  'foi_acknowledgement',
  'request',
  'other',
  'incident_report',
])

interface Joined {
  readonly letter: DocumentRow
  readonly rule: JoinRule
}

/**
 * Letters of one authority with one reference are one response: the first answer, the revised one, the review. So are an
 * e-mail and the letter attached to it, and a web page and the letter on it, where nothing tells them apart.
 */
function lettersTogether(letters: readonly DocumentRow[], shared: SharedPlaces): Iterable<readonly Joined[]> {
  const byReference = groupBy(letters, (letter) => referenceKey(letter) ?? letter.id)
  const groupOf = new Map<string, readonly Joined[]>()
  const keep = (group: readonly Joined[]): void => {
    for (const { letter } of group) groupOf.set(letter.id, group)
  }
  for (const group of byReference.values()) {
    keep(group.map((letter) => ({ letter, rule: group.length > 1 ? 'reference' : 'alone' })))
  }
  const merge = (ids: readonly string[], rule: JoinRule, mayBeOne: (letters: readonly DocumentRow[]) => boolean) => {
    const groups = [...new Set(ids.flatMap((id) => (groupOf.has(id) ? [groupOf.get(id) ?? []] : [])))]
    const all = groups.flat()
    if (groups.length < 2 || !mayBeOne(all.map(({ letter }) => letter))) return
    keep(all.map((each) => (each.rule === 'alone' ? { ...each, rule } : each)))
  }
  for (const ids of shared.byMail.values()) merge(ids, 'container', mayBeOneResponse)
  // Whoever wrote the sidecars saw the item: its files are one response, whatever each says of itself.
  for (const ids of shared.byItem.values()) merge(ids, 'sidecar', (all) => agree(all, ({ authority }) => authority))
  // A page may list many answers: of those the day tells.
  for (const ids of shared.byPage.values())
    merge(ids, 'web_page', (all) => mayBeOneResponse(all) && agree(all, ({ responded }) => responded))
  return new Set(groupOf.values())
}

function mayBeOneResponse(letters: readonly DocumentRow[]): boolean {
  return agree(letters, ({ authority }) => authority) && agree(letters, plainReference)
}

function agree(letters: readonly DocumentRow[], told: (letter: DocumentRow) => string | null): boolean {
  return new Set(letters.flatMap((each) => told(each) ?? [])).size < 2
}

/** "FOI-1234", "foi 1234": one reference. Short ones are no more than a number and say little. */
function referenceKey(letter: DocumentRow): string | null {
  const plain = plainReference(letter) ?? ''
  const { authority, authority_sure: isSure } = letter
  return authority !== null && isSure && plain.length >= 4 && /\d/.test(plain) ? `${authority} ${plain}` : null
}

function plainReference({ reference }: DocumentRow): string | null {
  return referenceKeyOf(reference)
}

/** References without case and marks; null where there is none. */
export function referenceKeyOf(reference: string | null): string | null {
  return reference?.toUpperCase().replace(/[^0-9A-Z]+/g, '') || null
}

/** A rule, and the groups of letters that a document may belong to by it. */
type Way = readonly [JoinRule, (companion: DocumentRow) => readonly (readonly string[])[]]

function waysToJoin(dataset: Dataset, letters: readonly DocumentRow[], shared: SharedPlaces): readonly Way[] {
  const naming = lettersNaming(dataset, new Set(letters.map(({ id }) => id)), shared)
  const byReference = groupBy(
    letters.filter((each) => referenceKey(each) !== null),
    (each) => referenceKey(each) ?? '',
  )
  return [
    ['sidecar', ({ id }) => shared.ofItem(id)],
    ['named', ({ id }) => [naming.get(id) ?? []]],
    ['web_page', ({ id }) => shared.onPage(id)],
    ['container', ({ id }) => shared.inContainer(id)],
    ['reference', (each) => [(byReference.get(referenceKey(each) ?? '') ?? []).map(({ id }) => id)]],
    // A report or a note beside a letter need not belong to it; a file that is nothing but an enclosure does.
    ['folder', ({ id, kind }) => (kind === 'enclosure' ? shared.inFolder(id) : [])],
  ]
}

/** By document: the letters that name it among what is enclosed, and stand beside it. */
function lettersNaming(
  { attachments, places }: Dataset,
  letters: ReadonlySet<string>,
  { isBeside }: SharedPlaces,
): ReadonlyMap<string, readonly string[]> {
  const byName = groupBy(places, ({ path, part }) => plainFileName(part ?? path ?? ''))
  const naming = attachments.flatMap(({ document: letter, name, file }) => {
    if (!letters.has(letter)) return []
    if (file !== null) return [{ file, letter }]
    return (byName.get(plainFileName(name)) ?? []).flatMap(({ document }) =>
      document !== letter && isBeside(document, letter) ? [{ file: document, letter }] : [],
    )
  })
  return new Map([...groupBy(naming, ({ file }) => file)].map(([file, all]) => [file, all.map(({ letter }) => letter)]))
}

/** The first rule under which a companion belongs to exactly one response, and never to somebody else's. */
function joinOf(
  companion: DocumentRow,
  ways: readonly Way[],
  members: ReadonlyMap<string, Member>,
  documents: ReadonlyMap<string, DocumentRow>,
): Member | null {
  for (const [rule, find] of ways) {
    const groups = find(companion)
    const only = onlyResponse(groups, members)
    const isOurs = () => groups.every((group) => group.every((id) => mayBelong(companion, documents.get(id))))
    if (only !== null && isOurs()) return { response: only, rule }
  }
  return null
}

/** Stops at the second response: an archive may hold thousands. */
function onlyResponse(groups: readonly (readonly string[])[], members: ReadonlyMap<string, Member>): string | null {
  let only: string | null = null
  for (const group of groups) {
    for (const id of group) {
      const response = members.get(id)?.response ?? null
      if (only !== null && response !== only) return null
      only = response
    }
  }
  return only
}

function mayBelong(companion: DocumentRow, letter: DocumentRow | undefined): boolean {
  if (!letter) return false
  return companion.authority === null || letter.authority === null || companion.authority === letter.authority
}

function responseRow(
  id: string,
  documents: readonly DocumentRow[],
  roundsOf: (document: DocumentRow) => readonly string[],
  { stages: stageOf }: Dataset,
): RowOf<typeof response.columns> {
  const letters = documents.filter(({ kind }) => letterKinds.has(kind))
  const surest = letters.toSorted((one, other) => Number(other.authority_sure) - Number(one.authority_sure))
  const latest = letters.toSorted((one, other) => compare(other.responded ?? '', one.responded ?? ''))
  return {
    id,
    authority: first(surest, ({ authority }) => authority) ?? first(documents, ({ authority }) => authority),
    reference: first(letters, ({ reference }) => reference) ?? first(documents, ({ reference }) => reference),
    received: documents.flatMap(({ received }) => received ?? []).toSorted()[0] ?? null,
    responded: latest[0]?.responded ?? null,
    outcome: first(latest, ({ outcome }) => outcome),
    stage:
      codesOf(stages).findLast((stage) => letters.some((each) => stageOfLetter(each, stageOf) === stage)) ?? 'first',
    round: documents.flatMap(roundsOf).toSorted()[0] ?? null,
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

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
