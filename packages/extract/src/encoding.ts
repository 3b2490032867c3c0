import { isUtf8 } from 'node:buffer'

/** Text, and the encoding it was in. */
export interface Decoded {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  /** Was the encoding guessed because nothing else fitted? */
  readonly guessed: boolean
}

/**
 * Bytes as text: by byte order mark, else UTF-16 by its zeros, else UTF-8 where it is valid, else Windows-1252, which
 * British offices wrote before. Null where the bytes are no text. `isBeginning` says that the bytes were cut at the end.
 */
export function decode(bytes: Uint8Array, isBeginning = false): Decoded | null {
  const encoding = encodingOf(bytes, isBeginning)
  if (encoding === null) return null
  const text = new TextDecoder(encoding.name).decode(bytes, { stream: isBeginning })
  return looksLikeText(text) ? { text, encoding: encoding.name, guessed: encoding.guessed } : null
}

/** The encoding that `decode` would read by; null where a zero byte says that this is no text. */
export function encodingOf(
  bytes: Uint8Array,
  isBeginning = false,
): { readonly name: Decoded['encoding']; readonly guessed: boolean } | null {
  const wide = byMark(bytes) ?? wideByZeros(bytes)
  if (wide !== null) return { name: wide, guessed: false }
  if (bytes.subarray(0, 65_536).includes(0)) return null
  const whole = isBeginning ? bytes.subarray(0, endOfLastCharacter(bytes)) : bytes
  return isUtf8(whole) ? { name: 'utf-8', guessed: false } : { name: 'windows-1252', guessed: true }
}

/** Where the last character that is not cut begins, or the end of bytes. */
function endOfLastCharacter(bytes: Uint8Array): number {
  for (let end = bytes.length; end > bytes.length - 4 && end > 0; end -= 1) {
    const byte = bytes[end - 1] ?? 0
    if (byte < 0x80) return end
    if (byte >= 0xc0) return end - 1
  }
  return bytes.length
}

function byMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** In UTF-16 most English characters have one zero byte, always on the same side. */
function wideByZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.min(bytes.length, 4096) >> 1
  if (pairs < 2) return null
  let first = 0
  let second = 0
  for (let pair = 0; pair < pairs; pair += 1) {
    if (bytes[2 * pair] === 0) first += 1
    if (bytes[2 * pair + 1] === 0) second += 1
  }
  if (second > pairs * 0.6 && first < pairs * 0.02) return 'utf-16le'
  if (first > pairs * 0.6 && second < pairs * 0.02) return 'utf-16be'
  return null
}

/** Text has hardly any control characters; a picture or a program has many. */
function looksLikeText(text: string): boolean {
  const seen = Math.min(text.length, 65_536)
  let odd = 0
  for (let index = 0; index < seen; index += 1) {
    const code = text.charCodeAt(index)
    if ((code < 32 && !(code >= 9 && code <= 13)) || code === 0xfffd) odd += 1
  }
  return odd <= seen * 0.005 + 1
}
