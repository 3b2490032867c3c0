import { resolve } from 'node:path'
import { openReaders } from './readers.ts'
import type { ReadingOptions, Rows, Unreadable } from './reading-task.ts'
import { lookAtSize } from './size.ts'

export interface StreamRowsOptions extends ReadingOptions {
  /** The folder that the path is seen from. */
  readonly base: string
  /** A file inside it; null for the file itself. */
  readonly part: string | null
  /** The place of the table among those of the document, from 0. */
  readonly table: number
}

/**
 * Gives every row of one table of a file as it is read, its head first, so that a table of any length passes in little memory.
 * Null when all were given; else why not.
 */
export async function streamRows(
  path: string,
  { base, ...options }: StreamRowsOptions,
  onRows: (rows: Rows) => void,
): Promise<Unreadable | null> {
  const absolute = resolve(base, path)
  const looks = await lookAtSize(absolute, path)
  if (looks.kind === 'unreadable') return looks
  const readers = openReaders({ jobs: 1 })
  let failed: Unreadable | null = null
  try {
    await readers.read(
      {
        ...options,
        absolute,
        source: { path, url: null, retrieved: null, authority: null, licence: null, round: null },
        authorities: null,
        want: 'rows',
      },
      (result) => {
        if (result.kind === 'unreadable') failed = result
      },
      () => {},
      onRows,
    )
    return failed
  } finally {
    readers.close()
  }
}
