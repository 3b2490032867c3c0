import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { measured } from '../measured.ts'
import { letterAsPdf } from './letters.ts'
import { median } from './median.ts'
import { otherFormats } from './other-formats.ts'
import { type PerPage, perPage } from './per-page.ts'
import { perSecond } from './throughput.ts'
import { secondsOf } from './whole-commands.ts'

/**
 * How fast files are read, and in how much memory. `pnpm bench extraction [FOLDER...]`: on files made here, and on the
 * PDFs of folders where they are given. On a machine with other work times are still too long.
 */
export async function benchExtraction(folders: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'disclosed-extraction-'))
  try {
    const made = await makeFiles(folder)
    showCommands(made.rates.txt?.slice(0, 1) ?? [])
    await showPages(
      folders.length > 0 ? await pdfsIn(folders) : [...made.letters.slice(0, 3), ...made.mixed.slice(0, 5)],
    )
    await showRates(made.rates, folders.length > 0 ? await pdfsIn(folders) : [])
    await showMemory(made.large)
  } finally {
    await rm(folder, { recursive: true })
  }
}

interface Made {
  readonly letters: readonly string[]
  readonly mixed: readonly string[]
  readonly rates: Readonly<Record<string, readonly string[]>>
  readonly large: Readonly<Record<string, string>>
}

const letterCount = 60

async function makeFiles(folder: string): Promise<Made> {
  const seeds = Array.from({ length: letterCount }, (_, seed) => seed + 1)
  const make = async (name: string, bytes: Uint8Array) => {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, name), bytes)
    return join(folder, name)
  }
  const pdf = (name: string, pages: number, tables: number) =>
    Promise.all(
      seeds.map(async (seed) =>
        make(`${name}-${seed}.pdf`, await letterAsPdf({ pages: pages + ((tables * seed) % 2), tables, seed })),
      ),
    )
  const letters = await pdf('letter', 2, 0)
  const mixed = await pdf('mixed', 4, 3)
  const rates: Record<string, readonly string[]> = { 'two-page letters (PDF)': letters, 'PDFs of 4 to 5 pages': mixed }
  for (const [format, made] of Object.entries(otherFormats))
    rates[format] = await Promise.all(seeds.map((seed) => make(`letter-${seed}.${format}`, made(seed))))
  const large = {
    'a register of 61 pages': await make('register.pdf', await letterAsPdf({ pages: 61, tables: 61, seed: 1 })),
    'a PDF of 5,000 pages': await make('long.pdf', await letterAsPdf({ pages: 5000, tables: 500, seed: 2 })),
    'a CSV of 1,000,000 rows': await make('rows.csv', rowsAsCsv(1_000_000)),
  }
  return { letters, mixed, rates, large }
}

function rowsAsCsv(count: number): Uint8Array {
  const rows = Array.from({ length: count }, (_, row) => `${row + 1},Street ${row % 977},${(row * 7) % 400},2023-04-01`)
  return Buffer.from(`Number,Street,Fines,Day\n${rows.join('\n')}\n`)
}

async function pdfsIn(folders: readonly string[]): Promise<readonly string[]> {
  const lists = folders.map(async (folder) => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile() && extname(entry.name) === '.pdf')
    return files.map((entry) => join(entry.parentPath, entry.name)).toSorted()
  })
  return (await Promise.all(lists)).flat()
}

function showCommands(small: readonly string[]): void {
  print([
    ['a whole command', 'seconds'],
    ['--help', secondsOf(['--help']).toFixed(2)],
    ...small.map((file) => ['read of one small text', secondsOf(['read', file]).toFixed(2)]),
  ])
  process.stdout.write('\n')
}

async function showPages(files: readonly string[]): Promise<void> {
  const found: (PerPage & { readonly file: string })[] = []
  for (const file of files) {
    const times = await perPage(file)
    if (times) found.push({ ...times, file })
  }
  const ratios = found.flatMap(({ ours, pdftotext }) => (pdftotext === null ? [] : [ours / pdftotext]))
  const sum = (of: (each: PerPage) => number) => found.reduce((all, each) => all + each.pages * of(each), 0)
  print([
    ['a page, warm', 'pages', 'ms', 'pdftotext -layout', 'times'],
    ...found.map(({ file, pages, ours, pdftotext }) => [
      file.split('/').at(-1) ?? file,
      String(pages),
      ours.toFixed(2),
      pdftotext?.toFixed(2) ?? '·',
      pdftotext === null ? '·' : (ours / pdftotext).toFixed(1),
    ]),
  ])
  if (ratios.length === 0) process.stdout.write('pdftotext is not on the PATH: nothing to compare with.\n\n')
  else {
    const pooled = sum(({ ours }) => ours) / sum(({ pdftotext }) => pdftotext ?? 0)
    process.stdout.write(`times pdftotext: median ${median(ratios).toFixed(1)}, pages pooled ${pooled.toFixed(1)}\n\n`)
  }
}

async function showRates(rates: Made['rates'], own: readonly string[]): Promise<void> {
  const rows: (readonly string[])[] = [['on two threads', 'files', 'files/s']]
  const all = own.length > 0 ? { ...rates, 'PDFs of the folders': own } : rates
  for (const [name, files] of Object.entries(all))
    rows.push([name, String(files.length), (await perSecond(files)).toFixed(0)])
  print(rows)
  process.stdout.write('\n')
}

async function showMemory(large: Made['large']): Promise<void> {
  const reader = fileURLToPath(new URL('./read-one.ts', import.meta.url))
  const rows: (readonly string[])[] = [['in a process of its own', 'seconds', 'peak MB']]
  for (const [name, file] of Object.entries(large)) {
    const { seconds, ownMegabytes } = await measured(process.execPath, [reader, file], process.cwd())
    rows.push([name, seconds.toFixed(1), ownMegabytes?.toFixed(0) ?? '·'])
  }
  print(rows)
}

function print(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? []
  for (const row of rows) {
    const cells = row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
    process.stdout.write(`${cells.join('  ').trimEnd()}\n`)
  }
}

if (import.meta.main) await benchExtraction(process.argv.slice(2))
