import { describe, expect, it } from 'vitest'
import { letterFrom } from '../partition/letter-from.ts'
import { findTables } from './index.ts'
import { outlined } from './outline.ts'

function tablesIn(text: string): string {
  return findTables(letterFrom(text)).map(outlined).join('\n\n')
}

describe('tables in running text', () => {
  it('reads rows under periods, with words behind them', () => {
    expect(
      tablesIn(
        'The table below shows visits to our halls, by year. 2019 2020 2021 Castle Hall 41 6 30 St John’s Hall ≤5 0 11 Total 46 6 41 Please let us know if you need more.',
      ),
    ).toBe(
      [
        'crosstab',
        '… | 2019 | 2020 | 2021',
        '"Castle Hall" | 41 | 6 | 30',
        '"St John’s Hall" | "≤5" | 0 | 11',
        '"Total" | 46 | 6 | 41',
      ].join('\n'),
    )
  })

  it('reads two tables of one paragraph, each under its own head', () => {
    expect(
      tablesIn(
        'These are the answers. Year 2019 2020 2021 Fires 41 6 30 Floods 5 0 11 We also hold what they cost. Year Cost 2019 £1,400 2020 £2,200',
      ),
    ).toBe(
      [
        'crosstab',
        'Year | 2019 | 2020 | 2021',
        '"Fires" | 41 | 6 | 30',
        '"Floods" | 5 | 0 | 11',
        '',
        'series',
        'Year | Cost',
        '"2019" | 1400',
        '"2020" | 2200',
      ].join('\n'),
    )
  })

  it('reads periods at the side, under words cut from the end of a sentence', () => {
    expect(
      tablesIn(
        'We counted them in every hall of the borough. Theft Wilful Damage Threats 2019 4 7 9 2020 3 5 16 2021 11 0 2 The rest is withheld.',
      ),
    ).toContain(['"2019" | 4 | 7 | 9', '"2020" | 3 | 5 | 16', '"2021" | 11 | 0 | 2'].join('\n'))
    expect(
      tablesIn(
        'The figures are given for each year. Fines Parking Notices Warnings Removals 2019 4 7 9 3 2020 3 5 16 2 2021 11 0 2 0',
      ),
    ).toContain('… | Fines | Parking Notices | Warnings | Removals')
  })

  it('reads columns that follow each other where a total bears them out', () => {
    const text = (total: string) =>
      `This is recorded by financial year. East North West TOTAL 2019-20 2020-21 14 9 15 7 11 8 ${total} The rest is on our website.`
    expect(tablesIn(text('40 24'))).toBe(
      [
        'crosstab',
        '… | East | North | West | TOTAL',
        '"2019-20" | 14 | 15 | 11 | 40',
        '"2020-21" | 9 | 7 | 8 | 24',
      ].join('\n'),
    )
    expect(tablesIn(text('40 25'))).toBe('')
  })

  it('reads rows of which two were printed column by column, where a third shows how many there are', () => {
    expect(
      tablesIn(
        'This table shows them all. Thefts Arsons Threats 2019 2020 17 20 7 11 16 18 2021 24 9 14 2022 23 15 16 The rest is exempt.',
      ),
    ).toBe(
      [
        'crosstab',
        '… | Thefts | Arsons | Threats',
        '"2019" | 17 | 7 | 16',
        '"2020" | 20 | 11 | 18',
        '"2021" | 24 | 9 | 14',
        '"2022" | 23 | 15 | 16',
      ].join('\n'),
    )
  })

  it('takes the number of a question for no quarter, and goes on over a shortened word in brackets', () => {
    expect(
      tablesIn(
        'This is what we hold.\n\nQ1 Hall Number of Visits Castle 4 Bridge 11 Moor 2 Total 17\n\nQ2 We do not record where visitors live.\n\nQ3 Country Number of Visits Albania 4 Congo (Dem. Rep. Of) 7\n\nFrance 2 Korea (Rep.) 1 Spain 9 Wales 3',
      ),
    ).toBe(
      [
        'breakdown',
        'Hall | Number of Visits',
        '"Castle" | 4',
        '"Bridge" | 11',
        '"Moor" | 2',
        '"Total" | 17',
        '',
        'breakdown',
        'Country | Number of Visits',
        '"Albania" | 4',
        '"Congo (Dem. Rep. Of)" | 7',
        '"France" | 2',
        '"Korea (Rep.)" | 1',
        '"Spain" | 9',
        '"Wales" | 3',
      ].join('\n'),
    )
    expect(tablesIn('This we hold. Hall Q1 Q2 Castle 4 5 Bridge 7 8')).toBe(
      ['crosstab', 'Hall | Q1 | Q2', '"Castle" | 4 | 5', '"Bridge" | 7 | 8'].join('\n'),
    )
    expect(tablesIn('Visits were few (see above). Nobody counted. 14 (the rest) left. Then 12 came.')).toBe('')
  })

  it('takes words in brackets for the head of the labels', () => {
    expect(tablesIn('We hold these.\n\n(Name of hall) 2019 2020 2021\nVisits paid by schools 62 67 78')).toBe(
      ['series', '(Name of hall) | 2019 | 2020 | 2021', '"Visits paid by schools" | 62 | 67 | 78'].join('\n'),
    )
  })

  it('goes on with a label behind its figures where it cannot have ended', () => {
    expect(tablesIn('This we hold. Year 2019 2020 2021 Number of 63 82 *42 visits recorded *To May.')).toBe(
      ['series', 'Year | 2019 | 2020 | 2021', '"Number of visits recorded" | 63 | 82 | 42'].join('\n'),
    )
  })

  it('takes one figure to a label where they add up, or a head says what they are', () => {
    expect(
      tablesIn('Old Hall 2018 Rest and Play 26 Great Room, Old Hall 53 Gardens & Yard 4 Total 83 More later.'),
    ).toBe(
      [
        'breakdown',
        'Old Hall | 2018',
        '"Rest and Play" | 26',
        '"Great Room, Old Hall" | 53',
        '"Gardens & Yard" | 4',
        '"Total" | 83',
      ].join('\n'),
    )
    expect(
      tablesIn(
        'How many do you serve? Age range Total population Served by us – aged 0-16 years. 114 Served by us – aged 17-18 years. 14 WHAT ELSE',
      ),
    ).toBe(
      [
        'breakdown',
        'Age range | Total population',
        '"Served by us – aged 0-16 years." | 114',
        '"Served by us – aged 17-18 years." | 14',
      ].join('\n'),
    )
  })

  it('reads heads that all begin alike', () => {
    expect(
      tablesIn(
        'They are here:\n\nYear Total Van Hire Total Vans Total Car Hire Total Cars\n2019 £780.50 4 £0.00 0\n2020 £75.20 1 £24.00 2',
      ),
    ).toBe(
      [
        'series',
        'Year | Total Van Hire | Total Vans | Total Car Hire | Total Cars',
        '"2019" | 780.5 | 4 | 0 | 0',
        '"2020" | 75.2 | 1 | 24 | 2',
      ].join('\n'),
    )
  })

  it('keeps the figures of part years in their columns, as the totals tell', () => {
    expect(
      tablesIn(
        'Month 2018 2019 2020\nSeptember 1400 1371 1177\nOctober 1457 1672 1129\nNovember 1739 1850\nTotal 4596 4893 2306',
      ),
    ).toContain('"November" | 1739 | 1850 | ""')
  })

  it('places part years by their time where no totals stand below', () => {
    expect(tablesIn('Month 2018 2019\nOctober 1457 1672\nNovember 1739\nDecember 1474')).toContain(
      ['"November" | 1739 | ""', '"December" | 1474 | ""'].join('\n'),
    )
    expect(tablesIn('Month 2018 2019\nJanuary 1457\nFebruary 1739 1400\nMarch 1474 1510')).toBe('')
  })

  it('ends a list of one figure to a label at its total', () => {
    expect(
      tablesIn('These we paid.\n2010-11 84\n2011-12 132\nGrand Total 216\nPotholes 100\nTrips 116\nGrand Total 216'),
    ).toBe(
      [
        'series',
        '',
        '"2010-11" | 84',
        '"2011-12" | 132',
        '"Grand Total" | 216',
        '',
        'breakdown',
        '',
        '"Potholes" | 100',
        '"Trips" | 116',
        '"Grand Total" | 216',
      ].join('\n'),
    )
    expect(tablesIn('These we paid.\n2010-11 84\n2011-12 132\nGrand Total 217')).toBe('')
  })

  it('joins labels that go on below their figures, where the words show it', () => {
    expect(
      tablesIn(
        'It is in the table below:\n18/19\n19/20\nEntries\n90\n84\n1. Not fit for\n26%\n39%\nservice\n2. Left of\n53%\n46%\nown will\n\nNotes: none.',
      ),
    ).toBe(
      [
        'crosstab',
        '… | 18/19 | 19/20',
        '"Entries" | 90 | 84',
        '"1. Not fit for service" | 26 | 39',
        '"2. Left of own will" | 53 | 46',
      ].join('\n'),
    )
    expect(
      tablesIn(
        'It is in the table below:\n18/19\n19/20\nRobbery\n90\n84\nTheft from\na shop\n26\n39\nTheft from\na van\n53\n46\n\nYours',
      ),
    ).toContain(['"Robbery" | 90 | 84', '"Theft from a shop" | 26 | 39', '"Theft from a van" | 53 | 46'].join('\n'))
  })

  it('reads two tables side by side under the same head', () => {
    expect(tablesIn('See here.\nYear Fines Year Fines\n2015 12 2017 20\n2016 15 2018 22')).toBe(
      ['series', 'Year | Fines', '"2015" | 12', '"2017" | 20', '"2016" | 15', '"2018" | 22'].join('\n'),
    )
  })

  it('joins heads that go on over lines', () => {
    expect(
      tablesIn(
        'The data:\nYear\nNumber of\nclaims made\nNumber of\nclaims paid\n2018/19\n12\n3\n2019/20\n14\n5\n2020/21\n9\n1\n',
      ),
    ).toContain('Year | Number of claims made | Number of claims paid')
  })

  it('leaves what stands below the totals to another table, and rows that cannot be placed to nobody', () => {
    expect(tablesIn('Ward 2019 2020 Castle 4 5 Bridge 7 8 Total 11 13 Fines by month January 1 February 2')).toBe(
      ['crosstab', 'Ward | 2019 | 2020', '"Castle" | 4 | 5', '"Bridge" | 7 | 8', '"Total" | 11 | 13'].join('\n'),
    )
    expect(tablesIn('Ward 2019 2020 2021 Castle 4 5 6 Bridge 7 8 Moor 1 2 Heath 3 4 Lane 5 6')).toBe('')
  })

  it.for([
    [
      'a sentence',
      'In 2019 we had 14 fires and in 2020 22 fires, of which 3 were in Castle Ward and 4 in Bridge Ward.',
    ],
    [
      'sections of a law',
      'It is exempt under Section 40 of the Act. Section 1 Part 2 of Schedule 12A Local Government Act 1972.',
    ],
    ['a letterhead', 'Castle House 70 High Street London SW1H 9EX T 0300 047 3000 26 May 2015 Our Reference: 104637'],
    [
      'questions',
      '1. How many fires in 2019 2020 and 2021? 2. How many floods in 2019 2020 and 2021? 3. How many in all?',
    ],
    ['dashes of a list', 'Fires 2019 – 31 2020 – 30 2021 – 28 Floods 2019 – 4 2020 – 5 2021 – 6'],
    ['telephones', 'Housing 01234 567890 Planning 01234 567891 Parking 01234 567892 Switchboard 01234 567000'],
  ])('says nothing of %s', ([, text = '']) => {
    expect(tablesIn(text)).toBe('')
  })
})
