import type { Message } from '../email/message.ts'
import { messageOf, type OutlookAttachment } from '../mapi/message.ts'
import { ids, Properties } from '../mapi/properties.ts'

/** Takes a package of Outlook (winmail.dat) apart; null where it is none, or nothing is left of it. One that is cut gives what stands before. */
export function openTnef(bytes: Uint8Array): Message | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < 6 || file.readUInt32LE(0) !== 0x223e9f78) return null
  const properties = new Properties()
  const attachments: { properties: Properties; data: Buffer | null; name: string }[] = []
  let isCut = false
  let isEmpty = true
  for (let at = 6; at + 9 <= file.length; ) {
    const id = file.readUInt16LE(at + 1)
    const length = file.readUInt32LE(at + 5)
    const value = file.subarray(at + 9, at + 9 + length)
    isCut = at + 9 + length > file.length
    at += 9 + length + 2
    isEmpty = false
    if (id === attribute.beginsAttachment && attachments.length < mostParts)
      attachments.push({ properties: new Properties(), data: null, name: '' })
    const last = attachments.at(-1)
    if (id === attribute.codePage && value.length >= 4) properties.codePage = value.readUInt32LE(0)
    else if (id === attribute.subject) properties.set(0x0037001e, () => value)
    else if (id === attribute.body) properties.set(0x1000001e, () => value)
    else if (id === attribute.properties) takeProperties(value, properties)
    else if (last && id === attribute.attachmentTitle) last.name = wordsIn(value, properties)
    else if (last && id === attribute.attachmentData) last.data = value
    else if (last && id === attribute.attachmentProperties) takeProperties(value, last.properties)
  }
  if (isEmpty) return null
  const message = messageOf({ properties, recipients: [], attachments: attachments.map(attachmentOf) })
  return { ...message, isCut }
}

const mostParts = 2000

const attribute = {
  subject: 0x8004,
  body: 0x800c,
  attachmentData: 0x800f,
  attachmentTitle: 0x8010,
  beginsAttachment: 0x9002,
  properties: 0x9003,
  attachmentProperties: 0x9005,
  codePage: 0x9007,
} as const

function wordsIn(value: Buffer, { codePage }: Properties): string {
  const properties = new Properties()
  properties.codePage = codePage
  properties.set(0x3001001e, () => value)
  return properties.words(0x3001)
}

/** A message that is passed on stands in a package of its own, behind the sixteen bytes that say so. */
function attachmentOf({
  properties,
  data,
  name,
}: {
  properties: Properties
  data: Buffer | null
  name: string
}): OutlookAttachment {
  const inner = properties.bytes(ids.data)
  const held = inner?.subarray(16)
  const isMessage = held !== undefined && held.length > 4 && held.readUInt32LE(0) === 0x223e9f78
  const bytes = isMessage ? held : (data ?? inner)
  const called = properties.words(ids.longFileName) || name || properties.words(ids.name)
  return {
    properties,
    name: isMessage && !/\.\w{1,5}$/.test(called) ? `${called || 'message'}.dat` : called,
    bytes: bytes === null ? null : () => new Uint8Array(bytes),
  }
}

/** The properties in a list: each its tag, then its value, padded to four bytes; a list that leads outside itself ends. */
function takeProperties(list: Buffer, properties: Properties): void {
  const count = list.length >= 4 ? list.readUInt32LE(0) : 0
  let at = 4
  for (let index = 0; index < count && at + 8 <= list.length; index += 1) {
    const tag = list.readUInt32LE(at)
    at = afterName(list, at + 4, tag)
    const type = tag & 0xffff
    const isMany = (type & 0x1000) !== 0
    const size = sizes[type & 0x0fff]
    if (size !== undefined && !isMany) {
      const value = list.subarray(at, at + size)
      properties.set(tag, () => value)
      at += Math.max(4, size)
      continue
    }
    if (at + 4 > list.length) return
    const values = list.readUInt32LE(at)
    at += 4
    if (size !== undefined) {
      at += values * Math.max(4, size)
      continue
    }
    for (let each = 0; each < values && at + 4 <= list.length; each += 1) {
      const length = list.readUInt32LE(at)
      const value = list.subarray(at + 4, at + 4 + length)
      if (each === 0) properties.set(tag, () => value)
      at += 4 + length + ((4 - (length & 3)) & 3)
    }
  }
}

/** Properties of offices' own have a name before their value. */
function afterName(list: Buffer, at: number, tag: number): number {
  if (tag >>> 16 < 0x8000 || at + 24 > list.length) return at
  if (list.readUInt32LE(at + 16) === 0) return at + 24
  const length = list.readUInt32LE(at + 20)
  return at + 24 + length + ((4 - (length & 3)) & 3)
}

/** Types of fixed length. */
const sizes: Readonly<Record<number, number>> = {
  2: 2,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 2,
  20: 8,
  64: 8,
  72: 16,
}
