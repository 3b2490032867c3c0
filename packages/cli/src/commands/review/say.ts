import type { Given, GivenField } from '@disclosed/store'
import { type Command, dbOption, type Option, type Options, textOption } from '../../command.ts'
import { Stop } from '../../io.ts'
import { byOption, whyOption } from '../../reviewing/subjects.ts'

const ids = { name: '<ids...>', about: 'ids as review list shows them, or the beginning of them' }

const givenOptions: readonly (Option & { readonly field: GivenField })[] = [
  {
    field: 'value',
    flags: '--value <figure>',
    about: 'the figure: 12, 1,204, £1,200, 12%, "<5", ">=3", "~40", 5-10, none, suppressed',
  },
  {
    field: 'period',
    flags: '--period <period>',
    about:
      '2019, 2019/20 (from April), "academic 2019/20", 2019-04, "2019-04-01 to 2019-09-30", "as at 2020-03-31", none',
  },
  { field: 'measure', flags: '--measure <measure>', about: 'what it counts, as data_breaches; none' },
  {
    field: 'category',
    flags: '--category <label>',
    about: 'the label it stands under, or a type of incident; none for a headline',
  },
  { field: 'unit', flags: '--unit <words>', about: 'what is counted, as "incidents"' },
  {
    field: 'question',
    flags: '--question <number>',
    about: 'the question it answers, by its number in the response or its id; none',
  },
  {
    field: 'outcome',
    flags: '--outcome <outcome>',
    about: 'of an answer: disclosed, withheld, ncnd, not_held, cost_limit …',
  },
  { field: 'yes_no', flags: '--yes-no <answer>', about: 'of an answer: yes, no or none' },
  { field: 'authority', flags: '--authority <name>', about: 'of a document: whose it is, by id or name' },
  {
    field: 'received',
    flags: '--received <day>',
    about: 'of a document: the day the request came, as 2020-03-31; none',
  },
  { field: 'responded', flags: '--responded <day>', about: 'of a document: the day of the answer; none' },
]

function givenIn(options: Options): Given {
  return Object.fromEntries(
    givenOptions.flatMap(({ field }) => {
      const typed = textOption(options, field === 'yes_no' ? 'yesNo' : field)
      return typed === null ? [] : [[field, typed]]
    }),
  )
}

const plainOptions = givenOptions.map(({ flags, about }) => ({ flags, about }))

export const confirm: Command = {
  name: 'confirm',
  about: 'Say that findings were read right: their figures are shown as checked.',
  arguments: [ids],
  options: [dbOption, byOption, whyOption],
  examples: [['disclosed review confirm 4f1c9a0be2 --by "Ann Reader"', 'after a look at the words']],
  run: async (io, [typed = []], options) => {
    const { sayOfEach } = await import('../../reviewing/saying.ts')
    return sayOfEach(io, options, typed, { kind: 'confirm' })
  },
}

export const correct: Command = {
  name: 'correct',
  about: 'Say what holds instead of what was read: a value, period, question, outcome, whose letter it is …',
  arguments: [{ name: '<id>', about: 'an id as review list shows it, or the beginning of it' }],
  options: [dbOption, ...plainOptions, byOption, whyOption],
  examples: [
    ['disclosed review correct 4f1c9a0be2 --value "<5" --why "see the note below the table"', 'another figure'],
    ['disclosed review correct 4f1c9a0be2 --period 2019/20', 'the same figure, of another year'],
    ['disclosed review correct 77d0c1b2 --outcome not_held', 'how a question was answered'],
    ['disclosed review correct 0be2d7c3 --authority "Leicester City Council"', 'whose letter it is'],
  ],
  run: async (io, [typed = []], options) => {
    const { sayOfEach } = await import('../../reviewing/saying.ts')
    return sayOfEach(io, options, typed, { kind: 'correct', given: givenIn(options) })
  },
}

export const reject: Command = {
  name: 'reject',
  about: 'Say that the words do not say this: it is taken out of the comparison, and stays where it was read.',
  arguments: [ids],
  options: [dbOption, byOption, whyOption],
  examples: [['disclosed review reject 4f1c9a0be2 --why "that is the number of the page"', 'no figure at all']],
  run: async (io, [typed = []], options) => {
    const { sayOfEach } = await import('../../reviewing/saying.ts')
    return sayOfEach(io, options, typed, { kind: 'reject' })
  },
}

export const add: Command = {
  name: 'add',
  about: 'Add a figure that was not read, with its words.',
  arguments: [{ name: '<document>', about: 'the id of the document, or the beginning of it' }],
  options: [
    dbOption,
    { flags: '--quote <words>', about: 'the words that say it, just as they stand in the text' },
    ...plainOptions.slice(0, 6),
    byOption,
    whyOption,
  ],
  examples: [
    [
      'disclosed review add 0be2d7c3 --quote "a dozen in all" --value 12 --period 2019 --measure data_breaches',
      'a missed figure',
    ],
  ],
  run: async (io, [typed = []], options) => {
    const { sayOfEach } = await import('../../reviewing/saying.ts')
    return sayOfEach(io, options, typed, {
      kind: 'add',
      given: givenIn(options),
      quote: textOption(options, 'quote') ?? '',
    })
  },
}

export const join: Command = {
  name: 'join',
  about: 'Say that questions ask the same as the first of them: their answers are compared in one group.',
  arguments: [{ name: '<ids...>', about: 'ids of questions (or of figures that answer them), the first first' }],
  options: [dbOption, byOption, whyOption],
  examples: [['disclosed review join 77d0c1b2aa 0be2d7c311', 'two wordings of one question']],
  run: async (io, [typed = []], options) => {
    const [first, ...others] = typed
    if (first === undefined || others.length === 0) throw new Stop('To join questions name two of them or more.', 2)
    const { sayOfEach } = await import('../../reviewing/saying.ts')
    return sayOfEach(io, options, others, { kind: 'join', sameAs: first })
  },
}

export const split: Command = {
  name: 'split',
  about: 'Say that a question asks something else than those it was put together with: its wording stands by itself.',
  arguments: [{ name: '<ids...>', about: 'ids of questions (or of figures that answer them)' }],
  options: [dbOption, byOption, whyOption],
  examples: [['disclosed review split 77d0c1b2aa --why "asks for fines paid, not issued"', 'its own group']],
  run: async (io, [typed = []], options) => {
    const { sayOfEach } = await import('../../reviewing/saying.ts')
    return sayOfEach(io, options, typed, { kind: 'split' })
  },
}

export const note: Command = {
  name: 'note',
  about: 'Leave a remark on findings, for whoever comes next.',
  arguments: [ids],
  options: [dbOption, { ...whyOption, about: 'the remark' }, byOption],
  examples: [['disclosed review note 4f1c9a0be2 --why "asked the council on 3 May"', 'changes nothing else']],
  run: async (io, [typed = []], options) => {
    const { sayOfEach } = await import('../../reviewing/saying.ts')
    return sayOfEach(io, options, typed, { kind: 'note' })
  },
}

export const undo: Command = {
  name: 'undo',
  about: 'Take back what was said, by the id of the word as review said shows it. That, too, can be taken back.',
  arguments: [ids],
  options: [dbOption, byOption, whyOption],
  examples: [['disclosed review undo 91ab03c7 --why "wrong letter"', 'nothing is lost: both stay in the record']],
  run: async (io, [typed = []], options) => {
    const { sayOfEach } = await import('../../reviewing/saying.ts')
    return sayOfEach(io, options, typed, { kind: 'undo' })
  },
}
