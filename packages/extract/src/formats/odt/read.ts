import type { Options } from '../../format.ts'
import type { Writer } from '../../writer.ts'
import { all } from '../docx/xml.ts'
import { openDocument } from '../odf/parts.ts'
import { leaveNotes } from '../story/leave-notes.ts'
import { linesOf, writeStory } from '../story/page.ts'
import { wordsOfParagraph } from '../story/story.ts'
import { aroundOf } from './around.ts'
import { OdtText } from './text.ts'

/** Reads an OpenDocument text: heads, body and notes below it, feet. Places are selectors into the page that is made of it. */
export async function readOdt(bytes: Uint8Array, writer: Writer, options: Options): Promise<void> {
  const document = await openDocument(bytes, 'an OpenDocument text (ODT)', writer, options)
  const text = new OdtText(document, options.includeHidden)
  const around = aroundOf(document)
  const heads = around.heads.map((head) => linesOf(text.blocksIn(head)))
  const feet = around.feet.map((foot) => linesOf(text.blocksIn(foot)))
  const [body] = all(document.content, 'office:text')
  writeStory({ heads, feet, body: body ? text.blocksIn(body) : [], notes: text.notes }, writer)
  leaveNotes(text.carried, wordsOfParagraph, options.includeHidden, writer)
}
