import { decode } from '../../encoding.ts'
import { type Format, type Options, UnreadableError } from '../../format.ts'
import { textualKind } from '../../kinds.ts'
import { limits } from '../../limits.ts'
import { tidy } from '../../tidy.ts'
import type { Writer } from '../../writer.ts'

/** Plain text in any of the encodings that offices write. Lines stay as they are; a block is a run of lines that have words. */
export const text: Format = {
  name: 'text',
  version: 1,
  mediaTypes: ['text/plain'],
  recognises: ({ text }) => text !== null && textualKind(text) === null,
  read,
}

function read(bytes: Uint8Array, writer: Writer, { name }: Options): void {
  const file = name ?? 'the file'
  if (bytes.length > limits.text)
    throw new UnreadableError(
      'too_large',
      `Cannot read ${file}: it is a plain text of ${megabytes(bytes.length)} MB, and no letter has more than ${megabytes(limits.text)} MB. If it is a table, give it as CSV.`,
    )
  const decoded = decode(bytes)
  if (decoded === null)
    throw new UnreadableError('not_text', `Cannot read ${file}: it begins as text and goes on as something else.`)
  const blocks = runsOfLines(tidy(decoded.text))
  if (blocks.length === 0)
    throw new UnreadableError('empty', `Cannot read ${file}: it holds white space and no words. Fetch it again.`)
  for (const block of blocks) writer.paragraph(block)
  if (decoded.guessed) writer.note('odd-encoding', 'The characters are no UTF-8 and were read as Windows-1252.')
}

/** The stretches between empty lines. */
function runsOfLines(text: string): readonly string[] {
  const blocks: string[] = []
  let lines: string[] = []
  const end = () => {
    if (lines.length > 0) blocks.push(lines.join('\n'))
    lines = []
  }
  for (const line of text.split('\n')) {
    if (line.trim() === '') end()
    else lines.push(line)
  }
  end()
  return blocks
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024)
}
