import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { isAbsolute, normalize, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { refusal } from './refusal.ts'

/** The SHA-256 of a file's bytes, as hex. */
export async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** A drive that is not at hand is no reason to forget what was on it: only a plain no counts. */
export async function isThere(file: string): Promise<boolean> {
  try {
    await access(file)
    return true
  } catch (error) {
    return refusal(error).code !== 'ENOENT'
  }
}

/** Do two paths, however typed, lead to the same place? */
export function isSamePath(typed: string, path: string): boolean {
  return normalize(typed) === normalize(path)
}

/** Is a path, as a walk shows it, the one that was typed or below it? */
export function isBelow(path: string, typed: string): boolean {
  const from = relative(normalize(typed), normalize(path))
  return !from.startsWith('..') && !isAbsolute(from)
}
