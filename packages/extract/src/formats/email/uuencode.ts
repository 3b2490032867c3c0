/** A file that stood in the text of a message. */
export interface Written {
  readonly name: string
  readonly bytes: Uint8Array
  /** Does the text end before the file does? */
  readonly isCut: boolean
}

/**
 * Takes files out of a text that were written into it as characters ("begin 644 reply.doc", lines, "end"), as old mail
 * programs did. Lines whose last spaces a mail system cut off are read as if they were there.
 */
export function takeFilesOut(text: string): { readonly text: string; readonly files: readonly Written[] } {
  if (!text.includes('begin ')) return { text, files: [] }
  const lines = text.split('\n')
  const kept: string[] = []
  const files: Written[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const name = /^begin [0-7]{3,4} (\S.{0,255})$/.exec(line.trimEnd())?.[1]
    const file = name === undefined ? null : fileAt(lines, at + 1)
    const bytes = Buffer.concat(file?.chunks ?? [])
    if (name === undefined || file === null || bytes.length === 0) {
      kept.push(line)
      continue
    }
    files.push({ name: name.trim(), bytes, isCut: file.isCut })
    at = file.last
  }
  return { text: kept.join('\n'), files }
}

/** The file whose lines begin here, and its last line; null where they are no such lines. */
function fileAt(
  lines: readonly string[],
  first: number,
): { readonly chunks: readonly Uint8Array[]; readonly last: number; readonly isCut: boolean } | null {
  const chunks: Uint8Array[] = []
  for (let at = first; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').replace(/\r$/, '')
    if (line === 'end') return { chunks, last: at, isCut: false }
    const bytes = decoded(line)
    if (bytes === null) return chunks.length === 0 ? null : { chunks, last: at - 1, isCut: true }
    chunks.push(bytes)
  }
  return chunks.length === 0 ? null : { chunks, last: lines.length - 1, isCut: true }
}

/** One line: its first character counts its bytes, then four characters stand for three. Null where it is no such line. */
function decoded(line: string): Uint8Array | null {
  if (line.trim() === '') return new Uint8Array()
  const count = sixBits(line, 0)
  const needed = Math.ceil(count / 3) * 4
  // One more may follow: some programs added a sum over the line.
  // A last line counts none, whatever stands behind.
  if (count === 0 && /^[ `]+$/.test(line)) return new Uint8Array()
  if (count > 45 || line.trimEnd().length > needed + 2 || !/^[ -`]{1,70}$/.test(line)) return null
  const bytes = new Uint8Array(count)
  for (let at = 0; at < count; at += 1) {
    const group = 1 + Math.floor(at / 3) * 4
    const bits =
      (sixBits(line, group) << 18) |
      (sixBits(line, group + 1) << 12) |
      (sixBits(line, group + 2) << 6) |
      sixBits(line, group + 3)
    bytes[at] = (bits >> (16 - 8 * (at % 3))) & 0xff
  }
  return bytes
}

function sixBits(line: string, at: number): number {
  return at < line.length ? (line.charCodeAt(at) - 32) & 63 : 0
}
