import { type Block, type DataFile, type Document, quote, type Table } from '@disclosed/document'
import { type ExtractOptions, extractWith } from './extract.ts'
import { type CellWords, inOneLine } from './line.ts'
import { Writer } from './writer.ts'

/** A cell to be laid on the places it fills. */
interface LaidCell {
  readonly text: string
  readonly columns: number
  readonly rows: number
}

/** The tables of a document in its order, data files among them. */
export function tablesOf(document: Document): readonly (Table | DataFile)[] {
  const inside = (blocks: readonly Block[]): readonly (Table | DataFile)[] =>
    blocks.flatMap((block) =>
      block.kind === 'table' || block.kind === 'data_file'
        ? [block]
        : block.kind === 'quoted'
          ? inside(block.blocks)
          : [],
    )
  return inside(document.blocks)
}

/**
 * Every row of a table, its head first, however long: also those of a data file, of which a `Document` shows the first 50.
 * `number` counts the tables of the document from 0, as `tablesOf` gives them. A cell over several columns or rows has its
 * words on the first place only. A table in plain text is read again row by row and takes no more memory than a short one.
 *
 * @throws UnreadableError as `extract` does; RangeError where the file has no such table.
 */
export async function* rowsOf(
  bytes: Uint8Array,
  number: number,
  options: ExtractOptions = {},
): AsyncGenerator<readonly string[]> {
  const writer = new Writer({ keepsAllRows: true })
  const document = await extractWith(writer, bytes, options)
  const tables = tablesOf(document)
  const table = tables[number]
  if (!table)
    throw new RangeError(`There is no table ${number} in ${options.name ?? 'the file'}: it has ${tables.length}.`)
  const lay = layer()
  const all = writer.allRowsAt(table.start)
  if (all === null)
    for (const { cells } of table.rows) yield lay(cells.map((cell) => ({ ...cell, text: quote(document.text, cell) })))
  else for await (const cells of all()) yield lay(cells.map(asLaid))
}

function asLaid({ words, columns = 1, rows = 1 }: CellWords): LaidCell {
  return { text: inOneLine(words).text, columns, rows }
}

/** Lays row after row on the columns of their table. */
function layer(): (cells: readonly LaidCell[]) => readonly string[] {
  /** For each column, how many more rows a cell from above fills. */
  const filled: number[] = []
  return (cells) => {
    const row: string[] = []
    const skipFilled = (): void => {
      for (let left = filled[row.length] ?? 0; left > 0; left = filled[row.length] ?? 0) {
        filled[row.length] = left - 1
        row.push('')
      }
    }
    for (const { text, columns, rows } of cells) {
      skipFilled()
      for (let column = 0; column < columns; column += 1) {
        filled[row.length] = rows - 1
        row.push(column === 0 ? text : '')
      }
    }
    skipFilled()
    return row
  }
}
