import { decode } from '../../encoding.ts'

/** The text of a page, and whether its characters were guessed; null where the bytes are no text. */
export interface Page {
  readonly text: string
  readonly guessed: boolean
}

/**
 * Decodes a page. Its own bytes come first: valid UTF-8 is UTF-8, whatever the page claims, for pages are often saved
 * in another encoding than they were served in. Else the page's own word (`<meta charset>`), else Windows-1252.
 */
export function decodePage(bytes: Uint8Array): Page | null {
  const decoded = decode(bytes)
  if (decoded === null || !decoded.guessed) return decoded
  const told = toldCharset(bytes)
  if (told === null) return decoded
  return { text: told.decode(bytes), guessed: false }
}

function toldCharset(bytes: Uint8Array): InstanceType<typeof TextDecoder> | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  const label = /charset\s{0,9}=\s{0,9}["']?([\w:.-]{2,40})/i.exec(head)?.[1]
  if (label === undefined || /^utf-?(?:8|16)/i.test(label)) return null
  try {
    return new TextDecoder(label)
  } catch {
    return null
  }
}
