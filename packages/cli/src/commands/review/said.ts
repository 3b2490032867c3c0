import { type Command, dbOption, openedFrom, textOption } from '../../command.ts'
import { rowFormats } from '../../row-formats.ts'

export const said: Command = {
  name: 'said',
  about: 'What people said, who and when, and what became of it. As CSV it can be taken over into another dataset.',
  arguments: [{ name: '[id]', about: 'only of that finding' }],
  options: [
    dbOption,
    { flags: '--format <format>', about: 'a table on a terminal, CSV elsewhere', choices: rowFormats },
  ],
  examples: [['disclosed review said --format csv > said.csv', 'to share, and to take over with review import']],
  run: async (io, args, options) => {
    const [typed] = args[0] ?? []
    const [{ openStore, wordColumns }, { formatOf, printRows }, { wholeId }] = await Promise.all([
      import('@disclosed/store'),
      import('../../rows.ts'),
      import('../../reviewing/subjects.ts'),
    ])
    const store = openStore(openedFrom(io, options), { readonly: true })
    try {
      const subject = typed === undefined ? null : wholeId(store, typed)
      const format = formatOf(textOption(options, 'format'), io.outIsTerminal)
      const columns = format === 'table' ? shown : [...wordColumns, 'state']
      const rows = store.select(
        `SELECT c.*, j.state FROM correction c JOIN judgement j ON j.correction = c.id
         WHERE @subject IS NULL OR c.subject = @subject OR j.subject = @subject ORDER BY c.made, c.id`,
        { subject },
      ) as readonly Readonly<Record<string, string | null>>[]
      const short = (column: string, value: string | null | undefined) =>
        format === 'table' && (column === 'id' || column === 'subject')
          ? (value ?? '').replace('sha256:', '').slice(0, 10)
          : (value ?? null)
      io.out(
        printRows(
          columns,
          rows.map((row) => columns.map((column) => short(column, row[column]))),
          format,
        ),
      )
      return 0
    } finally {
      store.close()
    }
  },
}

const shown = ['id', 'made', 'by', 'kind', 'about', 'subject', 'value', 'why', 'state']
