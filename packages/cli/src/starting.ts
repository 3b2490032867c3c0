import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compare, renderTable } from '@disclosed/compare'
import { openStore, type Store, StoreError } from '@disclosed/store'
import { counted, ingestInto } from './ingesting.ts'
import { type ExitCode, type Io, oneLine } from './io.ts'
import { explain } from './program.ts'
import { refusalsByKind } from './status-lines.ts'

const project = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '')
const exampleLetters = 'corpus/letters'
const exampleDataset = 'example/disclosed.sqlite'
const ownDataset = 'disclosed.sqlite'

/**
 * `pnpm start`: reads the letters that come with the project into an example dataset; `pnpm start PATH...`: reads one's
 * own into `./disclosed.sqlite` where one stands. Then shows what was read, the comparison, and what to type next.
 */
export async function start(paths: readonly string[], io: Io): Promise<ExitCode> {
  try {
    if (paths.some((path) => path === '--help' || path === '-h')) {
      io.out(help)
      return 0
    }
    const option = paths.find((path) => path.startsWith('-'))
    if (option !== undefined) {
      io.err(`start takes paths and no options, so not ${option}.\n${help}`)
      return 2
    }
    return paths.length === 0 ? await startExample(io) : await startOwn(paths, io)
  } catch (error) {
    return explain(error, ['start', ...paths], io)
  }
}

const help = `Usage: npx -y pnpm@12 start [PATH...]

Without paths: reads the letters that come with Disclosed into ${exampleDataset}.
With paths: reads the files and folders there into ./${ownDataset}.
`

async function startExample(io: Io): Promise<ExitCode> {
  const inProject = { ...io, base: project }
  const db = join(project, exampleDataset)
  mkdirSync(dirname(db), { recursive: true })
  removeIfUnusable(db)
  io.err(`Reading ${exampleLetters} into ${exampleDataset}.\n`)
  const exitCode = await ingestInto(inProject, [exampleLetters], { db, shownDb: exampleDataset, forgetGone: true })
  if (exitCode !== 130 && existsSync(db)) show(db, ` --db ${exampleDataset}`, inProject)
  return exitCode
}

async function startOwn(paths: readonly string[], io: Io): Promise<ExitCode> {
  const db = join(io.base, ownDataset)
  const exitCode = await ingestInto(io, paths, { db, shownDb: ownDataset })
  if (exitCode !== 130 && existsSync(db)) show(db, '', io)
  return exitCode
}

/** The example is made of the corpus alone: one that this version cannot read is simply made again. */
function removeIfUnusable(db: string): void {
  if (!existsSync(db)) return
  try {
    openStore(db).close()
  } catch (error) {
    if (!(error instanceof StoreError) || !replaceable.includes(error.code)) throw error
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(db + suffix, { force: true })
  }
}

const replaceable: readonly StoreError['code'][] = ['older', 'newer', 'damaged', 'not_sqlite', 'not_ours']

function show(db: string, option: string, io: Io): void {
  const store = openStore(db, { readonly: true })
  try {
    io.out(`\n${whatWasRead(store, io)}\n`)
    const comparison = compare(store)
    io.out(`\n${renderTable(comparison, { width: Math.min(io.width, 120), color: io.style('red', 'x') !== 'x' })}`)
    io.out(`\n${whatToTypeNext(option, io)}`)
  } finally {
    store.close()
  }
}

function whatWasRead(store: Store, io: Io): string {
  const status = store.status()
  const { documents, questions, values, sure, tables, failed } = status
  const refusals = refusalsByKind(status)
  return [
    io.style(
      'bold',
      `${counted(documents, 'document')}, ${counted(questions, 'question')}, ${counted(values, 'figure')} (${sure} sure), ${counted(tables, 'table')}`,
    ),
    refusals === '' ? 'Nothing refused.' : `Not given: ${refusals}.`,
    ...(failed.length === 0 ? [] : [`${counted(failed.length, 'file')} could not be read:`]),
    ...failed.slice(0, 10).map(({ message }) => `  ${oneLine(message)}`),
    ...(failed.length > 10 ? [`  and ${failed.length - 10} more: status names them all`] : []),
  ].join('\n')
}

/** Lines that work as they stand, typed where the user is. */
function whatToTypeNext(option: string, io: Io): string {
  const pnpm = io.base === project ? 'npx pnpm' : `npx -y pnpm@12 -C ${quoted(project)}`
  const lines = [
    [
      io.base === project ? 'npx -y pnpm@12 start PATH...' : `${pnpm} start PATH...`,
      `read your own letters into ./${ownDataset}`,
    ],
    [`${pnpm} disclosed compare${option} --format csv`, 'every cell with its words and where they stand'],
    [`${pnpm} disclosed status${option}`, 'what is in, what failed and why'],
    [`${pnpm} disclosed query "SELECT * FROM comparison_safe"${option}`, 'the figures that may be added up'],
    [`${pnpm} disclosed --help`, 'all it can do'],
  ] as const
  return `${[io.style('bold', 'Next'), ...lines.map(([line, about]) => `  ${line}\n      ${about}`)].join('\n')}\n`
}

function quoted(path: string): string {
  return /^[\w/.:\\-]+$/.test(path) ? path : `"${path}"`
}
