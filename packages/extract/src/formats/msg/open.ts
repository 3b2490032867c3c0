import { rootOf, type Storage } from '../../compound.ts'
import type { Message } from '../email/message.ts'
import { messageOf, type OutlookAttachment, type OutlookMessage } from '../mapi/message.ts'
import { ids, Properties } from '../mapi/properties.ts'

/** Takes a message that Outlook saved apart; null where the file holds none. Messages attached to it are files again. */
export async function openMsg(bytes: Uint8Array): Promise<Message | null> {
  const root = rootOf(bytes)
  if (!root?.streams.has(propertiesName)) return null
  const { CFB } = await import('@e965/xlsx')
  const message = await outlookMessage(root, (storage) => asFile(storage, CFB))
  return messageOf(message)
}

const propertiesName = '__properties_version1.0'
const mostParts = 2000

async function outlookMessage(root: Storage, fileOf: (storage: Storage) => Uint8Array): Promise<OutlookMessage> {
  const properties = propertiesIn(root, 32, 1252)
  const folders = (prefix: string) =>
    [...root.storages]
      .filter(([name]) => name.startsWith(prefix))
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .slice(0, mostParts)
      .map(([, storage]) => storage)
  return {
    properties,
    recipients: folders('__recip_version1.0_').map((storage) => propertiesIn(storage, 8, properties.codePage)),
    attachments: folders('__attach_version1.0_').map((storage) => attachmentIn(storage, properties.codePage, fileOf)),
  }
}

function attachmentIn(storage: Storage, codePage: number, fileOf: (storage: Storage) => Uint8Array): OutlookAttachment {
  const properties = propertiesIn(storage, 8, codePage)
  const inner = storage.storages.get('__substg1.0_3701000D')
  const name = properties.words(ids.longFileName) || properties.words(ids.fileName) || properties.words(ids.name)
  if (inner?.streams.has(propertiesName)) {
    const subject = propertiesIn(inner, 24, codePage).words(ids.subject).trim() || name || 'message'
    return { properties, name: `${subject.replace(/[\\/]/g, '-').slice(0, 120)}.msg`, bytes: () => fileOf(inner) }
  }
  const data = properties.has(ids.data) ? () => new Uint8Array(properties.bytes(ids.data) ?? []) : null
  return { properties, name, bytes: data }
}

/** Values of fixed length stand in one stream, the others each in one that is called by its number and type. */
function propertiesIn(storage: Storage, head: number, codePage: number): Properties {
  const properties = new Properties()
  const fixed = storage.streams.get(propertiesName)?.() ?? Buffer.alloc(0)
  for (let at = head; at + 16 <= fixed.length; at += 16) {
    const value = fixed.subarray(at + 8, at + 16)
    properties.set(fixed.readUInt32LE(at), () => value)
  }
  for (const [name, stream] of storage.streams) {
    const tag = /^__substg1\.0_([\dA-F]{8})$/i.exec(name)?.[1]
    if (tag !== undefined) properties.set(Number.parseInt(tag, 16), stream)
  }
  properties.codePage = properties.number(ids.codePageOfMessage) ?? codePage
  return properties
}

/** A message within another as a file of its own; the head of its properties is longer then. */
function asFile(storage: Storage, { utils, write }: typeof import('@e965/xlsx').CFB): Uint8Array {
  const file = utils.cfb_new()
  const add = (folder: Storage, path: string, depth: number) => {
    for (const [name, stream] of folder.streams) {
      const bytes = stream()
      const isHead = path === '/' && name === propertiesName
      const whole = isHead ? Buffer.concat([bytes.subarray(0, 24), Buffer.alloc(8), bytes.subarray(24)]) : bytes
      utils.cfb_add(file, `${path}${name}`, whole)
    }
    if (depth < 20) for (const [name, each] of folder.storages) add(each, `${path}${name}/`, depth + 1)
  }
  add(storage, '/', 0)
  const bytes: unknown = write(file, { type: 'buffer' })
  return new Uint8Array(bytes as Buffer)
}
