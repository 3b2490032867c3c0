import { type Command, dbOption, openedFrom, textOption } from '../../command.ts'

export const show: Command = {
  name: 'show',
  about:
    'Show a finding with its words, what stands around them and beside it; the most valuable one where none is named.',
  arguments: [{ name: '[id]', about: 'an id as review list shows it, or the beginning of it' }],
  options: [
    dbOption,
    { flags: '--format <format>', about: 'table for people, json for programs', choices: ['table', 'json'] },
  ],
  examples: [['disclosed review show', 'what is worth a look first, and what to type about it']],
  run: async (io, args, options) => {
    const [typed] = args[0] ?? []
    const [{ openStore }, { wholeId }, { dossierLines }, { goneLines }] = await Promise.all([
      import('@disclosed/store'),
      import('../../reviewing/subjects.ts'),
      import('../../reviewing/dossier-lines.ts'),
      import('../../reviewing/gone-lines.ts'),
    ])
    const store = openStore(openedFrom(io, options), { readonly: true })
    try {
      const id = typed === undefined ? first(store) : wholeId(store, typed)
      const dossier = id === null ? null : store.dossier(id)
      if (textOption(options, 'format') === 'json') io.out(`${JSON.stringify(dossier, null, 2)}\n`)
      else if (dossier !== null) io.out(dossierLines(dossier, io))
      else if (id === null) io.out('Nothing waits for a person.\n')
      else
        io.out(
          goneLines(store, id, io) ??
            `${id} is what a person said: disclosed review said ${id.slice(0, 10)} shows it.\n`,
        )
      return 0
    } finally {
      store.close()
    }
  },
}

function first(store: { readonly select: (sql: string) => readonly unknown[] }): string | null {
  const [row] = store.select(
    'SELECT subject FROM review_list ORDER BY pressing, worth DESC, confidence, subject LIMIT 1',
  ) as readonly { readonly subject: string }[]
  return row?.subject ?? null
}
