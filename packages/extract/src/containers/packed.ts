import { UnreadableError } from '../format.ts'
import { isPacked } from '../kinds.ts'
import { limits } from '../limits.ts'
import { allowedFrom, type Container, type Inside, type Opening } from './container.ts'

/** Archives other than ZIP: TAR, also compressed as a whole, 7-Zip, RAR, CAB. They are unfolded by libarchive, which sees nothing but its own memory. */
export const packed: Container = {
  name: 'archive',
  recognises: ({ signature }) => signature !== null && isPacked(signature),
  hasWords: false,
  open,
}

const chunk = 1024 * 1024

async function* open(bytes: Uint8Array, { file, call, budget }: Opening): AsyncGenerator<Inside> {
  const { ArchiveReader, libarchiveWasm } = await import('libarchive-wasm')
  const library = await libarchiveWasm()
  const reader = new ArchiveReader(library, new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  let left = allowedFrom(bytes, budget)
  let files = 0
  for (let entry = reader.nextEntry(); entry !== null; entry = reader.nextEntry()) {
    const kind = entry.getFiletype()
    if (kind === 'Directory') continue
    files += 1
    if (files > limits.entries) throw tooMany(file)
    const name = entry.getPathname() ?? `file ${files}`
    if (kind !== 'File' || entry.getSymlinkTarget() || entry.getHardlinkTarget())
      yield { name, error: isLink(call(name)) }
    else if (entry.isEncrypted()) yield { name, error: isLocked(call(name)) }
    else {
      const pieces: Uint8Array[] = []
      let error: UnreadableError | null = null
      try {
        for (let piece = reader.readData(chunk); piece.length > 0; piece = reader.readData(chunk)) {
          left -= piece.length
          // What is behind it in the archive could only be had by unfolding this one, so all ends here.
          if (left < 0) throw tooLarge(bytes.length, file)
          pieces.push(new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength))
        }
      } catch (cause) {
        if (cause instanceof UnreadableError) throw cause
        error = isDamaged(call(name), cause)
      }
      const whole = Buffer.concat(pieces)
      budget.spend(whole.length)
      if (error !== null) yield { name, error }
      else if (whole.length > limits.file) yield { name, error: tooLarge(whole.length, call(name)) }
      else yield { name, bytes: new Uint8Array(whole) }
    }
  }
  const seen = library.error_string(reader.archive)
  if (seen && reader.hasEncryptedData()) throw isLocked(file)
  if (seen && files === 0) throw isDamaged(file, seen)
  if (seen) yield { name: 'the rest of it', error: isDamaged(`the rest of ${file}`, seen) }
}

function tooMany(file: string): UnreadableError {
  return new UnreadableError(
    'too_large',
    `Cannot open all of ${file}: it holds more than ${limits.entries} files. Unpack it and read the folder.`,
  )
}

function tooLarge(size: number, file: string): UnreadableError {
  return new UnreadableError(
    'too_large',
    `Cannot open all of ${file}: its ${size} bytes would unfold to more than is unfolded. If that is right, unpack it and read the folder.`,
  )
}

function isLink(file: string): UnreadableError {
  return new UnreadableError(
    'unsupported',
    `Cannot unfold ${file}: it is a link to another file, and links are not followed.`,
  )
}

function isLocked(file: string): UnreadableError {
  return new UnreadableError(
    'encrypted',
    `Cannot unfold ${file}: it is locked with a password, and locks of such archives cannot be opened. Unpack the archive and read the files inside.`,
  )
}

function isDamaged(file: string, cause: unknown): UnreadableError {
  const seen = (cause instanceof Error ? cause.message : String(cause)).replace(/\s+/g, ' ').slice(0, 200)
  return new UnreadableError(
    'damaged',
    `Cannot unfold ${file}: the archive is damaged (${seen}), or packed in a way that is not known. Fetch it again.`,
    { cause },
  )
}
