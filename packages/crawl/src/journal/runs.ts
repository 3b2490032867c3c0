import type { HostPace } from '../pace.ts'
import type { Db } from './open.ts'

export interface RunRow {
  readonly id: number
  readonly started: number
  readonly ended: number | null
  readonly reason: string | null
}

/** What an editor hears of: `item` is null where it is about a site. */
export interface Event {
  readonly kind: EventKind
  readonly source: string
  readonly item: string | null
  readonly title: string | null
  readonly url: string | null
  /** A sentence. */
  readonly words: string
}

export type EventKind =
  | 'new'
  | 'changed'
  | 'gone'
  | 'back'
  | 'alarm'
  | 'blocked'
  | 'quarantined'
  | 'failed'
  | 'skipped'
  | 'deferred'

export interface EventRow extends Event {
  readonly id: number
  readonly run: number
  readonly at: number
}

export interface SourceRow {
  readonly id: string
  readonly visit: number
  readonly visit_state: 'walking' | 'complete' | 'cut' | null
  readonly visit_began: number | null
  readonly visit_ended: number | null
  readonly trouble: string | null
  readonly found: number | null
  readonly total: number | null
  readonly interval: number | null
  readonly next_visit: number | null
  readonly last_run: number | null
}

/** A run that was killed is taken up where it stood: its budgets and the hosts it stopped at are still its own. */
export function beginRun(db: Db, version: string, sources: readonly string[], now: number, longest: number): RunRow {
  return db.together(() => {
    db.run(`UPDATE url SET state = 'pending' WHERE state = 'leased'`)
    const last = db.get<RunRow>('SELECT id, started, ended, reason FROM run ORDER BY id DESC LIMIT 1')
    if (last && last.ended === null && now - last.started < longest) return last
    if (last && last.ended === null) endRun(db, last.id, 'killed', now)
    const { id } = db.run(
      'INSERT INTO run (started, version, sources) VALUES (?, ?, ?)',
      now,
      version,
      sources.join(' '),
    )
    return { id, started: now, ended: null, reason: null }
  })
}

export function endRun(db: Db, id: number, reason: 'done' | 'stopped' | 'killed', now: number): void {
  db.run('UPDATE run SET ended = ?, reason = ? WHERE id = ?', now, reason, id)
}

export function lastRun(db: Db): RunRow | undefined {
  return db.get<RunRow>('SELECT id, started, ended, reason FROM run ORDER BY id DESC LIMIT 1')
}

export function tell(db: Db, run: number, now: number, { kind, source, item, title, url, words }: Event): void {
  // Something that is told again and again within a run (a host that stays blocked) is told once.
  const known = db.get(
    'SELECT 1 FROM event WHERE run = ? AND kind = ? AND source = ? AND item IS ? AND words = ?',
    run,
    kind,
    source,
    item,
    words,
  )
  if (known) return
  db.run(
    'INSERT INTO event (run, at, source, item, kind, title, url, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    run,
    now,
    source,
    item,
    kind,
    title,
    url,
    words,
  )
}

export function eventsOf(db: Db, run: number): readonly EventRow[] {
  return db.all<EventRow>('SELECT * FROM event WHERE run = ? ORDER BY id', run)
}

/** The newest first, so many at most, of the kinds that readers of a feed want. */
export function latestNews(db: Db, most: number): readonly EventRow[] {
  return db.all<EventRow>(
    `SELECT * FROM event WHERE kind IN ('new', 'changed', 'gone', 'back', 'alarm') ORDER BY id DESC LIMIT ?`,
    most,
  )
}

export function sourceRow(db: Db, id: string): SourceRow {
  db.run('INSERT INTO source (id) VALUES (?) ON CONFLICT (id) DO NOTHING', id)
  return db.get<SourceRow>('SELECT * FROM source WHERE id = ?', id) as SourceRow
}

export function setSource(db: Db, id: string, values: Partial<Omit<SourceRow, 'id'>>): void {
  const names = Object.keys(values)
  db.run(
    `UPDATE source SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`,
    ...Object.values(values),
    id,
  )
}

export interface RobotsRow {
  readonly robots: Uint8Array | null
  readonly robots_status: number | null
  readonly robots_at: number | null
  readonly unreachable_since: number | null
}

export function robotsRow(db: Db, origin: string): RobotsRow | undefined {
  return db.get<RobotsRow>(
    'SELECT robots, robots_status, robots_at, unreachable_since FROM host WHERE origin = ?',
    origin,
  )
}

export function setRobots(db: Db, origin: string, row: RobotsRow): void {
  db.run(
    `INSERT INTO host (origin, robots, robots_status, robots_at, unreachable_since) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (origin) DO UPDATE SET robots = excluded.robots, robots_status = excluded.robots_status,
       robots_at = excluded.robots_at, unreachable_since = excluded.unreachable_since`,
    origin,
    row.robots,
    row.robots_status,
    row.robots_at,
    row.unreachable_since,
  )
}

export function paceRow(db: Db, host: string): HostPace | null {
  const row = db.get<{ next_at: number; backoff_until: number }>(
    'SELECT next_at, backoff_until FROM pace WHERE host = ?',
    host,
  )
  return row ? { nextAt: row.next_at, backoffUntil: row.backoff_until, slowdown: 1 } : null
}

export function setPace(db: Db, host: string, { nextAt, backoffUntil }: HostPace): void {
  db.run(
    `INSERT INTO pace (host, next_at, backoff_until) VALUES (?, ?, ?)
     ON CONFLICT (host) DO UPDATE SET next_at = excluded.next_at, backoff_until = excluded.backoff_until`,
    host,
    Math.ceil(nextAt),
    Math.ceil(backoffUntil),
  )
}

export type HostStop = 'busy' | 'deferred' | 'challenge' | 'blocked' | 'too_slow' | 'no_robots'

/** Nothing more is asked of the host in this run. */
export function stopHost(db: Db, host: string, run: number, as: HostStop, why: string): void {
  db.run(
    `INSERT INTO pace (host, next_at, backoff_until, stopped_in, stopped_as, why) VALUES (?, 0, 0, ?, ?, ?)
     ON CONFLICT (host) DO UPDATE SET stopped_in = excluded.stopped_in, stopped_as = excluded.stopped_as, why = excluded.why`,
    host,
    run,
    as,
    why,
  )
}

export function stopOf(db: Db, host: string, run: number): { readonly as: HostStop; readonly why: string } | null {
  const row = db.get<{ as: HostStop; why: string }>(
    'SELECT stopped_as AS "as", why FROM pace WHERE host = ? AND stopped_in = ?',
    host,
    run,
  )
  return row ?? null
}

/** Errors of this host in a row, this one counted; 0 sets it back. */
export function countFailure(db: Db, host: string, isFailure: boolean): number {
  if (!isFailure) {
    db.run('UPDATE pace SET failures = 0 WHERE host = ? AND failures > 0', host)
    return 0
  }
  db.run(
    `INSERT INTO pace (host, next_at, backoff_until, failures) VALUES (?, 0, 0, 1)
     ON CONFLICT (host) DO UPDATE SET failures = failures + 1`,
    host,
  )
  return db.get<{ failures: number }>('SELECT failures FROM pace WHERE host = ?', host)?.failures ?? 1
}
