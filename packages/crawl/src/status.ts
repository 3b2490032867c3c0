import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Cron } from 'croner'
import { day, iso } from './clock.ts'
import { CrawlError } from './errors.ts'
import { opensAt } from './hours.ts'
import { openDb } from './journal/open.ts'
import type { EventKind, SourceRow } from './journal/runs.ts'
import type { Source } from './source.ts'

export interface SourceStatus {
  readonly source: string
  readonly on: boolean
  /** When it was last visited; null: never. Times are ISO, in UTC. */
  readonly lastVisit: string | null
  readonly lastRun: number | null
  /** walking: the visit goes on in the next run; cut: the lists could not be read to their end. */
  readonly visit: 'never' | 'walking' | 'complete' | 'cut'
  readonly trouble: string | null
  readonly items: number
  readonly gone: number
  /** Items whose pages were not there when they were last asked for; they are asked for once more before they are gone. */
  readonly missing: number
  readonly waiting: number
  /** In the last run that it took part in. */
  readonly counts: Readonly<Partial<Record<EventKind, number>>>
  readonly blocked: readonly string[]
  readonly nextVisit: string | null
}

/** How each source stands. @throws CrawlError where nothing was crawled in that folder. */
export function statusOf(folder: string, sources: readonly Source[], now: number): readonly SourceStatus[] {
  const db = openDb(folder, { readonly: true })
  try {
    return sources.map((source): SourceStatus => {
      const row = db.get<SourceRow>('SELECT * FROM source WHERE id = ?', source.id)
      const count = (sql: string) => db.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`, source.id)?.n ?? 0
      const run = row?.last_run ?? null
      const kinds = db.all<{ kind: EventKind; n: number }>(
        'SELECT kind, count(*) AS n FROM event WHERE run = ? AND source = ? GROUP BY kind',
        run,
        source.id,
      )
      const blocked = db.all<{ words: string }>(
        `SELECT words FROM event WHERE run = ? AND source = ? AND kind IN ('blocked', 'alarm', 'failed') ORDER BY id LIMIT 20`,
        run,
        source.id,
      )
      const next = nextVisit(source, row ?? null, now)
      return {
        source: source.id,
        on: source.on,
        lastVisit: row?.visit_began ? iso(row.visit_began) : null,
        lastRun: run,
        visit: row?.visit_state ?? 'never',
        trouble: row?.trouble ?? null,
        items: count('item WHERE source = ? AND version > 0'),
        gone: count(`item WHERE source = ? AND status = 'gone'`),
        missing: count(`url WHERE source = ? AND state = 'missing' AND role = 'item'`),
        waiting: count(`url WHERE source = ? AND state IN ('pending', 'leased')`),
        counts: Object.fromEntries(kinds.map(({ kind, n }) => [kind, n])),
        blocked: blocked.map(({ words }) => words),
        nextVisit: source.on ? iso(next) : null,
      }
    })
  } finally {
    db.close()
  }
}

/**
 * When a source is to be visited next, in milliseconds: by the line of cron that it has (in the time of the United Kingdom), else after
 * as long as its lists proved to need. A walk that was broken off is due at once.
 *
 * @throws CrawlError where the line of cron cannot be read.
 */
export function nextVisit(source: Source, row: SourceRow | null, now: number): number {
  return opensAt(source.hours, Math.max(now, dueAt(source, row, now)))
}

function dueAt(source: Source, row: SourceRow | null, now: number): number {
  const began = row?.visit_began ?? null
  if (source.pace.schedule !== null) {
    const cron = cronOf(source)
    const next = cron.nextRun(new Date(began ?? now - 60_000))?.getTime()
    return next ?? now + 365 * day
  }
  if (row === null || began === null) return now
  return row.next_visit ?? (row.visit_state === 'walking' ? now : began + day)
}

function cronOf({ id, pace }: Source): Cron {
  try {
    return new Cron(pace.schedule ?? '', { timezone: 'Europe/London', paused: true })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CrawlError(
      `Source ${id} has the schedule "${pace.schedule}", which is no line of cron (${why}). Write one as "30 2 * * *".`,
    )
  }
}

/** What the journal knows of each source, by its id: nothing where nothing was crawled in that folder yet. */
export function sourceRows(folder: string): ReadonlyMap<string, SourceRow> {
  if (!existsSync(join(folder, 'journal.sqlite'))) return new Map()
  const db = openDb(folder, { readonly: true })
  try {
    return new Map(db.all<SourceRow>('SELECT * FROM source').map((row) => [row.id, row]))
  } finally {
    db.close()
  }
}
