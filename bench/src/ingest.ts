import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeCopies } from './copies.ts'
import { type Measured, measured } from './measured.ts'
import { printTable } from './print.ts'

const commandLine = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url))
const corpus = fileURLToPath(new URL('../../corpus/letters', import.meta.url))

/** From a folder to the dataset, and once more with nothing changed. `pnpm bench [DOCUMENTS] [FOLDER]`. */
export async function benchIngest(documents = 200, letters = corpus): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'disclosed-bench-'))
  try {
    await makeCopies(letters, join(folder, 'letters'), documents)
    // Whole paths, for under pnpm the command line takes others as seen from where its user stands.
    const db = join(folder, 'disclosed.sqlite')
    const ingest = () =>
      measured(process.execPath, [commandLine, 'ingest', join(folder, 'letters'), '--db', db], folder)
    const first = await ingest()
    const again = await ingest()
    const { size } = await stat(db)
    const one = await measured(process.execPath, [commandLine, '--help'], folder)
    printTable([
      ['', 'seconds', 'documents/s', 'peak MB', 'peak MB of a reader'],
      ['folder to dataset', ...columns(first, documents)],
      ['again, nothing changed', ...columns(again, documents)],
      ['--help', one.seconds.toFixed(2), '', '', ''],
    ])
    process.stdout.write(`\n${documents} documents, a dataset of ${(size / 1024 / 1024).toFixed(1)} MB\n`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

function columns({ seconds, ownMegabytes, readerMegabytes }: Measured, documents: number): readonly string[] {
  return [seconds.toFixed(2), (documents / seconds).toFixed(0), megabytes(ownMegabytes), megabytes(readerMegabytes)]
}

function megabytes(value: number | null): string {
  return value === null ? '·' : value.toFixed(0)
}
