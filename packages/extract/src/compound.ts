/** A folder of a compound file: its streams and the folders in it, by name. */
export interface Storage {
  readonly streams: ReadonlyMap<string, () => Buffer>
  readonly storages: ReadonlyMap<string, Storage>
}

/**
 * The streams of an old compound file by name, wherever they stand, cut where the file is. The reader for it in the library for workbooks
 * took gigabytes for one file of 20 kB with two odd numbers in it, so this one follows no chain for longer than the file.
 * Null where it is no such file.
 */
export function streamsOf(bytes: Uint8Array): ReadonlyMap<string, () => Buffer> | null {
  const opened = openCompound(bytes)
  if (opened === null) return null
  const streams = opened.entries.filter(({ kind }) => kind === stream)
  return new Map(streams.map((entry) => [entry.name, () => opened.contentOf(entry)]))
}

/** The compound file as the tree of folders that it is; null where it is no such file. */
export function rootOf(bytes: Uint8Array): Storage | null {
  const opened = openCompound(bytes)
  if (opened === null) return null
  const { entries, contentOf } = opened
  const seen = new Set<number>()
  const folder = (first: number, depth: number): Storage => {
    const streams = new Map<string, () => Buffer>()
    const storages = new Map<string, Storage>()
    // Entries of a folder form a tree of neighbours; one that was met before is a ring.
    const waiting = [first]
    const folders: Entry[] = []
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const entry = entries[at]
      if (!entry || seen.has(at)) continue
      seen.add(at)
      waiting.push(entry.right, entry.left)
      if (entry.kind === stream) streams.set(entry.name, () => contentOf(entry))
      else if (entry.kind === 1) folders.push(entry)
    }
    if (depth < deepest) for (const each of folders) storages.set(each.name, folder(each.child, depth + 1))
    return { streams, storages }
  }
  return folder(entries.find(({ kind }) => kind === root)?.child ?? entries.length, 0)
}

const stream = 2
const root = 5
/** So many folders inside each other no program makes. */
const deepest = 50

interface Opened {
  readonly entries: readonly Entry[]
  readonly contentOf: (entry: Entry) => Buffer
}

function openCompound(bytes: Uint8Array): Opened | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < headLength || !file.subarray(0, 8).equals(signature)) return null
  const shift = file.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) return null
  const size = 2 ** shift
  const sectors: Cut = { from: file.subarray(size), size }
  const table = tableOf(file, sectors)
  const entries = entriesIn(gathered(sectors, file.readUInt32LE(48), table))
  const small = Buffer.concat([...chain(sectors, file.readUInt32LE(60), table)])
  const top = entries.find(({ kind }) => kind === root)
  let home: Buffer | null = null
  const homeOfSmall = () => {
    home ??= top ? gathered(sectors, top.start, table).subarray(0, top.length) : Buffer.alloc(0)
    return home
  }
  return {
    entries,
    contentOf: ({ start, length }) =>
      (length < smallest
        ? gathered({ from: homeOfSmall(), size: 64 }, start, small)
        : gathered(sectors, start, table)
      ).subarray(0, length),
  }
}

const headLength = 512
const signature = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** Shorter streams lie in small pieces of the root's. */
const smallest = 4096
/** Greater numbers are no sectors: they end a chain. */
const lastSector = 0xfffffffa

/** Bytes in pieces of one size. */
interface Cut {
  readonly from: Buffer
  readonly size: number
}

interface Entry {
  readonly name: string
  readonly kind: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly length: number
}

/** Which sector follows which. The places of the table's own sectors stand in the head, and go on in sectors of their own. */
function tableOf(file: Buffer, sectors: Cut): Buffer {
  const places = numbersIn(file.subarray(76, headLength))
  const most = sectors.from.length / sectors.size
  let next = file.readUInt32LE(68)
  for (let count = 0; next < lastSector && count < most; count += 1) {
    const more = numbersIn(sector(sectors, next))
    next = more.at(-1) ?? lastSector
    for (const place of more.slice(0, -1)) places.push(place)
  }
  return Buffer.concat(
    [...new Set(places)].filter((place) => place < lastSector).map((place) => sector(sectors, place)),
  )
}

function numbersIn(bytes: Buffer): number[] {
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readUInt32LE(at * 4))
}

function sector({ from, size }: Cut, at: number): Buffer {
  return from.subarray(at * size, (at + 1) * size)
}

function gathered(cut: Cut, start: number, table: Buffer): Buffer {
  return Buffer.concat([...chain(cut, start, table)])
}

/** The pieces of a stream; a chain that bites its tail, or leaves the file, ends. */
function* chain(cut: Cut, start: number, table: Buffer): Generator<Buffer> {
  const most = Math.ceil(cut.from.length / cut.size)
  let at = start
  for (let count = 0; at < most && count < most; count += 1) {
    yield sector(cut, at)
    if (at * 4 + 4 > table.length) return
    at = table.readUInt32LE(at * 4)
  }
}

function entriesIn(directory: Buffer): readonly Entry[] {
  return Array.from({ length: Math.floor(directory.length / 128) }, (_, at) => {
    const entry = directory.subarray(at * 128, at * 128 + 128)
    const letters = Math.min(64, entry.readUInt16LE(64)) - 2
    return {
      name: letters > 0 ? entry.toString('utf16le', 0, letters) : '',
      kind: entry.readUInt8(66),
      left: entry.readUInt32LE(68),
      right: entry.readUInt32LE(72),
      child: entry.readUInt32LE(76),
      start: entry.readUInt32LE(116),
      length: entry.readUInt32LE(120),
    }
  })
}
