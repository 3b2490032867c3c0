import { type Fonts, fontsLeft } from './cut-fonts.ts'
import { objectsIn, reference, unpacked, wordsIn } from './cut-objects.ts'

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

/** A file whose end is missing, made readable. */
export interface Mended {
  readonly bytes: Uint8Array
  /** What became of the typefaces its words are set in: words in one that is lost are left out, for nobody knows their letters. */
  readonly fonts: Fonts
}

/**
 * A file whose end is missing, given a new one: what was packed in streams, and a list of the pages that are left, in the order they stand
 * in the file; where pages are told of at the end, the streams of words make pages. Null where none can be found.
 */
export function withNewEnd(bytes: Uint8Array): Mended | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const standing = objectsIn(file)
  const packed = unpacked(bytes, standing)
  const objects = [...standing, ...objectsIn(packed)]
  const pages = objects.filter(
    ({ head, isWhole }) => /\/Type\s{0,4}\/Page(?![A-Za-z])/.test(head) && (isWhole || /\/Contents\b/.test(head)),
  )
  const named = objects.flatMap(({ head }) => Array.from(head.matchAll(reference), ([, number]) => Number(number)))
  // What is named may be lost: its number is no other's.
  const largest = [...objects.map(({ number }) => number), ...named].reduce((most, each) => Math.max(most, each), 0)
  const [catalog, tree, font] = [largest + 1, largest + 2, largest + 3]
  const words = wordsIn(bytes, standing)
  const told = new Set(named)
  const orphans = words.filter(({ number }) => !told.has(number))
  if (pages.length + orphans.length === 0) return null
  const fonts = fontsLeft(objects, words, font)
  const made = orphans.map(({ number }, at) => ({ number: font + fonts.made + at, words: number }))
  const kids = [...new Set([...pages, ...made].map(({ number }) => `${number} 0 R`))]
  const end = [
    '\nendstream\nendobj',
    packed,
    `${catalog} 0 obj\n<< /Type /Catalog /Pages ${tree} 0 R >>\nendobj`,
    `${tree} 0 obj\n<< /Type /Pages /Count ${kids.length} /Kids [${kids.join(' ')}] /MediaBox [0 0 595 842] >>\nendobj`,
    ...fonts.objects,
    ...made.map(
      (page) =>
        `${page.number} 0 obj\n<< /Type /Page /Parent ${tree} 0 R /Contents ${page.words} 0 R /Resources ${fonts.resources} >>\nendobj`,
    ),
    `trailer\n<< /Size ${font + fonts.made + made.length} /Root ${catalog} 0 R >>\nstartxref\n0\n%%EOF\n`,
  ].join('\n')
  const list = file.lastIndexOf('xref')
  const kept = list > file.lastIndexOf('endobj') ? bytes.subarray(0, list) : bytes
  return { bytes: new Uint8Array(Buffer.concat([kept, Buffer.from(end, 'latin1')])), fonts }
}
