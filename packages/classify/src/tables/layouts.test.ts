import { describe, expect, it } from 'vitest'
import { letterFrom } from '../partition/letter-from.ts'
import { findTables } from './index.ts'
import { outlined } from './outline.ts'

function tablesIn(text: string): string {
  return findTables(letterFrom(text)).map(outlined).join('\n\n')
}

describe('cells that end in strokes, one to a line', () => {
  const wanted = ['crosstab', '… | 2021 | 2022', '"Music" | 4 | 6', '"Unknown" | 1 | 0', '"Total" | 5 | 6'].join('\n')
  const cells = ['', '2021', '2022', 'Music', '4', '6', 'Unknown', '1', '0', 'Total', '5', '6']

  it('finds where rows end in what the cells are', () => {
    expect(
      tablesIn(`The table shows them.\n${cells.map((cell) => `${cell} |`.trim()).join('\n')}\nI hope this helps.`),
    ).toBe(wanted)
  })

  it('parts two tables with a line between them, and keeps words among figures', () => {
    expect(
      tablesIn(
        'Streets\nYear |\nTrees |\n2019 |\n160 |\n2020 |\n213 |\n2021 |\nNot counted so far |\nEstates\nYear |\nElms |\nOaks |\n2019 |\n69 |\n|\n2020 |\n3 |\n21 |\nThank you.',
      ),
    ).toBe(
      [
        'series: Streets',
        'Year | Trees',
        '"2019" | 160',
        '"2020" | 213',
        '"2021" | "Not counted so far"',
        '',
        'crosstab: Estates',
        'Year | Elms | Oaks',
        '"2019" | 69 | ""',
        '"2020" | 3 | 21',
      ].join('\n'),
    )
  })

  it('reads figures below years where nothing stands at the side', () => {
    expect(tablesIn('2014/15 |\n2015/16 |\n2016/17 |\n£185 |\n£153 |\n£111 |')).toBe(
      ['series', '2014/15 | 2015/16 | 2016/17', '185 | 153 | 111'].join('\n'),
    )
  })

  it('reads several cells on some lines, and words that go on over lines', () => {
    expect(
      tablesIn(
        'Ward |\nFines issued |\nFines paid |\nCastle and\nBridge |\n12 | 9 |\nHarbour |\n7 |\n-|\nThat is all we hold.',
      ),
    ).toBe(
      ['crosstab', 'Ward | Fines issued | Fines paid', '"Castle and Bridge" | 12 | 9', '"Harbour" | 7 | "-"'].join(
        '\n',
      ),
    )
  })

  it('takes a word for what is not known for a head among names, and for a gap among figures', () => {
    expect(tablesIn('Year | Male | Female | Unknown\n2018 | 112 | 21 | 3\n2019 | 98 | 24 | 11')).toBe(
      ['crosstab', 'Year | Male | Female | Unknown', '"2018" | 112 | 21 | 3', '"2019" | 98 | 24 | 11'].join('\n'),
    )
    expect(tablesIn('Year | Fines\n2018 | Unknown\n2019 | 98\n2020 | 24')).toBe(
      ['series', 'Year | Fines', '"2018" | "Unknown"', '"2019" | 98', '"2020" | 24'].join('\n'),
    )
  })

  it('takes a lone label above the head for the title, and leaves out a row in which the letter breaks off', () => {
    expect(tablesIn('Fires in 2021 |\n||\n|\nQ1 |\nQ2 |\nHouses |\n4 |\n5 |\nShare |\n72% | 61% |\nShops |\n3 |')).toBe(
      ['crosstab: Fires in 2021', '… | Q1 | Q2', '"Houses" | 4 | 5', '"Share" | 72 | 61', '"Shops" | 3 | ""'].join(
        '\n',
      ),
    )
  })

  it.for([
    ['a menu', 'Home |\nNews |\nJobs |\nContact |\nHelp |\nPrivacy |'],
    ['a list', 'Fees |\n12 |\nFines |'],
  ])('says nothing of %s', ([, text = '']) => {
    expect(tablesIn(text)).toBe('')
  })
})

describe('cells parted by leaning strokes', () => {
  it('puts years above the right columns, and joins what a line break parted', () => {
    expect(
      tablesIn(
        '2019 / 2020 / 2021\nParcels lost / 585\n(50%) / 20\n(4%) / 7\nParcels found / 12\n(1%) / - / 6\n\nWe hold no more.',
      ),
    ).toBe(
      [
        'crosstab',
        '… | 2019 | 2020 | 2021',
        '"Parcels lost" | "585 (50%)" | "20 (4%)" | 7',
        '"Parcels found" | "12 (1%)" | "-" | 6',
      ].join('\n'),
    )
  })

  it.for([
    ['words', 'Home / News / Contact\nAbout / Jobs / Press\nPrivacy / Cookies / Help'],
    ['a sentence', 'We hold names and / or addresses of 4 people.\nWe hold names and / or addresses of 5 people.'],
    ['dates', 'Received 4 / 5 / 2021\nAnswered 6 / 5 / 2021'],
  ])('says nothing of %s', ([, text = '']) => {
    expect(tablesIn(text)).toBe('')
  })
})

describe('rows of one shape', () => {
  it('reads one row below years', () => {
    expect(tablesIn('Our response:\n\nYear 2019/20 2020/21 Total\nTotal  £60  £116  £176\n\nThank you.')).toBe(
      ['series', 'Year | 2019/20 | 2020/21 | Total', '"Total" | 60 | 116 | 176'].join('\n'),
    )
  })

  it('cuts a head of words where most of its pieces are heads that authorities use', () => {
    expect(tablesIn('Language Total cost\nPolish £12,842\nCzech £ 11,197\nDari less than 500')).toBe(
      ['breakdown', 'Language | Total cost', '"Polish" | 12842', '"Czech" | 11197', '"Dari" | "less than 500"'].join(
        '\n',
      ),
    )
    expect(tablesIn('Year Number of requests Number answered %\n2020 40 30 75%\n2021 50 40 80%')).toBe(
      [
        'series',
        'Year | Number of requests | Number answered | %',
        '"2020" | 40 | 30 | 75',
        '"2021" | 50 | 40 | 80',
      ].join('\n'),
    )
  })

  it('reads figures on a line below their label, and heads on lines of their own', () => {
    expect(
      tablesIn(
        'Period\n\nComplaints about roads\n\nNumber of complaints about bins\n\nQuarter 1 2018/19\n\n9 31\n\nQuarter 2 2018/19\n\n26 40\n\nThe second is the higher.',
      ),
    ).toBe(
      [
        'series',
        'Period | Complaints about roads | Number of complaints about bins',
        '"Quarter 1 2018/19" | 9 | 31',
        '"Quarter 2 2018/19" | 26 | 40',
      ].join('\n'),
    )
  })

  it('takes a period of many words for the label', () => {
    expect(
      tablesIn(
        'Period Number of visits Number of loans\n1 Oct 16 to 30 Sept 17  135 993\n1 Oct 17 to 30 Sept 18  140 1,002',
      ),
    ).toContain(['"1 Oct 16 to 30 Sept 17" | 135 | 993', '"1 Oct 17 to 30 Sept 18" | 140 | 1002'].join('\n'))
  })

  it('takes bands and accounting years for labels, and figures that say what they count for figures', () => {
    expect(
      tablesIn(
        'Payments of £1,000 or more Number of staff\n£1,000 to £2,000 29\n£2,000 to £3,000 fewer than 5 people\n£3,000 to £4,000 0',
      ),
    ).toBe(
      [
        'breakdown',
        'Payments of £1,000 or more | Number of staff',
        '"£1,000 to £2,000" | 29',
        '"£2,000 to £3,000" | "fewer than 5 people"',
        '"£3,000 to £4,000" | 0',
      ].join('\n'),
    )
    expect(tablesIn('Financial Year\n\nAnnual spend\n\n2019/20\n\n£8.1 million\n\n2020/21 (to 1/10/2020)\n\nnil')).toBe(
      ['series', 'Financial Year | Annual spend', '"2019/20" | 8100000', '"2020/21 (to 1/10/2020)" | 0'].join('\n'),
    )
    expect(tablesIn('Days off\nNumber of staff\n>60 but less than 120\n8\nmore than 3 yrs\n2')).toContain(
      ['">60 but less than 120" | 8', '"more than 3 yrs" | 2'].join('\n'),
    )
  })

  it('reads a head that ends in a question mark', () => {
    expect(tablesIn('Month\nReceived\nAppealed?\nMay 2022\n58\n0\nJune 2022\n99\n1')).toBe(
      ['crosstab', 'Month | Received | Appealed?', '"May 2022" | 58 | 0', '"June 2022" | 99 | 1'].join('\n'),
    )
  })

  it('joins a label that goes on below its figures, or above them', () => {
    expect(
      tablesIn(
        'Measure 2020 2021\nRequests answered 12 15\nwithin twenty days\nRequests that were\nanswered late 3 4\nOthers 1 0',
      ),
    ).toContain(
      [
        '"Requests answered within twenty days" | 12 | 15',
        '"Requests that were answered late" | 3 | 4',
        '"Others" | 1 | 0',
      ].join('\n'),
    )
  })

  it('keeps rows of several figures whose head cannot be parted', () => {
    expect(
      tablesIn('These were counted there and then.\n\nCastle 4 5 6\nBridge 7 8 9\nHarbour 1 2 3\n\nThat is all.'),
    ).toBe(['breakdown', '', '"Castle" | 4 | 5 | 6', '"Bridge" | 7 | 8 | 9', '"Harbour" | 1 | 2 | 3'].join('\n'))
  })

  it.for([
    [
      'figures below years that head lists',
      '2013\nTickets passed on 7772\nNo photograph 4195\n2014\nTickets passed on 3847\nNo photograph 5308',
    ],
    ['a list with dashes after its groups', 'Castle Division – 60\nBridge Division – 43\nHarbour Division – 67'],
    ['a list with dashes', 'Response\n2019-2020 - £2,310\n2020-2021 - £2,953\n2021-2022 - £4,356'],
    [
      'spending of each year, a line apart',
      'Expenditure for upkeep\n\n2013/14 £2924\n\n2014/15 £3220\n\n2015/16 £1950',
    ],
    [
      'a reference below a date',
      'Copies of minutes\n7 June 2022\nRequest for information 16301\nRequest for copies 16302',
    ],
    ['an address with a number', 'Information Team\nRoom 4 12\nHigh Street 7 9\nAnytown 01234 567890'],
    [
      'periods that were asked about',
      '1 November 2019 – 31 October 2020\n1 November 2020 – 31 October 2021\n1 November 2021 – 31 October 2022',
    ],
  ])('says nothing of %s', ([, text = '']) => {
    expect(tablesIn(text)).toBe('')
  })
})

describe('rows whose empty cells left gaps', () => {
  const rows = ['Reason 2019 2020 2021 Total', 'Rain 4 3 2 9', 'Wind 5   1 6']

  it('places each figure by the totals below the columns', () => {
    expect(tablesIn(['Closures', ...rows, 'Total 9 3 3 15'].join('\n'))).toBe(
      [
        'crosstab: Closures',
        'Reason | 2019 | 2020 | 2021 | Total',
        '"Rain" | 4 | 3 | 2 | 9',
        '"Wind" | 5 | "" | 1 | 6',
        '"Total" | 9 | 3 | 3 | 15',
      ].join('\n'),
    )
  })

  it.for([
    ['no totals, and a gap that two cells may have left', ['Reason 2019 2020 2021 2022', 'Rain 4 3 2 9', 'Wind 5   6']],
    ['no totals, and no gap where a cell may be lost', ['Reason 2019 2020 2021', 'Rain 4 3 2', 'Wind 5 1']],
    ['totals that fit no way', [...rows, 'Total 9 8 7 24']],
    ['totals that fit two ways', ['Reason 2019 2020 2021', 'Rain 4  3', 'Wind 4  3', 'Total 8 3 3']],
  ] as const)('says nothing where there are %s', ([, lines]) => {
    expect(tablesIn(lines.join('\n'))).toBe('')
  })
})

describe('a head between strokes that lost its corner', () => {
  it('stands over its figures again', () => {
    expect(tablesIn('| 2020 | 2021 | Total | |\n| Music | 4 | 6 | 10 |\n| Art | 1 | 0 | 1 |')).toBe(
      ['crosstab', '… | 2020 | 2021 | Total', '"Music" | 4 | 6 | 10', '"Art" | 1 | 0 | 1'].join('\n'),
    )
  })

  it('is left where it may be what it says', () => {
    expect(tablesIn('| 2020 | 2021 | 2022 | |\n| 5 | 4 | 6 | 10 |\n| 7 | 1 | 0 | 1 |')).not.toContain('… | 2020')
  })
})

describe('cells with a word of reason in brackets', () => {
  it('are figures among figures where they are money', () => {
    const cells = [
      ['Officer', 'Travel', 'Hotel', 'Total cost'],
      ['Clerk', '£51.67 (parking)', '£80.00', '£131.67'],
      ['Engineer', '£106.94 (train)', '£60.00', '£166.94'],
      ['Surveyor', 'N/A', '£70.00', '£70.00'],
    ]
    expect(tablesIn(`What it cost\n\n${cells.flat().join('\n\n')}\n\nI hope this helps.`)).toContain(
      '"Clerk" | "£51.67 (parking)" | 80 | 131.67\n"Engineer" | "£106.94 (train)" | 60 | 166.94',
    )
  })

  it('answer yes or no in a list whose head has a rule below it, and in no other', () => {
    const rows = ['Withheld | No (withdrawn) | N/A |', 'Withheld | Yes | Castle Ltd |', 'Withheld | No | N/A |']
    const head = 'Appeals since 2021 | Was it upheld? | Who appealed |'
    expect(tablesIn([head, '---|---|---|', ...rows].join('\n'))).toBe(
      [
        'register',
        'Appeals since 2021 | Was it upheld? | Who appealed',
        '"Withheld" | "No (withdrawn)" | "N/A"',
        '"Withheld" | "Yes" | "Castle Ltd"',
        '"Withheld" | "No" | "N/A"',
      ].join('\n'),
    )
    expect(
      tablesIn(['Home | About us | Contact |', '---|---|---|', 'News | Events | Jobs |', 'A | B | C |'].join('\n')),
    ).toBe('')
  })
})
