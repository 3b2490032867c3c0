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
 * A file whose end is missing, given a new one: a list of the pages that are left, in the order they stand in the file.
 * Null where none can be found (they may be packed in a stream that needs the lost list).
 */
export function withNewEnd(bytes: Uint8Array): Uint8Array | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const pages = new Set<number>()
  let largest = 0
  for (const { 1: number = '', index } of file.matchAll(/(?<!\d)(\d{1,9})\s{1,4}\d{1,5}\s{1,4}obj\b/g)) {
    largest = Math.max(largest, Number(number))
    const begin = file.slice(index, index + longestPage)
    const [object = ''] = begin.split('endobj', 1)
    if (/\/Type\s{0,4}\/Page(?![A-Za-z])/.test(object)) pages.add(Number(number))
  }
  if (pages.size === 0) return null
  const [catalog, tree] = [largest + 1, largest + 2]
  const kids = [...pages].map((page) => `${page} 0 R`).join(' ')
  const end = [
    '\nendstream\nendobj',
    `${catalog} 0 obj\n<< /Type /Catalog /Pages ${tree} 0 R >>\nendobj`,
    `${tree} 0 obj\n<< /Type /Pages /Count ${pages.size} /Kids [${kids}] >>\nendobj`,
    `trailer\n<< /Size ${tree + 1} /Root ${catalog} 0 R >>\nstartxref\n0\n%%EOF\n`,
  ].join('\n')
  const list = file.lastIndexOf('xref')
  const kept = list > file.lastIndexOf('endobj') ? bytes.subarray(0, list) : bytes
  return new Uint8Array(Buffer.concat([kept, Buffer.from(end, 'latin1')]))
}

/** The dictionary of a page is no longer than this. */
const longestPage = 4096
