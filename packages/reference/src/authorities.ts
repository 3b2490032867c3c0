import { readFileSync } from 'node:fs'
import { type Cells, cellsIn, type LongList, longList, once, orNull, parseList, several } from './csv.ts'
import { byFirstWord, type Register, type Rows, registerOver, rowsOf } from './register.ts'

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

/** The councils and other public bodies of the United Kingdom that the project knows. */
export const register = once((): Register => registerOver(ownLists()))

/** The lists of `data/` that hold authorities. */
export const authorityLists = ['authorities', 'other-bodies'] as const

const ownLists = once((): readonly Rows[] => authorityLists.map((name) => rowsIn(name, longList(name))))

/**
 * The known authorities and those of a list of one's own (CSV with the columns of `authorities.csv`; id and official_name are
 * enough; `population` may say how many live there: 2019:84200|2020:84900).
 */
export function registerWith(csv: string): Register {
  const own = parseList(csv).map((row) => asAuthority(Object.keys(row))(Object.values(row)))
  return registerOver([...ownLists(), rowsOf(own)])
}

/** The rows of a list of our own, whose first columns are id, official name, short name and other names. */
function rowsIn(name: FirstWords['name'], { csv, columns, lines }: LongList): Rows {
  const read = new Map<number, Authority>()
  const made = asAuthority(columns)
  const words = once(() => wordsOf(name, csv, lines))
  return {
    ids: lines.map((line) => line.slice(0, line.indexOf(','))),
    names: (at) => namesIn(lines[at] ?? ''),
    beginningWith: (word) => words()(word),
    read: (at) => {
      const known = read.get(at) ?? made(cellsIn(lines[at] ?? ''))
      read.set(at, known)
      return known
    },
    idsBeside: (host) => idsBeside(host, csv),
  }
}

function namesIn(line: string): readonly string[] {
  const [, name = '', short = '', others = ''] = cellsIn(line, 4)
  return [name, ...(short && short !== name ? [short] : []), ...several(others)]
}

/** Which rows of a list have a name that begins with a word; `length` is that of the list it was made of. */
export interface FirstWords {
  readonly name: (typeof authorityLists)[number]
  readonly length: number
  readonly words: Readonly<Record<string, readonly number[]>>
}

/** Made anew from the lists, for `first-words.json`. */
export function firstWords(): readonly FirstWords[] {
  return authorityLists.map((name) => {
    const { csv, lines } = longList(name)
    return { name, length: csv.length, words: Object.fromEntries(byFirstWord(lines.map(namesIn))) }
  })
}

type WordsOfRows = (word: string) => readonly number[]

/** As they were written down, where the list has not changed since: it takes longer to make them than to read a short letter. */
function wordsOf(name: FirstWords['name'], csv: string, lines: readonly string[]): WordsOfRows {
  const kept = keptWords().find((each) => each.name === name)
  if (kept?.length === csv.length) return (word) => (Object.hasOwn(kept.words, word) && kept.words[word]) || nowhere
  const words = byFirstWord(lines.map(namesIn))
  return (word) => words.get(word) ?? nowhere
}

const nowhere: readonly number[] = []

const keptWords = once(
  () => JSON.parse(readFileSync(new URL('../data/first-words.json', import.meta.url), 'utf8')) as readonly FirstWords[],
)

function idsBeside(host: string, csv: string): readonly string[] {
  const ids: string[] = []
  for (let at = csv.indexOf(host); at !== -1; at = csv.indexOf(host, at + host.length)) {
    const line = csv.lastIndexOf('\n', at) + 1
    ids.push(csv.slice(line, csv.indexOf(',', line)))
  }
  return ids
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
