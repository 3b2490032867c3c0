import type { Block, Document } from '@disclosed/document'
import { allMatches } from '../all-matches.ts'
import { type Letter, letterOf } from '../letter.ts'

/** A letter of plain text whose blocks are its paragraphs: for tests and examples. */
export function letterFrom(text: string): Letter {
  const blocks: Block[] = allMatches(text, /[^\n]+(?:\n[^\n]+)*/g).map((match) => ({
    kind: 'paragraph',
    start: match.index,
    end: match.index + match[0].length,
  }))
  const document: Document = {
    id: 'sha256:00',
    mediaType: 'text/plain',
    bytes: text.length,
    part: null,
    pages: null,
    ocr: false,
    reader: 'text@1',
    text,
    blocks,
    places: [],
    bold: [],
    links: [],
    notes: [],
  }
  return letterOf(document)
}
