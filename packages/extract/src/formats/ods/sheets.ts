import { mostCells } from '@disclosed/document'
import { UnreadableError } from '../../format.ts'
import { limits } from '../../limits.ts'
import { tidy } from '../../tidy.ts'
import type { SeenOnSheet } from '../sheet/leave-notes.ts'
import {
  addressOf,
  coveredBy,
  type Merge,
  positions,
  type Sheet,
  type SheetCell,
  type SheetRow,
} from '../sheet/sheet.ts'
import { inBritain } from '../sheet/shown.ts'
import type { SheetStyles } from './styles.ts'

export type Attributes = Readonly<Record<string, string>>

/** One sheet, gathered row by row and cell by cell; rows and cells that repeat are counted, and kept where they have words. */
export class SheetInMaking {
  readonly name: string
  readonly isHidden: boolean
  /** Where its cells were copied from, for a sheet that holds what formulas need of another file; null for all others. */
  source: string | null = null
  readonly #styles: SheetStyles
  readonly #keepsAllRows: boolean
  readonly #rows: { readonly row: number; readonly isHidden: boolean; readonly cells: Map<number, SheetCell> }[] = []
  readonly #hiddenColumns = new Set<number>()
  readonly #columnStyles: { readonly until: number; readonly style: string }[] = []
  readonly #merges: Merge[] = []
  readonly #commented: string[] = []
  #columns = 0
  #kept = 0
  #unread = 0
  #unsolved = 0
  #errors = 0
  #row = 0
  #column = 0
  #rowTimes = 1
  #isRowHidden = false
  #cells = new Map<number, SheetCell>()
  #cell: CellInMaking | null = null

  constructor(attributes: Attributes, styles: SheetStyles, keepsAllRows: boolean) {
    this.#keepsAllRows = keepsAllRows
    this.name = attributes['table:name'] ?? 'Sheet'
    this.isHidden = styles.isHidden(attributes['table:style-name'] ?? '')
    this.#styles = styles
  }

  column(attributes: Attributes): void {
    const times = timesOf(attributes, 'table:number-columns-repeated', mostColumns)
    if (isHidden(attributes))
      for (let at = this.#columns; at < Math.min(this.#columns + times, mostColumns); at += 1)
        this.#hiddenColumns.add(at)
    this.#columns += times
    this.#columnStyles.push({ until: this.#columns, style: attributes['table:default-cell-style-name'] ?? '' })
  }

  beginRow(attributes: Attributes): void {
    this.#rowTimes = timesOf(attributes, 'table:number-rows-repeated', mostRows)
    this.#isRowHidden = isHidden(attributes)
    this.#column = 0
    this.#cells = new Map()
  }

  beginCell(attributes: Attributes, isCovered: boolean): void {
    this.#cell = { attributes, isCovered, text: '', href: null, isCommented: false }
  }

  words(text: string): void {
    if (this.#cell && this.#cell.text.length < limits.cell) this.#cell.text += text
  }

  link(href: string | undefined): void {
    if (this.#cell && href !== undefined && !href.startsWith('#')) this.#cell.href = href
  }

  comment(): void {
    if (this.#cell) this.#cell.isCommented = true
  }

  endCell(): void {
    const cell = this.#cell
    this.#cell = null
    if (!cell) return
    const { attributes, isCovered } = cell
    const times = timesOf(attributes, 'table:number-columns-repeated', mostColumns)
    const text = isCovered ? '' : this.#shown(cell)
    const columns = timesOf(attributes, 'table:number-columns-spanned', mostColumns)
    const rows = timesOf(attributes, 'table:number-rows-spanned', mostRows)
    const isKept = !isCovered && (text !== '' || columns > 1 || rows > 1)
    if (cell.isCommented) this.#commented.push(addressOf(this.#row, this.#column))
    if (isKept)
      for (let at = this.#column; at < Math.min(this.#column + times, mostColumns); at += 1)
        this.#cells.set(at, { row: this.#row, column: at, text, columns, rows, href: cell.href })
    this.#column += times
  }

  #shown({ attributes, text }: CellInMaking): string {
    const style =
      attributes['table:style-name'] ?? this.#columnStyles.find(({ until }) => this.#column < until)?.style ?? ''
    const date = attributes['office:date-value']
    const words = tidy(text).trim()
    if (
      attributes['calcext:value-type'] === 'error' ||
      /^(?:#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)|Err:\d{3})$/.test(words)
    )
      this.#errors += 1
    if (attributes['table:formula'] !== undefined && words === '' && attributes['office:value-type'] === undefined)
      this.#unsolved += 1
    if (date !== undefined && words !== '' && this.#styles.isLocalDate(style)) {
      const day = new Date(`${date.length === 10 ? `${date}T00:00:00` : date}Z`)
      if (!Number.isNaN(day.getTime())) return inBritain(day, date.includes('T') && words.includes(':') ? 'h' : '')
    }
    return words
  }

  endRow(): void {
    const cells = this.#cells
    const times = cells.size === 0 ? 0 : this.#rowTimes
    for (let at = 0; at < times; at += 1) {
      if (this.#keepsAllRows && this.#kept > limits.allRows)
        throw new UnreadableError('too_large', `The sheet “${this.name}” has more than ${limits.allRows} cells.`)
      if (!this.#keepsAllRows && (this.#rows.length > mostCells || this.#kept > mostKept)) {
        this.#unread += times - at
        break
      }
      const row = this.#row + at
      const moved = at === 0 ? cells : new Map([...cells].map(([column, cell]) => [column, { ...cell, row }]))
      for (const cell of moved.values()) if (cell.columns > 1 || cell.rows > 1) this.#merges.push(mergeOf(cell))
      this.#rows.push({ row, isHidden: this.#isRowHidden, cells: moved })
      this.#kept += moved.size
    }
    this.#row += this.#rowTimes
  }

  /** How many of its rows have words. */
  get rowCount(): number {
    return this.#rows.length + this.#unread
  }

  seen(): SeenOnSheet {
    const used = new Set(this.#rows.flatMap(({ cells }) => [...cells.keys()]))
    return {
      name: this.name,
      hiddenRows: this.#rows.filter(({ isHidden }) => isHidden).map(({ row }) => row),
      hiddenColumns: [...this.#hiddenColumns].filter((column) => used.has(column)).toSorted((a, b) => a - b),
      unsolved: this.#unsolved,
      errors: this.#errors,
      commented: this.#commented,
    }
  }

  /** The sheet as it is shown: hidden rows and columns apart, unless they are asked for. */
  shown(includeHidden: boolean): Sheet {
    const isColumnHidden = (column: number) => !includeHidden && this.#hiddenColumns.has(column)
    const rows: SheetRow[] = []
    let hiddenBefore = 0
    for (const { row, isHidden, cells } of this.#rows) {
      if (isHidden && !includeHidden) {
        hiddenBefore += 1
        continue
      }
      const kept = new Map([...cells].filter(([column]) => !isColumnHidden(column)))
      if ([...kept.values()].some(({ text }) => text !== ''))
        rows.push({ row, position: row - hiddenBefore, cells: kept })
    }
    return {
      name: this.name,
      rows,
      positionOf: positions(isColumnHidden),
      isCovered: coveredBy(this.#merges),
      unread: this.#unread,
    }
  }
}

function mergeOf({ row, column, rows, columns }: SheetCell): Merge {
  return { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 }
}

interface CellInMaking {
  readonly attributes: Attributes
  readonly isCovered: boolean
  text: string
  href: string | null
  isCommented: boolean
}

/** The size of the largest sheets that programs make. */
const mostColumns = 16_384
const mostRows = 1_048_576
/** How many cells of one sheet are kept; a sheet of more is a data file anyway. */
const mostKept = 200_000

function timesOf(attributes: Attributes, name: string, most: number): number {
  const written = attributes[name] ?? '1'
  return /^[1-9]\d{0,8}$/.test(written) ? Math.min(Number(written), most) : 1
}

function isHidden(attributes: Attributes): boolean {
  return /^(?:collapse|filter)$/.test(attributes['table:visibility'] ?? '')
}
