import { constants, gunzipSync } from 'node:zlib'
import { type PartNote, UnreadableError } from '../format.ts'
import { limits } from '../limits.ts'
import { allowedFrom, type Container, type Inside, type Opening } from './container.ts'

/** One compressed file (GZIP): what is in it may be an archive (TAR) itself. */
export const gzip: Container = {
  name: 'archive',
  recognises: ({ signature }) => signature === 'application/gzip',
  hasWords: false,
  open,
}

async function* open(bytes: Uint8Array, opening: Opening): AsyncGenerator<Inside> {
  const { file, budget } = opening
  const allowed = Math.min(limits.file, allowedFrom(bytes, budget))
  const name = nameIn(bytes) ?? 'contents'
  const { unfolded, isCut } = inflated(bytes, allowed, file)
  budget.spend(unfolded.length)
  yield { name, bytes: unfolded, notes: isCut ? [cutNote(name, file)] : [] }
}

function inflated(
  bytes: Uint8Array,
  allowed: number,
  file: string,
): { readonly unfolded: Uint8Array; readonly isCut: boolean } {
  try {
    return { unfolded: new Uint8Array(gunzipSync(bytes, { maxOutputLength: allowed })), isCut: false }
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new UnreadableError(
        'too_large',
        `Cannot open ${file}: its ${bytes.length} bytes would unfold to more than the ${allowed} that are unfolded. If that is right, unpack it and read what is inside.`,
      )
    // Its end is missing: what stands before it is whole.
    if (code === 'Z_BUF_ERROR')
      return {
        unfolded: new Uint8Array(gunzipSync(bytes, { maxOutputLength: allowed, finishFlush: constants.Z_SYNC_FLUSH })),
        isCut: true,
      }
    throw cause
  }
}

function cutNote(name: string, file: string): PartNote {
  return { code: 'truncated', message: `The end of ${name} is missing, for the end of ${file} is.` }
}

/** The name that the file had before, where its head keeps it. */
function nameIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024))
  const flags = head[3] ?? 0
  if ((flags & 8) === 0) return null
  const start = (flags & 4) === 0 ? 10 : 12 + (head.length > 12 ? head.readUInt16LE(10) : 0)
  const end = head.indexOf(0, start)
  return end > start ? head.toString('latin1', start, end) : null
}
