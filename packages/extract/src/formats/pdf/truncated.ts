/** A file ends with where its list of objects begins: "startxref", a number, "%%EOF". Other bytes may follow. */
const longestEnd = 2048

/**
 * Did the file end before it was whole? Its end mark is missing, or points beyond the file. pdf.js mends such files in
 * silence, and pages may be missing then.
 */
export function isTruncated(bytes: Uint8Array): boolean {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tail = end.subarray(Math.max(0, end.length - longestEnd)).toString('latin1')
  // Mail gateways and web servers add to the end; an end mark anywhere is looked for where the tail has none.
  const mark = tail.lastIndexOf('startxref')
  if (mark === -1) return end.lastIndexOf('startxref') < end.lastIndexOf('endobj') || !end.includes('%%EOF')
  const told = /^startxref\s{0,8}(\d{1,12})/.exec(tail.slice(mark, mark + 40))?.[1]
  return told !== undefined && Number(told) > bytes.length
}
