import type { Span } from '@disclosed/document'
import type { NoteCode } from '../../notes.ts'
import type { Writer } from '../../writer.ts'
import type { Carried } from './story.ts'

/**
 * Says what a word processor's file carries beside what it shows, at the first paragraph that is concerned and can be
 * found by the words that are left of it.
 */
export function leaveNotes<Paragraph>(
  seen: Carried<Paragraph>,
  wordsOf: (paragraph: Paragraph) => string,
  includeHidden: boolean,
  writer: Writer,
): void {
  const fate = includeHidden ? 'read too, as was asked' : 'left out'
  const note = (code: NoteCode, count: number, say: (paragraphs: string) => string, where: readonly Paragraph[]) => {
    if (count === 0) return
    const paragraphs = new Set(where).size
    const span = spanOfFirst(where.map(wordsOf), writer)
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

function spanOfFirst(paragraphs: readonly string[], writer: Writer): Span | null {
  for (const words of new Set(paragraphs)) {
    const span = writer.find(longestPiece(words))
    if (span) return span
  }
  return null
}

/** Up to a tab, a break, or a mark for a label (private characters, which the text has no more) words stand in one piece. */
function longestPiece(words: string): string {
  return (
    words
      .split(/[\t\n\ue000-\ue0ff]/)
      .toSorted((a, b) => b.length - a.length)
      .at(0) ?? ''
  )
}
