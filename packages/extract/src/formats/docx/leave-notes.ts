import type { Span } from '@disclosed/document'
import type { NoteCode } from '../../notes.ts'
import type { Writer } from '../../writer.ts'
import { descendants, type Element, isText } from '../html/dom.ts'
import type { Seen } from './body.ts'

/** Says what a Word file carries beside what it shows, at the first paragraph that is concerned and can be found. */
export function leaveNotes(seen: Seen, includeHidden: boolean, writer: Writer): void {
  const fate = includeHidden ? 'read too, as was asked' : 'left out'
  const note = (code: NoteCode, count: number, say: (paragraphs: string) => string, where: readonly Element[]) => {
    if (count === 0) return
    const paragraphs = new Set(where).size
    const span = spanOfFirst(where, writer)
    writer.note(
      code,
      say(paragraphs === 1 ? 'one paragraph' : `${paragraphs} paragraphs`),
      span === null ? {} : { span },
    )
  }
  const changed = seen.changes.flatMap((paragraph) => paragraph ?? [])
  note(
    'tracked-changes',
    seen.changes.length,
    (where) =>
      `${seen.changes.length} tracked changes in ${where} were read as if accepted; what was deleted is still in the file.`,
    changed,
  )
  note(
    'hidden-content',
    seen.vanished.length,
    (where) => `${seen.vanished.length} stretches of hidden text in ${where} were ${fate}.`,
    seen.vanished,
  )
  note(
    'white-text',
    seen.white.length,
    (where) => `${seen.white.length} stretches of white text on white in ${where} were ${fate}.`,
    seen.white,
  )
  note(
    'comments',
    seen.comments.length,
    (where) => `${seen.comments.length} comments of its writers at ${where} were left out.`,
    seen.comments,
  )
  if (seen.pictures > 0)
    writer.note('picture', `${seen.pictures} ${seen.pictures === 1 ? 'picture was' : 'pictures were'} left out.`)
}

function spanOfFirst(paragraphs: readonly Element[], writer: Writer): Span | null {
  for (const paragraph of new Set(paragraphs)) {
    const span = writer.find(wordsOf(paragraph))
    if (span) return span
  }
  return null
}

/** The words that are left of a paragraph, up to its first tab or break: they stand in one piece in the text. */
function wordsOf(paragraph: Element): string {
  let words = ''
  for (const element of descendants(paragraph))
    if (element.name === 'w:t') for (const child of element.children) if (isText(child)) words += child.data
  // Marks for labels and tabs are private characters, which the text has no more.
  return (
    words
      .split(/[\ue000-\ue0ff]/)
      .toSorted((a, b) => b.length - a.length)
      .at(0) ?? ''
  )
}
