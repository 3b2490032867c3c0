import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { type Command, dbOption, openedFrom } from '../command.ts'
import type { Io } from '../io.ts'
import { peopleWarning, withPeopleOption } from '../people.ts'
import { progressLine } from '../progress.ts'
import { version } from '../version.ts'

export const exportCommand: Command = {
  name: 'export',
  about: 'Write every table and view, whole, into a folder: CSV, Parquet, a data package, and metadata for Datasette.',
  arguments: [{ name: '<folder>', about: 'a new or empty folder, or one of an earlier export' }],
  options: [dbOption, withPeopleOption],
  examples: [
    ['disclosed export tables', 'then open tables/csv in a spreadsheet, or tables/parquet in R, pandas or DuckDB'],
    [
      'datasette disclosed.sqlite --metadata tables/datasette.json',
      'shows the dataset in a browser, if you have Datasette',
    ],
  ],
  run: async (io, [[folder = ''] = []], options) => {
    const { openStore } = await import('@disclosed/store')
    const db = openedFrom(io, options)
    const store = openStore(db, { readonly: true })
    try {
      if (options.withPeople !== true || store.holdsPeople()) return await write(io, db, folder)
      io.err(peopleWarning)
      const beside = await mkdtemp(join(tmpdir(), 'disclosed-people-'))
      try {
        const whole = join(beside, basename(db))
        store.rebuildTo(whole, { people: true })
        return await write(io, whole, folder)
      } finally {
        await rm(beside, { recursive: true, force: true })
      }
    } finally {
      store.close()
    }
  },
}

async function write(io: Io, db: string, folder: string): Promise<0 | 130> {
  const { exportDataset, openStore } = await import('@disclosed/store')
  const store = openStore(db, { readonly: true })
  const provenance = { version, created: io.today(), hash: store.hash(), people: store.holdsPeople() }
  store.close()
  const line = progressLine(io, 'Writing')
  let rows = 0
  let done = 0
  try {
    const exported = await exportDataset(db, resolve(io.base, folder), provenance, {
      signal: io.stopping(),
      onProgress: (table) => {
        rows += table.rows
        done += 1
        line.show({ done, total: done, path: table.table })
      },
    })
    line.end()
    if (exported.stopped) {
      io.err(`Stopped. ${folder} is not whole: export again.\n`)
      return 130
    }
    io.err(
      `${exported.tables.length} tables and views with ${rows.toLocaleString('en-GB')} rows written into ${folder}: csv, parquet, datapackage.json, datasette.json.\n`,
    )
    return 0
  } finally {
    line.end()
  }
}
