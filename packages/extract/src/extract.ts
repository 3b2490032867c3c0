import { createHash } from 'node:crypto'
import { brokenPromises, type Document } from '@disclosed/document'
import { type Format, type Options, UnreadableError } from './format.ts'
import { formats } from './formats/index.ts'
import { isLockedOffice, kindInWords, unsupported } from './kinds.ts'
import { limits } from './limits.ts'
import { lookAt } from './look.ts'
import { Writer } from './writer.ts'

export type ExtractOptions = Partial<Options>

/**
 * Reads a published file into a `Document`. What the file is, its bytes tell and not its name.
 *
 * @throws UnreadableError with a sentence for people, when no document can come out of it.
 */
export async function extract(bytes: Uint8Array, options: ExtractOptions = {}): Promise<Document> {
  return extractWith(new Writer(), bytes, options)
}

/** As `extract`, with a writer that the caller may ask afterwards. */
export async function extractWith(writer: Writer, bytes: Uint8Array, options: ExtractOptions): Promise<Document> {
  const asked: Options = {
    name: null,
    part: null,
    includeHidden: false,
    password: null,
    notes: [],
    recognition: {},
    ...options,
  }
  refuseBySize(bytes, asked)
  const outside = await lookAt(bytes)
  const isLocked = isLockedOffice(outside)
  const look = isLocked ? await lookAt(await unlocked(bytes, asked)) : outside
  const format = formats.find((each) => each.recognises(look))
  if (!format) throw unsupported(look, asked)
  for (const { code, message } of asked.notes) writer.note(code, message)
  await readAs(format, look.bytes, writer, asked)
  if (isLocked) writer.note('encrypted', `${asked.name ?? 'The file'} was opened with a password.`)
  return finish(format, bytes, writer, asked)
}

async function unlocked(bytes: Uint8Array, options: Options): Promise<Uint8Array> {
  const { unlockOffice } = await import('./locked/office.ts')
  return unlockOffice(bytes, options.password, called(options))
}

/** How a sentence names the file. */
function called({ name }: Options): string {
  return name ?? 'the file'
}

function refuseBySize(bytes: Uint8Array, options: Options): void {
  if (bytes.length === 0)
    throw new UnreadableError('empty', `Cannot read ${called(options)}: it is empty (0 bytes). Fetch it again.`)
  if (bytes.length > limits.file)
    throw new UnreadableError(
      'too_large',
      `Cannot read ${called(options)}: it has ${inMegabytes(bytes.length)} MB, and no more than ${inMegabytes(limits.file)} MB are read.`,
    )
}

async function readAs(format: Format, bytes: Uint8Array, writer: Writer, options: Options): Promise<void> {
  try {
    await format.read(bytes, writer, options)
  } catch (cause) {
    if (cause instanceof UnreadableError) throw cause
    const seen = cause instanceof Error ? cause.message : String(cause)
    throw new UnreadableError(
      'damaged',
      `Cannot read ${called(options)} as ${kindInWords(format.mediaTypes[0])}: it seems damaged (${seen}). Fetch it again, or open and save it anew.`,
      { cause },
    )
  }
}

function finish(format: Format, bytes: Uint8Array, writer: Writer, options: Options): Document {
  if (writer.length === 0 && writer.hasNote('truncated'))
    throw new UnreadableError(
      'damaged',
      `Cannot read ${called(options)}: its end is missing, and what is left of it holds no words. Fetch it again.`,
    )
  if (writer.length === 0 && !writer.hasNotes) writer.note('no-words', 'The file was read, and holds no words.')
  const document: Document = {
    id: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    mediaType: format.mediaTypes[0],
    bytes: bytes.length,
    part: options.part,
    reader: `${format.name}@${format.version}`,
    ...writer.finish(),
  }
  const [broken] = brokenPromises(document)
  if (broken !== undefined)
    throw new Error(
      `The ${format.name} reader broke a promise of documents while reading ${called(options)}: ${broken}`,
    )
  return document
}

function inMegabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0)
}
