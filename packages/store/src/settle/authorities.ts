import {
  type Authority,
  type Population,
  populations,
  type Register,
  type Residents,
  registerOf,
} from '@disclosed/reference'
import type { Database } from '../database.ts'
import { bindable, insertInto, type RowOf } from '../table.ts'
import { authority, authoritySuccession, population } from '../tables/authority.ts'
import { groupBy } from './dataset.ts'

export type AuthorityRow = RowOf<typeof authority.columns>
export type PopulationsOf = (id: string) => readonly { readonly year: number; readonly population: number }[]

export interface Authorities {
  readonly byId: ReadonlyMap<string, AuthorityRow>
  /** By authority, in the order of the years; empty for a body without residents. */
  readonly populations: PopulationsOf
}

/** The register, and those authorities of the dataset that it does not know but that an earlier one did. */
export function registerWithKept(db: Database, register: Register): Register {
  const kept = (db.all('SELECT * FROM authority WHERE known = 1 ORDER BY id') as StoredRow[]).filter(
    ({ id }) => !register.byId(id),
  )
  if (kept.length === 0) return register
  const pairs = db.all('SELECT predecessor, successor FROM authority_succession') as Succession[]
  const residents = groupBy(
    db.all('SELECT authority, year, population FROM population ORDER BY authority, year') as (Residents & {
      readonly authority: string
    })[],
    ({ authority: id }) => id,
  )
  return registerOf([...register.all, ...kept.map((row) => authorityOf(row, pairs, residents.get(row.id) ?? []))])
}

type StoredRow = Omit<AuthorityRow, 'invented' | 'known'> & { readonly invented: 0 | 1 }
type Succession = RowOf<typeof authoritySuccession.columns>

function authorityOf(row: StoredRow, pairs: readonly Succession[], residents: readonly Residents[]): Authority {
  return {
    id: row.id,
    name: row.name,
    shortName: row.short_name,
    aliases: [],
    type: row.type,
    nation: row.nation,
    region: row.region,
    county: row.county,
    gssCode: row.gss_code,
    start: row.start_date,
    end: row.end_date,
    successors: pairs.filter(({ predecessor }) => predecessor === row.id).map(({ successor }) => successor),
    predecessors: pairs.filter(({ successor }) => successor === row.id).map(({ predecessor }) => predecessor),
    domains: [],
    ambiguous: [],
    residents,
    source: row.source,
    invented: row.invented === 1,
  }
}

/** The authorities that occur, as they were written last. */
export function authoritiesThere(db: Database): Authorities {
  const rows = db.all('SELECT * FROM authority') as readonly AuthorityRow[]
  const people = groupBy(
    db.all('SELECT authority, year, population FROM population ORDER BY authority, year') as readonly Population[],
    (each) => each.authority,
  )
  return { byId: new Map(rows.map((row) => [row.id, row])), populations: (id) => people.get(id) ?? [] }
}

/** Writes the authorities that occur, and those they came from, went into or lie in. */
export function settleAuthorities(db: Database, register: Register, named: Iterable<string | null>): Authorities {
  const before = new Map((db.all('SELECT * FROM authority') as AuthorityRow[]).map((each) => [each.id, each]))
  const rows = new Map<string, AuthorityRow>()
  const waiting = [...named].flatMap((id) => id ?? [])
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (rows.has(id)) continue
    const known = register.byId(id)
    const row = known ? rowOf(known) : before.get(id)
    if (!row) continue
    rows.set(id, row)
    if (known) waiting.push(...linkedTo(known))
  }
  const people = populationsOf(register, rows.keys())
  db.run('DELETE FROM authority_succession')
  db.run('DELETE FROM population')
  db.run('DELETE FROM authority')
  for (const id of [...rows.keys()].toSorted()) {
    const row = rows.get(id)
    if (row)
      db.run(
        insertInto(authority),
        bindable({ ...row, county: row.county !== null && rows.has(row.county) ? row.county : null }),
      )
    for (const each of people.get(id) ?? []) db.run(insertInto(population), { ...each })
  }
  for (const pair of successions(register, rows)) db.run(insertInto(authoritySuccession), pair)
  return { byId: rows, populations: (id) => people.get(id) ?? [] }
}

function rowOf(known: Authority): AuthorityRow {
  return {
    id: known.id,
    name: known.name,
    short_name: known.shortName,
    type: known.type,
    nation: known.nation,
    region: known.region,
    county: known.county,
    gss_code: known.gssCode,
    start_date: known.start,
    end_date: known.end,
    invented: known.invented,
    known: true,
    source: known.source,
  }
}

function linkedTo({ county, successors, predecessors }: Authority): readonly string[] {
  return [...(county === null ? [] : [county]), ...successors, ...predecessors]
}

function successions(register: Register, rows: ReadonlyMap<string, AuthorityRow>) {
  const pairs = new Map<string, { readonly predecessor: string; readonly successor: string }>()
  for (const id of rows.keys()) {
    const known = register.byId(id)
    for (const successor of known?.successors ?? []) pairs.set(`${id} ${successor}`, { predecessor: id, successor })
    for (const predecessor of known?.predecessors ?? [])
      pairs.set(`${predecessor} ${id}`, { predecessor, successor: id })
  }
  return [...pairs.keys()]
    .toSorted()
    .flatMap((key) => pairs.get(key) ?? [])
    .filter(({ predecessor, successor }) => rows.has(predecessor) && rows.has(successor))
}

function populationsOf(register: Register, ids: Iterable<string>) {
  const wanted = new Set(ids)
  const published = populations().filter((each) => wanted.has(each.authority))
  const known = new Set(published.map(({ authority: id }) => id))
  const told = [...wanted].flatMap((id) => (known.has(id) ? [] : residentsOf(register.byId(id))))
  const rows = [...published, ...told]
  return groupBy(
    rows.toSorted((one, other) => one.year - other.year),
    (each) => each.authority,
  )
}

/** What a list of one's own says of a body that the published figures leave out. */
function residentsOf(known: Authority | null): readonly Population[] {
  if (!known) return []
  return known.residents.map((each) => ({ ...each, authority: known.id, basis: 'existing', source: known.source }))
}
