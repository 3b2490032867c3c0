import { describe, expect, it } from 'vitest'
import { letterFrom } from '../partition/letter-from.ts'
import { findTables } from '../tables/index.ts'
import { figuresOf } from './figures-of.ts'

const opening = `Amblethorpe Borough Council
Freedom of Information Act 2000

Thank you for your request of 4 March 2024. You asked:
`

describe('a table below several questions', () => {
  it('goes to the one that its title and its labels speak of', () => {
    expect(
      figuresOf(`${opening}
• The number of stray dogs that were taken in.
• The outcome for each dog, whether claimed or rehomed.
• Any costs of kennels.

Response

We cannot fill in your form; what we hold is below.

Outcome of dogs seized

Year | 2021/22 | 2022/23
Claimed | 15 | 16
Rehomed | 10 | 33
`),
    ).toEqual([
      [],
      [
        '=15 2021-04-01..2022-03-31 Claimed',
        '=16 2022-04-01..2023-03-31 Claimed',
        '=10 2021-04-01..2022-03-31 Rehomed',
        '=33 2022-04-01..2023-03-31 Rehomed',
      ],
      [],
    ])
  })

  it('goes to none where two are as near', () => {
    expect(
      figuresOf(`${opening}
1. How many stray dogs were seized by wardens?
2. How many stray cats were seized by wardens?

Response

Please see below.

Dogs and cats seized by wardens

Area | 2021/22 | 2022/23
North | 15 | 16
South | 10 | 33
`),
    ).toEqual([[], []])
  })

  it('answers in its turn behind the points of a list', () => {
    expect(
      figuresOf(`${opening}
- The number of officers made redundant in 2022.
- The number of officers who retired in 2022.
- The number of officers dismissed in each year from 2020 to 2022.

Response

- None
- 51

Year | Dismissed |
2020 | 4 |
2021 | 3 |
2022 | 7 |
`)[2],
    ).toEqual(['=4 2020-01-01..2020-12-31', '=3 2021-01-01..2021-12-31', '=7 2022-01-01..2022-12-31'])
  })

  it('without heads gives its columns to the questions that the answer names, in turn', () => {
    expect(
      figuresOf(`${opening}
1. How many allotments were let in each of the last four financial years?
2. How many allotments were given up in each of them?

Response

1. & 2. Please note that plots which were let twice in a year are counted twice.
2018/19 91 40
2019/20 65 37
2020/21 24 38
2021/22 9 60
`).map((figures) => figures.map((figure) => figure.split(' ')[0])),
    ).toEqual([
      ['=91', '=65', '=24', '=9'],
      ['=40', '=37', '=38', '=60'],
    ])
  })
})

describe('what looks like a table', () => {
  it('is the asker’s example where he goes on asking below it', () => {
    expect(
      figuresOf(`${opening}
1. How many summonses were sent in 2016/17 and 2017/18?

Such a table might look like this:

Power / times used in 2016/17 / times used in 2017/18
deductions / 5,000 / 7,000
petitions / 20 / 30

I would like this data to be sent as a spreadsheet.

Our response

2016-17 2,435
2017-18 1,395
`),
    ).toEqual([['=2435 2016-04-01..2017-03-31', '=1395 2017-04-01..2018-03-31']])
  })

  it('is no table where its figures are telephone numbers', () => {
    const address = (mark: string) => `You are on page 1 of 3

Headquarters

1 Harbour Street
Amblethorpe AM27 4SX
${mark} 028 9266 4221
${mark} 028 9267 7402

5 August 2010
`
    expect(findTables(letterFrom(address('T')))).toEqual([])
    expect(findTables(letterFrom(address('Fax:')))).toEqual([])
    expect(findTables(letterFrom(address('Ward')))).not.toEqual([])
  })

  it('has the heads above the figures they are stacked over, or none', () => {
    const letter = (years: string) => `${opening}
1. How many places were offered in each year?

University’s response

1. How many places were offered in each year?
${years}
876
720
781
`
    expect(figuresOf(letter('FY 2013/14\nFY 2014/15\nFY 2015/16')).flat()).toEqual([
      '=876 2013-04-01..2014-03-31',
      '=720 2014-04-01..2015-03-31',
      '=781 2015-04-01..2016-03-31',
    ])
    expect(figuresOf(letter('FY 2013/14\nFY 2014/15')).flat()).toEqual([])
  })
})
