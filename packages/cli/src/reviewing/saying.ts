import { type Correction, openStore, type Store } from '@disclosed/store'
import { type Options, openedFrom, textOption } from '../command.ts'
import { type ExitCode, type Io, oneLine, Stop } from '../io.ts'
import { wholeId, whoSays } from './subjects.ts'

/** Opens a dataset that is there, to write what people say into it. */
export function openToSay(io: Io, options: Options): Store {
  const path = openedFrom(io, options)
  // Looked at first: a dataset that is not there must not be made.
  openStore(path, { readonly: true }).close()
  return openStore(path)
}

/** Keeps the same word on each of several findings: all of them, or none. */
export function sayOfEach(
  io: Io,
  options: Options,
  ids: readonly string[],
  said: Pick<Correction, 'kind' | 'given' | 'quote'> & { readonly sameAs?: string },
): ExitCode {
  const by = whoSays(options)
  const store = openToSay(io, options)
  try {
    const why = textOption(options, 'why')
    const words = store.together(() => {
      const kept = ids.map((typed) => {
        const subject = wholeId(store, typed)
        const other = said.sameAs === undefined ? {} : { sameAs: wholeId(store, said.sameAs) }
        return { id: store.correct({ ...said, ...other, subject, why, by, made: io.now() }) }
      })
      store.settle()
      return kept
    })
    for (const { id } of words) io.err(`${keptAs(store, id)}\n`)
    if (said.kind !== 'undo')
      io.err(`Taken back by: disclosed review undo ${words.map(({ id }) => id.slice(0, 8)).join(' ')}\n`)
    const next = nextSubject(store)
    if (next !== null) io.err(`Next: disclosed review show ${shortId(next)}\n`)
    return 0
  } finally {
    store.close()
  }
}

/** A sentence on what became of a word. */
function keptAs(store: Store, id: string): string {
  const [row] = store.select(
    `SELECT c.kind, c.subject, j.state, coalesce(q.text, c.quote) AS words FROM correction c
     JOIN judgement j ON j.correction = c.id LEFT JOIN question q ON q.id = c.subject WHERE c.id = ?`,
    id,
  ) as readonly {
    readonly kind: Correction['kind']
    readonly subject: string
    readonly state: string
    readonly words: string | null
  }[]
  if (!row) throw new Stop(`Nothing was kept of ${id}.`)
  const words = row.words === null ? '' : ` (${shortened(oneLine(row.words))})`
  const other =
    row.state === 'disputed' ? ' Others say something else: none of it is used until one is taken back.' : ''
  return `${done[row.kind]} ${shortId(row.subject)}${words}.${other}`
}

const done: Readonly<Record<Correction['kind'], string>> = {
  confirm: 'Confirmed',
  correct: 'Corrected',
  reject: 'Rejected',
  add: 'Added a figure to',
  join: 'Joined to another question:',
  split: 'Set apart from the questions it was put together with:',
  note: 'Noted on',
  undo: 'Took back',
}

function nextSubject(store: Store): string | null {
  const [row] = store.select(
    'SELECT subject FROM review_list ORDER BY pressing, worth DESC, confidence, subject LIMIT 1',
  ) as readonly { readonly subject: string }[]
  return row?.subject ?? null
}

/** As much of an id as people need to type. */
export function shortId(id: string): string {
  return id.replace('sha256:', '').slice(0, 10)
}

export function shortened(words: string, most = 60): string {
  const characters = Array.from(words)
  return characters.length <= most ? words : `${characters.slice(0, most - 1).join('')}…`
}
