import { iso } from './clock.ts'
import type { Db } from './journal/open.ts'
import { type EventKind, type EventRow, eventsOf, latestNews, type RunRow, type SourceRow } from './journal/runs.ts'

/** What a run brought, for an editor to read in a minute. */
export interface Report {
  readonly run: number
  readonly began: string
  readonly ended: string | null
  readonly sources: readonly SourceReport[]
}

export interface SourceReport {
  readonly source: string
  readonly counts: Readonly<Record<EventKind, number>>
  readonly nextVisit: string | null
  readonly news: readonly Told[]
}

export interface Told {
  readonly kind: EventKind
  readonly item: string | null
  readonly title: string | null
  readonly url: string | null
  readonly words: string
  readonly at: string
}

const kinds: readonly EventKind[] = [
  'alarm',
  'blocked',
  'new',
  'changed',
  'gone',
  'back',
  'failed',
  'quarantined',
  'skipped',
  'deferred',
]

export function reportOf(db: Db, id: number): Report {
  const run = db.get<RunRow & { sources: string }>('SELECT * FROM run WHERE id = ?', id)
  const events = eventsOf(db, id)
  const sources = new Set(
    [...(run?.sources.split(' ') ?? []), ...events.map(({ source }) => source)].filter((name) => name !== ''),
  )
  return {
    run: id,
    began: iso(run?.started ?? 0),
    ended: run?.ended ? iso(run.ended) : null,
    sources: [...sources].map((source) =>
      sourceReport(
        db,
        source,
        events.filter((each) => each.source === source),
      ),
    ),
  }
}

function sourceReport(db: Db, source: string, events: readonly EventRow[]): SourceReport {
  const row = db.get<SourceRow>('SELECT * FROM source WHERE id = ?', source)
  const counts = Object.fromEntries(kinds.map((kind) => [kind, events.filter((each) => each.kind === kind).length]))
  const inOrder = events.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.id - b.id)
  return {
    source,
    counts: counts as Record<EventKind, number>,
    nextVisit: row?.next_visit ? iso(row.next_visit) : null,
    news: inOrder.map(({ kind, item, title, url, words, at }) => ({ kind, item, title, url, words, at: iso(at) })),
  }
}

const headings: Readonly<Record<EventKind, string>> = {
  alarm: 'Look at these first',
  blocked: 'Not let in',
  new: 'New',
  changed: 'Changed',
  gone: 'Gone',
  back: 'There again',
  failed: 'Could not be fetched',
  quarantined: 'Put aside',
  skipped: 'Left out',
  deferred: 'Waits for the next run',
}

/** A page of Markdown. So many of a kind are named at most, and the rest is counted. */
export function renderMarkdown(report: Report, most = 200): string {
  const lines = [`# Crawl ${report.run}, ${report.began.slice(0, 16).replace('T', ' ')} UTC`, '']
  for (const { source, counts, news, nextVisit } of report.sources) {
    lines.push(
      `## ${source}`,
      '',
      `${summary(counts)}${nextVisit ? ` Next visit from ${nextVisit.slice(0, 16).replace('T', ' ')} UTC.` : ''}`,
      '',
    )
    for (const kind of kinds) {
      const told = news.filter((each) => each.kind === kind)
      if (told.length === 0) continue
      lines.push(`### ${headings[kind]}`, '')
      lines.push(...told.slice(0, most).map(markdownLine))
      if (told.length > most) lines.push(`- and ${told.length - most} more`)
      lines.push('')
    }
  }
  return `${lines.join('\n').trimEnd()}\n`
}

function markdownLine({ kind, title, url, words }: Told): string {
  const label = escaped(title ?? url ?? '')
  const shown = url && title ? `[${label}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)` : ''
  if (kind === 'new') return `- ${shown || label}`
  return `- ${shown === '' ? '' : `${shown}: `}${escaped(words)}`
}

function escaped(text: string): string {
  return plain(text).replace(/[\\`*_[\]<>]/g, (character) => `\\${character}`)
}

/** "3 new, 1 changed." */
export function summary(counts: Readonly<Record<EventKind, number>>): string {
  const said = kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind].toLocaleString('en-GB')} ${inWords[kind]}`)
  return said.length === 0 ? 'Nothing new.' : `${said.join(', ')}.`
}

const inWords: Readonly<Record<EventKind, string>> = {
  alarm: 'to look at',
  blocked: 'not let in',
  new: 'new',
  changed: 'changed',
  gone: 'gone',
  back: 'there again',
  failed: 'not fetched',
  quarantined: 'put aside',
  skipped: 'left out',
  deferred: 'waiting',
}

/** An Atom feed of what is new, changed or gone, the latest first. */
export function feedOf(db: Db, now: number, most = 200): string {
  const events = latestNews(db, most)
  const entries = events.map(entryOf).join('')
  const updated = iso(events[0]?.at ?? now)
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>Disclosed: what was published</title>
  <id>urn:disclosed:crawl</id>
  <updated>${updated}</updated>
  <author><name>Disclosed</name></author>
${entries}</feed>
`
}

function entryOf({ id, at, source, item, kind, title, url, words }: EventRow): string {
  const link = url && URL.canParse(url) ? `\n    <link href="${xml(url)}"/>` : ''
  return `  <entry>
    <title>${xml(`${headings[kind]}: ${title ?? item ?? source}`)}</title>
    <id>urn:disclosed:crawl:${id}:${xml(encodeURIComponent(source))}</id>
    <updated>${iso(at)}</updated>${link}
    <category term="${kind}"/>
    <summary>${xml(`${source}: ${words}`)}</summary>
  </entry>
`
}

function xml(text: string): string {
  return plain(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** No character that steers a terminal or that XML does not know. */
function plain(text: string): string {
  return Array.from(text.toWellFormed(), (character) => {
    const code = character.codePointAt(0) ?? 0
    const isOdd = code < 0x20 || (code >= 0x7f && code < 0xa0) || (code & 0xfffe) === 0xfffe
    return isOdd || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) ? ' ' : character
  }).join('')
}
