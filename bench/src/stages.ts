import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { classify, unknownSource } from '@disclosed/classify'
import { extract } from '@disclosed/extract'
import { register } from '@disclosed/reference'
import { openStore, type PreparedEntry } from '@disclosed/store'
import { prepare } from '@disclosed/store/prepare'
import { makeCopies } from './copies.ts'
import { printTable } from './print.ts'

const corpus = fileURLToPath(new URL('../../corpus/letters', import.meta.url))
const atOnce = 32

/**
 * What each stage of reading a folder costs, in seconds of processor time, one letter after another in one process: from bytes to
 * words, from words to a reading, from that to rows (so far readers go), into the dataset, and all of it put together. `pnpm bench stages [DOCUMENTS]`
 */
export async function benchStages(documents = 2000): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'disclosed-bench-'))
  const store = openStore(join(folder, 'disclosed.sqlite'))
  const stages = { extracted: 0, classified: 0, prepared: 0, put: 0, settled: 0 }
  let letters = 0
  let together: PreparedEntry[] = []
  const timed = async <Result>(stage: keyof typeof stages, work: () => Result | Promise<Result>): Promise<Result> => {
    const before = process.cpuUsage()
    const result = await work()
    const { user, system } = process.cpuUsage(before)
    stages[stage] += (user + system) / 1e6
    return result
  }
  const write = () => {
    const entries = together
    together = []
    return timed('put', () =>
      store.together(() => {
        for (const each of entries) store.put(each)
      }),
    )
  }
  try {
    await makeCopies(corpus, join(folder, 'letters'), documents)
    for (const path of await filesIn(join(folder, 'letters'))) {
      const bytes = await readFile(path)
      const document = await timed('extracted', () => extract(bytes, { name: path }).catch(() => null))
      if (!document) continue
      const source = { ...unknownSource, path: path.slice(folder.length + 1) }
      const reading = await timed('classified', () => classify(document, { source, register: register() }))
      const prepared = await timed('prepared', () => prepare(document, reading, { register: register() }))
      letters += 1
      together.push({ prepared, source })
      if (together.length === atOnce) await write()
    }
    await write()
    await timed('settled', () => store.settle())
  } finally {
    store.close()
    await rm(folder, { recursive: true })
  }
  const all = Object.values(stages).reduce((sum, each) => sum + each, 0)
  printTable([
    ['', 'seconds', 'share', 'ms a letter'],
    ...Object.entries(stages).map(([stage, seconds]) => [
      stage,
      seconds.toFixed(1),
      `${((seconds / all) * 100).toFixed(0)} %`,
      ((seconds / letters) * 1000).toFixed(1),
    ]),
    ['together', all.toFixed(1), '', ((all / letters) * 1000).toFixed(1)],
  ])
  process.stdout.write(`\n${letters} letters: ${(letters / all).toFixed(0)} for each second of one processor\n`)
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((each) => each.isFile() && !/\.(?:json|csv)$/.test(each.name))
    .map((each) => join(each.parentPath, each.name))
    .toSorted()
}
