import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exampleDataset } from '@disclosed/scripts'
import { describedTables, exportDataset } from '@disclosed/store'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** The dataset as other programs open it: its files, its data package, and the statements of docs/doors.md. */
let folder: string
let example: Awaited<ReturnType<typeof exampleDataset>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disclosed-doors-'))
  example = await exampleDataset()
  const provenance = { version: '1', created: '2026-05-01', hash: 'sha256:0', people: false }
  await exportDataset(example.db, join(folder, 'tables'), provenance)
}, 120_000)

afterAll(async () => {
  await example.remove()
  await rm(folder, { recursive: true, force: true })
})

function rowsOf(sql: string): readonly (readonly unknown[])[] {
  const store = example.open()
  try {
    return store.query(sql).rows
  } finally {
    store.close()
  }
}

const exported = describedTables().filter(({ kind, name }) => kind !== 'search' && name !== 'kept')

async function duck(sql: string): Promise<readonly (readonly unknown[])[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const reader = await connection.runAndReadAll(sql)
    return reader.getRowsJS().map((row) => row.map((cell) => (typeof cell === 'bigint' ? Number(cell) : cell)))
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

describe('export', () => {
  it.for(exported.map(({ name }) => name))('gives %s whole, the same rows in CSV and in Parquet', async (name) => {
    const columns = exported.find((each) => each.name === name)?.columns.map((each) => each.name) ?? []
    const list = columns.map((column) => (name === 'asked' && column === 'email' ? 'NULL' : `"${column}"`)).join(', ')
    const key = exported.find((each) => each.name === name)?.key ?? []
    const order = key.length > 0 ? ` ORDER BY ${key.map((each) => `"${each}"`).join(', ')}` : ''
    const expected = rowsOf(`SELECT ${list} FROM "${name}"${order}`)
    const parquet = await duck(`SELECT * FROM read_parquet('${folder}/tables/parquet/${name}.parquet')`)
    expect(parquet).toEqual(expected)
    const csv = await duck(
      `SELECT * FROM read_csv('${folder}/tables/csv/${name}.csv', header = true, all_varchar = true, quote = '"', escape = '"', delim = ',', new_line = '\\r\\n', strict_mode = false, max_line_size = 4000000)`,
    )
    expect(csv.length).toBe(expected.length)
  })

  it('describes every file of the data package, with keys that hold', async () => {
    const told = JSON.parse(await readFile(join(folder, 'tables/datapackage.json'), 'utf8'))
    const files = (await readdir(join(folder, 'tables/csv'))).map((name) => `csv/${name}`)
    expect(told.resources.map(({ path }: { path: string }) => path).toSorted()).toEqual(files.toSorted())
    for (const { path, schema, rowCount, name } of told.resources) {
      const text = await readFile(join(folder, 'tables', path), 'utf8')
      expect(text.slice(0, text.indexOf('\r\n'))).toBe(
        schema.fields.map((field: { name: string }) => field.name).join(','),
      )
      if (!schema.primaryKey) continue
      const keys = schema.primaryKey.map((each: string) => `"${each}"`).join(', ')
      const parquet = `read_parquet('${folder}/tables/parquet/${name}.parquet')`
      const [[distinct]] = (await duck(`SELECT count(*) FROM (SELECT DISTINCT ${keys} FROM ${parquet})`)) as [[number]]
      expect(distinct, name).toBe(rowCount)
    }
  })

  it('tells Datasette of tables, columns and searches that are there', async () => {
    const told = JSON.parse(await readFile(join(folder, 'tables/datasette.json'), 'utf8'))
    const { tables, queries } = told.databases.disclosed
    for (const [name, { columns, facets = [], units = {}, sort, sort_desc, label_column }] of Object.entries(
      tables,
    ) as [string, Record<string, never>][]) {
      const there = rowsOf(`SELECT name FROM pragma_table_xinfo('${name}')`).map(([column]) => column)
      expect(there.toSorted(), name).toEqual(Object.keys(columns ?? {}).toSorted())
      const named = [...(facets as string[]), ...Object.keys(units), sort, sort_desc, label_column].filter(Boolean)
      expect(there, name).toEqual(expect.arrayContaining(named))
    }
    for (const { sql } of Object.values(queries) as { sql: string }[])
      expect(rowsOf(sql.replace(':words', "'breaches'")).length).toBeGreaterThan(0)
  })

  it('tells Datasette nothing that its documented format has no place for', async () => {
    const told = JSON.parse(await readFile(join(folder, 'tables/datasette.json'), 'utf8'))
    const isText = (value: unknown) => typeof value === 'string'
    const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText)
    const isNamed = (value: unknown) =>
      typeof value === 'object' && value !== null && Object.values(value).every(isText)
    const formats = {
      root: { title: isText, description: isText, databases: () => true },
      database: { tables: () => true, queries: () => true },
      table: {
        ...{ title: isText, description: isText, sort: isText, sort_desc: isText, label_column: isText },
        ...{ columns: isNamed, units: isNamed, facets: isTexts, hidden: (value: unknown) => value === true },
        ...{
          allow: (value: unknown) => value === false,
          fts_table: isText,
          fts_pk: isText,
          searchmode: (value: unknown) => value === 'raw',
        },
      },
      query: { title: isText, description: isText, sql: isText },
    } satisfies Record<string, Record<string, (value: unknown) => boolean>>
    const wrong = (where: string, object: object, format: Record<string, (value: unknown) => boolean>) =>
      Object.entries(object).flatMap(([key, value]) => (format[key]?.(value) ? [] : [`${where} ${key}`]))
    const { disclosed, ...others } = told.databases
    expect(others).toEqual({})
    expect([
      ...wrong('root', told, formats.root),
      ...wrong('database', disclosed, formats.database),
      ...Object.entries(disclosed.tables).flatMap(([name, each]) => wrong(name, each as object, formats.table)),
      ...Object.entries(disclosed.queries).flatMap(([name, each]) => wrong(name, each as object, formats.query)),
    ]).toEqual([])
    // A table is sorted one way, and its search is there.
    for (const [name, { sort, sort_desc, fts_table }] of Object.entries(disclosed.tables) as [
      string,
      Record<string, string>,
    ][]) {
      expect(sort === undefined || sort_desc === undefined, name).toBe(true)
      if (fts_table) expect(rowsOf(`SELECT name FROM sqlite_schema WHERE name = '${fts_table}'`)).toEqual([[fts_table]])
    }
  })

  it('leaves a folder alone that holds other files', async () => {
    const own = join(folder, 'own')
    await writeFile(join(await mkdtemp(own), 'thesis.txt'), 'Chapter one')
    const [dir = ''] = (await readdir(folder)).filter((name) => name.startsWith('own'))
    const provenance = { version: '1', created: '2026-05-01', hash: '', people: false }
    await expect(exportDataset(example.db, join(folder, dir), provenance)).rejects.toThrow('other files are in it')
    expect(await readdir(join(folder, dir))).toEqual(['thesis.txt'])
  })
})

describe('docs/doors.md', async () => {
  const page = await readFile(new URL('../../docs/doors.md', import.meta.url), 'utf8')
  const blocks = (language: string) =>
    [...page.matchAll(/^```(\w+)\n([^`]+)^```$/gm)].flatMap(([, kind, code = '']) => (kind === language ? [code] : []))

  it.for(blocks('sql'))('%s gives rows', (sql) => {
    expect(rowsOf(sql).length).toBeGreaterThan(0)
  })

  it.for(blocks('duckdb'))('%s gives rows in DuckDB', async (sql) => {
    expect((await duck(sql.replaceAll('tables/', `${folder}/tables/`))).length).toBeGreaterThan(0)
  })

  it('shows statements of R and pandas that the dataset answers', () => {
    const quoted = [...blocks('r'), ...blocks('python')].flatMap((code) => [...code.matchAll(/"(SELECT [^"]+)"/g)])
    expect(quoted.length).toBe(2)
    for (const [, sql = ''] of quoted) expect(rowsOf(sql).length).toBeGreaterThan(0)
  })
})
