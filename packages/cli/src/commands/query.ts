import { type Command, dbOption, openedFrom, textOption } from '../command.ts'
import { Stop } from '../io.ts'
import { rowFormats } from '../row-formats.ts'

export const query: Command = {
  name: 'query',
  about: 'Run one SELECT on the dataset, which it cannot change.',
  arguments: [{ name: '<sql>', about: 'one SELECT' }],
  options: [
    dbOption,
    {
      flags: '--format <format>',
      about: 'how rows are printed: a table on a terminal, CSV elsewhere',
      choices: rowFormats,
    },
    { flags: '--seconds <number>', about: 'how long the query may take', default: '30' },
  ],
  examples: [
    ["disclosed query 'SELECT * FROM comparison_safe'", 'the figures that may be added up'],
    ["disclosed query 'SELECT * FROM dictionary' --format csv", 'every table and column, explained'],
  ],
  run: async (io, args, options) => {
    const [sql = ''] = args[0] ?? []
    const seconds = Number(textOption(options, 'seconds'))
    if (!(seconds > 0)) throw new Stop(`--seconds takes a number above 0, not ${textOption(options, 'seconds')}.`, 2)
    const [{ openStore }, { formatOf, rowPrinter }] = await Promise.all([
      import('@disclosed/store'),
      import('../rows.ts'),
    ])
    const store = openStore(openedFrom(io, options), { readonly: true })
    try {
      const format = formatOf(textOption(options, 'format'), io.outIsTerminal)
      let printer: ReturnType<typeof rowPrinter> | null = null
      for await (const { columns, rows } of store.queryRows(sql, { seconds })) {
        printer ??= rowPrinter(columns, format)
        io.out(printer.print(rows))
        await io.taken()
      }
      io.out(printer?.end() ?? '')
      return 0
    } finally {
      store.close()
    }
  },
}
