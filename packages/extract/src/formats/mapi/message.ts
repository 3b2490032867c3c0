import { decode } from '../../encoding.ts'
import { limits } from '../../limits.ts'
import type { AttachedFile, Message } from '../email/message.ts'
import { takeFilesOut } from '../email/uuencode.ts'
import { decoderOf } from '../rtf/code-pages.ts'
import { unpackRtf } from './compressed-rtf.ts'
import { htmlInRtf, wordsOfRtf } from './html-in-rtf.ts'
import { ids, type Properties } from './properties.ts'

/** A message of Outlook taken apart, before it is known which pictures stand within its words. */
export interface OutlookMessage {
  readonly properties: Properties
  readonly recipients: readonly Properties[]
  readonly attachments: readonly OutlookAttachment[]
}

export interface OutlookAttachment {
  readonly properties: Properties
  readonly name: string
  /** Null where it is no file: a link, or an object that stands within the words. */
  readonly bytes: (() => Uint8Array) | null
}

/** The message as one that travelled: head, words, files. */
export function messageOf({ properties, recipients, attachments }: OutlookMessage): Message {
  const page = htmlOf(properties)
  const { text, files } = takeFilesOut(plainOf(properties, page !== null))
  const isWithin = (each: OutlookAttachment) => isPictureWithin(each, page)
  const attached = attachments.flatMap((each, index): readonly AttachedFile[] =>
    each.bytes === null || isWithin(each)
      ? []
      : [{ name: each.name.trim() || `attachment ${index + 1}`, bytes: each.bytes() }],
  )
  return {
    head: headOf(properties, recipients),
    plain: text.trim() === '' ? null : text,
    html: page,
    files: [...attached, ...files],
    pictures: attachments.filter(isWithin).map(
      ({ bytes }) =>
        () =>
          bytes?.() ?? null,
    ),
    isCut: false,
    cut: files.filter(({ isCut }) => isCut).map(({ name }) => name),
  }
}

function plainOf(properties: Properties, hasPage: boolean): string {
  const words = properties.words(ids.body)
  if (words.trim() !== '' || hasPage) return words
  const rtf = rtfOf(properties)
  return rtf === null ? '' : wordsOfRtf(rtf)
}

/** The page among the properties, or the one that was wrapped in rich text. */
function htmlOf(properties: Properties): string | null {
  const bytes = properties.bytes(ids.html)
  if (bytes !== null && properties.isWords(ids.html)) return properties.words(ids.html)
  if (bytes !== null && bytes.length > 0) {
    const codePage = properties.number(ids.codePage)
    if (codePage !== null && codePage !== 20127) return decoderOf(codePage)(bytes.subarray(0, limits.text))
    return decode(bytes.subarray(0, limits.text))?.text ?? null
  }
  const rtf = rtfOf(properties)
  return rtf === null ? null : htmlInRtf(rtf)
}

function rtfOf(properties: Properties): string | null {
  const packed = properties.bytes(ids.rtf)
  return packed === null ? null : unpackRtf(packed)
}

/** A picture that the words show where it stands; one that is attached beside them may be a scanned letter. */
function isPictureWithin({ properties, bytes, name }: OutlookAttachment, page: string | null): boolean {
  // An object that another program drew into the words.
  if (bytes === null) return properties.number(ids.method) === 6
  const id = properties.words(ids.contentId)
  const isPicture =
    properties.words(ids.mediaType).startsWith('image/') || /\.(?:png|gif|jpe?g|bmp|emf|wmf)$/i.test(name)
  return isPicture && (properties.isTrue(ids.isHidden) || (id !== '' && page !== null && page.includes(id)))
}

function headOf(properties: Properties, recipients: readonly Properties[]): readonly string[] {
  const lines: readonly (readonly [string, string])[] = [
    [
      'From',
      addressed(properties.words(ids.sender), properties.words(ids.senderSmtp) || properties.words(ids.senderAddress)),
    ],
    ['To', listed(recipients, 1) || properties.words(ids.to)],
    ['Cc', listed(recipients, 2) || properties.words(ids.cc)],
    ['Date', dateOf(properties)],
    ['Subject', properties.words(ids.subject)],
  ]
  return lines.flatMap(([label, value]) => {
    const words = value.replace(/\s+/g, ' ').trim().slice(0, 2000).toWellFormed()
    return words === '' ? [] : [`${label}: ${words}`]
  })
}

/** As it travelled, where that was kept; else as Outlook counts it. */
function dateOf(properties: Properties): string {
  const travelled = /^date:[ \t]{0,9}([^\r\n]{1,100})/im.exec(properties.words(ids.headers).slice(0, 65_536))?.[1]
  return travelled ?? (properties.time(ids.sent) ?? properties.time(ids.delivered))?.toUTCString() ?? ''
}

function listed(recipients: readonly Properties[], kind: number): string {
  return recipients
    .filter((each) => (each.number(ids.recipientKind) ?? 1) === kind)
    .map((each) => addressed(each.words(ids.name), each.words(ids.smtp) || each.words(ids.address)))
    .join(', ')
}

/** "FOI Team <foi@anytown.example>"; the addresses that Exchange uses within an office ("/O=…") say nothing. */
function addressed(name: string, address: string): string {
  const isAddress = /^[^\s/]{1,200}@[^\s]{1,200}$/.test(address)
  const plain = name.replace(/^'([^']{0,200})'$/, '$1')
  if (!isAddress || plain.toLowerCase() === address.toLowerCase()) return plain || address
  return plain === '' ? address : `${plain} <${address}>`
}
