import { isUtf8 } from 'node:buffer'
import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { filesBefore, isWithoutList } from '../cut/files-before.ts'
import { type PartNote, UnreadableError } from '../format.ts'
import { limits } from '../limits.ts'
import { allowedFrom, type Container, type Inside, type Opening } from './container.ts'
import { type Unlock, unlocker, wasLocked } from './locked-zip.ts'

/** A ZIP archive. Its own list of contents is added up before anything is unfolded; files come out one at a time. */
export const zip: Container = {
  name: 'zip',
  recognises: ({ signature }) => signature === 'application/zip' || signature === 'application/x-zip-compressed',
  hasWords: false,
  open,
}

async function* open(bytes: Uint8Array, opening: Opening): AsyncGenerator<Inside> {
  if (isWithoutList(bytes)) return yield* withoutList(bytes, opening)
  const { fromBufferPromise, getFileNameLowLevel } = await import('yauzl')
  // Names stay bytes: the library would give up the whole archive over one name with ".." in it.
  const archive = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    autoClose: false,
    lazyEntries: true,
    decodeStrings: false,
  })
  const entries = await filesIn(archive, opening)
  refuseBomb(bytes.length, entries, opening)
  if (opening.password === null) refuseLocked(entries, opening)
  const unlock = unlocker(bytes, opening)
  for (const entry of entries) {
    const name = isUtf8(entry.fileNameRaw)
      ? entry.fileNameRaw.toString('utf8')
      : getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
    if (!isLeftByPrograms(name)) yield await unfolded(archive, entry, name, opening, unlock)
  }
}

/** The files of an archive whose end, and with it the list of contents, is missing; the last one says so. */
function* withoutList(bytes: Uint8Array, { file, call, budget }: Opening): Generator<Inside> {
  const allowed = allowedFrom(bytes, budget)
  const files = filesBefore(bytes, file, allowed).filter(({ name }) => !isLeftByPrograms(name))
  if (!files.some((each) => each.bytes !== null && (each.bytes.length > 0 || !each.isCut)))
    throw new UnreadableError(
      'damaged',
      `Cannot open ${file}: its end is missing, and no file in it can be read. Fetch it again.`,
    )
  for (const [index, { name, bytes, isCut }] of files.entries()) {
    budget.spend(bytes?.length ?? 0)
    if (bytes === null) yield { name, error: lostWithList(call(name)) }
    else yield { name, bytes, notes: index === files.length - 1 ? [truncated(name, file, isCut)] : [] }
  }
}

function truncated(name: string, file: string, isCut: boolean): PartNote {
  const here = isCut ? `The end of ${name} is missing` : `${name} is the last file that is whole`
  return { code: 'truncated', message: `${here}, for the end of ${file} is missing; further files in it may be lost.` }
}

function lostWithList(file: string): UnreadableError {
  return new UnreadableError(
    'damaged',
    `Cannot unfold ${file}: the end of the archive is missing, and the file is locked, damaged or packed in a way that needs it. Fetch the archive again.`,
  )
}

/** The files in an archive's list of contents: no folders. */
async function filesIn(archive: ZipFile, { file }: Opening): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for await (const entry of archive.eachEntry()) {
    if (entry.fileNameRaw.at(-1) !== slash) entries.push(entry)
    if (entries.length > limits.entries)
      throw new UnreadableError(
        'too_large',
        `Cannot open ${file}: it holds more than ${limits.entries} files. Unpack it and read the folder.`,
      )
  }
  return entries
}

const slash = '/'.charCodeAt(0)

function refuseBomb(size: number, entries: readonly Entry[], { file, budget }: Opening): void {
  const unfolded = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  const allowed = Math.min(budget.left, Math.max(limits.unfoldedAlways, size * limits.unfoldedRatio))
  if (unfolded > allowed)
    throw new UnreadableError(
      'too_large',
      `Cannot open ${file}: its ${size} bytes would unfold to ${unfolded}, and no more than ${allowed} are unfolded. If that is right, unpack it and read the folder.`,
    )
  budget.spend(unfolded)
}

function refuseLocked(entries: readonly Entry[], { file }: Opening): void {
  if (entries.length > 0 && entries.every((entry) => entry.isEncrypted()))
    throw new UnreadableError(
      'encrypted',
      `Cannot open ${file}: it is an archive (ZIP) that is locked with a password; give its password`,
    )
}

async function unfolded(
  archive: ZipFile,
  entry: Entry,
  name: string,
  opening: Opening,
  unlock: Unlock,
): Promise<Inside> {
  const error = whyNot(entry, opening.call(name), opening.password)
  if (error) return { name, error }
  try {
    if (entry.isEncrypted()) return { name, bytes: await unlock(entry, opening.call(name)), notes: [wasLocked(name)] }
    return { name, bytes: await bytesOf(await archive.openReadStreamPromise(entry), entry) }
  } catch (cause) {
    if (cause instanceof UnreadableError) return { name, error: cause }
    const seen = cause instanceof Error ? cause.message : String(cause)
    const message = `Cannot unfold ${opening.call(name)}: its part of the archive is damaged (${seen}). Fetch the archive again.`
    return { name, error: new UnreadableError('damaged', message, { cause }) }
  }
}

function whyNot(entry: Entry, file: string, password: string | null): UnreadableError | null {
  if (entry.isEncrypted() && password === null)
    return new UnreadableError('encrypted', `Cannot unfold ${file}: it is locked with a password; give its password`)
  if (!entry.isEncrypted() && !entry.canDecodeFileData())
    return new UnreadableError(
      'unsupported',
      `Cannot unfold ${file}: it is packed by a method that is not known (${entry.compressionMethod}). Unpack the archive and pack it anew.`,
    )
  if (entry.uncompressedSize > limits.file)
    return new UnreadableError(
      'too_large',
      `Cannot unfold ${file}: it has ${entry.uncompressedSize} bytes, and no more than ${limits.file} are read.`,
    )
  if (isLink(entry))
    return new UnreadableError(
      'unsupported',
      `Cannot unfold ${file}: it is a link to another file, and links are not followed.`,
    )
  return null
}

/** Unix keeps a file's kind in the upper half of its attributes. */
function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & 0o170000) === 0o120000
}

/** No more than the list of contents says comes out: the stream ends in an error where there is more. */
async function bytesOf(stream: Readable, entry: Entry): Promise<Uint8Array> {
  const bytes = new Uint8Array(entry.uncompressedSize)
  let length = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    bytes.set(chunk, length)
    length += chunk.length
  }
  // The library does not look: one turned bit could make another figure of a 4.
  if (crc32(bytes) !== entry.crc32) throw new Error('its bytes are not those that were packed')
  return bytes
}

/** What macOS and Windows put beside the files of an archive. */
function isLeftByPrograms(name: string): boolean {
  return /(?:^|[\\/])(?:__MACOSX[\\/]|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(name)
}
