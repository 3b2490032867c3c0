import type { Store } from '@disclosed/store'
import { type Command, dbOption, type Options, openedFrom, textOption } from '../../command.ts'
import { oneLine, Stop } from '../../io.ts'
import { rowFormats } from '../../row-formats.ts'

const reasons = ['changed', 'disputed', 'disagrees', 'discrepancy', 'stands_out', 'whose', 'unsure']

export const list: Command = {
  name: 'list',
  about: "What deserves a person's minute, the most valuable first.",
  arguments: [],
  options: [
    dbOption,
    { flags: '--reason <reason>', about: 'only what is on the list for that reason', choices: reasons },
    { flags: '--measure <measure>', about: 'only of a measure, as data_breaches' },
    { flags: '--authority <name>', about: 'only of an authority, by id or name' },
    { flags: '--limit <number>', about: 'how many (20 in a table, all elsewhere)' },
    { flags: '--format <format>', about: 'a table on a terminal, CSV elsewhere', choices: rowFormats },
  ],
  examples: [
    ['disclosed review list', 'the twenty most valuable'],
    [
      'disclosed review list --format csv > sheet.csv',
      'a sheet to fill in, alone or with many: verdict, right_value …, why, by',
    ],
    ['disclosed review import sheet.csv', 'takes over what was filled in'],
  ],
  run: async (io, _args, options) => {
    const [{ openStore }, { formatOf, printRows }, { sheetColumns, sheetRow }] = await Promise.all([
      import('@disclosed/store'),
      import('../../rows.ts'),
      import('../../reviewing/sheet.ts'),
    ])
    const format = formatOf(textOption(options, 'format'), io.outIsTerminal)
    const store = openStore(openedFrom(io, options), { readonly: true })
    try {
      const rows = rowsOf(store, options, limitOf(options) ?? (format === 'table' ? 20 : null))
      if (format === 'table') {
        io.out(rows.length === 0 ? 'Nothing waits for a person.\n' : printRows(shown, rows.map(shownRow), 'table'))
        const all = countOf(store)
        if (rows.length < all) io.err(`${rows.length} of ${all}. disclosed review show ID shows one with its words.\n`)
      } else
        io.out(
          printRows(
            sheetColumns,
            rows.map((row) => sheetRow(store, row)),
            format,
          ),
        )
      return 0
    } finally {
      store.close()
    }
  },
}

type Listed = Readonly<Record<string, string | number | null>>

function rowsOf(store: Store, options: Options, limit: number | null): readonly Listed[] {
  const [reason, measure, authority] = ['reason', 'measure', 'authority'].map((name) => textOption(options, name))
  return store.select(
    `SELECT * FROM review_list
     WHERE (@reason IS NULL OR reason = @reason) AND (@measure IS NULL OR measure = @measure)
       AND (@authority IS NULL OR authority_id = @authority OR lower(authority) = lower(@authority))
     ORDER BY pressing, worth DESC, confidence, subject LIMIT @limit`,
    { reason, measure, authority, limit: limit ?? -1 },
  ) as readonly Listed[]
}

function countOf(store: Store): number {
  const [row] = store.select('SELECT count(*) AS rows FROM review') as readonly { readonly rows: number }[]
  return row?.rows ?? 0
}

function limitOf(options: Options): number | null {
  const typed = textOption(options, 'limit')
  if (typed === null) return null
  if (!/^\d{1,7}$/.test(typed) || Number(typed) < 1)
    throw new Stop(`--limit takes a number from 1 on, not ${typed}.`, 2)
  return Number(typed)
}

const shown = ['id', 'reason', 'worth', 'authority', 'about', 'period', 'read as', 'words', 'place']

function shownRow(row: Listed): readonly (string | number | null)[] {
  const what = [row.measure ?? row.question, row.category].filter((each) => each != null).join(', ') || null
  return [
    String(row.subject).replace('sha256:', '').slice(0, 10),
    row.reason ?? null,
    row.worth ?? null,
    row.authority ?? null,
    what === null ? null : oneLine(what).slice(0, 40),
    periodOf(row),
    readAs(row),
    row.quote === null ? null : oneLine(String(row.quote)).slice(0, 40),
    row.place ?? row.link ?? null,
  ]
}

function periodOf({ year, year_kind: kind }: Listed): string | null {
  if (year === null || year === undefined) return null
  return kind === 'financial' ? `${year}/${String((Number(year) + 1) % 100).padStart(2, '0')}` : String(year)
}

function readAs({ read_as: number, relation, low, high, outcome }: Listed): string | null {
  if (number !== null) return `${relation === '=' || relation === null ? '' : relation}${number}`
  return low === null && high === null ? (outcome === null ? null : String(outcome)) : `${low ?? '…'}–${high ?? '…'}`
}
