import { isUtf8 } from 'node:buffer'
import { type Page, PageError } from '../adapter.ts'

/** No page of a list or an item is larger. */
const largestPage = 10 * 1024 * 1024

/**
 * The text of a page: valid UTF-8 is UTF-8 whatever was declared, then the charset of the header, then the page's own word, then
 * Windows-1252, which councils wrote before.
 */
export function textOf(page: Page, largest: number = largestPage): string {
  const { bytes } = page
  if (bytes.length > largest)
    throw new PageError(
      'layout',
      `${page.url} is larger than ${largest / 1024 / 1024} MB, which no page of its kind is.`,
    )
  const wide = byMark(bytes)
  const label =
    wide ?? (isUtf8(bytes) ? 'utf-8' : (charsetIn(page.mediaType ?? '') ?? charsetIn(headOf(bytes)) ?? 'windows-1252'))
  return decoder(label).decode(bytes)
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
}

/** The bytes are no UTF-8, so a page that says it is tells nothing. */
function charsetIn(words: string): string | null {
  const label = /charset\s{0,9}=\s{0,9}["']?([\w:.-]{2,40})/i.exec(words)?.[1] ?? null
  return label !== null && /^utf-?(?:8|16)/i.test(label) ? null : label
}

function decoder(label: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder('windows-1252')
  }
}
