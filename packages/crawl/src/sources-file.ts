import { parse, stringify, YAMLParseError } from 'yaml'
import { z } from 'zod'
import type { Adapter } from './adapter.ts'
import { adapters } from './adapters/index.ts'
import { type Source, type SourceEntry, sourceEntry, usualBudget, usualPace } from './source.ts'
import { readyMade, type SourceTemplate } from './sources/index.ts'

/** Who stands behind the crawl, so that a site's operator can write to somebody. */
export interface Contact {
  /** A page that tells about the crawl. */
  readonly page: string
  readonly email: string
}

export interface SourcesFile {
  /** Null: no source beyond this machine may be asked. */
  readonly contact: Contact | null
  readonly sources: readonly Source[]
  /** What is wrong, each a sentence that says what to change; an entry that is wrong is no source. */
  readonly wrong: readonly string[]
}

/** What can be named in an entry. A test brings its own. */
export interface Known {
  readonly adapters: readonly Adapter[]
  readonly readyMade: readonly SourceTemplate[]
}

const largest = 1_000_000
const contactShape = z.strictObject({ page: z.url({ protocol: /^https?$/ }), email: z.email() })

/**
 * Reads `sources.yaml`: `contact` and a list `sources`. Nothing is thrown. An entry takes what it leaves out from the ready
 * configuration that it names in `use`, then from the usual values.
 */
export function readSources(yaml: string, known: Known = { adapters, readyMade }): SourcesFile {
  const told = parsed(yaml)
  if (typeof told === 'string') return { contact: null, sources: [], wrong: [told] }
  const wrong = Object.keys(told)
    .filter((key) => key !== 'contact' && key !== 'sources')
    .map((key) => `"${key}" stands at the top of the file; only "contact" and "sources" may.`)
  const contact = contactOf(told.contact, wrong)
  const sources: Source[] = []
  const entries = Array.isArray(told.sources) ? told.sources : []
  if (entries.length === 0) wrong.push('The file lists no sources: write a list below "sources:", each with an id.')
  for (const [index, entry] of entries.entries()) {
    const read = readSource(entry, known, index + 1)
    if (read.source && sources.some(({ id }) => id === read.source?.id))
      wrong.push(`Two entries have the id ${read.source.id}; give one of them another.`)
    else if (read.source) sources.push(read.source)
    wrong.push(...read.wrong)
  }
  return { contact, sources, wrong }
}

/** Entries as they are written in `sources.yaml`, ready to paste below `sources:`. */
export function asEntry(entries: readonly Readonly<Record<string, unknown>>[]): string {
  return stringify(entries, { lineWidth: 0 })
}

/** One entry, as it stands in the list. `number` names it where it has no id. */
export function readSource(
  entry: unknown,
  known: Known = { adapters, readyMade },
  number = 1,
): { readonly source: Source | null; readonly wrong: readonly string[] } {
  const called = nameOf(entry, number)
  const shaped = sourceEntry.safeParse(entry)
  if (!shaped.success) return { source: null, wrong: sentences(shaped.error, called) }
  const template = known.readyMade.find(({ name }) => name === shaped.data.use)
  if (shaped.data.use !== undefined && !template) {
    const names = known.readyMade.map(({ name }) => name).join(', ')
    return {
      source: null,
      wrong: [`${called}: use "${shaped.data.use}" is no ready configuration; there are: ${names}.`],
    }
  }
  const ready = template ? sourceEntry.partial().safeParse(template.entry) : null
  if (ready && !ready.success)
    throw new Error(`The ready configuration ${template?.name} is wrong: ${ready.error.message}`)
  return complete(
    { ...ready?.data, ...shaped.data, read: { ...ready?.data?.read, ...shaped.data.read } },
    known,
    called,
  )
}

function complete(
  entry: SourceEntry,
  known: Known,
  called: string,
): { readonly source: Source | null; readonly wrong: readonly string[] } {
  const adapter = known.adapters.find(({ name }) => name === entry.adapter)
  if (!adapter) {
    const names = known.adapters.map(({ name }) => name).join(', ')
    const seen = entry.adapter === undefined ? 'names no adapter' : `adapter "${entry.adapter}" is not known`
    return { source: null, wrong: [`${called}: ${seen}; write one of: ${names}.`] }
  }
  const wrong: string[] = []
  const settings = adapter.settings.safeParse(entry.read ?? {})
  if (!settings.success) wrong.push(...sentences(settings.error, called, 'read'))
  if (!entry.start) wrong.push(`${called}: start is missing; write the web address of the list to begin with.`)
  if (!settings.success || !entry.start) return { source: null, wrong }
  const source: Source = {
    id: entry.id,
    name: entry.name ?? entry.id,
    adapter: adapter.name,
    authority: entry.authority ?? null,
    on: entry.on ?? adapter.askFirst === null,
    start: entry.start,
    attachmentHosts: (entry.attachmentHosts ?? []).map((host) => host.toLowerCase()),
    pace: { ...usualPace, ...defined(entry.pace) },
    hours: entry.hours ?? null,
    budget: { ...usualBudget, ...defined(entry.budget) },
    licence: entry.licence ?? null,
    robotsException: entry.robotsException ?? null,
    read: settings.data,
  }
  return { source, wrong }
}

function defined<Shape extends object>(
  shape: Shape | undefined,
): { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> } {
  return Object.fromEntries(Object.entries(shape ?? {}).filter(([, value]) => value !== undefined)) as never
}

function parsed(yaml: string): Readonly<Record<string, unknown>> | string {
  if (yaml.length > largest) return 'The file is larger than a million characters, which no list of sources is.'
  try {
    const told: unknown = parse(yaml, { maxAliasCount: 20 })
    if (typeof told === 'object' && told !== null && !Array.isArray(told)) return { ...told }
    return 'The file holds no list of sources: begin with "sources:" and list them below, each with an id.'
  } catch (error) {
    const place = error instanceof YAMLParseError && error.linePos ? ` on line ${error.linePos[0].line}` : ''
    const reason = (error instanceof Error ? error.message : String(error))
      .split('\n')[0]
      ?.replace(/ at line .{0,80}$/, '')
    return `The file is no YAML${place}: ${reason}.`
  }
}

function contactOf(told: unknown, wrong: string[]): Contact | null {
  if (told === undefined || told === null) return null
  const shaped = contactShape.safeParse(told)
  if (shaped.success) return shaped.data
  wrong.push(
    'contact is to have a page about the crawl and an address: contact: { page: "https://…", email: "name@example.org" }.',
  )
  return null
}

function nameOf(entry: unknown, number: number): string {
  const id = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : null
  return typeof id === 'string' && id !== '' ? `Source ${id.slice(0, 80)}` : `Source number ${number}`
}

function sentences(error: z.ZodError, called: string, below?: string): readonly string[] {
  return error.issues.map((issue) => {
    const place = [...(below ? [below] : []), ...issue.path.map(String)].join('.')
    return `${called}: ${sentence(issue, place)}`
  })
}

function sentence(issue: z.core.$ZodIssue, place: string): string {
  if (issue.code === 'unrecognized_keys') {
    const where = place === '' ? 'the entry' : place
    return `${where} has ${issue.keys.map((key) => `"${key}"`).join(', ')}, which is not known; take it out or correct its spelling.`
  }
  if (issue.code === 'custom' || issue.code === 'invalid_format') return `${place || 'it'} ${issue.message}.`
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const bound = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`
    return `${place || 'it'} is to be ${issue.origin === 'string' ? 'some text' : bound}.`
  }
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().find(({ code }) => code === 'custom')
    return `${place || 'it'} ${inner ? inner.message : 'has a shape that is not known; see docs/crawl.md for what it may be'}.`
  }
  const words = issue.message.replace(/^Invalid (?:input|option): /, '')
  return `${place || 'it'} is wrong: ${words}.`
}
