import { namesLike, type Register } from '@disclosed/reference'
import type { Database } from './database.ts'
import { forgetSettled } from './settle/settled.ts'
import { insertInto } from './table.ts'
import { askedId, asked as askedTable, type Sent } from './tables/asked.ts'
import { round as roundTable } from './tables/document.ts'

/** What a list of who was asked came to. */
export interface Asked {
  readonly requests: number
  /** Names that no authority goes by, or several do, with those that may be meant. */
  readonly unknown: readonly { readonly named: string; readonly maybe: readonly string[] }[]
}

/** Notes who was asked in a round, in place of what was noted of that round before. Part of the caller's transaction. */
export function putAsked(db: Database, register: Register, round: string, sent: readonly Sent[]): Asked {
  forgetSettled(db)
  db.run(insertInto(roundTable, 'ignore'), { name: round })
  db.run('DELETE FROM asked WHERE round = ?', [round])
  const unknown = new Map<string, readonly string[]>()
  let requests = 0
  for (const each of sent) {
    const authority = whoIs(each, register)
    const named = each.authority ?? each.email
    if (authority === null && named !== null) unknown.set(named, maybe(named, register))
    if (authority !== null) putAuthority(db, register, authority)
    requests += db.run(insertInto(askedTable, 'ignore'), {
      id: askedId(round, each),
      round,
      authority,
      named,
      sent: each.sent,
      reference: each.reference,
      email: each.email,
      state: authority === null ? 'unknown' : 'silent',
      response: null,
      rule: null,
    })
  }
  return { requests, unknown: [...unknown].map(([name, like]) => ({ named: name, maybe: like })) }
}

/** By id or name; by the domain of its e-mail where no name is told, or several go by it. Null where that is not one. */
function whoIs({ authority, email, sent }: Sent, register: Register): string | null {
  const byName = authority === null ? [] : (ofOne(register.byId(authority)) ?? register.named(authority))
  const host = email?.slice(email.lastIndexOf('@') + 1) ?? ''
  const byDomain = host.includes('.') ? register.atDomain(host) : []
  const both = byName.filter(({ id }) => byDomain.some((each) => each.id === id))
  const found = authority === null ? byDomain : both.length > 0 ? both : byName
  // Of councils that went into one another, the one that was there on the day.
  const there = found.filter(
    ({ start, end }) => sent === null || ((start ?? '0') <= sent && (end === null || sent <= end)),
  )
  return there.length === 1 ? (there[0]?.id ?? null) : found.length === 1 ? (found[0]?.id ?? null) : null
}

function ofOne<Each>(one: Each | null): readonly Each[] | null {
  return one === null ? null : [one]
}

function maybe(named: string, register: Register): readonly string[] {
  const several = register.named(named).map(({ id }) => id)
  return several.length > 0
    ? several
    : namesLike(
        named,
        register.all.map(({ name }) => name),
      )
}

/** Only so that it can be referred to; settling writes what is known of it. */
function putAuthority(db: Database, register: Register, id: string): void {
  const known = register.byId(id)
  db.run(
    `INSERT OR IGNORE INTO authority (id, name, short_name, type, invented, known, source)
     VALUES (@id, @name, @name, 'other', @invented, 0, 'a list of who was asked')`,
    { id, name: known?.name ?? id, invented: Number(known?.invented === true) },
  )
}
