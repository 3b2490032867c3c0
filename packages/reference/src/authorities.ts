import { type CellOf, fromLongList, once, orNull, parseList, several } from './csv.ts'

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
  return registerOf([...readAuthorities(), ...parseList(csv).map((row) => asAuthority((column) => row[column] ?? ''))])
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
  const letters = once(() => groupBy(all, (each) => new Set(namesOf(each).map(firstLetter))))
  const known = new Map<string, ReadonlyMap<string, readonly Authority[]>>()
  return (plain) => {
    const letter = plain.charAt(0)
    const names =
      known.get(letter) ?? groupBy(letters().get(letter) ?? [], (each) => new Set(namesOf(each).map(plainName)))
    known.set(letter, names)
    return names.get(plain) ?? []
  }
}

function namesOf({ name, shortName, aliases }: Authority): readonly string[] {
  return [name, shortName, ...aliases]
}

function firstLetter(name: string): string {
  const first = name.charAt(0)
  return /[0-9A-Za-z]/.test(first) ? first.toLowerCase() : plainName(name).charAt(0)
}

function asAuthority(cell: CellOf): Authority {
  const name = cell('official_name')
  return {
    id: cell('id'),
    name,
    shortName: cell('short_name') || name,
    aliases: several(cell('alt_names')),
    type: cell('type') || 'other',
    nation: orNull(cell('nation')),
    region: orNull(cell('region')),
    county: orNull(cell('county_id')),
    gssCode: orNull(cell('gss_code')),
    start: orNull(cell('start_date')),
    end: orNull(cell('end_date')),
    successors: several(cell('successor_ids')),
    predecessors: several(cell('predecessor_ids')),
    domains: several(cell('web_domains')),
    ambiguous: several(cell('ambiguous')),
    residents: residentsIn(cell('population')),
    source: cell('source'),
    invented: name.includes('(invented)'),
  }
}

function residentsIn(cell: string): readonly Residents[] {
  return cell === '' ? nobody : several(cell).map(asResidents)
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
