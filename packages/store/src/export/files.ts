import { closeSync, openSync, renameSync, writeFileSync } from 'node:fs'
import type { DescribedTable } from '../described.ts'
import { csvCell } from './csv-cell.ts'

/** Takes the rows of one table, a batch at a time, and is whole only when it is finished. */
export interface RowSink {
  add(rows: readonly (readonly unknown[])[]): void
  finish(): void
  /** Closes what is open; what was written stays under its passing name. */
  abandon(): void
}

/** While a file is written it bears another name, so that no half of one is taken for the whole. */
export function passingName(path: string): string {
  return `${path}.part`
}

/** A CSV file: UTF-8, commas, a line break after each row, the columns in the first line. */
export function csvFile(path: string, { columns }: Pick<DescribedTable, 'columns'>): RowSink {
  const file = openSync(passingName(path), 'w')
  writeFileSync(file, `${columns.map(({ name }) => csvCell(name)).join(',')}\r\n`)
  return {
    add: (rows) => {
      writeFileSync(file, rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join(''))
    },
    finish: () => {
      closeSync(file)
      renameSync(passingName(path), path)
    },
    abandon: () => closeSync(file),
  }
}
