import { UnreadableError } from '../format.ts'
import { isEmail } from '../formats/email/index.ts'
import { limits } from '../limits.ts'
import type { Container, Inside, Opening } from './container.ts'

/** A mailbox: messages one after the other, each behind a line "From somebody Thu Mar 6 …". */
export const mbox: Container = {
  name: 'mbox',
  recognises: (look) =>
    look.text?.startsWith('From ') === true && isEmail(look) && beginningsIn(look.bytes, 2).length === 2,
  hasWords: false,
  open,
}

function* messagesIn(bytes: Uint8Array, file: string): Generator<Inside> {
  const places = beginningsIn(bytes, limits.entries + 1)
  if (places.length > limits.entries)
    throw new UnreadableError(
      'too_large',
      `Cannot open ${file}: it is a mailbox of more than ${limits.entries} messages. Save those that matter as files of their own.`,
    )
  for (const [index, place] of places.entries()) {
    const message = Buffer.from(bytes.subarray(place, places[index + 1] ?? bytes.length))
    yield { name: `message ${index + 1}.eml`, bytes: withoutMarks(message) }
  }
}

async function* open(bytes: Uint8Array, { file }: Opening): AsyncGenerator<Inside> {
  yield* messagesIn(bytes, file)
}

/** Where messages begin: at lines with a sender and a day, the first or behind an empty one. */
function beginningsIn(bytes: Uint8Array, most: number): readonly number[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const places: number[] = []
  for (let at = 0; at !== -1 && places.length < most; at = nextLine(buffer, at)) {
    if (line.test(buffer.toString('latin1', at, at + 300))) places.push(at)
  }
  return places
}

const line = /^From \S{1,200} {1,3}[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [^\r\n]{4,60}\r?\n[A-Za-z-]{2,60}:/

/** The next line that begins with "From " behind an empty one. */
function nextLine(buffer: Buffer, from: number): number {
  for (
    let at = buffer.indexOf('\nFrom ', from, 'latin1');
    at !== -1;
    at = buffer.indexOf('\nFrom ', at + 1, 'latin1')
  ) {
    const before = buffer.toString('latin1', Math.max(0, at - 2), at)
    if (before.endsWith('\n') || before === '\n\r') return at + 1
  }
  return -1
}

/** A line of the message itself that began so was marked: ">From". */
function withoutMarks(message: Buffer): Uint8Array {
  if (!message.includes('\n>From ') && !message.includes('\n>>From ')) return new Uint8Array(message)
  return new Uint8Array(Buffer.from(message.toString('latin1').replace(/\n>(?=>{0,20}From )/g, '\n'), 'latin1'))
}
