import { type Options, UnreadableError } from '../../format.ts'
import type { Writer } from '../../writer.ts'
import { unfold, wholeZip } from '../../zip.ts'
import { all, type Xml, xmlOf } from '../docx/xml.ts'

/** The parts of an OpenDocument file that say what it shows: its content, and the styles that are named. */
export interface OpenDocument {
  readonly content: Xml
  readonly styles: Xml | null
  /** Another part by its name, such as a picture; null where there is none. */
  readonly part: (name: string) => Uint8Array | null
}

/** The same, before they are looked at; a flat file is both. */
export interface DocumentParts {
  readonly content: Uint8Array
  readonly styles: Uint8Array | null
  readonly part: (name: string) => Uint8Array | null
}

/** Opens a zipped OpenDocument file, or a flat one, which is one XML file. Throws `UnreadableError`. */
export async function openDocument(
  bytes: Uint8Array,
  kind: string,
  writer: Writer,
  options: Options,
): Promise<OpenDocument> {
  const { content, styles, part } = await openParts(bytes, kind, writer, options)
  const xml = xmlOf({ content }, 'content')
  if (xml === null || all(xml, 'office:body').length === 0) throw withoutContent(options.name ?? 'the file', kind)
  if (styles === null) return { content: xml, styles: null, part }
  return { content: xml, styles: styles === content ? xml : xmlOf({ styles }, 'styles'), part }
}

export async function openParts(
  bytes: Uint8Array,
  kind: string,
  writer: Writer,
  { name }: Options,
): Promise<DocumentParts> {
  const file = name ?? 'the file'
  if (bytes[0] !== 0x50) return { content: bytes, styles: bytes, part: () => null }
  const whole = await wholeZip(bytes, file, writer)
  const parts = unfold(whole, (part) => sought.has(part))
  const manifest = xmlOf(parts, 'META-INF/manifest.xml')
  if (manifest && all(manifest, 'manifest:encryption-data').length > 0)
    throw new UnreadableError(
      'encrypted',
      `Cannot read ${file}: it is ${kind} that is locked with a password, and such a lock cannot be opened yet. Save it without a password and try again.`,
    )
  const content = parts['content.xml']
  if (content === undefined) throw withoutContent(file, kind)
  const part = (name: string) => unfold(whole, (each) => each === name)[name] ?? null
  return { content, styles: parts['styles.xml'] ?? null, part }
}

function withoutContent(file: string, kind: string): UnreadableError {
  return new UnreadableError(
    'damaged',
    `Cannot read ${file} as ${kind}: its content (content.xml) is missing. Fetch it again.`,
  )
}

const sought: ReadonlySet<string> = new Set(['content.xml', 'styles.xml', 'META-INF/manifest.xml'])
