import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { openReaders, type Readers } from './readers.ts'
import type { ReadingResult } from './reading-task.ts'
import { lookAtSize } from './size.ts'
import { Neighbourhood, type OnTrouble } from './surroundings.ts'

export interface ReadFilesOptions {
  /** The folder that relative paths are seen from. */
  readonly base: string
  readonly want: 'document' | 'reading'
  /** How many files are read beside each other; as many as the machine has processors, and no more than files need. */
  readonly jobs?: number
  /** Told of sidecars that cannot be used. */
  readonly onTrouble?: OnTrouble
}

/** A reader process takes a third of a second to start: it has to have some letters to be worth it. */
const filesWorthAReader = 8

/** So many readers are quickest for so many files. */
export function jobsFor(files: number, most: number = availableParallelism()): number {
  return Math.max(1, Math.min(most, Math.ceil(files / filesWorthAReader)))
}

/** Reads files and gives what came of each, in the order of the paths; one that fails never stops the rest. */
export async function* readFiles(
  paths: readonly string[],
  { base, want, jobs = jobsFor(paths.length), onTrouble = () => {} }: ReadFilesOptions,
): AsyncGenerator<{ readonly path: string; readonly result: ReadingResult }> {
  const beside = new Neighbourhood(onTrouble)
  const readers = openReaders({ jobs })
  const ahead: Promise<ReadingResult>[] = []
  try {
    for (const [index, path] of paths.entries()) {
      for (let next = index + ahead.length; next < paths.length && ahead.length <= jobs * 2; next += 1) {
        ahead.push(readOne(paths[next] ?? path, base, want, beside, readers))
      }
      const result = await ahead.shift()
      if (result) yield { path, result }
    }
  } finally {
    readers.close()
  }
}

async function readOne(
  path: string,
  base: string,
  want: 'document' | 'reading',
  beside: Neighbourhood,
  readers: Readers,
): Promise<ReadingResult> {
  const absolute = resolve(base, path)
  const looks = await lookAtSize(absolute, path)
  if (looks.kind === 'unreadable') return looks
  const { source, authorities } = await beside.of(path, absolute)
  return readers.read({ absolute, source, authorities, want })
}
