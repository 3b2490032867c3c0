import { type Options, UnreadableError } from '../../../format.ts'
import type { Writer } from '../../../writer.ts'
import { leaveNotes } from '../../story/leave-notes.ts'
import { linesOf, writeStory } from '../../story/page.ts'
import { Remarks } from '../../story/remarks.ts'
import { type StoryBlock, type StoryParagraph, wordsOfParagraph } from '../../story/story.ts'
import { type Bytes, plcOf } from '../bytes.ts'
import type { Text } from '../head.ts'
import { noteMarks } from '../note-marks.ts'
import { type Piece, piecesOf } from '../pieces.ts'
import { type Layout, stretchesOf } from '../runs.ts'
import { stylesOf } from '../styles.ts'
import { type Setting, storyIn } from '../text.ts'
import { kindsOfAround } from './around.ts'
import { type OldHead, oldFontsIn, oldHeadOf, oldTables, oldTexts } from './head.ts'
import { NumberedLists } from './lists.ts'
import { listSince97 } from './properties.ts'

/**
 * Reads a file of Word 6 or 95, as those since 97 are: its tables lie in the stream of its text, what is told of words and paragraphs
 * is told in other numbers, and each paragraph says for itself how it is numbered.
 */
export function readDocBefore97(main: Bytes, writer: Writer, { name, includeHidden }: Options): void {
  const file = name ?? 'the file'
  const head = oldHeadOf(main)
  const lists = new NumberedLists()
  const layout: Layout = {
    pageNumber: 2,
    paragraphEntry: 7,
    listOf: (list, kind) => listSince97(list, kind, lists),
  }
  const pieces = piecesIn(head, lists)
  if (pieces.length === 0)
    throw new UnreadableError(
      'damaged',
      `Cannot read ${file} as a legacy Word file (.doc): it says that it has no text. Fetch it again, or open and save it anew.`,
    )
  const marks = noteMarks(head.table(oldTables.footnoteMarks), head.table(oldTables.endnoteMarks), head.lengths.body)
  const remarks = new Remarks<StoryParagraph>()
  const alone: Setting = {
    file: main,
    data: null,
    pieces,
    characters: stretchesOf(head.table(oldTables.characters), main, 'characters', layout),
    paragraphs: stretchesOf(head.table(oldTables.paragraphs), main, 'paragraphs', layout),
    styleOf: stylesOf(head.table(oldTables.styles), layout),
    fonts: oldFontsIn(head.table(oldTables.fonts)),
    labelOf: (list) => lists.label(list),
    withoutLabel: () => lists.end(),
    noteAt: () => null,
    boxesAt: () => [],
    remarks,
    pictures: [],
    includeHidden,
  }
  const body = storyIn(0, head.lengths.body, { ...alone, noteAt: (character) => marks.get(character) ?? null })
  const stories = (text: Text, table: number) => storiesIn(head, text, table, alone)
  const around = stories('around', oldTables.around)
  const kinds = kindsOfAround(head, main)
  const notes = [
    ...stories('footnotes', oldTables.footnotes).slice(0, marks.footnotes),
    ...stories('endnotes', oldTables.endnotes).slice(0, marks.endnotes),
  ]
  const boxes = storyIn(startOf('boxes', head), startOf('boxes', head) + head.lengths.boxes, alone)
  writeStory(
    {
      heads: around.filter((_, index) => kinds[index] === 'head').map(linesOf),
      feet: around.filter((_, index) => kinds[index] === 'foot').map(linesOf),
      body: [...body, ...boxes],
      notes: marks.order.map((index) => notes[index] ?? []),
    },
    writer,
  )
  const last = pieces.at(-1)
  if (last && last.at + (last.to - last.from) * last.width > main.length)
    writer.note('truncated', `The end of ${file} is missing; what could be read of it was.`)
  leaveNotes(remarks.carried, wordsOfParagraph, includeHidden, writer)
}

/** The text lies in one piece, where it was not saved in haste; then each piece has one byte a character. */
function piecesIn(head: OldHead, lists: NumberedLists): readonly Piece[] {
  const { isOfMac } = head
  if (head.isInPieces) {
    const told = piecesOf(head.table(oldTables.pieces), 'before 97')
    return told.map((piece) => ({
      ...piece,
      isOfMac,
      changes: piece.changes === null ? null : listSince97(piece.changes, 'characters', lists),
    }))
  }
  const length = oldTexts.reduce((sum, text) => sum + head.lengths[text], 0)
  // A file that claims more characters than it has bytes is cut, or lies.
  return length === 0
    ? []
    : [{ from: 0, to: Math.min(length, mostCharacters), at: head.start, width: 1, changes: null, isOfMac }]
}

const mostCharacters = 50_000_000

function startOf(text: Text, { lengths }: OldHead): number {
  let start = 0
  for (const each of oldTexts) {
    if (each === text) return start
    start += lengths[each]
  }
  return start
}

/** The stories of a text, as its table parts them; what is behind the last place is none. */
function storiesIn(head: OldHead, text: Text, table: number, setting: Setting): readonly (readonly StoryBlock[])[] {
  const { places } = plcOf(head.table(table), 0)
  const start = startOf(text, head)
  const stories: (readonly StoryBlock[])[] = []
  let last = 0
  for (let index = 0; index + 1 < places.length; index += 1) {
    const [from = 0, to = 0] = [places[index], places[index + 1]]
    if (from < last || to < from || to > head.lengths[text]) break
    last = to
    setting.remarks.begin()
    stories.push(storyIn(start + from, start + to, setting))
    setting.remarks.leave()
  }
  return stories
}
