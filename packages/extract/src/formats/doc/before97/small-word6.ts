import { CFB } from '@e965/xlsx'

/** A paragraph with its ending sign, what is told of it in Word 6's properties, and what of all its words. */
export interface SmallParagraph {
  readonly text: string
  readonly end?: number
  readonly style?: number
  readonly told?: readonly number[]
  readonly words?: readonly number[]
}

export interface SmallWord6 {
  readonly body: readonly SmallParagraph[]
  /** The head of its pages. */
  readonly head?: string
  /** A footnote, marked by a sign of code 2 in the body. */
  readonly note?: string
  /** Names of styles' numbers in Word: 1 for a first heading. */
  readonly styles?: readonly number[]
  readonly flags?: number
}

/** A file of Word 6: all in one stream, its text in one piece. */
export function word6File({ body, head = '', note = '', styles = [0], flags = 0 }: SmallWord6): Uint8Array {
  const around: readonly SmallParagraph[] = [
    ...(note === '' ? [] : [{ text: `\u0002${note}` }]),
    ...(head === '' ? [] : [{ text: head }]),
  ]
  const paragraphs = [...body, ...around].map((each) => ({
    ...each,
    bytes: Buffer.from(`${each.text}${String.fromCharCode(each.end ?? 13)}`, 'latin1'),
  }))
  const text = Buffer.concat(paragraphs.map(({ bytes }) => bytes))
  const start = 0x300
  const page = Math.ceil((start + text.length) / 512)
  const file = Buffer.alloc((page + 2) * 512)
  text.copy(file, start)
  const places = [start]
  for (const { bytes } of paragraphs) places.push((places.at(-1) ?? 0) + bytes.length)
  propertyPage(
    file.subarray(page * 512),
    places,
    paragraphs.map(({ words = [] }) => [words.length, ...words]),
    1,
  )
  propertyPage(
    file.subarray((page + 1) * 512),
    places,
    paragraphs.map(({ style = 0, told = [] }) => {
      const list = [style & 0xff, style >>> 8, ...told]
      return [Math.ceil(list.length / 2), ...list]
    }),
    7,
  )
  const behind: Buffer[] = []
  let length = (page + 2) * 512
  const tell = (at: number, bytes: Buffer) => {
    file.writeUInt32LE(length, at)
    file.writeUInt32LE(bytes.length, at + 4)
    behind.push(bytes)
    length += bytes.length
  }
  const ends = [start, places.at(-1) ?? 0]
  tell(0xb8, Buffer.concat([numbers(...ends), words(page)]))
  tell(0xc0, Buffer.concat([numbers(...ends), words(page + 1)]))
  tell(0x60, styleSheet(styles))
  tell(0x150, Buffer.alloc(84))
  const lengthOf = (list: readonly SmallParagraph[]) => list.reduce((sum, each) => sum + each.text.length + 1, 0)
  const bodyLength = lengthOf(body)
  if (head !== '') {
    const section = Buffer.from([0, 0, 3, 0, 153, 2, 0])
    const at = length
    behind.push(section)
    length += section.length
    tell(0x88, Buffer.concat([numbers(0, bodyLength), words(0), numbers(at + 1), Buffer.alloc(6)]))
    behind.push(Buffer.alloc(1))
    length += 1
    tell(0xb0, numbers(0, head.length + 1, head.length + 2))
    file.writeUInt32LE(head.length + 1, 0x3c)
  }
  if (note !== '') {
    const mark = body
      .map(({ text }) => `${text}\r`)
      .join('')
      .indexOf('\u0002')
    tell(0x68, Buffer.concat([numbers(mark, bodyLength), words(1)]))
    tell(0x70, numbers(0, note.length + 2, note.length + 3))
    file.writeUInt32LE(note.length + 2, 0x38)
  }
  file.writeUInt16LE(0xa5dc, 0)
  file.writeUInt16LE(101, 2)
  file.writeUInt16LE(flags, 0x0a)
  file.writeUInt32LE(start, 0x18)
  file.writeUInt32LE(start + text.length, 0x1c)
  file.writeUInt32LE(bodyLength, 0x34)
  const compound = CFB.utils.cfb_new()
  CFB.utils.cfb_add(compound, '/WordDocument', Buffer.concat([file, ...behind]))
  return new Uint8Array(CFB.write(compound, { type: 'buffer' }) as unknown as Buffer)
}

/** Lists from the end of a page towards its head, which says where each is. */
function propertyPage(
  page: Buffer,
  places: readonly number[],
  lists: readonly (readonly number[])[],
  size: number,
): void {
  let end = 510
  for (const [index, place] of places.entries()) page.writeUInt32LE(place, 4 * index)
  for (const [index, list] of lists.entries()) {
    end = (end - list.length) & ~1
    Buffer.from(list).copy(page, end)
    page[4 * places.length + size * index] = end / 2
  }
  page[511] = lists.length
}

/** Styles without a word of their own, each known to Word by its number. */
function styleSheet(known: readonly number[]): Buffer {
  const head = Buffer.from([4, 0, known.length, 0, 8, 0])
  const style = (number: number) => {
    const body = Buffer.from([number, 0, 1, 0xff, 2, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0])
    body.writeUInt16LE((0xfff << 4) | 1, 2)
    return Buffer.concat([words(body.length), body])
  }
  return Buffer.concat([head, ...known.map(style)])
}

function numbers(...values: readonly number[]): Buffer {
  return Buffer.from(Uint32Array.from(values).buffer)
}

function words(...values: readonly number[]): Buffer {
  return Buffer.from(Uint16Array.from(values).buffer)
}
