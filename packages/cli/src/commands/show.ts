import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Telling } from '@disclosed/store'
import { type Command, dbOption, type Options, openedFrom, readingOptions, textOption, toldHow } from '../command.ts'
import { type Io, Stop } from '../io.ts'
import { peopleWarning, withPeopleOption } from '../people.ts'

export const show: Command = {
  name: 'show',
  about: 'Write one page (HTML) of a letter: its text with every finding marked, and their fields beside it.',
  arguments: [
    {
      name: '<file or id>',
      about: 'a file, or the id of a document, question, figure, citation, table or incident of the dataset',
    },
  ],
  options: [
    dbOption,
    { flags: '--part <name>', about: 'a file inside an e-mail or archive, by the name that read shows' },
    withPeopleOption,
    ...readingOptions,
  ],
  examples: [
    ['disclosed show letter.pdf > letter.html', 'what was read in a file'],
    [
      'disclosed show 4f1c9a0be2d7c31b5a60 > figure.html',
      'a figure in its letter: observation in the rows of a query is its id',
    ],
  ],
  run: async (io, [[what = ''] = []], options) => {
    const people = options.withPeople === true
    if (people) io.err(peopleWarning)
    const { letterPage } = await import('../letter-page.ts')
    const telling = existsSync(resolve(io.base, what))
      ? await fromFile(io, what, options, people)
      : await fromDataset(io, what, options, people)
    io.out(letterPage(telling))
    return 0
  },
}

async function fromFile(io: Io, file: string, options: Options, people: boolean): Promise<Telling> {
  const [{ readFiles }, { tellingOf }, { register }] = await Promise.all([
    import('@disclosed/ingest'),
    import('@disclosed/store'),
    import('@disclosed/reference'),
  ])
  const part = textOption(options, 'part')
  const parts: string[] = []
  for await (const { result } of readFiles([file], {
    base: io.base,
    want: 'reading',
    ...(part === null ? {} : { part }),
    ...toldHow(options),
  })) {
    if (result.kind === 'unreadable' && (part !== null || result.part === null)) throw new Stop(result.message)
    if (result.kind !== 'read' || result.reading === null) continue
    const { document, reading } = result
    if (document.part === part) {
      const link = part === null ? file : `${file} › ${part}`
      return { told: tellingOf({ document, reading }, register(), people), link, finding: null, said: new Map() }
    }
    if (document.part !== null) parts.push(document.part)
  }
  throw new Stop(
    parts.length === 0
      ? `There is nothing to show in ${file}.`
      : `${file} holds ${parts.length} files: name one with --part, as --part "${parts[0]}".`,
  )
}

async function fromDataset(io: Io, id: string, options: Options, people: boolean): Promise<Telling> {
  const [{ openStore }, { startingWith }] = await Promise.all([
    import('@disclosed/store'),
    import('../reviewing/subjects.ts'),
  ])
  const store = openStore(openedFrom(io, options), { readonly: true })
  try {
    const telling = store.telling(id, { people }) ?? store.telling(startingWith(store, id), { people })
    if (telling) return telling
    throw new Stop(
      `There is no file ${id}, and nothing in the dataset has that id. Ids stand in the columns document, question and observation of a query.`,
    )
  } finally {
    store.close()
  }
}
