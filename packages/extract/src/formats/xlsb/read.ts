import type { WorkBook, WorkSheet } from '@e965/xlsx'
import { type Options, UnreadableError } from '../../format.ts'
import type { Writer } from '../../writer.ts'
import { type Parts, unfold, wholeZip } from '../../zip.ts'
import { relationsOf, targetsOf } from '../docx/targets.ts'
import { addressOf } from '../sheet/sheet.ts'
import { writeBook } from '../sheet/workbook.ts'
import { formatsOf } from './looks.ts'
import { kinds, recordsOf, wideText } from './records.ts'
import { cut, sheetOf } from './sheet.ts'

const kind = 'a binary Excel file (.xlsb)'
const main = 'xl/workbook.bin'

/**
 * Reads a binary workbook, sheet by sheet. Its records are few and simple (MS-XLSB), and read here: the library that reads other
 * workbooks wrote over memory where numbers in this kind were wrong.
 */
export async function readXlsb(given: Uint8Array, writer: Writer, options: Options): Promise<void> {
  const file = options.name ?? 'the file'
  const bytes = await wholeZip(given, file, writer)
  const names = new Set<string>()
  const parts = unfold(bytes, (name) => {
    names.add(name)
    return isRead.test(name)
  })
  if (!parts[main])
    throw new UnreadableError(
      'damaged',
      `Cannot read ${file} as ${kind}: its list of sheets is missing. Fetch it again.`,
    )
  writeBook(bookOf(parts, writer.keepsAllRows), kind, writer, options)
  if ([...names].some((name) => /^xl\/pivotCache\/pivotCacheRecords/.test(name)))
    writer.note('pivot-cache', 'The workbook carries the rows that its pivot tables were made of; they were left out.')
  noteExternalCells(parts, writer)
}

const isRead =
  /^xl\/(?:workbook\.bin|sharedStrings\.bin|styles\.bin|comments[^/]{0,40}\.bin|_rels\/[^/]{1,80}|(?:worksheets|externalLinks)\/.{1,120})$/

function bookOf(parts: Parts, keepsAllRows: boolean): WorkBook {
  const targets = new Map(targetsOf(parts, main).map(([, target, id]) => [id, target]))
  const formats = formatsOf(parts['xl/styles.bin'])
  const texts = textsIn(parts['xl/sharedStrings.bin'])
  const SheetNames: string[] = []
  const Sheets: Record<string, WorkSheet> = {}
  const hidden: { Hidden: 0 | 1 | 2 }[] = []
  let isFrom1904 = false
  for (const { kind, body } of recordsOf(parts[main])) {
    if (kind === kinds.bookSettings) isFrom1904 = (body.u32(0) & 1) === 1
    if (kind !== kinds.sheet || SheetNames.length >= mostSheets) continue
    const id = wideText(body, 8)
    const part = targets.get(id.text) ?? ''
    const { text: name } = wideText(body, id.end)
    // Charts and the sheets of macros before 1997 stand in parts of other names, and hold no cells.
    if (Object.hasOwn(Sheets, name) || !part.startsWith('xl/worksheets/')) continue
    const around = targetsOf(parts, part)
    const state = body.u32(0)
    SheetNames.push(name)
    hidden.push({ Hidden: state === 1 ? 1 : state === 2 ? 2 : 0 })
    Sheets[name] = sheetOf(parts[part], {
      texts,
      formats,
      isFrom1904,
      keepsAllRows,
      targets: linksOf(parts, part),
      commented: new Set(
        around.flatMap(([type, target]) => (type.endsWith('/comments') ? commentedIn(parts[target]) : [])),
      ),
    })
  }
  return { SheetNames, Sheets, Workbook: { Sheets: hidden } } as WorkBook
}

/** No person makes more. */
const mostSheets = 5_000

/** The words that cells share, by number. */
function textsIn(part: Uint8Array | undefined): readonly string[] {
  const texts: string[] = []
  for (const { kind, body } of recordsOf(part)) if (kind === kinds.sharedItem) texts.push(cut(wideText(body, 1).text))
  return texts
}

/** Links are no parts of the file, so that they are not resolved as those are. */
function linksOf(parts: Parts, part: string): ReadonlyMap<string, string> {
  return new Map(
    relationsOf(parts, part).flatMap(({ type, target, id }) =>
      type.endsWith('/hyperlink') ? [[id, target] as const] : [],
    ),
  )
}

function commentedIn(part: Uint8Array | undefined): readonly string[] {
  const cells: string[] = []
  for (const { kind, body } of recordsOf(part))
    if (kind === kinds.comment) cells.push(addressOf(body.u32(4) & 0xfffff, body.u32(12) & 0x3fff))
  return cells
}

/** Cells copied from other workbooks lie in parts of their own, and may have been shown to nobody. */
function noteExternalCells(parts: Parts, writer: Writer): void {
  for (const link of Object.keys(parts).filter((name) => /^xl\/externalLinks\/[^/]{1,80}\.bin$/.test(name))) {
    let cells = 0
    for (const { kind } of recordsOf(parts[link]))
      if (kind >= kinds.externalCellFirst && kind <= kinds.externalCellLast) cells += 1
    const [{ target } = { target: '' }] = relationsOf(parts, link)
    const file = target.split(/[\\/]/).at(-1) ?? ''
    if (cells > 0)
      writer.note(
        'external-cells',
        `The workbook carries ${cells} cells that it copied from another workbook${file === '' ? '' : ` (${file})`}; they were left out.`,
      )
  }
}
