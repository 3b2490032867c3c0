import type { Options } from '../../format.ts'
import type { Writer } from '../../writer.ts'
import { all } from '../docx/xml.ts'
import { childElements, type Element } from '../html/dom.ts'
import { openDocument } from '../odf/parts.ts'
import { OdtText } from '../odt/text.ts'
import { leaveNotes } from '../story/leave-notes.ts'
import { writeStory } from '../story/page.ts'
import { type StoryBlock, wordsOfParagraph } from '../story/story.ts'

/** Reads an OpenDocument presentation: what stands on its slides; slides that are hidden are left out, with a note. */
export async function readOdp(bytes: Uint8Array, writer: Writer, options: Options): Promise<void> {
  const document = await openDocument(bytes, 'an OpenDocument presentation (ODP)', writer, options)
  const text = new OdtText(document, options.includeHidden)
  const unseen = new Set(
    all(document.content, 'style:drawing-page-properties').flatMap(({ attribs, parent }) =>
      attribs['presentation:visibility'] === 'hidden' && parent && 'attribs' in parent
        ? [parent.attribs['style:name'] ?? '']
        : [],
    ),
  )
  const body: StoryBlock[] = []
  const hidden: number[] = []
  for (const [index, page] of all(document.content, 'draw:page').entries()) {
    const isHidden = unseen.has(page.attribs['draw:style-name'] ?? '')
    if (isHidden) hidden.push(index + 1)
    if (!isHidden || options.includeHidden) for (const shape of childElements(page)) body.push(...blocksOf(shape, text))
  }
  writeStory({ heads: [], feet: [], body, notes: text.notes }, writer)
  leaveNotes(text.carried, wordsOfParagraph, options.includeHidden, writer)
  if (hidden.length > 0)
    writer.note(
      'hidden-content',
      `Slides that are hidden (${hidden.join(', ')}) were ${options.includeHidden ? 'read too, as was asked' : 'left out'}.`,
    )
}

/** A shape as if it stood alone in a text; the words of a title are a heading. */
function blocksOf(shape: Element, text: OdtText): readonly StoryBlock[] {
  const blocks = text.blocksOf(shape)
  if (shape.attribs['presentation:class'] !== 'title') return blocks
  return blocks.map((block) => (block.kind === 'paragraph' ? { ...block, heading: 2 } : block))
}
