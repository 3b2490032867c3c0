import { decoderOf } from '../rtf/code-pages.ts'

/** The properties of a message, a recipient or an attachment, as Outlook keeps them: by number, each with a type. */
export class Properties {
  readonly #values = new Map<number, { readonly type: number; readonly value: () => Buffer }>()
  /** Of words that are in no Unicode. */
  codePage = 1252

  set(tag: number, value: () => Buffer): void {
    this.#values.set(tag >>> 16, { type: tag & 0x0fff, value })
  }

  has(id: number): boolean {
    return this.#values.has(id)
  }

  /** Words; "" where there are none. */
  words(id: number): string {
    const found = this.#values.get(id)
    if (!found) return ''
    const bytes = found.value().subarray(0, longest)
    const text = found.type === unicode ? bytes.toString('utf16le') : decoderOf(this.codePage)(bytes)
    return text.replaceAll('\u0000', '')
  }

  bytes(id: number): Buffer | null {
    return this.#values.get(id)?.value() ?? null
  }

  number(id: number): number | null {
    const bytes = this.bytes(id)
    return bytes !== null && bytes.length >= 4 ? bytes.readInt32LE(0) : null
  }

  isTrue(id: number): boolean {
    return (this.bytes(id)?.[0] ?? 0) !== 0
  }

  /** Windows counts tenths of microseconds from the year 1601. */
  time(id: number): Date | null {
    const bytes = this.bytes(id)
    if (bytes === null || bytes.length < 8) return null
    const date = new Date(Number(bytes.readBigUInt64LE(0) / 10_000n) - 11_644_473_600_000)
    return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1980 || date.getUTCFullYear() > 2200 ? null : date
  }

  /** Is the value of this property words (and no bytes)? */
  isWords(id: number): boolean {
    const type = this.#values.get(id)?.type
    return type === unicode || type === 0x1e
  }
}

const unicode = 0x1f
const longest = 64 * 1024 * 1024

/** Numbers of the properties that are looked at. */
export const ids = {
  subject: 0x0037,
  sent: 0x0039,
  headers: 0x007d,
  recipientKind: 0x0c15,
  sender: 0x0c1a,
  senderAddress: 0x0c1f,
  cc: 0x0e03,
  to: 0x0e04,
  delivered: 0x0e06,
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  name: 0x3001,
  address: 0x3003,
  data: 0x3701,
  fileName: 0x3704,
  method: 0x3705,
  longFileName: 0x3707,
  mediaType: 0x370e,
  contentId: 0x3712,
  smtp: 0x39fe,
  codePage: 0x3fde,
  codePageOfMessage: 0x3ffd,
  senderSmtp: 0x5d01,
  isHidden: 0x7ffe,
} as const
