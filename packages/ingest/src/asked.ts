import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Store } from '@disclosed/store'
import type { IngestOptions } from './ingest.ts'
import { refusal } from './refusal.ts'
import type { AskedLine } from './sidecars.ts'

type Options = Pick<IngestOptions, 'base' | 'round' | 'onFailure'>

/** A list of who was asked, by its rounds, and how much of it could not be used. */
export interface AskedList {
  readonly path: string
  readonly rounds: ReadonlyMap<string, readonly AskedLine[]>
  readonly troubles: number
}

/** Reads the list; what is wrong with it is named, and the lines that can be used are. */
export async function readAsked(path: string, options: Options): Promise<AskedList> {
  const { readAskedTable } = await import('./sidecars.ts')
  const { rows, wrong } = await readFile(resolve(options.base, path), 'utf8').then(
    readAskedTable,
    (error: unknown) => ({
      rows: [],
      wrong: [refusal(error).why],
    }),
  )
  for (const each of wrong) complain(options, path, each)
  // "asked.csv" names no round.
  const ofFile = basename(path).replace(/\.[a-z]{1,4}$/i, '')
  const rounds = new Map<string, AskedLine[]>()
  for (const row of rows) {
    const round = row.round ?? options.round ?? ofFile
    rounds.set(round, [...(rounds.get(round) ?? []), row])
  }
  return { path, rounds, troubles: wrong.length }
}

/** Writes it into the dataset; names that nobody goes by are named. */
export function noteAsked(
  store: Store,
  { path, rounds }: AskedList,
  options: Options,
): { readonly requests: number; readonly troubles: number } {
  let [requests, troubles] = [0, 0]
  for (const [round, rows] of rounds) {
    const noted = store.putAsked(round, rows)
    requests += noted.requests
    troubles += noted.unknown.length
    for (const { named, maybe } of noted.unknown) {
      const hint = maybe.length > 0 ? `. Did you mean ${maybe.join(' or ')}?` : ''
      complain(options, path, `nobody known goes by "${named}"${hint}`)
    }
  }
  return { requests, troubles }
}

function complain({ onFailure }: Options, path: string, what: string): void {
  const sentence = /[.?]$/.test(what) ? what : `${what}.`
  onFailure?.({ path, code: 'asked', message: `Cannot use all of ${path}: ${sentence}` })
}
