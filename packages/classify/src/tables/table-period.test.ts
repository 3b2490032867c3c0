import { describe, expect, it } from 'vitest'
import { letterFrom } from '../partition/letter-from.ts'
import { findTables } from './index.ts'

const table = 'Cause\tLosses\nHaste\t4\nStorm\t5'

describe('the period of a table', () => {
  it.for([
    ['The Council has noted causes since 1 May 2020; they are given below:', '2020-05-01', null, 'answer'],
    ['We are sorry for the delay. The table shows the losses in 2019.', '2019-01-01', '2019-12-31', 'answer'],
    ['We hold no more.\n\nLosses by cause, 2019/20', '2019-04-01', '2020-03-31', 'heading'],
    ['These are the causes.\n\n1 April 2019 – 31 March 2020', '2019-04-01', '2020-03-31', 'heading'],
    ['This is about 2019/20, in the table\nbelow.\n\nLosses by cause', '2019-04-01', '2020-03-31', 'answer'],
  ] as const)('%s', ([above, from, to, basis]) => {
    const letter = letterFrom(`${above}\n\n${table}`)
    const period = findTables(letter)[0]?.period
    expect(period).toMatchObject({ from, to, basis })
    expect(letter.text.slice(period?.span.start, period?.span.end)).toMatch(/20(?:19|20)/)
  })

  it.for([
    ['two years', 'The table shows the losses of 2018, and those of 2020:'],
    ['a question', 'How many were lost in 2019, as in the table below?'],
    ['a sentence that leads nowhere', 'We wrote to you in 2019.'],
    ['an earlier paragraph', 'In 2019 things were lost, as said below.\n\nThey were these.'],
  ])('is not told by %s', ([, above = '']) => {
    expect(findTables(letterFrom(`${above}\n\n${table}`))[0]?.period).toBeNull()
  })
})

it('is told by the sentence above a table that is printed one cell to a line', () => {
  const letter = letterFrom(
    'The data is from 1 January 2018 to 15 July 2020.\n\nYear\n|\nNotices issued\n|\n2018\n|\n91\n|\n2019\n|\n57\n|\n2020\n|\n12\n|\nTotal\n|\n160\n|',
  )
  expect(findTables(letter)[0]?.period).toMatchObject({ from: '2018-01-01', to: '2020-07-15' })
})
