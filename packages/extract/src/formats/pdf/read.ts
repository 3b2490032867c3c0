import type { Options } from '../../format.ts'
import { UnreadableError } from '../../format.ts'
import { limits } from '../../limits.ts'
import type { Writer } from '../../writer.ts'
import { drawnOn } from './drawing.ts'
import type { Drawn, Word } from './drawn.ts'
import { openPdf, type PdfFile } from './engine.ts'
import { fieldWords } from './fields.ts'
import { furnitureOf } from './furniture.ts'
import { noteHidden } from './guard.ts'
import { lastTable, layOut } from './layout.ts'
import { linesOf, type PrintedLine } from './lines.ts'
import { withLinks } from './links.ts'
import { joinOverPageBreaks } from './over-page-breaks.ts'
import { settingOf } from './paragraphs.ts'
import type { Part, TablePart } from './parts.ts'
import { structuredTables } from './structured-tables.ts'
import { writeParts } from './write.ts'

/** One page read, before it is laid out: its tables that rules or tags show, and all its other lines. */
export interface ReadPage {
  readonly number: number
  readonly width: number
  readonly height: number
  /** No words are drawn on it, seen or not: a picture at most. */
  readonly isBlank: boolean
  readonly drawn: Drawn
  readonly lines: readonly PrintedLine[]
  readonly turned: readonly Word[]
  readonly tables: readonly TablePart[]
}

/** Reads a PDF and says what it holds. Throws `UnreadableError`: `encrypted`, `damaged`, `empty`, `unsupported` for a scan. */
export async function readPdf(bytes: Uint8Array, writer: Writer, options: Options): Promise<void> {
  const name = options.name ?? 'the PDF'
  const file = await openPdf(bytes, options.password, name)
  try {
    const pages = await readPages(file, writer, options)
    if (pages.every(({ isBlank, drawn }) => isBlank && drawn.words.length === 0)) throw nothingToRead(file, pages, name)
    if (options.password !== null) writer.note('encrypted', `${name} was opened with a password`)
    writer.pages(file.pages)
    const furniture = furnitureOf(pages)
    const setting = settingOf(pages.flatMap(({ lines }) => lines))
    const parts: Part[][] = []
    for (const page of pages) parts.push([...layOut(page, furniture, setting, lastTable(parts.at(-1) ?? []))])
    writeParts(joinOverPageBreaks(parts), writer)
  } finally {
    await file.close()
  }
}

async function readPages(file: PdfFile, writer: Writer, options: Options): Promise<readonly ReadPage[]> {
  const pages: ReadPage[] = []
  const last = Math.min(file.pages, limits.pages)
  for (let number = 1; number <= last; number += 1) {
    const page = await readPage(file, number, writer, options)
    if (page) pages.push(page)
  }
  if (file.pages > last)
    writer.note('page-unreadable', `the first ${last} of ${file.pages} pages were read; the rest was left out`)
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
    if (isBlank)
      writer.note('no-text-layer', `page ${number} shows no text; a picture of words is not read yet`, { place })
    const view = page.getViewport({ scale: 1 })
    const annotations = await page.getAnnotations()
    const typed = fieldWords(annotations, drawn.words, view.transform, number)
    const kept = includeHidden ? hidden : []
    const words = withLinks([...drawn.words, ...kept, ...typed], annotations, view.transform)
    const tree = file.tagged ? await page.getStructTree().catch(() => null) : null
    page.cleanup()
    const { tables, left } = structuredTables({ ...drawn, words }, tree)
    return {
      number,
      width: view.width,
      height: view.height,
      isBlank,
      drawn: { ...drawn, words },
      lines: linesOf(left),
      turned: left.filter(({ turned }) => turned),
      tables,
    }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    writer.note('page-unreadable', `page ${number} could not be read: ${said}`, { place })
    return null
  }
}

function nothingToRead(file: PdfFile, pages: readonly ReadPage[], name: string): UnreadableError {
  if (pages.length === 0)
    return new UnreadableError('damaged', `Cannot read ${name}: none of its ${file.pages} pages can be read`)
  const count = pages.length === 1 ? 'its only page is a picture' : `its ${pages.length} pages are pictures`
  return new UnreadableError(
    'unsupported',
    `Cannot read ${name}: it is a scan, ${count} without text, and scans are not readable yet; look for a copy with text`,
  )
}
