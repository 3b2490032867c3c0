import { type Command, dbOption, openedFrom, textOption } from '../command.ts'

export const status: Command = {
  name: 'status',
  about: 'Say what is in the dataset, what failed and why, and whose letters name nobody.',
  arguments: [],
  options: [
    dbOption,
    { flags: '--hash', about: 'print one hash over all rows: the same rows, the same hash' },
    { flags: '--format <format>', about: 'table for people, json for programs', choices: ['table', 'json'] },
  ],
  examples: [['disclosed status --hash', 'to see whether two datasets say the same']],
  run: async (io, _args, options) => {
    const [{ openStore }, { notesIn, statusLines }, { hidingIn }] = await Promise.all([
      import('@disclosed/store'),
      import('../status-lines.ts'),
      import('../hidden.ts'),
    ])
    const store = openStore(openedFrom(io, options), { readonly: true })
    try {
      if (options.hash === true) io.out(`${store.hash()}\n`)
      else {
        const remarks = { notes: notesIn(store), hiding: hidingIn(store) }
        const isJson = textOption(options, 'format') === 'json'
        if (isJson) io.out(`${JSON.stringify({ ...store.status(), ...remarks }, null, 2)}\n`)
        else io.out(statusLines(store.status(), remarks, io.style))
      }
      return 0
    } finally {
      store.close()
    }
  },
}
