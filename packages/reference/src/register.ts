import type { Authority } from './authorities.ts'
import { once } from './csv.ts'
import { firstWord, plainName } from './plain-names.ts'

/** Authorities that can be looked up by id, by any of their names, and by web or e-mail domain. */
export interface Register {
  readonly all: readonly Authority[]
  byId(id: string): Authority | null
  /** Everyone that goes by this name, compared by `plainName`. */
  named(name: string): readonly Authority[]
  /** Everyone with a name that begins with this plain word, an article before it left out or not. */
  beginningWith(word: string): readonly Authority[]
  /** Everyone at this host or above it: `foi.leeds.gov.uk` finds leeds.gov.uk. */
  atDomain(host: string): readonly Authority[]
}

/** A list of authorities before they are read: a letter is about few of thousands. Each has its place, from 0. */
export interface Rows {
  readonly ids: readonly string[]
  /** All names of the row at this place. */
  names(at: number): readonly string[]
  /** The places of all that have a name that begins with this plain word, an article before it left out or not. */
  beginningWith(word: string): readonly number[]
  /** The same each time. */
  read(at: number): Authority
  /** The ids of all rows that say this host, whatever they say it for. */
  idsBeside(host: string): readonly string[]
}

/** Rows that have been read. */
export function rowsOf(authorities: readonly Authority[]): Rows {
  const read = (at: number): Authority => {
    const found = authorities[at]
    if (!found) throw new RangeError(`There are ${authorities.length} authorities, and so none at ${at}`)
    return found
  }
  const names = (at: number): readonly string[] => {
    const { name, shortName, aliases, invented } = read(at)
    // Nobody says of himself that he is invented.
    return [name, ...(invented ? [name.replace('(invented)', '')] : []), shortName, ...aliases]
  }
  const words = once(() => byFirstWord(authorities.map((_, at) => names(at))))
  return {
    ids: authorities.map(({ id }) => id),
    names,
    beginningWith: (word) => words().get(word) ?? nowhere,
    read,
    idsBeside: (host) => authorities.filter(({ domains }) => domains.includes(host)).map(({ id }) => id),
  }
}

const nowhere: readonly number[] = []

/** Where rows stand, by the first word of each of their names, and by the second where the first is an article. */
export function byFirstWord(rows: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const words = new Map<string, number[]>()
  for (const [at, names] of rows.entries()) {
    for (const name of names) {
      addOnce(words, firstWord(name), at)
      if (/^the /i.test(name)) addOnce(words, firstWord(name.slice('the '.length)), at)
    }
  }
  return words
}

/** Looks authorities up; where an id stands twice the later row counts. */
export function registerOf(authorities: readonly Authority[]): Register {
  return registerOver([rowsOf(authorities)])
}

export function registerOver(lists: readonly Rows[]): Register {
  const rows = joined(lists)
  const places = new Map<string, number>()
  for (let at = 0; at < rows.ids.length; at += 1) places.set(rows.ids[at] ?? '', at)
  const all = once(() => Array.from(places.values(), rows.read))
  const byId = (id: string): Authority | null => {
    const at = places.get(id)
    return at === undefined ? null : rows.read(at)
  }
  /** Without those that a later row replaces. */
  const beginningWith = (word: string): readonly number[] =>
    rows.beginningWith(word).filter((at) => places.get(rows.ids[at] ?? '') === at)
  return {
    get all() {
      return all()
    },
    byId,
    named: namedAmong(rows, beginningWith),
    beginningWith: (word) => beginningWith(word).map(rows.read),
    atDomain: atDomainAmong(byId, rows.idsBeside, all),
  }
}

/** Several lists as one, whose places go on where those of the list before it end. */
function joined(lists: readonly Rows[]): Rows {
  const firsts: number[] = []
  let first = 0
  for (const { ids } of lists) {
    firsts.push(first)
    first += ids.length
  }
  const inList = <Made>(at: number, look: (rows: Rows, at: number) => Made): Made => {
    const nth = firsts.findLastIndex((each) => each <= at)
    const rows = lists[nth]
    if (!rows) throw new RangeError(`There are ${first} authorities, and so none at ${at}`)
    return look(rows, at - (firsts[nth] ?? 0))
  }
  return {
    ids: lists.flatMap(({ ids }) => ids),
    names: (at) => inList(at, (rows, own) => rows.names(own)),
    beginningWith: (word) =>
      lists.flatMap((rows, nth) => rows.beginningWith(word).map((at) => at + (firsts[nth] ?? 0))),
    read: (at) => inList(at, (rows, own) => rows.read(own)),
    idsBeside: (host) => lists.flatMap((rows) => rows.idsBeside(host)),
  }
}

/** Who goes by a name: only names that begin like it are made plain. */
function namedAmong(rows: Rows, beginningWith: (word: string) => readonly number[]): Register['named'] {
  const known = new Map<string, ReadonlyMap<string, readonly number[]>>()
  return (name) => {
    const plain = plainName(name)
    const word = firstWord(plain)
    const places = known.has(word) ? nowhere : beginningWith(word)
    // Words that begin no name are as many as letters have words, and are not kept.
    if (places.length > 0) known.set(word, byPlainName(rows, places))
    return (known.get(word)?.get(plain) ?? nowhere).map(rows.read)
  }
}

function byPlainName(rows: Rows, places: readonly number[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>()
  for (const at of places) for (const name of rows.names(at)) addOnce(groups, plainName(name), at)
  return groups
}

/** A few hosts are looked for where they stand; who asks for more needs a list of all. */
const fewHosts = 40

function atDomainAmong(
  byId: Register['byId'],
  beside: (host: string) => readonly string[],
  all: () => readonly Authority[],
): Register['atDomain'] {
  const asked = new Map<string, readonly Authority[]>()
  const everyone = once(() => byDomain(all()))
  const exactlyAt = (host: string): readonly Authority[] => {
    const known = asked.get(host)
    if (known) return known
    if (asked.size >= fewHosts) return everyone().get(host) ?? nobody
    const found = Array.from(new Set(beside(host)), byId).flatMap((each) =>
      each?.domains.includes(host) ? [each] : [],
    )
    asked.set(host, found)
    return found
  }
  return (host) => {
    const labels = host.toLowerCase().split('.')
    for (let from = 0; from < labels.length - 1; from += 1) {
      const found = exactlyAt(labels.slice(from).join('.'))
      if (found.length > 0) return found
    }
    return nobody
  }
}

const nobody: readonly Authority[] = []

function byDomain(all: readonly Authority[]): ReadonlyMap<string, readonly Authority[]> {
  const groups = new Map<string, Authority[]>()
  for (const each of all) for (const domain of each.domains) addOnce(groups, domain, each)
  return groups
}

/** All that is said of one follows each other. */
function addOnce<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key)
  if (!group) groups.set(key, [value])
  else if (group.at(-1) !== value) group.push(value)
}
