import { constants, inflateSync } from 'node:zlib'

/** How far from its end a file says where its list of objects begins: "startxref", a number, "%%EOF". */
const longestEnd = 2048

/**
 * Did the file end before it was whole? Its end mark is missing, or points beyond the file. pdf.js mends such files in
 * silence, and pages may be missing then.
 */
export function isTruncated(bytes: Uint8Array): boolean {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tail = end.subarray(Math.max(0, end.length - longestEnd)).toString('latin1')
  const mark = tail.lastIndexOf('startxref')
  // Nothing but bytes that mail and web servers add may follow the last object's end mark and the list of objects.
  if (mark === -1) return Math.max(end.lastIndexOf('startxref'), end.lastIndexOf('trailer')) < end.lastIndexOf('endobj')
  const told = /^startxref\s{0,8}(\d{1,12})/.exec(tail.slice(mark, mark + 40))?.[1]
  return told !== undefined && Number(told) > bytes.length
}

/**
 * A file whose end is missing, given a new one: a list of the pages that are left, in the order they stand in the file;
 * where pages are told of at the end, the streams of words make pages. Null where none can be found (they may be packed
 * in a stream that needs the lost list).
 */
export function withNewEnd(bytes: Uint8Array): Uint8Array | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const objects = objectsIn(file)
  const pages = objects.filter(({ head }) => /\/Type\s{0,4}\/Page(?![A-Za-z])/.test(head))
  const told = new Set(pages.flatMap(({ head }) => [...head.matchAll(reference)].map(([, number]) => Number(number))))
  const words = wordsIn(bytes, objects)
  const named = objects.flatMap(({ head }) => Array.from(head.matchAll(reference), ([, number]) => Number(number)))
  // What is named may be lost: its number is no other's.
  const largest = [...objects.map(({ number }) => number), ...named].reduce((most, each) => Math.max(most, each), 0)
  const [catalog, tree, font] = [largest + 1, largest + 2, largest + 3]
  const plain = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'
  // Fonts of a file's own number their letters as they like; only plain letters can be read without them.
  const isPlain = words.length > 0 && words.every(({ source }) => isInPlainLetters(source))
  const lost = isPlain ? lostFonts(objects) : []
  const resources = resourcesOf(objects) ?? (isPlain ? `<< /Font << ${namesOfFonts(words, font)} >> >>` : null)
  const orphans = pages.length > 0 || resources === null ? [] : words.filter(({ number }) => !told.has(number))
  if (pages.length + orphans.length === 0) return null
  const made = orphans.map(({ number }, at) => ({ number: font + 1 + at, words: number }))
  const kids = [...new Set([...pages, ...made].map(({ number }) => `${number} 0 R`))]
  const end = [
    '\nendstream\nendobj',
    `${catalog} 0 obj\n<< /Type /Catalog /Pages ${tree} 0 R >>\nendobj`,
    `${tree} 0 obj\n<< /Type /Pages /Count ${kids.length} /Kids [${kids.join(' ')}] /MediaBox [0 0 595 842] >>\nendobj`,
    ...[font, ...lost].map((number) => `${number} 0 obj\n${plain}\nendobj`),
    ...made.map(
      (page) =>
        `${page.number} 0 obj\n<< /Type /Page /Parent ${tree} 0 R /Contents ${page.words} 0 R /Resources ${resources} >>\nendobj`,
    ),
    `trailer\n<< /Size ${font + made.length + 1} /Root ${catalog} 0 R >>\nstartxref\n0\n%%EOF\n`,
  ].join('\n')
  const list = file.lastIndexOf('xref')
  const kept = list > file.lastIndexOf('endobj') ? bytes.subarray(0, list) : bytes
  return new Uint8Array(Buffer.concat([kept, Buffer.from(end, 'latin1')]))
}

interface PdfObject {
  readonly number: number
  /** How it begins. */
  readonly head: string
  /** Where its stream begins; null where it has none. */
  readonly stream: number | null
}

const reference = /(?<!\d)(\d{1,9}) {1,4}\d{1,5} {1,4}R\b/g

function objectsIn(file: string): readonly PdfObject[] {
  return Array.from(
    file.matchAll(/(?<!\d)(\d{1,9})\s{1,4}\d{1,5}\s{1,4}obj\b/g),
    ({ 0: mark, 1: number = '', index }) => {
      const begin = file.slice(index + mark.length, index + mark.length + longestHead)
      const [object = ''] = begin.split('endobj', 1)
      const stream = /\bstream\r?\n?/.exec(object)
      return {
        number: Number(number),
        head: stream ? object.slice(0, stream.index) : object,
        stream: stream ? index + mark.length + stream.index + stream[0].length : null,
      }
    },
  )
}

/** The dictionary of a page is no longer than this. */
const longestHead = 4096

interface Stream {
  readonly number: number
  readonly source: string
}

/** The streams that draw words, unfolded as far as they go. */
function wordsIn(bytes: Uint8Array, objects: readonly PdfObject[]): readonly Stream[] {
  const found: Stream[] = []
  let left = mostWords
  for (const { number, head, stream } of objects) {
    // Pictures, fonts and lists of objects tell their kind.
    if (stream === null || left <= 0 || /\/(?:Type|Subtype|Length1|Length2|FunctionType)\b/.test(head)) continue
    const source = head.includes('/FlateDecode')
      ? inflated(bytes.subarray(stream), left)
      : head.includes('/Filter')
        ? null
        : asItStands(bytes, stream)
    left -= source?.length ?? 0
    if (source !== null && /\bBT\b/.test(source) && /\bTf\b/.test(source) && /T[jJ]/.test(source))
      found.push({ number, source })
  }
  return found
}

const mostWords = 50 * 1024 * 1024

function asItStands(bytes: Uint8Array, from: number): string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = file.indexOf('endstream', from, 'latin1')
  return file.toString('latin1', from, Math.min(end === -1 ? file.length : end, from + mostWords))
}

function inflated(bytes: Uint8Array, most: number): string | null {
  try {
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: most }).toString('latin1')
  } catch {
    return null
  }
}

/** Are the letters of what is drawn those of the alphabet, most of them? Codes of a font's own are noise. */
function isInPlainLetters(source: string): boolean {
  let letters = 0
  let all = 0
  for (const [, plain, hex] of source.slice(0, 200_000).matchAll(/\(([^()\\]{1,400})\)|<([\dA-Fa-f]{2,400})>/g)) {
    const drawn = plain ?? Buffer.from(hex ?? '', 'hex').toString('latin1')
    all += drawn.length
    letters += drawn.match(/[A-Za-z]/g)?.length ?? 0
  }
  return all > 0 && letters / all > 0.5
}

/** Fonts that are named and are no more in the file. */
function lostFonts(objects: readonly PdfObject[]): readonly number[] {
  const there = new Set(objects.map(({ number }) => number))
  const named = objects.flatMap(({ head }) => {
    const [, fonts = ''] = /\/Font\s{0,4}<<([^<>]{0,3000})>>/.exec(head) ?? []
    return [...fonts.matchAll(reference)].map(([, number]) => Number(number))
  })
  return [...new Set(named)].filter((number) => !there.has(number))
}

/** What pages without a page's own head may use: what the file says of all its fonts last. */
function resourcesOf(objects: readonly PdfObject[]): string | null {
  const found = objects.findLast(({ head, stream }) => stream === null && /^\s{0,4}<<[\s\S]{0,200}\/Font\b/.test(head))
  return found && !/\/Type\b/.test(found.head) ? `${found.number} 0 R` : null
}

function namesOfFonts(words: readonly Stream[], font: number): string {
  const names = words.flatMap(({ source }) => [...source.matchAll(/\/([\w+-]{1,40})\s{1,4}[\d.]{1,8}\s{1,4}Tf\b/g)])
  return [...new Set(names.map(([, name]) => `/${name} ${font} 0 R`))].join(' ')
}
