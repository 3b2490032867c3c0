import { type Cells, fromLongList, once, orNull, parseList, several } from './csv.ts'

/** A public authority, with the days on which it existed. */
export interface Authority {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly aliases: readonly string[]
  /** unitary, district, county, london_borough, police_force, nhs_trust … */
  readonly type: string
  readonly nation: string | null
  readonly region: string | null
  /** The county council above a district. */
  readonly county: string | null
  readonly gssCode: string | null
  /** First day; null where it existed before the FOI Act. */
  readonly start: string | null
  /** Last day; null where it still exists. */
  readonly end: string | null
  readonly successors: readonly string[]
  readonly predecessors: readonly string[]
  readonly domains: readonly string[]
  /** Names and domains of this row that another row holds too: never enough alone. */
  readonly ambiguous: readonly string[]
  /** How many people live in its area, where the list itself says so; for most, `populations` does. */
  readonly residents: readonly Residents[]
  readonly source: string
  /** Made up for an example; its name says so. */
  readonly invented: boolean
}

/** Residents of all ages in the middle of a year. */
export interface Residents {
  readonly year: number
  readonly population: number
}

/** Authorities that can be looked up by id, by any of their names, and by web or e-mail domain. */
export interface Register {
  readonly all: readonly Authority[]
  byId(id: string): Authority | null
  /** Everyone that goes by this name, compared by `plainName`. */
  named(name: string): readonly Authority[]
  /** Everyone at this host or above it: `foi.leeds.gov.uk` finds leeds.gov.uk. */
  atDomain(host: string): readonly Authority[]
}

/** The councils and other public bodies of the United Kingdom that the project knows. */
export const register = once((): Register => registerOf(readAuthorities()))

const readAuthorities = once((): readonly Authority[] =>
  ['authorities', 'other-bodies'].flatMap((list) => fromLongList(list, asAuthority)),
)

/**
 * The known authorities and those of a list of one's own (CSV with the columns of `authorities.csv`; id and official_name are
 * enough; `population` may say how many live there: 2019:84200|2020:84900).
 */
export function registerWith(csv: string): Register {
  const own = parseList(csv)
  return registerOf([...readAuthorities(), ...own.map((row) => asAuthority(Object.keys(row))(Object.values(row)))])
}

/**
 * The form under which two names are the same: lower case, "&" is "and", no apostrophes or dots,
 * every other mark a space.
 */
export function plainName(name: string): string {
  const lower = name.toLowerCase()
  if (/^[0-9a-z]+(?: [0-9a-z]+){0,20}$/.test(lower)) return lower
  return lower
    .replaceAll('&', ' and ')
    .replace(/['’.]/g, '')
    .replace(/[^0-9a-zà-ÿŵŷ]+/g, ' ')
    .trim()
}

/** Looks authorities up; where an id stands twice the later row counts. */
export function registerOf(rows: readonly Authority[]): Register {
  const ids = new Map(rows.map((each) => [each.id, each]))
  const all = [...ids.values()]
  const names = byFirstLetter(all)
  const domains = once(() => groupBy(all, (each) => each.domains))
  return {
    all,
    byId: (id) => ids.get(id) ?? null,
    named: (name) => names(plainName(name)),
    atDomain: (host) => {
      const labels = host.toLowerCase().split('.')
      for (let from = 0; from < labels.length - 1; from += 1) {
        const found = domains().get(labels.slice(from).join('.'))
        if (found) return found
      }
      return []
    },
  }
}

/** Who goes by a plain name. A letter asks for few of thousands: only names with the same first letter are made plain. */
function byFirstLetter(all: readonly Authority[]): (plain: string) => readonly Authority[] {
  const letters = once(() => letteredNames(all))
  const known = new Map<string, ReadonlyMap<string, readonly Authority[]>>()
  return (plain) => {
    const letter = plain.charAt(0)
    const names = known.get(letter) ?? byPlainName(letters().get(letter) ?? [])
    known.set(letter, names)
    return names.get(plain) ?? []
  }
}

interface Named {
  readonly name: string
  readonly authority: Authority
}

function letteredNames(all: readonly Authority[]): ReadonlyMap<string, readonly Named[]> {
  const letters = new Map<string, Named[]>()
  const add = (name: string, authority: Authority): void => {
    const letter = firstLetter(name)
    const named = letters.get(letter)
    if (named) named.push({ name, authority })
    else letters.set(letter, [{ name, authority }])
  }
  for (const authority of all) {
    const { name, shortName, aliases, invented } = authority
    add(name, authority)
    // Nobody says of himself that he is invented.
    if (invented) add(name.replace('(invented)', ''), authority)
    if (shortName !== name) add(shortName, authority)
    for (const alias of aliases) add(alias, authority)
  }
  return letters
}

function byPlainName(named: readonly Named[]): ReadonlyMap<string, readonly Authority[]> {
  const groups = new Map<string, Authority[]>()
  for (const { name, authority } of named) {
    const plain = plainName(name)
    const group = groups.get(plain)
    if (!group) groups.set(plain, [authority])
    // All names of one authority follow each other.
    else if (group.at(-1) !== authority) group.push(authority)
  }
  return groups
}

/** Made plain. Few letters are not those of every day, and those of every day are quickly told. */
function firstLetter(name: string): string {
  const code = name.charCodeAt(0)
  const isCapital = code >= 65 && code <= 90
  return isCapital ? String.fromCharCode(code + 32) : plainName(name).charAt(0)
}

/** Where each cell stands is looked up once for thousands of rows. */
function asAuthority(columns: readonly string[]): (cells: Cells) => Authority {
  const at = placesIn(columns)
  return (cells) => {
    const name = cells[at.official_name] ?? ''
    return {
      id: cells[at.id] ?? '',
      name,
      shortName: cells[at.short_name] || name,
      aliases: several(cells[at.alt_names]),
      type: cells[at.type] || 'other',
      nation: orNull(cells[at.nation]),
      region: orNull(cells[at.region]),
      county: orNull(cells[at.county_id]),
      gssCode: orNull(cells[at.gss_code]),
      start: orNull(cells[at.start_date]),
      end: orNull(cells[at.end_date]),
      successors: several(cells[at.successor_ids]),
      predecessors: several(cells[at.predecessor_ids]),
      domains: several(cells[at.web_domains]),
      ambiguous: several(cells[at.ambiguous]),
      residents: residentsIn(cells[at.population]),
      source: cells[at.source] ?? '',
      invented: name.includes('(invented)'),
    }
  }
}

/** Where a column stands that is not there, no cell does. */
function placesIn(columns: readonly string[]) {
  const at = (column: string): number => columns.indexOf(column)
  return {
    id: at('id'),
    official_name: at('official_name'),
    short_name: at('short_name'),
    alt_names: at('alt_names'),
    type: at('type'),
    nation: at('nation'),
    region: at('region'),
    county_id: at('county_id'),
    gss_code: at('gss_code'),
    start_date: at('start_date'),
    end_date: at('end_date'),
    successor_ids: at('successor_ids'),
    predecessor_ids: at('predecessor_ids'),
    web_domains: at('web_domains'),
    ambiguous: at('ambiguous'),
    population: at('population'),
    source: at('source'),
  }
}

function residentsIn(cell: string | undefined): readonly Residents[] {
  return cell ? several(cell).map(asResidents) : nobody
}

/** Thousands of authorities share it. */
const nobody: readonly Residents[] = []

function asResidents(told: string): Residents {
  const [, year, population] = /^(\d{4}):([1-9]\d{0,8})$/.exec(told) ?? []
  if (year === undefined)
    throw new Error(`"${told}" is no population: write the year and the residents, as 2019:84200|2020:84900`)
  return { year: Number(year), population: Number(population) }
}

function groupBy<Row>(rows: readonly Row[], keys: (row: Row) => Iterable<string>): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    for (const key of keys(row)) {
      const group = groups.get(key)
      if (group) group.push(row)
      else groups.set(key, [row])
    }
  }
  return groups
}
