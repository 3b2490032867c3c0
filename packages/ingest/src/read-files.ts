import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { Gathered } from './gathered.ts'
import type { Readers } from './readers.ts'
import type { PagesDone, ReadingOptions, ReadingResult } from './reading-task.ts'
import { lookAtSize } from './size.ts'
import { Neighbourhood, type OnTrouble } from './surroundings.ts'

export interface ReadFilesOptions extends ReadingOptions {
  /** The folder that relative paths are seen from. */
  readonly base: string
  readonly want: 'document' | 'reading'
  /** Only this file inside it, or null: only the file itself; all of them where it is not said. */
  readonly part?: string | null
  /** How many files are read beside each other; as many as the machine has processors, and no more than files need. */
  readonly jobs?: number
  /** Told of sidecars that cannot be used. */
  readonly onTrouble?: OnTrouble
  /** Told of each page of a scan that is done. */
  readonly onPage?: (path: string, pages: PagesDone) => void
}

/** A reader process takes a third of a second to start: it has to have some letters to be worth it. */
const filesWorthAReader = 8

/** So many readers are quickest for so many files. */
export function jobsFor(files: number, most: number = availableParallelism()): number {
  return Math.max(1, Math.min(most, Math.ceil(files / filesWorthAReader)))
}

/**
 * Reads files and gives what came of each, in the order of the paths: one result for a letter, one for every file inside
 * an e-mail or archive. One that fails never stops the rest.
 */
export async function* readFiles(
  paths: readonly string[],
  { jobs = jobsFor(paths.length), onTrouble = () => {}, ...options }: ReadFilesOptions,
): AsyncGenerator<{ readonly path: string; readonly result: ReadingResult }> {
  const beside = new Neighbourhood(onTrouble)
  const readers = paths.length === 1 ? readersForOne() : (await import('./readers.ts')).openReaders({ jobs })
  const ahead: Promise<Gathered>[] = []
  try {
    for (const [index, path] of paths.entries()) {
      for (let next = index + ahead.length; next < paths.length && ahead.length <= jobs * 2; next += 1) {
        ahead.push(readOne(paths[next] ?? path, options, beside, readers))
      }
      const gathered = await ahead.shift()
      for (const result of gathered?.results() ?? []) yield { path, result }
    }
  } finally {
    readers.close()
  }
}

async function readOne(
  path: string,
  { base, onPage, ...options }: Omit<ReadFilesOptions, 'jobs' | 'onTrouble'>,
  beside: Neighbourhood,
  readers: Readers,
): Promise<Gathered> {
  const gathered = new Gathered()
  const absolute = resolve(base, path)
  const looks = await lookAtSize(absolute, path)
  if (looks.kind === 'unreadable') gathered.add(looks)
  else {
    const { source, authorities } = await beside.of(path, absolute)
    const task = { ...options, absolute, source, authorities }
    const onCame = (result: ReadingResult): void => gathered.add(result)
    await readers.read(task, onCame, (pages) => onPage?.(path, pages))
  }
  return gathered
}

/** One short text is read here, for a process of its own would take longer to start; everything else in one of its own. */
function readersForOne(): Readers {
  let started: Readers | null = null
  return {
    read: async (task, onCame, onPage) => {
      const { isShortText, readHere } = await import('./read-here.ts')
      if (await isShortText(task.absolute)) return readHere(task, onCame)
      started = (await import('./readers.ts')).openReaders({ jobs: 1 })
      return started.read(task, onCame, onPage)
    },
    close: () => started?.close(),
  }
}
