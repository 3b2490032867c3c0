import { around } from '@disclosed/document'
import type { NoteCode } from '../../notes.ts'
import type { Writer } from '../../writer.ts'
import type { Shown, Word } from './drawn.ts'

/** A page with more hidden stretches than this gets one note for all of them. */
const mostNotes = 12

/** Notes what a page hides, with its place and without its words: they may be about people. */
export function noteHidden(
  { covered, invisible, recognised }: Shown,
  page: number,
  writer: Writer,
  kept: boolean,
): void {
  noteWords('text-under-a-box', covered, 'under a box that was drawn over', writer, kept)
  noteWords('invisible-text', invisible, 'where no reader of the page sees', writer, kept)
  if (recognised)
    writer.note(
      'recognised-layer',
      `the words of page ${page} were recognised from its picture by whoever made the file`,
      {
        place: { kind: 'page', page, box: null },
      },
    )
}

function noteWords(code: NoteCode, words: readonly Word[], where: string, writer: Writer, kept: boolean): void {
  const all = stretches(words)
  for (const stretch of all.length > mostNotes ? [words] : all) {
    const [first, ...more] = stretch
    if (!first) continue
    const { page } = first
    const box = more.map((word) => word.box).reduce(around, first.box)
    const [count, them] = more.length === 0 ? ['1 word stands', 'it'] : [`${stretch.length} words stand`, 'them']
    const fate = `${more.length === 0 ? 'was' : 'were'} ${kept ? 'kept, as asked for' : 'left out'}`
    writer.note(code, `on page ${page} ${count} ${where} ${them}, and ${fate}`, { place: { kind: 'page', page, box } })
  }
}

/** Words that follow each other on about the same line or the next one: one passage that was hidden. */
function stretches(words: readonly Word[]): readonly (readonly Word[])[] {
  const found: Word[][] = []
  for (const word of words) {
    const last = found.at(-1)?.at(-1)
    if (last && Math.abs(word.base - last.base) < 2 * Math.max(word.size, last.size)) found.at(-1)?.push(word)
    else found.push([word])
  }
  return found
}
