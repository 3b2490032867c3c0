import { rootOf } from './compound.ts'
import { type Look, type Options, UnreadableError } from './format.ts'

/** A media type as people say it, with its article. */
export function kindInWords(mediaType: string): string {
  return kinds[mediaType] ?? byFamily(mediaType) ?? `a file of the type ${mediaType}`
}

/** The error for a file that no format recognises: it names what the file is, by its bytes. */
export function unsupported({ bytes, signature, text }: Look, { name }: Options): UnreadableError {
  const file = name ?? 'the file'
  const type = signature ?? (text === null ? null : (textualKind(text) ?? 'text/plain'))
  if (type === null)
    return new UnreadableError(
      'not_text',
      `Cannot read ${file}: its bytes are neither text nor any type of file that is known. Check that it is the file that was published.`,
    )
  if (type === 'application/x-cfb' && (rootOf(bytes)?.streams.size ?? 0) === 0)
    return new UnreadableError(
      'damaged',
      `Cannot read ${file}: it is ${kindInWords(type)} whose list of contents is missing or damaged. Fetch it again.`,
    )
  if (type === 'application/zip' || type === 'application/gzip' || isPacked(type))
    return new UnreadableError(
      'container',
      `Cannot read ${file} as one document: it is ${kindInWords(type)}. The files inside are read one by one.`,
    )
  return new UnreadableError(
    'unsupported',
    `Cannot read ${file}: it is ${kindInWords(type)}, which cannot be read yet. ${advice(type)}`,
  )
}

/** Text that is another format written in characters, told by how it begins; null for plain text. */
export function textualKind(text: string): string | null {
  const start = text.trimStart().slice(0, 4096)
  if (start.startsWith('BEGIN:VCALENDAR')) return 'text/calendar'
  if (start.startsWith('BEGIN:VCARD')) return 'text/vcard'
  if (isMail(start)) return 'message/rfc822'
  if (/^<(?:\?xml|svg)\b/.test(start)) return start.includes('<svg') ? 'image/svg+xml' : 'application/xml'
  if (/^\{\s{0,80}"/.test(start) || /^\[\s{0,80}[{["]/.test(start)) return 'application/json'
  return null
}

/**
 * A mail as it travels: only machines write these headers. A mail pasted into a letter ("From: … Sent: … Subject: …")
 * has none of them and is text.
 */
function isMail(start: string): boolean {
  const [head = ''] = start.split(/\r?\n\r?\n/, 1)
  return (
    /^(?:MIME-Version|Message-ID|Received|Return-Path|Delivered-To):/im.test(head) &&
    /^[A-Za-z-]{2,40}:|^From /.test(head)
  )
}

/** A Word or Excel file since 2007 that is locked with a password: an old compound file holds it. */
export function isLockedOffice({ signature }: Look): boolean {
  return signature === encrypted
}

const encrypted = 'application/x-ole-encrypted'

/**
 * Old Office files are little file systems: the names of what stands outermost tell which, for a message or a text may
 * hold the others. Where no names can be had, any in the file have to do.
 */
export function kindOfCompound(bytes: Uint8Array): string {
  const root = rootOf(bytes)
  const names = [...(root?.streams.keys() ?? []), ...(root?.storages.keys() ?? [])]
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const told = kindByNames((name) => names.includes(name))
  return told ?? kindByNames((name) => whole.includes(Buffer.from(name, 'utf16le'))) ?? 'application/x-cfb'
}

function kindByNames(has: (name: string) => boolean): string | null {
  if (has('EncryptedPackage')) return encrypted
  if (has('__properties_version1.0')) return 'application/vnd.ms-outlook'
  if (has('WordDocument')) return 'application/msword'
  if (has('PowerPoint Document')) return 'application/vnd.ms-powerpoint'
  if (has('Workbook') || has('Book')) return 'application/vnd.ms-excel'
  if (has('PP40')) return 'application/vnd.ms-powerpoint.4'
  if (has('Quill')) return 'application/vnd.ms-publisher'
  if (has('VisioDocument')) return 'application/vnd.visio'
  if (has('MatOST')) return 'application/vnd.ms-works'
  return null
}

/** An archive other than ZIP. */
export function isPacked(mediaType: string): boolean {
  return packed.has(mediaType)
}

const packed: ReadonlySet<string> = new Set([
  'application/x-tar',
  'application/x-7z-compressed',
  'application/x-rar-compressed',
  'application/x-bzip2',
  'application/x-xz',
  'application/vnd.ms-cab-compressed',
])

function byFamily(mediaType: string): string | null {
  const [family, name = ''] = mediaType.split('/')
  const short = name.replace(/^(?:x-|vnd\.)/, '').toUpperCase()
  if (family === 'image') return `a picture (${short})`
  if (family === 'audio') return `a sound recording (${short})`
  if (family === 'video') return `a video (${short})`
  if (family === 'font') return `a font (${short})`
  return null
}

function advice(type: string): string {
  if (type === 'application/vnd.ms-outlook')
    return 'Save its text or its attachments as files of their own and try again.'
  if (type === 'application/vnd.ms-tnef')
    return 'Open the e-mail in Outlook and save what is attached as files, or ask for it to be sent as plain text.'
  if (type === 'application/vnd.ms-outlook.store')
    return 'Open it in Outlook and save its messages as files (MSG) of their own, or ask for them as PDF.'
  if (/apple|xps|publisher|visio|works|wordperfect/.test(type))
    return 'Open it in the program that made it, save it as PDF and try again.'
  if (type.startsWith('image/') && type !== 'image/svg+xml') return 'Save it as PNG, JPEG or TIFF and try again.'
  return /msword|ms-excel|opendocument|rtf|powerpoint|presentation|postscript/.test(type)
    ? 'Save it as DOCX, XLSX or PDF and try again.'
    : 'Ask the authority for the words as PDF, DOCX, HTML, XLSX, CSV or plain text.'
}

const kinds: Readonly<Record<string, string>> = {
  'application/gzip': 'a compressed file (GZIP)',
  'application/json': 'a JSON file',
  'application/msword': 'a legacy Word file (.doc)',
  'application/msword.2': 'a Word file of the time before Word 6',
  'application/pdf': 'a PDF',
  'application/postscript': 'a PostScript file',
  'application/rtf': 'a rich text file (RTF)',
  'application/vnd.ms-excel': 'a legacy Excel file (.xls)',
  'application/vnd.ms-excel+xml': 'an Excel file in XML (2003)',
  'application/vnd.ms-excel.sheet.binary.macroenabled.12': 'a binary Excel file (.xlsb)',
  'application/vnd.ms-outlook': 'an Outlook e-mail (.msg)',
  'application/vnd.ms-powerpoint': 'a legacy PowerPoint file (.ppt)',
  'application/vnd.ms-powerpoint.4': 'a PowerPoint file of the time before PowerPoint 97',
  'application/vnd.ms-publisher': 'a Publisher file (.pub)',
  'application/vnd.ms-works': 'a Works file (.wps)',
  'application/vnd.ms-xpsdocument': 'an XPS file',
  'application/vnd.visio': 'a Visio drawing',
  'application/vnd.apple.keynote': 'a Keynote presentation of an Apple program',
  'application/vnd.apple.numbers': 'a Numbers spreadsheet of an Apple program',
  'application/vnd.apple.pages': 'a Pages document of an Apple program',
  'application/vnd.apple.iwork': 'a document of an Apple program (Pages, Numbers or Keynote)',
  'application/vnd.ms-outlook.store': 'a mailbox of Outlook (.pst)',
  'application/vnd.wordperfect': 'a WordPerfect file',
  'application/x-msaccess': 'an Access database',
  'application/vnd.oasis.opendocument.presentation': 'an OpenDocument presentation (ODP)',
  'application/vnd.oasis.opendocument.spreadsheet': 'an OpenDocument spreadsheet (ODS)',
  'application/vnd.oasis.opendocument.text': 'an OpenDocument text (ODT)',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'a PowerPoint file (PPTX)',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'an Excel file (XLSX)',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'a Word file (DOCX)',
  'application/vnd.ms-tnef': 'a package of Outlook (winmail.dat)',
  'application/x-7z-compressed': 'an archive (7-Zip)',
  'application/x-cfb': 'an old Office file',
  'application/x-msdownload': 'a Windows program',
  'application/x-bzip2': 'an archive (BZIP2)',
  'application/x-rar-compressed': 'an archive (RAR)',
  'application/x-tar': 'an archive (TAR)',
  'application/x-xz': 'an archive (XZ)',
  'application/vnd.ms-cab-compressed': 'an archive (CAB)',
  'application/x-sqlite3': 'a SQLite database',
  'application/xml': 'an XML file',
  'application/zip': 'an archive (ZIP)',
  'image/jpeg': 'a picture (JPEG)',
  'image/svg+xml': 'a picture (SVG)',
  'message/rfc822': 'an e-mail (.eml)',
  'multipart/related': 'a saved web page (MHT)',
  'text/calendar': 'a calendar entry',
  'text/csv': 'a table in text (CSV)',
  'text/html': 'a web page (HTML)',
  'text/plain': 'a plain text',
  'text/vcard': 'an address card',
}
