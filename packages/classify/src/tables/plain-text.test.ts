import { quote } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { letterFrom } from '../partition/letter-from.ts'
import { findTables } from './index.ts'
import { outlined } from './outline.ts'

function tablesIn(text: string): string {
  return findTables(letterFrom(text)).map(outlined).join('\n\n')
}

describe('tables in plain text', () => {
  it('reads tabs, with an empty corner or without one', () => {
    const wanted = ['crosstab: Noise complaints', '… | 2021 | 2022', '"Music" | 4 | 6', '"Dogs" | 1 | "<5"'].join('\n')
    expect(tablesIn('Noise complaints\n\n\t2021\t2022\nMusic\t4\t6\nDogs\t1\t<5\n\nI hope this helps.')).toBe(wanted)
    expect(tablesIn('Noise complaints\n\n2021\t2022\nMusic\t4\t6\nDogs\t1\t<5\n\nI hope this helps.')).toBe(wanted)
  })

  it('takes bands at the head for labels, not for numbers held back', () => {
    expect(tablesIn('\t1\t2 to 5\t> 5\tTOTAL\nHousing\t4\t0\t1\t5\nLegal\t1\t1\t0\t2')).toBe(
      ['crosstab', '… | 1 | 2 to 5 | > 5 | TOTAL', '"Housing" | 4 | 0 | 1 | 5', '"Legal" | 1 | 1 | 0 | 2'].join('\n'),
    )
    expect(tablesIn('\t0-17\t18-64\t65+\nWomen\t4\t5\t6\nMen\t1\t2\t3')).toContain('… | 0-17 | 18-64 | 65+')
  })

  it('puts a head of strokes that lacks its corner above the right columns, and keeps words where a figure is refused', () => {
    expect(
      tablesIn(
        '2021/22 | 2022/23 | |\nQuestion 1 | £1,250.50 | <5* |\nQuestion 2 | 7 | 0 |\nQuestion 3 | We hold no record of this. |',
      ),
    ).toBe(
      [
        'series',
        '… | 2021/22 | 2022/23',
        '"Question 1" | 1250.5 | "<5*"',
        '"Question 2" | 7 | 0',
        '"Question 3" | "We hold no record of this." | ""',
      ].join('\n'),
    )
  })

  it('leaves the rule below a head of strokes out', () => {
    expect(tablesIn('| Cause | Number |\n|---|---:|\n| Haste | 12 |\n| Storm | 3 |')).toBe(
      ['breakdown', 'Cause | Number', '"Haste" | 12', '"Storm" | 3'].join('\n'),
    )
  })

  it('reads columns of spaces, empty cells among them', () => {
    expect(
      tablesIn(
        [
          'Directorate            2019/20   2020/21   Total',
          'Adult Social Care           12         4      16',
          'Highways and Parks                     2       2',
        ].join('\n'),
      ),
    ).toBe(
      [
        'crosstab',
        'Directorate | 2019/20 | 2020/21 | Total',
        '"Adult Social Care" | 12 | 4 | 16',
        '"Highways and Parks" | "" | 2 | 2',
      ].join('\n'),
    )
  })

  it('reads cells that ran together, under a head that can be cut in one way only', () => {
    expect(tablesIn('Year and month Number of fires\nMarch 2021 14\nApril 2021 9')).toBe(
      ['series', 'Year and month | Number of fires', '"March 2021" | 14', '"April 2021" | 9'].join('\n'),
    )
    expect(tablesIn('Device 2019/20 2020/21 Total\nLost phones 4 5 9\nStolen vans 1 - 1')).toBe(
      [
        'crosstab',
        'Device | 2019/20 | 2020/21 | Total',
        '"Lost phones" | 4 | 5 | 9',
        '"Stolen vans" | 1 | "-" | 1',
      ].join('\n'),
    )
  })

  it('reads one cell to each line, with empty lines between them or without', () => {
    const cells = ['Ward', 'Fines issued', 'Castle', '12', 'Bridge', '<5']
    const wanted = ['breakdown', 'Ward | Fines issued', '"Castle" | 12', '"Bridge" | "<5"'].join('\n')
    for (const gap of ['\n', '\n\n', '\n\t', '\n\n\t'])
      expect(
        tablesIn(
          `The fines of 2020 are set out here:\n\n${cells.join(gap)}\n\nMore will follow in the spring, we hope.`,
        ),
      ).toBe(wanted)
  })

  it('reads two heads above each other, also where the lower one is misspelt once', () => {
    const cells = 'Device,2018,2019,2020,Lost,Stolen,Lost,Stolen,Lost,Stole,Radio,4,1,5,2,0,0,Camera,0,1,0,3,1,1'.split(
      ',',
    )
    expect(
      tablesIn(`This is what went missing:\n\n${cells.join('\n\n')}\n\nSome of it was found again later on.`),
    ).toBe(
      [
        'crosstab',
        'Device | 2018 Lost | 2018 Stolen | 2019 Lost | 2019 Stolen | 2020 Lost | 2020 Stole',
        '"Radio" | 4 | 1 | 5 | 2 | 0 | 0',
        '"Camera" | 0 | 1 | 0 | 3 | 1 | 1',
      ].join('\n'),
    )
    expect(
      tablesIn('\t2018\t\t2019\t\nDevice\tLost\tStolen\tLost\tStolen\nRadio\t4\t1\t5\t2\nCamera\t0\t1\t0\t3'),
    ).toContain('Device | 2018 Lost | 2018 Stolen | 2019 Lost | 2019 Stolen')
  })

  it('reads a list of cases whose cells stand one to each line', () => {
    const cells =
      'Reference,Date,What happened,Reported to ICO,B-01,4 May 2020,A letter went astray.,No,B-02,6 June 2020,A bag was left on a bus.,Yes'
    expect(tablesIn(`${cells.split(',').join('\n\n')}\n\nNothing else was reported to us.`)).toBe(
      [
        'register',
        'Reference | Date | What happened | Reported to ICO',
        '"B-01" | "4 May 2020" | "A letter went astray." | "No"',
        '"B-02" | "6 June 2020" | "A bag was left on a bus." | "Yes"',
      ].join('\n'),
    )
  })

  it('joins a register over pages, repeated heads and empty lines', () => {
    const head = 'Ref\tDate\tService\tWhat happened\tReported to ICO'
    const row = (at: number) => `L${at}/20\t0${at}/05/2020\tHousing\tBag ${at} was left on a bus\tNo`
    const [table, ...others] = findTables(
      letterFrom(
        [
          'Losses',
          '',
          head,
          row(1),
          row(2),
          '',
          'Page 2 of 3',
          '',
          head,
          row(3),
          '',
          row(4),
          '',
          'Losses (continued)',
          '',
          row(5),
          row(6),
        ].join('\n'),
      ),
    )
    expect(others).toEqual([])
    expect(table).toMatchObject({ kind: 'register', title: { text: 'Losses' }, rowCount: 6 })
    expect(table?.rows.map((cells) => cells[0]?.text)).toEqual(['L1/20', 'L2/20', 'L3/20', 'L4/20', 'L5/20', 'L6/20'])
  })

  it('keeps tables with heads of their own apart', () => {
    expect(tablesIn('Area\tGrants\nNorth\t4\nSouth\t5\n\nMonth\tGrants\nApril\t4\nMay\t5')).toBe(
      [
        'breakdown',
        'Area | Grants',
        '"North" | 4',
        '"South" | 5',
        '',
        'series',
        'Month | Grants',
        '"April" | 4',
        '"May" | 5',
      ].join('\n'),
    )
  })

  it('says where every cell stands', () => {
    const letter = letterFrom('Losses\n\n\t2021 \t 2022\nRadios\t 4\t£6.50 \n\nWard\nFines\nCastle\n1\nBridge\n2\n')
    for (const table of findTables(letter)) {
      for (const cell of table.rows.flat()) expect(quote(letter.text, cell.span)).toBe(cell.text)
      for (const label of table.heads.flat()) expect(quote(letter.text, label)).toBe(label.text)
    }
    expect(findTables(letter)).toHaveLength(2)
  })
})

describe('what is no table', () => {
  it.for([
    [
      'numbers below questions',
      'How many vans were lost in 2021\n15\nHow many radios were lost in 2021\n6\nHow many lamps\n2',
    ],
    ['amounts below what was asked for', 'Number of vans lost\n15\nNumber of radios lost\n6\nNumber of lamps lost\n2'],
    ['numbered questions', '1. Vans lost\n15\n2. Radios lost\n6\n3. Lamps lost\n2'],
    ['a list of years', 'By year:\n2019: 4\n2020: 5\n2021: 6'],
    ['years without a head', 'We recorded\n2019 4\n2020 5\n2021 6'],
    ['the head of a letter', 'Our ref:\tFOI 123\nDate:\t4 March 2021\nTel:\t01234 567890'],
    ['a cover', 'FOI reference\tFOI 123\nDate received\t4 March 2021\nDate of response\t28 March 2021'],
    ['questions set with tabs', '1.\tHow many staff?\n2.\tHow many agency staff?\n3.\tWhat did they cost?'],
    ['answers set with tabs', '1.\t15\n2.\t12\n3.\tNone'],
    ['an address', 'Information Team\nTown Hall\n12\nHigh Street\nAnytown\n01234 567890'],
    ['a menu', 'Home | News | Contact\nAbout | Jobs | Press\nPrivacy | Cookies | Help'],
    ['files to download', 'plan.png\n803K\nDownload\nmap.png\n590K\nDownload'],
    ['cells that break off in a row', 'Ward\nFines\nPaid\nCastle\n1\n2\nBridge\n3\nHarbour\n4\n5'],
    ['a question beside its answer', 'Question\tResponse\nHow many vans were lost?\t15\nHow many radios were lost?\t6'],
  ])('%s', ([, text = '']) => {
    expect(tablesIn(text)).toBe('')
  })
})

describe('a title', () => {
  it.for([
    ['Losses by year', 'Losses by year'],
    ['Table 2: Losses by year', 'Table 2: Losses by year'],
    ['Losses by year:', 'Losses by year'],
    ['The losses are as follows:', null],
    ['Response 30-09-2025', null],
    ['2. Losses by year', null],
    ['Response', null],
    ['12 May 2021', null],
    ['Page 2 of 3', null],
  ] as const)('%s', ([line, title]) => {
    const [table] = findTables(letterFrom(`We write to you today.\n\n${line}\n\nYear\tLosses\n2019\t4\n2020\t5`))
    expect(table?.title?.text ?? null).toBe(title)
  })
})

describe('hostile text', () => {
  it.for([
    ['tabs', '\t'.repeat(1e6)],
    ['strokes', '|'.repeat(1e6)],
    ['spaces', 'a   '.repeat(250_000)],
    ['rows of one letter', 'a\tb\n'.repeat(250_000)],
    ['lines of numbers', '1\n'.repeat(500_000)],
    ['labels and numbers', 'ab\n1\n1\n2\n'.repeat(100_000)],
    ['heads without end', 'Lost\n'.repeat(200_000)],
    ['heads that ran together', 'Year 2019 2020\nab 1 2\n'.repeat(40_000)],
    ['leaning strokes', 'a / b\n'.repeat(100_000)],
    ['cells that end in strokes', 'a |\n1 |\n'.repeat(100_000)],
    ['labels that go on', 'ab\ncd\n'.repeat(100_000)],
  ])('takes time in step with its length: %s', ([, text = '']) => {
    const letter = letterFrom(text)
    const began = process.threadCpuUsage().user
    findTables(letter)
    expect((process.threadCpuUsage().user - began) / 1000).toBeLessThan(5_000)
  })
})

describe('columns that stand askew', () => {
  it('are told by the order of their pieces, where every line has as many', () => {
    const rows = ['Kai     Boats', 'North kai     14', 'The long southern kai of Amblethorpe      9', 'East kai   3']
    expect(tablesIn(rows.join('\n'))).toBe(
      [
        'breakdown',
        'Kai | Boats',
        '"North kai" | 14',
        '"The long southern kai of Amblethorpe" | 9',
        '"East kai" | 3',
      ].join('\n'),
    )
    expect(
      tablesIn(
        'Ref   Kai   Boat   Loss\nHB/20/041   North   The old ferry of the harbour   £12\nHB/20/042   South   Tug   £9',
      ),
    ).toContain('"HB/20/042" | "South" | "Tug" | 9')
  })

  it('are none where the lines differ', () => {
    const lines = ['North kai     14', 'The long southern kai of Amblethorpe      9    boats', 'East kai   3']
    expect(tablesIn(lines.join('\n'))).toBe('')
  })
})

describe('heads', () => {
  it('may be short names of forms', () => {
    expect(tablesIn('Year     V5C     Badges\n2015     61      204\n2016     48      187')).toBe(
      ['crosstab', 'Year | V5C | Badges', '"2015" | 61 | 204', '"2016" | 48 | 187'].join('\n'),
    )
  })
})
