import { closeSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import type { DescribedColumn, DescribedTable } from '../described.ts'
import { passingName, type RowSink } from './files.ts'

/** A Parquet file (Snappy), one row group for each batch: no more than a batch is in memory. */
export function parquetFile(path: string, { columns, about }: Pick<DescribedTable, 'columns' | 'about'>): RowSink {
  const file = openSync(passingName(path), 'w')
  const writer = new FlushedWriter(file)
  const parquet = new ParquetWriter({
    writer,
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(schemaOf)],
    kvMetadata: [{ key: 'description', value: about }],
    createdBy: 'disclosed',
  })
  return {
    add: (rows) => {
      const columnData = columns.map((column, at) => ({
        name: column.name,
        data: rows.map((row) => asStored(row[at], column)),
      }))
      if (rows.length > 0) parquet.write({ columnData, rowGroupSize: rows.length })
    },
    finish: () => {
      parquet.finish()
      writer.flush()
      closeSync(file)
      renameSync(passingName(path), path)
    },
    abandon: () => closeSync(file),
  }
}

function schemaOf({ name, type, nullable }: DescribedColumn): SchemaElement {
  const repetition_type = nullable === false ? 'REQUIRED' : 'OPTIONAL'
  switch (type) {
    case 'TEXT':
      return { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type }
    case 'INTEGER':
      return { name, type: 'INT64', repetition_type }
    case 'BLOB':
      return { name, type: 'BYTE_ARRAY', repetition_type }
    case 'REAL':
      return { name, type: 'DOUBLE', repetition_type }
    default:
      return type satisfies never
  }
}

function asStored(value: unknown, { type }: DescribedColumn): unknown {
  if (value === null || value === undefined) return null
  return type === 'INTEGER' ? BigInt(Math.round(Number(value))) : value
}

/** Hands its bytes to the file after every row group. */
class FlushedWriter extends ByteWriter {
  readonly #file: number

  constructor(file: number) {
    super()
    this.#file = file
  }

  flush(): void {
    writeFileSync(this.#file, new Uint8Array(this.buffer, 0, this.index))
    this.index = 0
  }
}
