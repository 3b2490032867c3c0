import { Parser } from 'htmlparser2'
import { type Options, UnreadableError } from '../../format.ts'
import type { Writer } from '../../writer.ts'
import { openParts } from '../odf/parts.ts'
import { leaveNotes, noteHiddenSheet } from '../sheet/leave-notes.ts'
import { writeSheet } from '../sheet/write.ts'
import { type Attributes, SheetInMaking } from './sheets.ts'
import { SheetStyles } from './styles.ts'

/** Reads an OpenDocument spreadsheet, sheet by sheet: a heading with its name, then its tables, each cell as it is shown. */
export async function readOds(bytes: Uint8Array, writer: Writer, options: Options): Promise<void> {
  const { content, styles } = await openParts(bytes, 'an OpenDocument spreadsheet (ODS)', writer, options)
  const known = new SheetStyles()
  if (styles !== null && styles !== content)
    parse(styles, { begin: (name, attributes) => known.take(name, attributes) })
  let count = 0
  const begin = (attributes: Attributes) => new SheetInMaking(attributes, known, writer.keepsAllRows)
  readSheets(content, known, begin, (sheet) => {
    count += 1
    if (sheet.source !== null) return noteCopied(sheet, writer)
    writeOne(sheet, writer, options)
  })
  if (count === 0)
    throw new UnreadableError(
      'damaged',
      `Cannot read ${options.name ?? 'the file'} as an OpenDocument spreadsheet (ODS): it has no sheets. Fetch it again.`,
    )
}

/** Cells that were copied from another file for formulas are kept as a sheet that no program shows; they are never read. */
function noteCopied({ name, source, rowCount }: SheetInMaking, writer: Writer): void {
  const file = (source ?? '').split(/[\\/]/).at(-1) ?? ''
  const from = file === '' ? 'another file' : `another file (${file})`
  writer.note(
    'external-cells',
    `The workbook carries ${rowCount} rows of cells that it copied from ${from}; they were left out.`,
    {
      place: { kind: 'sheet', sheet: name, range: 'A1' },
    },
  )
}

function writeOne(sheet: SheetInMaking, writer: Writer, options: Options): void {
  if (sheet.isHidden)
    noteHiddenSheet({ name: sheet.name, rows: sheet.rowCount, range: 'A1', isDeep: false }, writer, options)
  if (sheet.isHidden && !options.includeHidden) return
  const shown = sheet.shown(options.includeHidden)
  if (shown.rows.length > 0) {
    writer.heading(1, sheet.name)
    writeSheet(shown, writer)
  }
  leaveNotes(sheet.seen(), options, writer)
}

/** Elements whose words are not those of their cell. */
const beside: ReadonlySet<string> = new Set(['office:annotation', 'draw:frame', 'draw:custom-shape', 'table:shapes'])

/** Walks over the content once, whatever its size; each sheet is given when it ends. */
function readSheets(
  content: Uint8Array,
  styles: SheetStyles,
  begin: (attributes: Attributes) => SheetInMaking,
  give: (sheet: SheetInMaking) => void,
): void {
  let sheet: SheetInMaking | null = null
  let depth = 0
  let aside = 0
  let isInParagraph = 0
  parse(content, {
    begin: (name, attributes) => {
      if (name === 'office:annotation' && aside === 0) sheet?.comment()
      if (aside > 0 || beside.has(name)) aside += 1
      else if (name === 'table:table') {
        depth += 1
        if (depth === 1) sheet = begin(attributes)
      } else if (sheet === null) styles.take(name, attributes)
      else if (depth > 1) return
      else if (name === 'table:table-source') sheet.source = attributes['xlink:href'] ?? ''
      else if (name === 'table:table-column') sheet.column(attributes)
      else if (name === 'table:table-row') sheet.beginRow(attributes)
      else if (name === 'table:table-cell' || name === 'table:covered-table-cell')
        sheet.beginCell(attributes, name !== 'table:table-cell')
      else if (name === 'text:p') {
        if (isInParagraph === 0) sheet.words('\n')
        isInParagraph += 1
      } else if (name === 'text:s') sheet.words(' ')
      else if (name === 'text:tab' || name === 'text:line-break') sheet.words('\n')
      else if (name === 'text:a') sheet.link(attributes['xlink:href'])
    },
    words: (text) => {
      if (aside === 0 && depth === 1 && isInParagraph > 0) sheet?.words(text.replace(/[\r\n\t ]+/g, ' '))
    },
    end: (name) => {
      if (aside > 0) aside -= 1
      else if (name === 'table:table') {
        depth -= 1
        if (depth === 0 && sheet !== null) give(sheet)
        if (depth === 0) sheet = null
      } else if (depth > 1) return
      else if (name === 'table:table-row') sheet?.endRow()
      else if (name === 'table:table-cell' || name === 'table:covered-table-cell') sheet?.endCell()
      else if (name === 'text:p' && isInParagraph > 0) isInParagraph -= 1
    },
  })
}

interface Steps {
  readonly begin: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly words?: (text: string) => void
  readonly end?: (name: string) => void
}

const slice = 256 * 1024

/** XML in slices; entities that it declares itself are not known, and so unfold to nothing. */
function parse(bytes: Uint8Array, { begin, words, end }: Steps): void {
  const parser = new Parser(
    { onopentag: begin, ontext: (text) => words?.(text), onclosetag: (name) => end?.(name) },
    { xmlMode: true, decodeEntities: true },
  )
  const decoder = new TextDecoder(bytes[0] === 0xff || bytes[0] === 0xfe ? 'utf-16' : 'utf-8')
  for (let at = 0; at < bytes.length; at += slice)
    parser.write(decoder.decode(bytes.subarray(at, at + slice), { stream: at + slice < bytes.length }))
  parser.end()
}
