import type { Place } from '@disclosed/document'

/** One cell that shows something, or that other cells are merged into. Rows and columns count from 0, as the file has them. */
export interface SheetCell {
  readonly row: number
  readonly column: number
  /** As the program shows it: "12.5%", "01/09/2019". */
  readonly text: string
  /** How many columns and rows it was merged over; 1 where it was not. */
  readonly columns: number
  readonly rows: number
  readonly href: string | null
}

/** A row with words. `position` counts the rows that are shown, empty ones too: rows that follow each other differ by 1. */
export interface SheetRow {
  readonly row: number
  readonly position: number
  /** By column. */
  readonly cells: ReadonlyMap<number, SheetCell>
}

export interface Sheet {
  readonly name: string
  readonly rows: readonly SheetRow[]
  /** Where a column stands among those that are shown. */
  readonly positionOf: (column: number) => number
  /** Is this place hidden under a merged cell that begins elsewhere? */
  readonly isCovered: (row: number, column: number) => boolean
  /** How many rows there are below the last one read, where not all were. */
  readonly unread: number
  /** Those rows, where somebody may want them after all. */
  readonly rest?: () => AsyncIterable<SheetRow>
}

/** Where a cell stands, as its program writes it: B14, or B14:C15 where it is merged. */
export function placeOf(sheet: string, { row, column, columns, rows }: SheetCell): Place {
  const first = addressOf(row, column)
  const last = addressOf(row + rows - 1, column + columns - 1)
  return { kind: 'sheet', sheet, range: first === last ? first : `${first}:${last}` }
}

/** Numbers the columns that are shown. */
export function positions(isHidden: (column: number) => boolean): (column: number) => number {
  const known: number[] = []
  return (column) => {
    for (let next = known.length; next <= column; next += 1)
      known.push((known[next - 1] ?? 0) + (isHidden(next) ? 0 : 1))
    return known[column] ?? 0
  }
}

/** Cells that are merged: the first and the last row and column. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Tells which places lie under a merged cell that begins elsewhere. Asked row by row, it looks at each merge once a row. */
export function coveredBy(merges: readonly Merge[]): Sheet['isCovered'] {
  const looked = merges.slice(0, mostMerges)
  let row = -1
  let here: readonly Merge[] = []
  return (asked, column) => {
    if (asked !== row) {
      row = asked
      here = looked.filter(({ top, bottom }) => row >= top && row <= bottom)
    }
    return here.some(({ top, left, right }) => column >= left && column <= right && (row > top || column > left))
  }
}

/** A sheet with more merged cells was made by no person, and each is looked at for each row. */
const mostMerges = 20_000

export function addressOf(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`
}

export function columnName(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
