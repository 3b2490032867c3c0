/** Smaller pictures, in dots, show no table that can be read. */
const [narrowest, lowest] = [250, 80]
/** So far before or behind its kind stands how large a picture is. */
const near = 600

/**
 * Does a PDF hold a picture that words can be read in? What tells of a picture is never packed, not even where the file is locked, so a
 * look at the bytes will do; drawing a page takes a hundred times as long.
 */
export function holdsLargePicture(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = file.indexOf('/Image'); at !== -1; at = file.indexOf('/Image', at + 6)) {
    // "/ImageB" is the name of something else.
    if (/[A-Za-z]/.test(String.fromCharCode(file[at + 6] ?? 0))) continue
    const around = file.subarray(Math.max(0, at - near), at + near).toString('latin1')
    // Behind "stream" stands the picture itself, before "endobj" another one.
    const own = around.slice(around.lastIndexOf('endobj', Math.min(at, near)) + 1).split('stream', 1)[0] ?? ''
    const [wide, high] = [numberAfter(own, wideIs), numberAfter(own, highIs)]
    if (wide === null || high === null || (wide >= narrowest && high >= lowest)) return true
  }
  return false
}

const wideIs = /\/Width\s{0,4}(\d{1,6})(?!\s{1,4}\d{1,6}\s{1,4}R)/
const highIs = /\/Height\s{0,4}(\d{1,6})(?!\s{1,4}\d{1,6}\s{1,4}R)/

/** Null where it is told elsewhere in the file. */
function numberAfter(text: string, pattern: RegExp): number | null {
  const found = pattern.exec(text)?.[1]
  return found === undefined ? null : Number(found)
}
