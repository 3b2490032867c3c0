import { CFB } from '@e965/xlsx'

/** Properties by tag: words, bytes or a whole number. */
export type SmallProperties = Readonly<Record<number, string | Uint8Array | number>>

export interface SmallMessage {
  readonly properties: SmallProperties
  readonly recipients?: readonly SmallProperties[]
  readonly attachments?: readonly (SmallProperties | { readonly message: SmallMessage })[]
}

/** A message as Outlook saves it. */
export function msgFile(message: SmallMessage): Uint8Array {
  const file = CFB.utils.cfb_new()
  const write = ({ properties, recipients = [], attachments = [] }: SmallMessage, path: string, head: number) => {
    writeProperties(properties, path, head)
    for (const [index, each] of recipients.entries())
      writeProperties(each, `${path}__recip_version1.0_#${number(index)}/`, 8)
    for (const [index, each] of attachments.entries()) {
      const folder = `${path}__attach_version1.0_#${number(index)}/`
      if (!('message' in each)) {
        writeProperties(each, folder, 8)
        continue
      }
      writeProperties({ 923074563: 5 }, folder, 8)
      write(each.message as SmallMessage, `${folder}__substg1.0_3701000D/`, 24)
    }
  }
  const writeProperties = (properties: SmallProperties, path: string, head: number) => {
    const fixed: Buffer[] = [Buffer.alloc(head)]
    for (const [key, value] of Object.entries(properties)) {
      const tag = Number(key)
      if (typeof value === 'number') fixed.push(numbers(tag, 0, value, 0))
      else
        CFB.utils.cfb_add(
          file,
          `${path}__substg1.0_${tag.toString(16).toUpperCase().padStart(8, '0')}`,
          Buffer.from(typeof value === 'string' ? encoded(tag, value) : value),
        )
    }
    CFB.utils.cfb_add(file, `${path}__properties_version1.0`, Buffer.concat(fixed))
  }
  write(message, '/', 32)
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as unknown as Buffer)
}

function number(index: number): string {
  return index.toString(16).toUpperCase().padStart(8, '0')
}

function encoded(tag: number, value: string): Buffer {
  return Buffer.from(value, (tag & 0xffff) === 0x1f ? 'utf16le' : 'latin1')
}

function numbers(...values: readonly number[]): Buffer {
  return Buffer.from(Uint32Array.from(values).buffer)
}

/** Rich text as messages keep it, without any saving of space. */
export function packedRtf(rtf: string): Uint8Array {
  const head = numbers(rtf.length + 12, rtf.length, 0, 0)
  head.write('MELA', 8, 'latin1')
  return Buffer.concat([head, Buffer.from(rtf, 'latin1')])
}

/** A package of Outlook: properties of the message, then its attachments. */
export function tnefFile(
  properties: SmallProperties,
  attachments: readonly { name: string; bytes: Uint8Array; properties?: SmallProperties }[] = [],
): Uint8Array {
  const attribute = (level: number, id: number, bytes: Uint8Array) => {
    const head = Buffer.alloc(9)
    head.writeUInt8(level, 0)
    head.writeUInt32LE(id, 1)
    head.writeUInt32LE(bytes.length, 5)
    return Buffer.concat([head, bytes, Buffer.alloc(2)])
  }
  return Buffer.concat([
    Buffer.from('789f3e220100', 'hex'),
    attribute(1, 0x00069003, propertyList(properties)),
    ...attachments.flatMap((each) => [
      attribute(2, 0x00069002, Buffer.alloc(14)),
      attribute(2, 0x00018010, Buffer.from(`${each.name}\0`, 'latin1')),
      attribute(2, 0x0006800f, each.bytes),
      attribute(2, 0x00069005, propertyList(each.properties ?? {})),
    ]),
  ])
}

function propertyList(properties: SmallProperties): Buffer {
  const entries = Object.entries(properties).map(([key, value]) => {
    const tag = Number(key)
    if (typeof value === 'number') return numbers(tag, value)
    const bytes = Buffer.from(typeof value === 'string' ? encoded(tag, value) : value)
    return Buffer.concat([numbers(tag, 1, bytes.length), bytes, Buffer.alloc((4 - (bytes.length & 3)) & 3)])
  })
  return Buffer.concat([numbers(entries.length), ...entries])
}
