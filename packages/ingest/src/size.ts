import { stat } from 'node:fs/promises'
import { type Unreadable, unreadable } from './reading-task.ts'
import { refusal } from './refusal.ts'

/** Above this many bytes nothing is opened. */
const mostBytes = 200 * 1024 * 1024

/** What a file looks like from outside: if neither has changed it is taken to hold the same. */
export interface Looks {
  readonly kind: 'looks'
  readonly bytes: number
  /** When it was last written, in milliseconds since 1970. */
  readonly modified: number
}

/** How a file looks from outside, or why it is not opened. `path` is what people know it by. */
export async function lookAtSize(absolute: string, path: string): Promise<Looks | Unreadable> {
  try {
    const about = await stat(absolute)
    const { size: bytes, mtimeMs: modified } = about
    if (about.isDirectory()) return unreadable('folder', `${path} is a folder: disclosed ingest reads folders.`)
    if (bytes > mostBytes) return tooLarge(path, bytes)
    return { kind: 'looks', bytes, modified }
  } catch (error) {
    const { code, why } = refusal(error)
    return unreadable(code, `Cannot read ${path}: ${why}`)
  }
}

function tooLarge(path: string, bytes: number): Unreadable {
  return unreadable(
    'too_large',
    `Did not read ${path}: it has ${inMegabytes(bytes)} MB, and no more than ${inMegabytes(mostBytes)} MB are read. Split it if it holds several.`,
  )
}

function inMegabytes(bytes: number): string {
  return Math.round(bytes / 1024 / 1024).toLocaleString('en-GB')
}
