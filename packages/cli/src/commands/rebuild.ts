import { type Command, dbOption, openedFrom, textOption } from '../command.ts'

export const rebuild: Command = {
  name: 'rebuild',
  about: 'Build the dataset anew from the readings and corrections kept in it: the same contents, the same bytes.',
  arguments: [],
  options: [dbOption],
  examples: [['disclosed rebuild', 'after an update, or to make the file as small as it can be']],
  run: async (io, _args, options) => {
    const { openStore } = await import('@disclosed/store')
    const path = openedFrom(io, options)
    // Looked at first: a dataset that is not there must not be made.
    openStore(path, { readonly: true }).close()
    const store = openStore(path)
    try {
      store.rebuild()
      io.err(`Built ${textOption(options, 'db')} anew.\n`)
      return 0
    } finally {
      store.close()
    }
  },
}
