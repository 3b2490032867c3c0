import { open, stat } from 'node:fs/promises'
import type { Unreadable } from './reading-task.ts'
import { refusal } from './refusal.ts'

/** Above this many bytes nothing is opened. */
const mostBytes = 200 * 1024 * 1024
/** Above this many bytes no plain text is opened: a letter of fifty megabytes would have ten thousand pages. */
const mostBytesOfText = 50 * 1024 * 1024

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
    if (bytes > mostBytes) return tooLarge(path, 'a file', bytes, mostBytes)
    if (bytes > mostBytesOfText && (await isText(absolute))) return tooLarge(path, 'a text', bytes, mostBytesOfText)
    return { kind: 'looks', bytes, modified }
  } catch (error) {
    const { code, why } = refusal(error)
    return unreadable(code, `Cannot read ${path}: ${why}`)
  }
}

function tooLarge(path: string, what: string, bytes: number, most: number): Unreadable {
  return unreadable(
    'too_large',
    `Did not read ${path}: ${what} of ${inMegabytes(bytes)} MB is no letter, and no more than ${inMegabytes(most)} MB are read. Split it if it holds several.`,
  )
}

async function isText(absolute: string): Promise<boolean> {
  const file = await open(absolute)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    const head = buffer.subarray(0, bytesRead)
    return !head.includes(0) && !head.subarray(0, 1024).includes('%PDF-')
  } finally {
    await file.close()
  }
}

function unreadable(code: string, message: string): Unreadable {
  return { kind: 'unreadable', code, message }
}

function inMegabytes(bytes: number): string {
  return Math.round(bytes / 1024 / 1024).toLocaleString('en-GB')
}
