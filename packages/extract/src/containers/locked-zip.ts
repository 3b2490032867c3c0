import type { FileEntry } from '@zip.js/zip.js'
import { type PartNote, UnreadableError } from '../format.ts'
import type { Opening } from './container.ts'

/** One locked file of an archive, unlocked; `file` is how sentences call it. */
export type Unlock = (entry: Sealed, file: string) => Promise<Uint8Array>

/** What the archive's list of contents says of a file. */
interface Sealed {
  readonly relativeOffsetOfLocalHeader: number
  readonly uncompressedSize: number
}

/** Opens the locked files of an archive (ZipCrypto, or the AES of WinZip). The library for it is imported for the first. */
export function unlocker(bytes: Uint8Array, { password }: Opening): Unlock {
  let entries: Promise<ReadonlyMap<number, FileEntry>> | null = null
  return async ({ relativeOffsetOfLocalHeader, uncompressedSize }, file) => {
    entries ??= lockedIn(bytes)
    const entry = (await entries).get(relativeOffsetOfLocalHeader)
    if (!entry || password === null) throw new Error('it is not where the list of contents says')
    const { bytes: opened, into } = bounded(uncompressedSize)
    try {
      await entry.getData(into, { password, useWebWorkers: false, checkSignature: true })
      return opened
    } catch (cause) {
      throw refusal(cause, file)
    }
  }
}

export function wasLocked(name: string): PartNote {
  return { code: 'encrypted', message: `${name} was opened with a password.` }
}

async function lockedIn(bytes: Uint8Array): Promise<ReadonlyMap<number, FileEntry>> {
  const { Uint8ArrayReader, ZipReader } = await import('@zip.js/zip.js')
  const archive = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false, strictness: 'tolerant' })
  const entries = new Map<number, FileEntry>()
  for await (const entry of archive.getEntriesGenerator()) if (!entry.directory) entries.set(entry.offset, entry)
  return entries
}

/** No more than the list of contents says comes out. */
function bounded(size: number): { readonly bytes: Uint8Array; readonly into: WritableStream<Uint8Array> } {
  const bytes = new Uint8Array(size)
  let length = 0
  const into = new WritableStream<Uint8Array>({
    write: (chunk) => {
      if (length + chunk.length > size) throw new Error('more comes out than its list of contents says')
      bytes.set(chunk, length)
      length += chunk.length
    },
  })
  return { bytes, into }
}

function refusal(cause: unknown, file: string): UnreadableError {
  const seen = cause instanceof Error ? cause.message : String(cause)
  if (/password/i.test(seen))
    return new UnreadableError(
      'encrypted',
      `Cannot unfold ${file}: it is locked, and the password given does not open it`,
      { cause },
    )
  if (/unsupported|not supported/i.test(seen))
    return new UnreadableError(
      'unsupported',
      `Cannot unfold ${file}: it is locked or packed in a way that is not known (${seen}). Unpack the archive and pack it anew.`,
      { cause },
    )
  // One wrong password in 256 passes the quick look of the old lock, and what comes out is noise.
  return new UnreadableError(
    'encrypted',
    `Cannot unfold ${file}: the password given does not open it, or its part of the archive is damaged (${seen})`,
    { cause },
  )
}
