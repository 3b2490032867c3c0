import PostalMime, { type Attachment, decodeWords, type Email } from 'postal-mime'
import type { Pasted } from '../picture/pasted.ts'
import { takeFilesOut } from './uuencode.ts'

/** A message taken apart. */
export interface Message {
  /** "From: …", "Date: …": its head as mail programs print it, as written by the sender's. */
  readonly head: readonly string[]
  readonly plain: string | null
  readonly html: string | null
  readonly files: readonly AttachedFile[]
  /** The pictures within its words: signatures, logos, a letter that was pasted in. */
  readonly pictures: readonly Pasted[]
  /** Names of files that the text ends in the middle of. */
  readonly cut: readonly string[]
  /** Is the end of the message missing? Then the last file may be cut. */
  readonly isCut: boolean
}

export interface AttachedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Takes a message apart; the messages it passes on are files. */
export async function openMessage(bytes: Uint8Array): Promise<Message> {
  const email = await PostalMime.parse(withoutMailboxLine(bytes), {
    forceRfc822Attachments: true,
    maxNestingDepth: 100,
  })
  const { text, files } = takeFilesOut(email.text ?? '')
  const attached = email.attachments.filter((each) => !isPictureWithin(each) && !isSignature(each)).map(fileOf)
  const packages = await unpacked(attached)
  const html = email.html ?? null
  const plain = text.trim() === '' ? null : text
  const inside = plain === null && html === null ? [...packages.values()][0] : undefined
  return {
    head: headOf(email),
    plain: plain ?? inside?.plain ?? null,
    html: html ?? inside?.html ?? null,
    files: [...attached.flatMap((each) => packages.get(each)?.files ?? [each]), ...files],
    pictures: email.attachments.filter(isPictureWithin).map((each) => () => bytesOf(each)),
    isCut: isWithoutEnd(bytes),
    cut: [
      ...[...packages].filter(([, { isCut }]) => isCut).map(([{ name }]) => name),
      ...files.filter(({ isCut }) => isCut).map(({ name }) => name),
    ],
  }
}

/** What is in the packages of Outlook (winmail.dat) among the files; they say the words once more, and hold the files. */
async function unpacked(files: readonly AttachedFile[]): Promise<ReadonlyMap<AttachedFile, Message>> {
  const packages = files.filter(
    ({ bytes }) => bytes[0] === 0x78 && bytes[1] === 0x9f && bytes[2] === 0x3e && bytes[3] === 0x22,
  )
  if (packages.length === 0) return new Map()
  const { openTnef } = await import('../tnef/open.ts')
  return new Map(
    packages.flatMap((each) => {
      const opened = openTnef(each.bytes)
      return opened === null ? [] : [[each, opened] as const]
    }),
  )
}

/** A mailbox begins each message with "From somebody Thu Mar 6 …", which is no line of its head. */
function withoutMailboxLine(bytes: Uint8Array): Uint8Array {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  const line = /^From [^\n]{0,900}\n/.exec(start)?.[0] ?? ''
  return bytes.subarray(line.length)
}

/** Parts are parted by a line that the head tells, and ended by one more. */
function isWithoutEnd(bytes: Uint8Array): boolean {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [head = ''] = message.toString('latin1', 0, 65_536).split(/\r?\n\r?\n/, 1)
  const [, , quoted, plain] =
    /^content-type:\s{0,9}multipart\/((?:[^\r\n]|\r?\n[ \t]){0,500}?)boundary=(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/im.exec(
      head,
    ) ?? []
  const boundary = quoted ?? plain
  return boundary !== undefined && !message.includes(`--${boundary}--`, 0, 'latin1')
}

const shown = ['From', 'To', 'Cc', 'Date', 'Subject'] as const
const longestValue = 2_000

function headOf({ headers }: Email): readonly string[] {
  return shown.flatMap((label) => {
    const value = headers.find(({ key }) => key === label.toLowerCase())?.value ?? ''
    const words = decodeWords(value).replace(/\s+/g, ' ').trim().slice(0, longestValue).toWellFormed()
    return words === '' ? [] : [`${label}: ${label === 'Subject' || label === 'Date' ? words : withoutQuotes(words)}`]
  })
}

/** `"FOI Team" <foi@anytown.example>`: the quotes are the mail's and not the name's. */
function withoutQuotes(addresses: string): string {
  return addresses.replace(/"([^"\\]{0,200})"(?=\s{0,3}<)/g, '$1')
}

/** A picture that the words show where it stands; one that is attached beside them may be a scanned letter. */
function isPictureWithin({ mimeType, related }: Attachment): boolean {
  return related === true && mimeType.startsWith('image/')
}

/** Made by a machine for machines, to prove who wrote. */
function isSignature({ mimeType }: Attachment): boolean {
  return /^application\/(?:(?:x-)?pkcs7-signature|pgp-signature)$/.test(mimeType)
}

function fileOf(attachment: Attachment, index: number): AttachedFile {
  const bytes = bytesOf(attachment)
  return { name: attachment.filename?.trim() || nameOf(attachment, bytes, index), bytes }
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
}

/** A name for what has none: of a message its subject, else its kind. */
function nameOf({ mimeType }: Attachment, bytes: Uint8Array, index: number): string {
  if (mimeType === 'message/rfc822') {
    const subject = subjectOf(bytes)
    return `${subject === '' ? `message ${index + 1}` : subject.replace(/[\\/]/g, '-')}.eml`
  }
  if (/ms-tnef$/.test(mimeType)) return 'winmail.dat'
  return `attachment ${index + 1}${endings[mimeType] ?? ''}`
}

function subjectOf(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536)).toString('latin1')
  const [head = ''] = start.split(/\r?\n\r?\n/, 1)
  const subject = /^subject:[ \t]{0,20}((?:[^\r\n]|\r?\n[ \t]){0,500})/im.exec(head)?.[1] ?? ''
  return decodeWords(subject).replace(/\s+/g, ' ').trim().slice(0, 120)
}

const endings: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/zip': '.zip',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'text/calendar': '.ics',
  'text/csv': '.csv',
  'text/html': '.html',
  'text/plain': '.txt',
}
