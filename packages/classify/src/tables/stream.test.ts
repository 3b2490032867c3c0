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
