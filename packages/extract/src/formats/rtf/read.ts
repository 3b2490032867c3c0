import { type Options, UnreadableError } from '../../format.ts'
import { limits } from '../../limits.ts'
import type { Writer } from '../../writer.ts'
import { readPasted } from '../picture/pasted.ts'
import { leaveNotes } from '../story/leave-notes.ts'
import { writeStory } from '../story/page.ts'
import { wordsOfParagraph } from '../story/story.ts'
import { RichText } from './rich-text.ts'
import { tokensOf } from './tokens.ts'

/** Reads a rich text file: heads, body and notes below it, feet. Places are selectors into the page that is made of it. */
export async function readRtf(bytes: Uint8Array, writer: Writer, options: Options): Promise<void> {
  const { name, includeHidden } = options
  const file = name ?? 'the file'
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const text = new RichText(includeHidden)
  for (const token of tokensOf(source.slice(source.indexOf('{\\rtf')))) {
    text.take(token)
    if (text.depth > limits.depth)
      throw new UnreadableError(
        'damaged',
        `Cannot read ${file} as a rich text file (RTF): its groups stand more than ${limits.depth} deep inside each other. Save it anew from a word processor.`,
      )
    if (text.length > limits.text)
      throw new UnreadableError(
        'too_large',
        `Cannot read ${file}: it is a rich text file with more than ${limits.text} characters, and no letter has so many.`,
      )
  }
  const isCut = text.depth > 0
  writeStory(text.finish(), writer)
  if (isCut) writer.note('truncated', `The end of ${file} is missing; what could be read of it was.`)
  const { carried } = text
  const read = await readPasted(text.pictures, writer, options)
  leaveNotes({ ...carried, pictures: carried.pictures - read }, wordsOfParagraph, includeHidden, writer)
}
