import { type UnzipFileInfo, unzipSync } from 'fflate'
import { isWithoutList } from './cut/files-before.ts'
import { mendedOffice } from './cut/mended-office.ts'
import { UnreadableError } from './format.ts'
import { limits } from './limits.ts'
import type { Writer } from './writer.ts'

/** The parts of a zipped file by name, unfolded. */
export type Parts = Readonly<Record<string, Uint8Array>>

/** Unfolds the wanted parts of a whole zipped file; no part may grow beyond what its list of contents says. */
export function unfold(bytes: Uint8Array, wants: (name: string) => boolean): Parts {
  return unzipSync(bytes, { filter: ({ name }: UnzipFileInfo) => wants(name) })
}

/**
 * A zipped file (DOCX, XLSX) that may be unfolded. Its own list of contents was added up: a small file that says it
 * unfolds to gigabytes is refused before anything is unfolded. One whose end is missing is made whole of what there is,
 * and a note says what is lost.
 */
export async function wholeZip(bytes: Uint8Array, file: string, writer: Writer): Promise<Uint8Array> {
  const mended = isWithoutList(bytes) ? mendedOffice(bytes, file) : null
  if (mended === null) {
    await refuseBomb(bytes, file)
    return bytes
  }
  writer.note('truncated', `The end of ${file} is missing; what could be read of it was.`)
  if (mended.lost.length > 0)
    writer.note('truncated', `With the end of ${file} are lost ${new Intl.ListFormat('en-GB').format(mended.lost)}.`)
  return mended.bytes
}

/** Adds up what a zipped file says it unfolds to. Throws when that is too much, or when there is no list of contents. */
async function refuseBomb(bytes: Uint8Array, file: string): Promise<void> {
  const { unfolded, entries } = await contents(bytes)
  const allowed = Math.min(limits.unfolded, Math.max(limits.unfoldedAlways, bytes.length * limits.unfoldedRatio))
  if (unfolded > allowed || entries > limits.entries)
    throw new UnreadableError(
      'too_large',
      `Cannot read ${file}: its ${bytes.length} bytes would unfold to ${unfolded} in ${entries} parts, and no more than ${allowed} in ${limits.entries} are read. Ask for the data as CSV.`,
    )
}

async function contents(bytes: Uint8Array): Promise<{ unfolded: number; entries: number }> {
  const { fromBuffer } = await import('yauzl')
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return await new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, decodeStrings: false }, (error, zip) => {
      if (error) return reject(error)
      let unfolded = 0
      let entries = 0
      zip.on('entry', (entry: { uncompressedSize: number }) => {
        unfolded += entry.uncompressedSize
        entries += 1
        zip.readEntry()
      })
      zip.on('end', () => resolve({ unfolded, entries }))
      zip.on('error', reject)
      zip.readEntry()
    })
  })
}
