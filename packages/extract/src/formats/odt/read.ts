import type { Options } from '../../format.ts'
import type { Writer } from '../../writer.ts'
import { all } from '../docx/xml.ts'
import { childElements, type Element, isText } from '../html/dom.ts'
import { type OpenDocument, openDocument } from '../odf/parts.ts'
import { readPasted } from '../picture/pasted.ts'
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
  const pictures = text.pictures.map((each) => () => pictureIn(each, document))
  const read = await readPasted(pictures, writer, options)
  const { carried } = text
  leaveNotes({ ...carried, pictures: carried.pictures - read }, wordsOfParagraph, options.includeHidden, writer)
}

/** A part of the file, or within the element where the file is flat. */
function pictureIn(element: Element, { part }: OpenDocument): Uint8Array | null {
  const data = childElements(element).find(({ name }) => name === 'office:binary-data')
  if (data === undefined) return part((element.attribs['xlink:href'] ?? '').replace(/^\.\//, ''))
  return Buffer.from(data.children.map((child) => (isText(child) ? child.data : '')).join(''), 'base64')
}
