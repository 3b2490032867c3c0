import { type Options, UnreadableError } from '../../format.ts'
import { limits } from '../../limits.ts'
import { tidy } from '../../tidy.ts'
import { Writer } from '../../writer.ts'
import { writePage } from '../html/page.ts'
import { readPasted } from '../picture/pasted.ts'
import { earlierMail, type Stretch } from './earlier.ts'
import { type Message, openMessage } from './message.ts'

/** Reads an e-mail: its head as one block, the names of what is attached set aside ("Response.pdf" begins no reply), and its words. */
export async function readEmail(bytes: Uint8Array, writer: Writer, options: Options): Promise<void> {
  await writeMessage(await openMessage(bytes), writer, options)
}

/** Writes a message that was taken apart. */
export async function writeMessage(message: Message, writer: Writer, options: Options): Promise<void> {
  const { name } = options
  refuseEndless(message, name ?? 'the file')
  writer.paragraph(message.head.join('\n'))
  if (message.files.length > 0)
    writer.furniture(['Attachments:', ...message.files.map(({ name }) => name.replace(/\s+/g, ' '))].join('\n'))
  if (message.html !== null && isBetterAsPage(message.plain, message.html)) writeAsPage(message.html, writer)
  else if (message.plain !== null) writePlain(message.plain, writer)
  if (message.isCut)
    writer.note('truncated', `The end of ${name ?? 'the message'} is missing; what could be read of it was.`)
  leaveNotes(message.pictures.length - (await readPasted(message.pictures, writer, options)), message, writer)
}

function refuseEndless({ plain, html }: Message, file: string): void {
  const longest = Math.max(plain?.length ?? 0, html?.length ?? 0)
  if (longest > limits.text)
    throw new UnreadableError(
      'too_large',
      `Cannot read ${file}: its words are ${longest} characters long, and no letter has more than ${limits.text}.`,
    )
}

/** Plain text says the same without a program's styling, unless it is missing, a mere stand-in, or has lost a table. */
function isBetterAsPage(plain: string | null, html: string): boolean {
  if (plain === null) return true
  const mayHaveTable = /<table[\s>]/i.test(html)
  const mayBeStandIn = plain.length < 400 && html.length > 2 * plain.length
  if (!mayHaveTable && !mayBeStandIn) return false
  const page = new Writer()
  writePage(html, page)
  const { text, blocks } = page.finish()
  return blocks.some(({ kind }) => kind === 'table') || text.length > 3 * plain.length
}

function writeAsPage(html: string, writer: Writer): void {
  const first = writer.blockCount
  writePage(html, writer)
  writer.setApart(first, (blocks) =>
    earlierMail(blocks.map(({ kind, words }) => ({ lines: words.split('\n'), isMarked: kind === 'quoted' }))),
  )
}

/** Plain text: blocks are parted by empty lines, and where earlier mail begins and ends. */
function writePlain(text: string, writer: Writer): void {
  const stretches = stretchesOf(tidy(text).split('\n'))
  const earlier = earlierMail(stretches)
  for (const run of runsOf(stretches, earlier)) {
    if (run.isEarlier) writer.quoted(() => writeBlocks(run.lines, writer))
    else writeBlocks(run.lines, writer)
  }
}

const mark = /^ ?(?:> ?){1,30}/
/** What people write behind a mark: words, or a numbered point. "> 10 days: 4" alone is a figure. */
const words = /^[^\S\n]{0,20}(?:[\p{L}“"'‘(*•-]|\d{1,2}[.)])/u

/** Lines, those marked as earlier mail without their marks. */
function stretchesOf(lines: readonly string[]): readonly Stretch[] {
  const marked = lines.map((line) => mark.test(line))
  let isMarked = false
  return lines.map((line, index) => {
    if (!marked[index]) return { lines: [line], isMarked: false }
    if (!marked[index - 1]) isMarked = saysWords(lines, marked, index)
    return isMarked ? { lines: [line.replace(mark, '')], isMarked } : { lines: [line], isMarked }
  })
}

/** Does any line of the marked ones that begin here say something in words? */
function saysWords(lines: readonly string[], marked: readonly boolean[], from: number): boolean {
  for (let at = from; marked[at]; at += 1) if (words.test((lines[at] ?? '').replace(mark, ''))) return true
  return false
}

interface RunOfLines {
  readonly isEarlier: boolean
  readonly lines: string[]
}

/** Lines that go together; an empty line stays with those above it. */
function runsOf(stretches: readonly Stretch[], earlier: readonly boolean[]): readonly RunOfLines[] {
  const runs: RunOfLines[] = []
  for (const [index, { lines }] of stretches.entries()) {
    const isEarlier = earlier[index] === true
    const isEmpty = lines.every((line) => line.trim() === '')
    const last = runs.at(-1)
    if (last && (isEmpty || last.isEarlier === isEarlier)) last.lines.push(...lines)
    else runs.push({ isEarlier, lines: [...lines] })
  }
  return runs
}

function writeBlocks(lines: readonly string[], writer: Writer): void {
  let block: string[] = []
  for (const line of [...lines, '']) {
    if (line.trim() !== '') block.push(line)
    else {
      writer.paragraph(block.join('\n'))
      block = []
    }
  }
}

function leaveNotes(pictures: number, { cut }: Message, writer: Writer): void {
  if (pictures > 0)
    writer.note('picture', `${pictures} ${pictures === 1 ? 'picture' : 'pictures'} within the message left out.`)
  for (const name of cut)
    writer.note(
      'damaged-part',
      `The file “${name}” in the text of the message breaks off; what is there of it is kept.`,
    )
}
