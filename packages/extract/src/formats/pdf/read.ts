import type { Box } from '@disclosed/document'
import type { Options } from '../../format.ts'
import { UnreadableError } from '../../format.ts'
import { limits } from '../../limits.ts'
import { Writer } from '../../writer.ts'
import { type Aside, findAsides } from './asides.ts'
import { drawnOn } from './drawing.ts'
import type { Drawn, Word } from './drawn.ts'
import { openPdf, type PdfFile } from './engine.ts'
import { fieldWords } from './fields.ts'
import { furnitureOf } from './furniture.ts'
import { isGarbage } from './garbage.ts'
import { noteHidden } from './guard.ts'
import { lastTable, layOut } from './layout.ts'
import { linesOf, type PrintedLine } from './lines.ts'
import { withLinks } from './links.ts'
import { PageJoiner } from './over-page-breaks.ts'
import { bothOf, tellingPictures } from './page-pictures.ts'
import { type Setting, settingOf } from './paragraphs.ts'
import type { Part, TablePart } from './parts.ts'
import { Scans } from './scans.ts'
import { structuredTables } from './structured-tables.ts'
import { isTruncated, type Mended, withNewEnd } from './truncated.ts'
import { writeParts } from './write.ts'

/** One page read, before it is laid out: its tables that rules or tags show, and all its other lines. */
export interface ReadPage {
  readonly number: number
  readonly width: number
  readonly height: number
  /** No words are drawn on it, seen or not: a picture at most. */
  readonly isBlank: boolean
  /** Its words have to be recognised from its picture. */
  readonly wants: boolean
  readonly drawn: Drawn
  readonly lines: readonly PrintedLine[]
  readonly turned: readonly Word[]
  readonly tables: readonly TablePart[]
  /** Boxes beside the running text; their lines are not among the others. */
  readonly asides: readonly Aside[]
  /** Pictures that may show words, and the same page with what was read in them. */
  readonly pictures?: PicturesOn
}

/** Boxes of pictures on the page as it is shown, in points. */
export interface PicturesOn {
  readonly boxes: readonly Box[]
  readonly withWords: (found: Drawn) => ReadPage
}

/** So many pages are looked at together to know their heads and feet; a longer file is read in several sheaves. */
const sheaf = 100

/** Reads a PDF and says what it holds. Throws `UnreadableError`: `encrypted`, `damaged`, `empty`, `unsupported` for a scan. */
export async function readPdf(bytes: Uint8Array, writer: Writer, options: Options): Promise<void> {
  const name = options.name ?? 'the PDF'
  if (!isTruncated(bytes)) return await readWhole(bytes, writer, options)
  const mended = withNewEnd(bytes)
  const whole = await mostReadable(bytes, mended, name, options)
  writer.note('truncated', `the end of ${name} is missing; what could be read of it was${lostWith(mended)}`)
  await readWhole(whole, writer, options)
}

/** Of a file whose end is missing: as it is, for pdf.js mends much, else with a new end; at once with that where fonts are lost. */
async function mostReadable(
  bytes: Uint8Array,
  mended: Mended | null,
  name: string,
  options: Options,
): Promise<Uint8Array> {
  let first: unknown = null
  const tries = mended === null ? [bytes] : mended.fonts.lost > 0 ? [mended.bytes] : [bytes, mended.bytes]
  for (const given of tries) {
    const error = await readWhole(given, new Writer(), options).catch((cause: unknown) => cause)
    if (error === undefined) return given
    first ??= error
  }
  if (first instanceof UnreadableError && first.code === 'encrypted') throw first
  const why =
    mended && mended.fonts.lost > 0
      ? 'what says which letters its pages hold (their fonts) stood in the part that is missing'
      : 'what is left holds no words that can be read (pages and fonts may stand at the end of a PDF)'
  throw new UnreadableError('damaged', `Cannot read ${name}: its end is missing, and ${why}. Fetch it again.`, {
    cause: first,
  })
}

function lostWith(mended: Mended | null): string {
  if (mended === null || mended.fonts.lost === 0) return ''
  const { lost, all } = mended.fonts
  return `, but no words in ${lost} of its ${all} typefaces: what says which letters those are is missing as well`
}

async function readWhole(bytes: Uint8Array, writer: Writer, options: Options): Promise<void> {
  const name = options.name ?? 'the PDF'
  const file = await openPdf(bytes, options.password, name)
  const scans = new Scans(bytes, options)
  try {
    const last = Math.min(file.pages, limits.pages)
    const joiner = new PageJoiner(writer.keepsAllRows)
    const read = { pages: 0, blank: 0 }
    let setting: Setting | null = null
    let before: readonly Part[] = []
    const size = Math.ceil(last / Math.ceil(last / sheaf))
    for (let from = 1; from <= last; from += size) {
      const pages = await scans.read(
        await readPages(file, from, Math.min(last, from + size - 1), writer, options),
        writer,
      )
      read.pages += pages.length
      read.blank += pages.filter(({ isBlank, drawn }) => isBlank && drawn.words.length === 0).length
      setting ??= settingOf(pages.flatMap(({ lines }) => lines))
      const furniture = furnitureOf(pages)
      for (const page of pages) {
        before = layOut(page, furniture, setting, lastTable(before))
        writeParts(joiner.add(before), writer)
      }
      if (last > sheaf) await file.forget()
    }
    writeParts(joiner.finish(), writer)
    if (read.blank === read.pages) throw nothingToRead(file, read.pages, name)
    scans.note(writer)
    if (options.password !== null) writer.note('encrypted', `${name} was opened with a password`)
    if (file.pages > last)
      writer.note('page-unreadable', `the first ${last} of ${file.pages} pages were read; the rest was left out`)
    writer.pages(file.pages)
  } finally {
    await scans.close()
    await file.close()
  }
}

async function readPages(
  file: PdfFile,
  from: number,
  to: number,
  writer: Writer,
  options: Options,
): Promise<readonly ReadPage[]> {
  const pages: ReadPage[] = []
  for (let number = from; number <= to; number += 1) {
    const page = await readPage(file, number, writer, options)
    if (page) pages.push(page)
  }
  return pages
}

async function readPage(
  file: PdfFile,
  number: number,
  writer: Writer,
  { includeHidden }: Options,
): Promise<ReadPage | null> {
  const place = { kind: 'page', page: number, box: null } as const
  try {
    const page = await file.page(number)
    const shown = await drawnOn(page, number, file.isShown)
    const { drawn, covered, invisible } = shown
    noteHidden(shown, number, writer, includeHidden)
    const hidden = [...covered, ...invisible]
    const isBlank = drawn.words.length + hidden.length === 0
    const view = page.getViewport({ scale: 1 })
    const annotations = await page.getAnnotations()
    const typed = fieldWords(annotations, drawn.words, view.transform, number)
    const kept = includeHidden ? hidden : []
    const words = withLinks([...drawn.words, ...kept, ...typed], annotations, view.transform)
    const tree = file.tagged ? await page.getStructTree().catch(() => null) : null
    page.cleanup()
    const { width, height } = view
    const wants = isBlank || isGarbage(drawn.words)
    const made = (all: Drawn): ReadPage => {
      const { tables, left: outside } = structuredTables(all, tree)
      const { asides, left } = findAsides(outside, all, annotations)
      const turned = left.filter((word) => word.turned)
      return { number, width, height, isBlank, wants, drawn: all, lines: linesOf(left), turned, tables, asides }
    }
    const all = { ...drawn, words }
    const boxes = wants ? [] : tellingPictures(shown.pictures, all.words, [0, 0, width, height], number)
    if (boxes.length === 0) return made(all)
    return { ...made(all), pictures: { boxes, withWords: (found) => made(bothOf(all, found)) } }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    writer.note('page-unreadable', `page ${number} could not be read: ${said}`, { place })
    return null
  }
}

function nothingToRead(file: PdfFile, pages: number, name: string): UnreadableError {
  if (pages === 0)
    return new UnreadableError('damaged', `Cannot read ${name}: none of its ${file.pages} pages can be read`)
  const [count, them] = pages === 1 ? ['its only page holds', 'it'] : [`its ${pages} pages hold`, 'them']
  return new UnreadableError(
    'unsupported',
    `Cannot read ${name}: ${count} no text, and no words could be recognised on ${them}; look for a copy with text`,
  )
}
