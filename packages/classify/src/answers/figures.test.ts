import { register } from '@disclosed/reference'
import { describe, expect, it } from 'vitest'
import { classify } from '../classify.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { unknownSource } from '../source.ts'
import { saidAtSide } from '../tables/labels.ts'
import { figuresOf } from './figures-of.ts'

const opening = `Amblethorpe Borough Council
Freedom of Information Act 2000

Thank you for your request of 4 March 2024. You asked:
`

describe('one table below several questions', () => {
  it('gives each column to the question that its head speaks of', () => {
    expect(
      figuresOf(`${opening}
1. How many ferry crossings did council staff make in 2021/22 and 2022/23?
2. What did the council spend on them?
3. How many lorries were carried?

Our response:

Year | Crossings | Total paid | Lorries
2021/22 | 12 | £340 | 0
2022/23 | 15 | £390 | 2
`),
    ).toEqual([
      ['=12 2021-04-01..2022-03-31', '=15 2022-04-01..2023-03-31'],
      ['=340 2021-04-01..2022-03-31', '=390 2022-04-01..2023-03-31'],
      ['=0 2021-04-01..2022-03-31', '=2 2022-04-01..2023-03-31'],
    ])
  })

  it('names by their heads what several columns say to one question', () => {
    expect(
      figuresOf(`${opening}
1. What were the shortest and the longest wait for a mooring in 2022 and 2023?

Response
1. The waits are shown below.

Year | Shortest wait (days) | Longest wait (days)
2022 | 3 | 90
2023 | 4 | 75
`),
    ).toEqual([
      [
        '=3 2022-01-01..2022-12-31 Shortest wait (days)',
        '=90 2022-01-01..2022-12-31 Longest wait (days)',
        '=4 2023-01-01..2023-12-31 Shortest wait (days)',
        '=75 2023-01-01..2023-12-31 Longest wait (days)',
      ],
    ])
  })

  it('is shared by answers that point to it', () => {
    expect(
      figuresOf(`Amblethorpe Borough Council
Reference Number: 5397

Question and Response:

Q.1 How often did the cameras on the quay lead to a fine?
A.1 The table below has the Penalty Charge Notices (PCNs) issued.

Q.2 How many number plates did they read?
A.2 The table below has the number of plates.

Year | PCNs issued | Plates read
2021/22 | 12 | 3,400
2022/23 | 15 | 3,900
`),
    ).toEqual([
      ['=12 2021-04-01..2022-03-31', '=15 2022-04-01..2023-03-31'],
      ['=3400 2021-04-01..2022-03-31', '=3900 2022-04-01..2023-03-31'],
    ])
  })
})

describe('months without their year', () => {
  it('are those of the days that were asked about', () => {
    expect(
      figuresOf(`${opening}
1. How many swans were ringed each month between 1 November 2022 and 28 February 2023?

Response
1.
Nov: 4
Dec: 7
Jan: 1
Feb: 0
`),
    ).toEqual([
      [
        '=4 2022-11-01..2022-11-30',
        '=7 2022-12-01..2022-12-31',
        '=1 2023-01-01..2023-01-31',
        '=0 2023-02-01..2023-02-28',
      ],
    ])
  })

  it('go on from one whose year is told', () => {
    expect(
      figuresOf(`${opening}
1. How many swans were ringed each month?

Response
1.
November 2022: 4
December: 7
January: 1
`),
    ).toEqual([['=4 2022-11-01..2022-11-30', '=7 2022-12-01..2022-12-31', '=1 2023-01-01..2023-01-31']])
  })

  it('stay without days where they may be of two years', () => {
    expect(
      figuresOf(`${opening}
1. How many swans were ringed in the spring months of 2021 to 2023?

Response
1.
March: 4
April: 7
`),
    ).toEqual([['=4', '=7']])
  })
})

describe('the days of figures', () => {
  it('are told by the question above where one leaves out what is counted', () => {
    expect(
      figuresOf(`${opening}
1. How many swans were ringed in 2019, 2020 and 2021 to date?
2. How many were released?
3. How many times in the years listed in question 1 was the lake closed?
4. How many wardens were trained?

Response
1. 12
2. 9
3. None
4. 2
`),
    ).toEqual([['=12 2019-01-01..'], ['=9 2019-01-01..'], ['=0 2019-01-01..'], ['=2']])
  })

  it('are told once below all questions', () => {
    expect(
      figuresOf(`${opening}
1. How many swans were ringed?
2. How many geese were ringed?

Please give all of this information for the period 1 May 2020 to 31 July 2020.

Response
1. 12
2. 9
`),
    ).toEqual([['=12 2020-05-01..2020-07-31'], ['=9 2020-05-01..2020-07-31']])
  })

  it('are those of years of accounts where calendar years would be told twice', () => {
    expect(
      figuresOf(`${opening}
1. How many swans were ringed in each year?

Response
1.
2018 - 2019: 4
2019 - 2020: 7
`),
    ).toEqual([['=4 2018-04-01..2019-03-31', '=7 2019-04-01..2020-03-31']])
    expect(
      figuresOf(`${opening}
1. How many swans were ringed in each year?

Response
1.
2018 - 2019: 4
2020 - 2021: 7
`),
    ).toEqual([['=4', '=7']])
  })
})

describe('none', () => {
  it('is said of each year only where a figure of each was wanted', () => {
    const letter = (question: string) => figuresOf(`${opening}\n1. ${question}\n\nResponse\n1. None.\n`)
    expect(letter('How many wardens were furloughed in 2020 and 2021?')).toEqual([['=0 2020-01-01..2021-12-31']])
    expect(letter('How many wardens were furloughed each year in 2020 and 2021?')).toEqual([
      ['=0 2020-01-01..2020-12-31', '=0 2021-01-01..2021-12-31'],
    ])
  })
})

it('rows whose numbers count the questions answer them', () => {
  expect(
    figuresOf(`${opening}
1. How many drivers complained about a hole in the road?
2. How many of them were paid?

Our response:

Question | June 2021 - May 2022 | June 2022 - May 2023 |
1. | 58 | 20 |
2. | 7 | 6 |
`),
  ).toEqual([
    ['=58 2021-06-01..2022-05-31', '=20 2022-06-01..2023-05-31'],
    ['=7 2021-06-01..2022-05-31', '=6 2022-06-01..2023-05-31'],
  ])
  expect(saidAtSide({ text: '2', start: 0, end: 1 }, ['1', '2'], 'Rooms')).toEqual({ says: 'group', text: '2' })
})

describe('the time of a question that names none', () => {
  it('is that of the question it leans on, and not the day on which the request came', () => {
    expect(
      figuresOf(`FOI request (FOI206070)
Trees
Requested Thu 02 February 2017
Responded Thu 02 February 2017
Please provide the following:
1) How many trees in streets have been felled since 1 April 2010?
2) How many of those trees were protected?
3) What was the total cost of the above fellings?
Response
Q1 - 50
Q2 - 31
Q3 - £1,200`),
    ).toEqual([['=50 2010-04-01..'], ['=31 2010-04-01..'], ['=1200 2010-04-01..']])
  })
})

describe('lists and tables', () => {
  const answered = (question: string, answer: string) =>
    figuresOf(`${opening}\n1. ${question}\n\nResponse\n1.\n${answer}\n`)

  it('take bare figures in the order of the years that were asked about', () => {
    expect(answered('How many swans were ringed in each of 2019, 2020 and 2021?', '12\n14\n9')).toEqual([
      ['=12 2019-01-01..2019-12-31', '=14 2020-01-01..2020-12-31', '=9 2021-01-01..2021-12-31'],
    ])
    expect(answered('How many swans were ringed in each of 2019, 2020 and 2021?', '12\n14')[0]).not.toContain(
      '=12 2019-01-01..2019-12-31',
    )
  })

  it('take no category from the only row, which says again what was asked', () => {
    expect(
      answered(
        'How many swans were ringed in 2022 and 2023?',
        '\n| 2022 | 2023 |\n|---|---|---|\nTotal number of swans ringed | 13 | 24 |',
      ),
    ).toEqual([['=13 2022-01-01..2022-12-31', '=24 2023-01-01..2023-12-31']])
  })

  it('leave a word for one and the titles of sections alone', () => {
    expect(
      answered('How many swans were ringed in each year?', 'The figures may count one swan twice.\n2022: 13\n2023: 24'),
    ).toEqual([['=13 2022-01-01..2022-12-31', '=24 2023-01-01..2023-12-31']])
    expect(answered('What did ringing cost in 2022?', 'Section 43(2) applies.\n43 Commercial interests')).toEqual([[]])
  })

  it('read two years that a dash joins as one time', () => {
    expect(answered('How many swans were ringed?', '2018 - 2019: 4\n2019 - 2020: 7')).toEqual([
      ['=4 2018-04-01..2019-03-31', '=7 2019-04-01..2020-03-31'],
    ])
  })
})

describe('a figure told in passing below several questions', () => {
  const told = (second: string) =>
    figuresOf(`Amblethorpe Fire and Rescue Service
Request detail:

How many swans were your crews called out to rescue?
${second}

Response detail:

We can give the number of calls to a swan. There were 25 in the period 2021-2023 (2021=9, 2022=12, 2023=4).
`)

  it('is for the only one that wants its kind', () => {
    expect(told('Please send a copy of your policy on swans.')[0]).toEqual([
      '=25 2021-01-01..2023-12-31',
      '=9 2021-01-01..2021-12-31',
      '=12 2022-01-01..2022-12-31',
      '=4 2023-01-01..2023-12-31',
    ])
  })

  it('is for none where two want it', () => {
    expect(told('How many geese were your crews called out to rescue?').flat()).toEqual([])
  })
})

it('a table whose last year is cut by the days that lead to it ends on them, and so does its total', () => {
  expect(
    figuresOf(`${opening}
1. How many notices were issued in each year since 2018?

Our response:

This is below. The data is from 1 January 2018 to 15 July 2020.

Year | Notices
2018 | 91
2019 | 57
2020 | 12
Total | 160
`),
  ).toEqual([
    [
      '=91 2018-01-01..2018-12-31',
      '=57 2019-01-01..2019-12-31',
      '=12 2020-01-01..2020-07-15',
      '=160 2018-01-01..2020-07-15',
    ],
  ])
})

it('a winter of two years is no financial year', () => {
  const letter = (years: string) => `${opening}
1. For each of the last two winter seasons, what was spent on salt?

Our response:

1. 2023/24: £3,911
2024/25: £3,682
${years}`
  expect(figuresOf(letter(''))).toEqual([['=3911', '=3682']])
  expect(figuresOf(letter('We keep our books by financial year.'))[0]?.[0]).toBe('=3911 2023-04-01..2024-03-31')
})

describe('the lettered parts of a question', () => {
  const letter = (question: string, answer: string) => figuresOf(`${opening}\n1. ${question}\n\nResponse\n${answer}\n`)

  it('may have Roman numbers', () => {
    expect(letter('How many swans were (i) ringed (ii) released?', '1.\n(i) 14\n(ii) none')).toEqual([
      ['=14  ringed', '=0  released'],
    ])
  })

  it('may be answered for each year on one line, or begin right behind the number', () => {
    expect(letter('How many swans were (a) ringed, (b) released?', '1.\n2021: a) 14 b) 9\n2022: a) 3 b) 0')).toEqual([
      [
        '=14 2021-01-01..2021-12-31 ringed',
        '=9 2021-01-01..2021-12-31 released',
        '=3 2022-01-01..2022-12-31 ringed',
        '=0 2022-01-01..2022-12-31 released',
      ],
    ])
    expect(letter('How many swans were ringed in (a) 2021 and (b) 2022?', 'Q1. a) 14\nb) 9')).toEqual([
      ['=14 2021-01-01..2021-12-31', '=9 2022-01-01..2022-12-31'],
    ])
  })
})

describe('columns below one question', () => {
  const table = (heads: string, ...rows: readonly string[]) => [heads, ...rows].join('\n')

  it('name no category where one counts a part of the other', () => {
    expect(
      figuresOf(
        `${opening}\n1. How many swans were ringed by lake in 2022?\n\nResponse\n1.\n\n${table('Lake | Swans ringed | Of which reported to the Board', 'North | 14 | 2', 'South | 9 | 0')}\n`,
      ),
    ).toEqual([
      [
        '=14 2022-01-01..2022-12-31 North',
        '=2 2022-01-01..2022-12-31 North',
        '=9 2022-01-01..2022-12-31 South',
        '=0 2022-01-01..2022-12-31 South',
      ],
    ])
  })

  it('part their counts from the share that the next question asks for', () => {
    expect(
      figuresOf(
        `${opening}\nQ1 Rings and badges lost on the lakes\nQ2 What share of the rings issued is that, in per cent\n\nOur reply:\n\n${table('Year | Rings | Badges | % of all issued', '2021 | 14 | 2 | 0.7', '2022 | 9 | 0 | 0.6')}\n`,
      ),
    ).toEqual([
      [
        '=14 2021-01-01..2021-12-31 Rings',
        '=2 2021-01-01..2021-12-31 Badges',
        '=9 2022-01-01..2022-12-31 Rings',
        '=0 2022-01-01..2022-12-31 Badges',
      ],
      ['=0.7 2021-01-01..2021-12-31', '=0.6 2022-01-01..2022-12-31'],
    ])
  })

  it('have heads that the width of a page broke', () => {
    expect(
      figuresOf(
        `${opening}\n1. How many swans were ringed on each lake?\n\nResponse\n1.\n\nLake          Apr 2021 –    Apr 2022 –\n              Mar 2022      Dec 2022\nNorth         14            2\nSouth         9             0\n`,
      )[0],
    ).toEqual([
      '=14 2021-04-01..2022-03-31 North',
      '=2 2022-04-01..2022-12-31 North',
      '=9 2021-04-01..2022-03-31 South',
      '=0 2022-04-01..2022-12-31 South',
    ])
  })

  it('answer no question that stands below them over its own answer', () => {
    const letter = `Amblethorpe Lakes Board\nFreedom of Information\n\nSwans ringed by lake\n\nLake          Swans\nNorth         14\nSouth         9\nEast          3\n\nHow many of them were reported to the Board?\n\nTwo\n\nHow many geese were ringed in that time?\n\nNone\n`
    expect(figuresOf(letter).map((each) => each.length)).toEqual([1, 1])
  })
})

describe('letters that only head their figures', () => {
  it('reads the table below a demand, and the figure behind a question on its line', () => {
    expect(
      figuresOf(`Freedom of Information request: parking

Please provide the number of penalty charge notices issued
Year Issued Appealed Upheld
2019-20 12,450 2,310 1,105
2020-21 8,120 1,412 698

How many traffic wardens do you employ? 14
`),
    ).toEqual([
      [
        '=12450 2019-04-01..2020-03-31 Issued',
        '=2310 2019-04-01..2020-03-31 Appealed',
        '=1105 2019-04-01..2020-03-31 Upheld',
        '=8120 2020-04-01..2021-03-31 Issued',
        '=1412 2020-04-01..2021-03-31 Appealed',
        '=698 2020-04-01..2021-03-31 Upheld',
      ],
      ['=14'],
    ])
  })

  it('parts what was asked from years and figures in one line below it', () => {
    const letter = (line: string) =>
      figuresOf(`Our answers are below.

1) Number of empty homes since 2019
${line}
2) Number of homes sold
14
`)
    expect(letter('2019 - 112; 2020 - 98; 2021 - 143')[0]).toEqual([
      '=112 2019-01-01..2019-12-31',
      '=98 2020-01-01..2020-12-31',
      '=143 2021-01-01..2021-12-31',
    ])
    expect(letter('2019 - 20; 2020 - 21; 2021 - 22')[0]).toEqual([])
  })

  it('keeps the note of a star apart from the figure above it', () => {
    expect(
      figuresOf(`${opening}
Q1 Number of serious incidents reported 2019, 2020, 2021

A1
2019 – 34
2020 – 29
2021 – 41*
*includes 12 incidents first reported in 2020
`),
    ).toEqual([['=34 2019-01-01..2019-12-31', '=29 2020-01-01..2020-12-31', '=41 2021-01-01..2021-12-31']])
  })
})

describe('figures that are told in the order of their years', () => {
  const asked = `${opening}
1. The number of swans ringed, in each of 2020, 2021 and 2022
2. The number released, in each of the same years
3. The number of nests

Our response:

`
  it('is said of them, or left to the sign of a list', () => {
    for (const said of [
      '9, none and 14 (in year order)',
      '9, 0, 14',
      'Swans that were released numbered 9, nil and 14.',
    ])
      expect(figuresOf(`${asked}1. 2020: 36; 2021: 44; 2022: 58\n2. ${said}\n3. 12`)[1]).toEqual([
        '=9 2020-01-01..2020-12-31',
        '=0 2021-01-01..2021-12-31',
        '=14 2022-01-01..2022-12-31',
      ])
  })

  it('takes the years of the answer above, where the question leaves them open', () => {
    const since = `${opening}
1. How many swans were ringed in each financial year since 2018/19?
2. How many were released in the same years?

Our response:

1.
2018/19: 36
2019/20: 44
2020/21 [p]: 58
2. `
    expect(figuresOf(`${since}22, 19 and 11`)[1]).toEqual([
      '=22 2018-04-01..2019-03-31',
      '=19 2019-04-01..2020-03-31',
      '=11 2020-04-01..2021-03-31',
    ])
    expect(figuresOf(`${since}22 and 19`)[1]).not.toContain('=22 2018-04-01..2019-03-31')
  })

  it('is not believed of a sentence that joins two things, and never sure of any other', () => {
    const ofWards = `${opening}
1. How many fines were issued in 2020 and 2021?

Our response:

1. The fines issued in Ash and Birch wards were 12 and 14.`
    expect(figuresOf(ofWards)[0]).not.toContain('=12 2020-01-01..2020-12-31')
    const { document } = letterFrom(ofWards.replace('in Ash and Birch wards', 'here'))
    const [question] = classify(document, { source: unknownSource, register: register() }).questions
    expect(
      question?.values.map(({ from, sure, measuredBy }) => [from, sure, measuredBy?.includes('counted-off')]),
    ).toEqual([
      ['2020-01-01', false, true],
      ['2021-01-01', false, true],
    ])
  })

  it('reads a part of a year before whole ones', () => {
    expect(
      figuresOf(`${asked}1. From August 2020 to December 2020 – 11; 2021 – 23; 2022 – 20\n2. None\n3. 12`)[0],
    ).toEqual(['=11 2020-08-01..2020-12-31', '=23 2021-01-01..2021-12-31', '=20 2022-01-01..2022-12-31'])
  })
})

describe('asks without a sign of their own', () => {
  it('are known by the answers right below them', () => {
    expect(
      figuresOf(`Loss of swans

Please state how many swans the council lost in 2021

Answer: 5

Please list the kinds of swan

Answer: 3 x mute swans, 2 x black swans

Were any found again

Answer: 1
`).length,
    ).toBe(3)
  })

  it('are parted at letters that count on in a paragraph', () => {
    const letter = (request: string) => `Amblethorpe Borough Council
FOI request: swans

Request in full
"${request}"

Response

(B) 63.

(A) 5,018.

(C) 12.
`
    expect(
      figuresOf(
        letter('Dear council, (A) how many swans are there? (B) How many geese are there? (C) How many ducks?'),
      ),
    ).toEqual([['=5018'], ['=63'], ['=12']])
  })

  it('takes a year that was asked about for no figure, and days for one where their number was asked for', () => {
    expect(
      figuresOf(`${opening}
1. How many swans were ringed in 2023, by lake?
2. What was the average number of days that they stayed?

Our response:

1. Table A - 2023 rings by lake
2. 11.4 days on average
`),
    ).toEqual([[], ['=11.4']])
  })

  it('are said again above figures of things, which are the reply’s', () => {
    expect(
      figuresOf(`You asked

Could you give me this for 2021?
• The number of complaints about swans.
• The number of complaints about geese.

We answered

Thank you for your request. You asked for:
The number of complaints about swans.
209 complaints.
The number of complaints about geese.
11 complaints. Please note that some were about both.
`)[1]?.map((figure) => figure.split(' ')[0]),
    ).toEqual(['=11'])
  })

  it('takes «Part 1: …» below «Please find the information below:» for answers', () => {
    const letter = (head: string) => `Request detail:

Part 1

I would like details of the boats that were out of use in 2021.

Part 2

The number of boatmen.

${head}

Part 1: The attached sheets hold the information requested.

Part 2: 24 at present.
`
    expect(figuresOf(letter('Response detail:\n\nPlease find the information you asked for below:'))).toEqual([
      [],
      ['=24'],
    ])
  })

  it('takes R1 and R2-R3 for the answers to Q1, Q2 and Q3', () => {
    expect(
      figuresOf(`FOI 4471

Q1 Number of swans ringed in 2022
Q2 Number of swans released in 2022
Q3 Total cost of the rings

R1 There were 41.

R2-R3 Section 12 of the Freedom of Information Act 2000 applies, for this would take 52 hours.
`),
    ).toEqual([['=41 2022-01-01..2022-12-31'], [], []])
  })

  it('takes the categories that figures are to be broken down by for none', () => {
    expect(
      figuresOf(`Request

Please provide the number of swans ringed, broken down by the following categories for 2021 and 2022
• Mute swans
• Black swans

Response

2021: 14
2022: 9
`),
    ).toEqual([['=14 2021-01-01..2021-12-31', '=9 2022-01-01..2022-12-31']])
  })

  it('are two where the second would «also like a list»', () => {
    const request = (second: string) =>
      figuresOf(`You asked us:

Please tell me how many swans were ringed in 2021. ${second}

Our response

There were 14 swans.
`)
    expect(request('I’d also like a list of the lakes, with the number for each.').length).toBe(2)
    expect(request('I’d also like these broken down by lake.').length).toBe(1)
  })
})
