import { describe, expect, it } from 'vitest'
import type { Asked } from '../questions/index.ts'
import { type Column, whoseColumns } from './whose-columns.ts'

const asked = (...wordings: readonly string[]): readonly Asked[] =>
  wordings.map((words, index) => ({
    index,
    number: null,
    span: { start: 0, end: 0 },
    words,
    stem: null,
    role: 'request',
    occurrences: [],
  }))
const column = (head: string, quantity: Column['quantity'] = 'count'): Column => ({ head, quantity })
const whose = (columns: readonly Column[], questions: readonly Asked[]) =>
  whoseColumns(columns, questions, ({ words }) => words)?.map((question) => question?.index ?? null) ?? null

const ferries = asked(
  'How many ferry crossings did staff make in each year?',
  'What did the council spend on them?',
  'How many lorries were carried?',
)

describe('columns below several questions', () => {
  it('go to the question whose words their heads use, or that alone wants their kind of figure', () => {
    expect(whose([column('Crossings'), column('Total paid', 'money'), column('Lorries')], ferries)).toEqual([0, 1, 2])
  })

  it('go several to one question, and one to none where no words and no kind tell', () => {
    expect(
      whose([column('Crossings booked'), column('Crossings made'), column('Lorries'), column('Headcount')], ferries),
    ).toEqual([0, 0, 2, null])
  })

  it('that two questions are as near to go to the one that has none', () => {
    const summonses = asked('How many summonses were issued?', 'How many liability orders followed the summonses?')
    expect(whose([column('Summonses'), column('Liability orders')], summonses)).toEqual([0, 1])
  })

  it('are told by a word that few questions use before one that many use', () => {
    const post = asked(
      'The number of certificates reported as sent to a wrong address',
      'The number of licences lost in the post',
      'How many of each were reported to the Harbour Office?',
    )
    expect(
      whose([column('Wrong address'), column('Licences reported missing'), column('Harbour Office')], post),
    ).toEqual([0, 1, 2])
  })

  it('of money answer how many and the amounts', () => {
    const paid = asked('How many boats were lost?', 'How many owners were compensated, and the amounts?')
    expect(whose([column('Boats lost'), column('Owners'), column('Amounts paid', 'money')], paid)).toEqual([0, 1, 1])
  })

  it('are told by an abbreviation', () => {
    const notices = asked('How many penalty charge notices were issued?', 'How many vehicles were towed away?')
    expect(whose([column('PCNs'), column('Vehicles')], notices)).toEqual([0, 1])
  })

  it('stay with the table where they may all answer one question', () => {
    expect(whose([column('Crossings booked'), column('Crossings made')], ferries)).toBeNull()
    expect(whose([column('North'), column('South')], ferries)).toBeNull()
    expect(whose([column('Crossings'), column('Lorries')], asked('How many ferry crossings were there?'))).toBeNull()
  })
})
