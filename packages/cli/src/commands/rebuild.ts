import { type Command, dbOption, openedFrom, textOption } from '../command.ts'
import { peopleWarning, withPeopleOption } from '../people.ts'

export const rebuild: Command = {
  name: 'rebuild',
  about: 'Build the dataset anew from the readings and corrections kept in it: the same contents, the same bytes.',
  arguments: [],
  options: [dbOption, withPeopleOption],
  examples: [
    ['disclosed rebuild', 'after an update, or to make the file as small as it can be'],
    ['disclosed rebuild --with-people', 'shows people in the rows, until disclosed rebuild hides them again'],
  ],
  run: async (io, _args, options) => {
    const { openStore } = await import('@disclosed/store')
    const path = openedFrom(io, options)
    const people = options.withPeople === true
    // Looked at first: a dataset that is not there must not be made.
    openStore(path, { readonly: true }).close()
    const store = openStore(path)
    try {
      if (people) io.err(peopleWarning)
      store.rebuild({ people })
      io.err(`Built ${textOption(options, 'db')} anew.\n`)
      return 0
    } finally {
      store.close()
    }
  },
}
