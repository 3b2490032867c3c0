import type { Store } from '@disclosed/store'
import type { Option, Options } from '../command.ts'
import { textOption } from '../command.ts'
import { Stop } from '../io.ts'

export const byOption: Option = {
  flags: '--by <name>',
  about: 'who says it; kept beside what is said (DISCLOSED_BY says it for all)',
}

export const whyOption: Option = { flags: '--why <words>', about: 'the reason, kept beside it' }

/** Who speaks: nothing is kept that nobody said. */
export function whoSays(options: Options): string {
  const name = (textOption(options, 'by') ?? process.env.DISCLOSED_BY ?? '').trim()
  if (name === '')
    throw new Stop('Say who you are: --by "Your Name", or set DISCLOSED_BY. It is kept beside what you say.', 2)
  return name
}

/** The whole id that somebody typed the beginning of: of a finding, or of what was said. */
export function wholeId(store: Store, typed: string): string {
  const id = typed.trim()
  if (!/^(?:sha256:)?[0-9a-f]{6,64}$/.test(id))
    throw new Stop(`"${typed}" is no id: ids stand in the column subject of disclosed review list.`)
  const found = store.select(everyId, `${id}*`, `sha256:${id.replace('sha256:', '')}*`) as readonly {
    readonly id: string
  }[]
  const [only, ...others] = new Set(found.map((each) => each.id))
  if (only === undefined) throw new Stop(`Nothing in the dataset has an id that begins with ${id}.`)
  if (others.length > 0) throw new Stop(`Several ids begin with ${id}: type more of it.`)
  return only
}

/** The only finding whose id begins so; what was typed where there is none, or several. */
export function startingWith(store: Store, typed: string): string {
  try {
    return wholeId(store, typed)
  } catch (error) {
    if (error instanceof Stop) return typed
    throw error
  }
}

const everyId = `WITH typed (id, document) AS (VALUES (?, ?))
SELECT o.id FROM observation o, typed t WHERE o.id GLOB t.id
UNION SELECT q.id FROM question q, typed t WHERE q.id GLOB t.id
UNION SELECT d.id FROM document d, typed t WHERE d.id GLOB t.document
UNION SELECT coalesce(f.observation, f.question, f.document) FROM figure f, typed t WHERE f.id GLOB t.id
UNION SELECT c.id FROM correction c, typed t WHERE c.id GLOB t.id
UNION SELECT c.subject FROM correction c, typed t WHERE c.subject GLOB t.id OR c.subject GLOB t.document
LIMIT 3`
