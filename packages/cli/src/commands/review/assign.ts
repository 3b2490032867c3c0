import type { Store } from '@disclosed/store'
import { type Command, dbOption, textOption } from '../../command.ts'
import { oneLine, Stop } from '../../io.ts'
import { byOption, whyOption } from '../../reviewing/subjects.ts'

export const assign: Command = {
  name: 'assign',
  about:
    'Say which question a whole enclosure answers: each of its figures is given to it, as correct --question does.',
  arguments: [{ name: '<document>', about: 'the id of the enclosure, or the beginning of it' }],
  options: [
    dbOption,
    {
      flags: '--question <number>',
      about: 'the question it answers, by its number in the response or its id; none where it answers no single one',
    },
    byOption,
    whyOption,
  ],
  examples: [['disclosed review assign 0be2d7c3 --question 3', 'the spreadsheet that came with the letter answers 3']],
  run: async (io, [[typed = ''] = []], options) => {
    const question = textOption(options, 'question')
    if (question === null) throw new Stop('Say which question it answers: --question 3, its id, or none.', 2)
    const [{ openToSay, shortened, shortId }, { wholeId, whoSays }] = await Promise.all([
      import('../../reviewing/saying.ts'),
      import('../../reviewing/subjects.ts'),
    ])
    const by = whoSays(options)
    const store = openToSay(io, options)
    try {
      const document = wholeId(store, typed)
      const figures = figuresIn(store, document)
      const why = textOption(options, 'why')
      const words = store.together(() => {
        const kept = figures.map((subject) =>
          store.correct({ subject, kind: 'correct', given: { question }, why, by, made: io.now() }),
        )
        store.settle()
        return kept
      })
      const [first = ''] = figures
      const asked = String(store.holds(first)?.question ?? '')
      const named = asked === '' ? 'no single question' : `question ${shortened(oneLine(wordingOf(store, asked)))}`
      io.err(
        `Assigned ${words.length === 1 ? '1 figure' : `${words.length} figures`} of ${shortId(document)} to ${named}.\n`,
      )
      io.err(`Taken back by: disclosed review undo ${words.map((id) => id.slice(0, 8)).join(' ')}\n`)
      return 0
    } finally {
      store.close()
    }
  },
}

function figuresIn(store: Store, document: string): readonly string[] {
  const [found] = store.select('SELECT link FROM document WHERE id = ?', document) as readonly { link: string }[]
  if (!found) throw new Stop(`${document} is no document: name the enclosure, not a figure in it.`)
  const rows = store.select('SELECT id FROM observation WHERE document = ? ORDER BY id', document)
  if (rows.length === 0) throw new Stop(`No figure was read in ${found.link}: there is nothing to assign.`)
  return (rows as readonly { readonly id: string }[]).map(({ id }) => id)
}

function wordingOf(store: Store, question: string): string {
  const [row] = store.select('SELECT number, text FROM question WHERE id = ?', question) as readonly {
    readonly number: string | null
    readonly text: string
  }[]
  return row === undefined ? question : [row.number, row.text].filter((each) => each !== null).join(' ')
}
