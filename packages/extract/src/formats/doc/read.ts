import { rootOf } from '../../compound.ts'
import { type Options, UnreadableError } from '../../format.ts'
import type { Writer } from '../../writer.ts'
import { readPasted } from '../picture/pasted.ts'
import { leaveNotes } from '../story/leave-notes.ts'
import { linesOf, writeStory } from '../story/page.ts'
import { Remarks } from '../story/remarks.ts'
import { type StoryBlock, type StoryParagraph, wordsOfParagraph } from '../story/story.ts'
import { readDocBefore97 } from './before97/read.ts'
import { Bytes, type Plc, plcOf } from './bytes.ts'
import { type Head, headOf, startOf, type Text, tableNumbers } from './head.ts'
import { labelsOf } from './lists.ts'
import { noteMarks } from './note-marks.ts'
import { floatingPictures } from './pictures.ts'
import { piecesOf } from './pieces.ts'
import { stretchesOf } from './runs.ts'
import { stylesOf } from './styles.ts'
import { type Setting, storyIn } from './text.ts'

/** Reads a Word file of the time before 2007: heads, body and notes below it, feet. Places are selectors into the page that is made of it. */
export async function readDoc(bytes: Uint8Array, writer: Writer, options: Options): Promise<void> {
  const { name, includeHidden } = options
  const file = name ?? 'the file'
  const { head, main, tables, data } = partsOf(bytes, file)
  if (head.version < oldestVersion) {
    readDocBefore97(main, writer, options)
    return
  }
  const remarks = new Remarks<StoryParagraph>()
  const table = (number: number) => head.table(number, tables)
  const pieces = piecesOf(table(tableNumbers.pieces))
  if (pieces.length === 0) throw damaged(file, 'its table of pieces is missing')
  const marks = noteMarks(table(tableNumbers.footnoteMarks), table(tableNumbers.endnoteMarks), head.lengths.body)
  const alone: Setting = {
    file: main,
    data,
    pieces,
    characters: stretchesOf(table(tableNumbers.characters), main, 'characters'),
    paragraphs: stretchesOf(table(tableNumbers.paragraphs), main, 'paragraphs'),
    styleOf: stylesOf(table(tableNumbers.styles)),
    fonts: fontsIn(table(tableNumbers.fonts)),
    labelOf: labelsOf(head.tableAndRest(tableNumbers.lists, tables), table(tableNumbers.listOverrides)),
    noteAt: () => null,
    boxesAt: () => [],
    remarks,
    pictures: [],
    includeHidden,
  }
  const stories = (text: Text, of: Plc) => storiesIn(head, text, of, alone)
  const boxes = boxesOf(
    stories('boxes', plcOf(table(tableNumbers.boxes), 22)),
    table(tableNumbers.boxes),
    table(tableNumbers.drawings),
  )
  const body = storyIn(0, head.lengths.body, {
    ...alone,
    noteAt: (character) => marks.get(character) ?? null,
    boxesAt: boxes.at,
  })
  const around = stories('around', plcOf(table(tableNumbers.around), 0))
  const notes = [
    ...stories('footnotes', plcOf(table(tableNumbers.footnotes), 0)).slice(0, marks.footnotes),
    ...stories('endnotes', plcOf(table(tableNumbers.endnotes), 0)).slice(0, marks.endnotes),
  ]
  writeStory(
    {
      heads: around.filter((_, index) => index > 5 && headsOfSix.has(index % 6)).map(linesOf),
      feet: around.filter((_, index) => index > 5 && !headsOfSix.has(index % 6)).map(linesOf),
      body: [...body, ...boxes.left()],
      notes: marks.order.map((index) => notes[index] ?? []),
    },
    writer,
  )
  if (isCut(pieces.at(-1), main))
    writer.note('truncated', `The end of ${file} is missing; what could be read of it was.`)
  const floating = floatingPictures(table(tableNumbers.art), main, boxes.isAnchored)
  const pictures = [...alone.pictures, ...floating]
  const read = await readPasted(pictures, writer, options)
  const { carried } = remarks
  const left = carried.pictures + floating.length - read
  leaveNotes({ ...carried, pictures: left }, wordsOfParagraph, includeHidden, writer)
}

/** Each section has six: the heads of even and odd pages, their feet, head and foot of its first page. */
const headsOfSix: ReadonlySet<number> = new Set([0, 1, 4])

function partsOf(bytes: Uint8Array, file: string) {
  const root = rootOf(bytes)
  const main = new Bytes(root?.streams.get('WordDocument')?.() ?? Buffer.alloc(0))
  const head = headOf(main)
  if (head === null) throw damaged(file, 'its text or the head of it is missing')
  if (head.isLocked)
    throw new UnreadableError(
      'encrypted',
      `Cannot read ${file}: it is a legacy Word file (.doc) that is locked with a password, and such old locks cannot be opened yet. Save it as DOCX without a password and try again.`,
    )
  const stream = (name: string) => new Bytes(root?.streams.get(name)?.() ?? Buffer.alloc(0))
  const data = root?.streams.has('Data') ? stream('Data') : null
  return { head, main, tables: stream(head.tables), data }
}

/** Word 97's; earlier ones keep things elsewhere. */
const oldestVersion = 0x00c1

function damaged(file: string, seen: string): UnreadableError {
  return new UnreadableError(
    'damaged',
    `Cannot read ${file} as a legacy Word file (.doc): ${seen}. Fetch it again, or open and save it anew.`,
  )
}

/** The stories of a text, one after the other, as its table parts them; the last part is none. */
function storiesIn(head: Head, text: Text, { places }: Plc, setting: Setting): readonly (readonly StoryBlock[])[] {
  const start = startOf(text, head)
  const length = head.lengths[text]
  const stories: (readonly StoryBlock[])[] = []
  let last = 0
  for (let index = 0; index + 1 < places.length; index += 1) {
    const [from = 0, to = 0] = [places[index], places[index + 1]]
    if (from < last || to < from || to > length) break
    last = to
    setting.remarks.begin()
    stories.push(storyIn(start + from, start + to, setting))
    setting.remarks.leave()
  }
  return stories
}

/** Text boxes by the characters that their shapes are anchored at; a box in a group of shapes is anchored nowhere. */
function boxesOf(stories: readonly (readonly StoryBlock[])[], table: Bytes, drawings: Bytes) {
  const shapes = plcOf(drawings, 26)
  const anchors = new Map<number, number>()
  for (let index = 0; index + 1 < shapes.places.length; index += 1)
    anchors.set(shapes.places[index] ?? 0, drawings.u32(shapes.entry(index)))
  const boxes = plcOf(table, 22)
  const byShape = new Map(stories.map((story, index) => [table.u32(boxes.entry(index) + 14), story]))
  const taken = new Set<number>()
  const anchored = new Set(anchors.values())
  return {
    isAnchored: (shape: number) => anchored.has(shape),
    at: (character: number): readonly StoryBlock[] => {
      const shape = anchors.get(character)
      const story = shape === undefined || taken.has(shape) ? undefined : byShape.get(shape)
      if (shape === undefined || story === undefined) return []
      taken.add(shape)
      return story
    },
    left: () => [...byShape].filter(([shape]) => !taken.has(shape)).flatMap(([, story]) => story),
  }
}

/** The names of fonts by number. */
function fontsIn(table: Bytes): readonly string[] {
  const names: string[] = []
  let at = 4
  for (let count = table.u16(0); count > 0 && at < table.length && names.length < 5000; count -= 1) {
    const length = table.u8(at) + 1
    const [name = ''] = table
      .slice(at + 40, at + length)
      .buffer.toString('utf16le')
      .split('\u0000')
    names.push(name)
    at += length
  }
  return names
}

function isCut(last: ReturnType<typeof piecesOf>[number] | undefined, file: Bytes): boolean {
  return last !== undefined && last.at + (last.to - last.from) * last.width > file.length
}
