import { describe, expect, it } from 'vitest'
import { figuresOfSecond } from './figures-of.ts'

const read = figuresOfSecond

describe('figures in the running text of an answer', () => {
  it('are believed where the answer has no others', () => {
    expect(
      read('How many moorings are there?', 'Around 640, though we are still counting those of the outer basin.'),
    ).toEqual(['~640'])
    expect(read('How many harbour fines were paid?', 'Paid 31 (£2,480), unpaid 6, written off 2.')).toEqual([
      '=31',
      '=2480',
      '=6',
      '=2',
    ])
    expect(read('How many staff look after the harbour?', '2.4 WTE, shared with Coast Paths.')).toEqual(['=2.4'])
    expect(
      read(
        'How many swans were ringed in 2021 and 2022?',
        'The warden and her helpers caught 118 in 2021, and 204 in 2022.',
      ),
    ).toEqual(['=118 2021-01-01..2021-12-31', '=204 2022-01-01..2022-12-31'])
  })

  it('are told apart by what they count, where none counts what was asked for', () => {
    expect(read('How many harbour appeals came in 2022?', 'In 2022 – 61 owners 12 visitors')).toEqual([
      '=61 2022-01-01..2022-12-31 owners',
      '=12 2022-01-01..2022-12-31 visitors',
    ])
  })

  it('go on with the figure above them, in its time', () => {
    expect(
      read(
        'How many boats were licensed?',
        'As at 4 March 2024 there were 812 boats licensed. 99 of which are houseboats, the remaining 713 are for leisure.',
      ),
    ).toEqual(['=812 2024-03-04..2024-03-04', '=99 2024-03-04..2024-03-04', '=713 2024-03-04..2024-03-04'])
    expect(
      read(
        'How many boats are licensed?',
        '812 boats hold a licence.\n94 of these are houseboats\n0 were awaiting a survey',
      ),
    ).toEqual(['=812', '=94', '=0'])
  })

  it('are none where they point back, or are days, fees, or the reckoning of a search', () => {
    expect(read('How many boats sank?', 'Of the 82 boats in the survey, 14 had gone down.')).toEqual(['=14'])
    expect(read('How many boats sank?', 'The survey of 3 to 9 June has not ended.')).toEqual([])
    expect(
      read(
        'How many fines were issued, and what did they bring?',
        'The charge is £50 or £70, discounted if paid early.',
      ),
    ).toEqual([])
    expect(read('How many boats sank?', 'There are 4,100 logs, which would have to be read one at a time.')).toEqual([])
    expect(read('How many boats sank?', 'We run two kinds of survey, and neither has ended.')).toEqual([])
  })

  it('hold from a year on, or up to a day in the last month of one', () => {
    expect(read('What discount do you give for boats?', 'Then from 2013/14 50% for all.')).toEqual(['=50 2013-04-01..'])
    expect(
      read(
        'For each of the past financial years (2014/15 - to 2015/16 to date) how many boats were let?',
        '2014/15 = 162 boats;\n01/04/15 - 03/03/16 = 177 boats.',
      ),
    ).toEqual(['=162 2014-04-01..2015-03-31', '=177 2015-04-01..2016-03-03'])
  })
})
