import { mostCells } from '@disclosed/document'
import { type CellObject, SSF, utils, type WorkSheet } from '@e965/xlsx'
import { limits } from '../../limits.ts'
import type { Bytes } from '../doc/bytes.ts'
import { addressOf } from '../sheet/sheet.ts'
import { kinds, longNumber, packedNumber, recordsOf, wideText } from './records.ts'

/** What all sheets of a workbook share. */
export interface Shared {
  readonly texts: readonly string[]
  /** The format of numbers of each look of cells. */
  readonly formats: readonly string[]
  /** Are days counted from 1904, as Excel on a Mac once did? */
  readonly isFrom1904: boolean
  readonly keepsAllRows: boolean
  /** Where the links of this sheet lead, by id. */
  readonly targets: ReadonlyMap<string, string>
  /** The addresses of cells with comments. */
  readonly commented: ReadonlySet<string>
}

/** A sheet as the library for workbooks has it, so that it is written as all others are. */
export function sheetOf(part: Uint8Array | undefined, shared: Shared): WorkSheet {
  const making = new SheetInMaking(shared)
  for (const { kind, body } of recordsOf(part)) making.take(kind, body)
  return making.finish()
}

/** No sheet has more rows and columns. */
const [mostRows, mostColumns] = [1_048_576, 16_384]
/** How many cells are kept where not all rows are asked for; a sheet of more is a data file anyway. */
const mostKept = 200_000
const mostMerges = 20_000

class SheetInMaking {
  readonly #shared: Shared
  readonly #data: CellObject[][] = []
  readonly #rows: { hidden: boolean }[] = []
  readonly #columns: { hidden: boolean }[] = []
  readonly #merges: { s: { r: number; c: number }; e: { r: number; c: number } }[] = []
  #row = -1
  #column = -1
  #last = { row: 0, column: 0 }
  #kept = 0

  constructor(shared: Shared) {
    this.#shared = shared
  }

  take(kind: number, body: Bytes): void {
    if (kind === kinds.rowHead) this.#beginRow(body)
    else if (kind <= kinds.shortShared || kind === kinds.richText) this.#cell(kind, body)
    else if (kind === kinds.column) this.#hideColumns(body)
    else if (kind === kinds.merge) this.#merge(body)
    else if (kind === kinds.link) this.#link(body)
  }

  finish(): WorkSheet {
    const { row, column } = this.#last
    return {
      '!data': this.#data,
      '!rows': this.#rows,
      '!cols': this.#columns,
      '!merges': this.#merges,
      '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: { r: row, c: column } }),
      '!fullref': utils.encode_range({ s: { r: 0, c: 0 }, e: { r: row, c: column } }),
    }
  }

  #beginRow(body: Bytes): void {
    this.#row = body.u32(0)
    this.#column = -1
    if (this.#isKept() && (body.u8(11) & 0x10) !== 0) this.#rows[this.#row] = { hidden: true }
  }

  #isKept(): boolean {
    const { keepsAllRows } = this.#shared
    if (this.#row < 0 || this.#row >= mostRows) return false
    return keepsAllRows ? this.#kept < limits.allRows : this.#row <= mostCells && this.#kept < mostKept
  }

  /** Short cells follow the one before them; all others say in which column they stand. */
  #cell(kind: number, body: Bytes): void {
    const isShort = kind >= kinds.shortBlank && kind <= kinds.shortShared
    const column = isShort ? this.#column + 1 : body.u32(0)
    this.#column = column
    if (column >= mostColumns || this.#row < 0 || this.#row >= mostRows) return
    const value = valueIn(isShort ? kind - kinds.shortBlank + 1 : kind, body, isShort ? 4 : 8, this.#shared.texts)
    const comment = this.#shared.commented.has(addressOf(this.#row, column))
    if (value === null && !comment) return
    this.#last = { row: Math.max(this.#last.row, this.#row), column: Math.max(this.#last.column, column) }
    if (!this.#isKept()) return
    const format = this.#shared.formats[body.u32(isShort ? 0 : 4) & 0xffffff] ?? 'General'
    const cell = value === null ? ({ t: 'z' } as const) : shown(value, format, this.#shared.isFrom1904)
    this.#data[this.#row] ??= []
    const row = this.#data[this.#row] as CellObject[]
    row[column] = comment ? { ...cell, c: [] } : cell
    this.#kept += 1
  }

  #hideColumns(body: Bytes): void {
    if ((body.u16(16) & 1) === 0) return
    for (let at = body.u32(0); at <= Math.min(body.u32(4), mostColumns - 1); at += 1)
      this.#columns[at] = { hidden: true }
  }

  #merge(body: Bytes): void {
    const [top, bottom, left, right] = [body.u32(0), body.u32(4), body.u32(8), body.u32(12)]
    if (top > bottom || left > right || bottom >= mostRows || right >= mostColumns) return
    if (this.#merges.length < mostMerges) this.#merges.push({ s: { r: top, c: left }, e: { r: bottom, c: right } })
  }

  #link(body: Bytes): void {
    const target = this.#shared.targets.get(wideText(body, 16).text)
    const cell = this.#data[body.u32(0)]?.[body.u32(8)]
    if (cell && target !== undefined) cell.l = { Target: target }
  }
}

type Value = string | number | boolean | { readonly error: number }

/** Null for a cell that shows nothing. */
function valueIn(kind: number, body: Bytes, at: number, texts: readonly string[]): Value | null {
  switch (kind) {
    case kinds.rk:
      return packedNumber(body, at)
    case kinds.error:
    case kinds.formulaError:
      return { error: body.u8(at) }
    case kinds.bool:
    case kinds.formulaBool:
      return body.u8(at) !== 0
    case kinds.real:
    case kinds.formulaReal:
      return longNumber(body, at)
    case kinds.text:
    case kinds.formulaText:
      return cut(wideText(body, at).text)
    case kinds.richText:
      return cut(wideText(body, at + 1).text)
    case kinds.shared:
      return texts[body.u32(at)] ?? null
    default:
      return null
  }
}

export function cut(text: string): string {
  return text.slice(0, limits.cell)
}

function shown(value: Value, format: string, isFrom1904: boolean): CellObject {
  if (typeof value === 'string') return { t: 's', v: value, w: value }
  if (typeof value === 'boolean') return { t: 'b', v: value, w: value ? 'TRUE' : 'FALSE' }
  if (typeof value === 'object') return { t: 'e', v: value.error, w: errors[value.error] ?? '#N/A' }
  if (!Number.isFinite(value)) return { t: 'e', v: 0x24, w: '#NUM!' }
  const isDay = SSF.is_date(format) && value >= 0 && value < daysToYear10000
  if (!isDay) return { t: 'n', v: value, z: format }
  return { t: 'd', v: dayOf(value, isFrom1904), z: format, w: inFormat(value, format, isFrom1904) }
}

function inFormat(value: number, format: string, isFrom1904: boolean): string {
  try {
    return String(SSF.format(format, value, { date1904: isFrom1904 }))
  } catch {
    return String(value)
  }
}

const daysToYear10000 = 2_958_466
const dayInMilliseconds = 86_400_000

/** Days count from 31 December 1899, with a 29 February 1900 that never was, or from 1 January 1904. */
function dayOf(serial: number, isFrom1904: boolean): Date {
  const whole = isFrom1904 ? serial + 1462 : serial
  const since1970 = whole - 25_569 + (whole < 60 ? 1 : 0)
  return new Date(Math.round(since1970 * dayInMilliseconds))
}

const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
}
