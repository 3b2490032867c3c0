import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { extract } from '@disclosed/extract'

const rounds = 9

/**
 * Milliseconds for each page: ours, warm; pdftotext's, its start left out; null where it is not on the PATH. The quickest of several rounds
 * each, which other work on the machine disturbed least.
 */
export interface PerPage {
  readonly pages: number
  readonly ours: number
  readonly pdftotext: number | null
}

/** Reads a PDF side by side with `pdftotext -layout`; null where it cannot be read, or only by recognising pictures of pages. */
export async function perPage(file: string): Promise<PerPage | null> {
  const bytes = new Uint8Array(await readFile(file))
  const first = await extract(bytes).catch(() => null)
  if (!first?.pages || first.ocr) return null
  const { pages } = first
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    await extract(bytes)
    ours.push(performance.now() - began)
    theirs.push(timed(['-layout', file, '-']) ?? Number.NaN)
  }
  const start = startOf()
  const pdftotext = start === null ? null : Math.max(0.1, Math.min(...theirs) - start) / pages
  return { pages, ours: Math.min(...ours) / pages, pdftotext }
}

let start: number | null | undefined

/** How long pdftotext takes to start and say its version. */
function startOf(): number | null {
  if (start !== undefined) return start
  const times = Array.from({ length: rounds }, () => timed(['-v']))
  start = times.some((time) => time === null) ? null : Math.min(...times.filter((time) => time !== null))
  return start
}

function timed(args: readonly string[]): number | null {
  const began = performance.now()
  const { error } = spawnSync('pdftotext', args, { stdio: 'ignore' })
  return error ? null : performance.now() - began
}
