import { CFB } from '@e965/xlsx'

/** A record: a folder of others, or bytes. */
export function atom(kind: number, body: Uint8Array | readonly Uint8Array[], instance = 0): Buffer {
  const isFolder = Array.isArray(body)
  const bytes = Buffer.concat(isFolder ? (body as readonly Uint8Array[]) : [body as Uint8Array])
  const head = Buffer.alloc(8)
  head.writeUInt16LE((instance << 4) | (isFolder ? 15 : 0), 0)
  head.writeUInt16LE(kind, 2)
  head.writeUInt32LE(bytes.length, 4)
  return Buffer.concat([head, bytes])
}

export function numbers(...values: readonly number[]): Buffer {
  return Buffer.from(Int32Array.from(values).buffer)
}

/** Words of a kind: 0 a title, 1 a body, 2 notes, 4 any other. */
export function text(kind: number, words: string): readonly Buffer[] {
  return [atom(3999, numbers(kind)), atom(4000, Buffer.from(words, 'utf16le'))]
}

/** A shape; `more` stands before its words. */
export function shape(words: readonly Buffer[] | null, ...more: readonly Buffer[]): Buffer {
  return atom(0xf004, [...more, ...(words === null ? [] : [atom(0xf00d, words)])])
}

export interface SmallSlide {
  readonly shapes: readonly Buffer[]
  /** Words that the document keeps in the slide's place; shapes lead to them with `outline`. */
  readonly kept?: readonly Buffer[]
  readonly isHidden?: boolean
  readonly notes?: string
}

/** A shape that shows the words of this number among those the document keeps. */
export function outline(number: number): Buffer {
  return shape([atom(3998, numbers(number))])
}

/** A PowerPoint file as those of 97 to 2003 are; `streams` stand beside its own, and `art` in its group of drawings. */
export function pptFile(
  slides: readonly SmallSlide[],
  {
    art = [],
    streams = {},
    mark = 0xe391c05f | 0,
  }: { art?: readonly Buffer[]; streams?: Record<string, Buffer>; mark?: number } = {},
): Uint8Array {
  const parts: Buffer[] = []
  const places: number[] = []
  let length = 0
  const add = (part: Buffer) => {
    places.push(length)
    parts.push(part)
    length += part.length
  }
  const number = (index: number) => 2 + index
  const withNotes = slides.filter(({ notes }) => notes !== undefined)
  add(
    atom(1000, [
      atom(1035, art),
      atom(
        4080,
        slides.flatMap(({ kept = [] }, index) => [atom(1011, numbers(number(index), 0, 0, 256 + index, 0)), ...kept]),
      ),
      atom(
        4080,
        withNotes.map((_, index) => atom(1011, numbers(number(slides.length + index), 0, 0, 512 + index, 0))),
        2,
      ),
    ]),
  )
  for (const { shapes, isHidden = false } of slides)
    add(
      atom(1006, [
        atom(1017, numbers(0, 0, isHidden ? 4 << 16 : 0, 0)),
        atom(1036, [atom(0xf002, [atom(0xf003, shapes)])]),
      ]),
    )
  for (const { notes = '' } of withNotes)
    add(atom(1008, [atom(1036, [atom(0xf002, [atom(0xf003, [shape(text(2, notes))])])])]))
  const table = length
  parts.push(atom(6002, numbers((places.length << 20) | 1, ...places)))
  const edit = table + 8 + 4 + 4 * places.length
  parts.push(atom(4085, numbers(256, 0, 0, table, 1, places.length, 0)))
  const file = CFB.utils.cfb_new()
  for (const [name, bytes] of Object.entries({
    'PowerPoint Document': Buffer.concat(parts),
    'Current User': atom(4086, numbers(20, mark, edit, 0, 0)),
    ...streams,
  }))
    CFB.utils.cfb_add(file, `/${name}`, bytes)
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as unknown as Buffer)
}
