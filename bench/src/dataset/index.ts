import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { register } from '@disclosed/reference'
import { type Entry, openStore, type PreparedEntry, type Store } from '@disclosed/store'
import { keptEntry } from '@disclosed/store/packed'
import { prepare } from '@disclosed/store/prepare'
import { measured } from '../measured.ts'
import { printTable } from '../print.ts'
import { grown } from './grown.ts'
import { multiply } from './multiplied.ts'
import { askedOf, type Timed } from './questions.ts'

const commandLine = fileURLToPath(new URL('../../../packages/cli/src/main.ts', import.meta.url))
const corpus = fileURLToPath(new URL('../../../corpus/letters', import.meta.url))

/**
 * How the dataset bears its size: from so many observations on, rows a second while it is filled, bytes for each, and
 * how long it takes to answer. `pnpm bench dataset [OBSERVATIONS...]`
 */
export async function benchDataset(sizes: readonly number[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'disclosed-bench-'))
  try {
    const letters = await lettersOf(corpus, folder)
    const runs: Run[] = []
    for (const size of sizes.length > 0 ? sizes : [1000, 10_000, 100_000]) {
      const run = await fill(letters, size, join(folder, `${size}.sqlite`))
      process.stderr.write(`${size} done\n`)
      runs.push(run)
    }
    print(runs)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** So many figures are put as an ingest does; more are copies of their rows. */
const mostPut = 50_000

interface Run {
  readonly observations: number
  readonly documents: number
  /** Those of all tables once all is settled; what every dataset begins with is not among them, nor what keeps others in order. */
  readonly rows: number
  /** Those that single letters gave. */
  readonly rowsPut: number
  readonly prepareSeconds: number
  readonly putSeconds: number
  readonly settleSeconds: number
  /** After one word of a person. */
  readonly wordSeconds: number
  /** How often the rows were copied; 1 where all were put. */
  readonly times: number
  readonly bytes: number
  readonly peakMegabytes: number
  readonly answers: readonly Timed[]
}

async function fill(letters: readonly Entry[], observations: number, path: string): Promise<Run> {
  const times = Math.max(1, Math.round(observations / mostPut))
  const store = openStore(path)
  const begunWith = rowsIn(store)
  let documents = 0
  const seconds = { prepared: 0, put: 0 }
  const timed = <Result>(stage: keyof typeof seconds, work: () => Result): Result => {
    const began = process.cpuUsage()
    const result = work()
    seconds[stage] += secondsSince(began)
    return result
  }
  let together: PreparedEntry[] = []
  const write = () => {
    const entries = together
    together = []
    timed('put', () =>
      store.together(() => {
        for (const each of entries) store.put(each)
      }),
    )
  }
  for (const { document, reading, ...rest } of grown(letters, observations / times)) {
    documents += 1
    const prepared = timed('prepared', () => prepare(document, reading, { register: register() }))
    together.push({ prepared, ...rest })
    if (together.length === 200) write()
  }
  write()
  const rowsPut = rowsIn(store) - begunWith
  const afterwards = process.cpuUsage()
  store.settle()
  const settled = secondsSince(afterwards)
  const wordBegan = process.cpuUsage()
  const [figure] = store.select('SELECT id FROM observation LIMIT 1') as readonly { readonly id: string }[]
  store.correct({ subject: figure?.id ?? '', kind: 'confirm', by: 'Ann', made: '2026-05-01T10:00:00Z' })
  store.settle()
  const word = secondsSince(wordBegan)
  const rows = rowsIn(store) - begunWith
  const figures = countOf(store, 'SELECT count(*) AS rows FROM observation')
  store.close()
  if (times > 1) multiply(path, times)
  const { size } = await stat(path)
  const answers = askedOf(path)
  await rm(path)
  return {
    observations: figures * times,
    documents: documents * times,
    wordSeconds: word,
    times,
    rows,
    rowsPut,
    prepareSeconds: seconds.prepared,
    putSeconds: seconds.put,
    settleSeconds: settled,
    bytes: size,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    answers,
  }
}

/** Tables that only keep the rows of others in an order. */
const orders: ReadonlySet<string> = new Set(['review', 'compared'])

/** Seconds of processor time: what else the machine does is not the dataset's. */
function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function rowsIn(store: Store): number {
  const names = store.select(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'`,
  ) as readonly { readonly name: string }[]
  return names
    .filter(({ name }) => !orders.has(name))
    .reduce((sum, { name }) => sum + countOf(store, `SELECT count(*) AS rows FROM "${name}"`), 0)
}

function countOf(store: Store, sql: string): number {
  return (store.select(sql) as readonly { readonly rows: number }[])[0]?.rows ?? 0
}

/** The letters of the corpus as ingest keeps them. */
async function lettersOf(from: string, folder: string): Promise<readonly Entry[]> {
  const db = join(folder, 'letters.sqlite')
  await measured(process.execPath, [commandLine, 'ingest', from, '--db', db], folder)
  const store = openStore(db, { readonly: true })
  try {
    const kept = store.select('SELECT document_packed, reading_packed FROM kept ORDER BY place')
    return (kept as readonly Parameters<typeof keptEntry>[0][]).map((row) => ({
      ...keptEntry(row),
      source: { path: null, url: null, retrieved: null, authority: null, licence: null, round: null, site: null },
    }))
  } finally {
    store.close()
  }
}

function print(runs: readonly Run[]): void {
  const line = (name: string, cell: (run: Run) => string) => [name, ...runs.map(cell)]
  const whole = (number: number) => Math.round(number).toLocaleString('en-GB')
  const names = runs[0]?.answers.map(({ name }) => name) ?? []
  printTable([
    line('observations', (run) => whole(run.observations)),
    line('documents', (run) => whole(run.documents)),
    line('rows', (run) => whole(run.rows)),
    line('prepared, letters/s', (run) => whole(run.documents / run.times / run.prepareSeconds)),
    line('put, rows/s', (run) => whole(run.rowsPut / run.putSeconds)),
    line('put and settled, rows/s', (run) => whole(run.rows / (run.putSeconds + run.settleSeconds))),
    line('all of it, rows/s', (run) => whole(run.rows / (run.prepareSeconds + run.putSeconds + run.settleSeconds))),
    line('put in, s', (run) => run.putSeconds.toFixed(1)),
    line('settled in, s', (run) => run.settleSeconds.toFixed(1)),
    line('after one word of a person, s', (run) => run.wordSeconds.toFixed(1)),
    line('rows copied', ({ times }) => (times === 1 ? '' : `${times} times`)),
    line('file, MB', (run) => whole(run.bytes / 1024 / 1024)),
    line('bytes an observation', (run) => whole(run.bytes / run.observations)),
    line('peak memory so far, MB', (run) => whole(run.peakMegabytes)),
    ...names.map((name, at) =>
      line(`${name}, ms`, ({ answers }) => {
        const answer = answers[at]
        return answer ? `${answer.milliseconds.toFixed(1)} (${whole(answer.rows)} rows)` : ''
      }),
    ),
  ])
}
