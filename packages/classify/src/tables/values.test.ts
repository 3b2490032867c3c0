import { quote } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { letterFrom } from '../partition/letter-from.ts'
import { findTables, type TableValue, valuesOfTable } from './index.ts'

function valuesIn(text: string, unit: string | null = null): readonly TableValue[] {
  return findTables(letterFrom(text)).flatMap((table) => valuesOfTable(table, { unit }))
}

/** "Phone / Lost 2019-01-01..2019-12-31 = 4 devices" */
function outline(values: readonly TableValue[]): readonly string[] {
  return values.map(({ category, total, margin, from, to, relation, number, unit, question }) =>
    [
      question ? `Q${question}` : '',
      category ?? (total ? 'TOTAL' : ''),
      margin ? '(sum)' : '',
      from || to ? `${from ?? ''}..${to ?? ''}` : '',
      relation,
      String(number),
      unit ?? '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  )
}

describe('values of a table', () => {
  it('takes unit and days from head and sentence', () => {
    expect(
      outline(
        valuesIn(
          'Since 1 May 2020 we note causes, given below:\n\nCause\tNumber of losses\nHaste\t4\nStorm\t<5\nTotal\t9',
        ),
      ),
    ).toEqual(['Haste 2020-05-01.. = 4 losses', 'Storm 2020-05-01.. < 5 losses', 'TOTAL 2020-05-01.. = 9 losses'])
  })

  it('keeps counts and amounts of one row apart, and takes nought among pounds for no pounds', () => {
    expect(outline(valuesIn('Item\tNumber\tReplacement\nVans\t2\t£1,200.50\nBoats\t0\t0', 'things'))).toEqual([
      'Vans = 2 things',
      'Vans = 1200.5 £',
      'Boats = 0 things',
      'Boats = 0 £',
    ])
    expect(outline(valuesIn('Item\tNumber lost\tCost\nVans\t2\t£1,200.50\nBoats\t0\t0'))).toEqual([
      'Vans = 2',
      'Vans = 1200.5 £',
      'Boats = 0',
      'Boats = 0 £',
    ])
  })

  it('dates no figure by «2016» below «Financial year», which may begin or end in it', () => {
    const told = valuesIn('Financial Year\tFines\n2016\t41\n2017\t42\n2018\t39')
    expect(told.map(({ from, to, category }) => [from, to, category])).toEqual([
      [null, null, '2016'],
      [null, null, '2017'],
      [null, null, '2018'],
    ])
    expect(outline(valuesIn('Year\tFines\n2016\t41\n2017\t42'))[0]).toBe('2016-01-01..2016-12-31 = 41 fines')
  })

  it('takes what became of the things that are counted for a count of its own, and for no group of them', () => {
    const told = valuesIn('Team\tIncidents recorded\tof which reported to ICO\nPorts\t12\t3\nRoads\t7\t1', 'breaches')
    expect(outline(told)).toEqual([
      'Ports = 12 breaches',
      'Ports = 3 reported to ICO',
      'Roads = 7 breaches',
      'Roads = 1 reported to ICO',
    ])
    expect(told.map(({ countedAs }) => countedAs)).toEqual([null, 'reported to ICO', null, 'reported to ICO'])
    expect(outline(valuesIn('Team\tReported to ICO\tOpen\nPorts\t12\t3\nRoads\t7\t1', 'breaches'))[0]).toBe(
      'Ports / Reported to ICO = 12 Reported to ICO',
    )
  })

  it('reads groups and years along the top, their sums and the sum of all', () => {
    expect(outline(valuesIn('Device\t2019/20\t2020/21\tTotal\nRadio\t4\t1\t5\nTotal\t4\t1\t5'))).toEqual([
      'Radio 2019-04-01..2020-03-31 = 4',
      'Radio 2020-04-01..2021-03-31 = 1',
      'Radio (sum) 2019-04-01..2021-03-31 = 5',
      'TOTAL 2019-04-01..2020-03-31 = 4',
      'TOTAL 2020-04-01..2021-03-31 = 1',
      'TOTAL 2019-04-01..2021-03-31 = 5',
    ])
    expect(outline(valuesIn('Device\t2019 Lost\t2019 Stolen\nRadio\t4\t1\nLamp\t0\t2'))).toEqual([
      'Radio / Lost 2019-01-01..2019-12-31 = 4',
      'Radio / Stolen 2019-01-01..2019-12-31 = 1',
      'Lamp / Lost 2019-01-01..2019-12-31 = 0',
      'Lamp / Stolen 2019-01-01..2019-12-31 = 2',
    ])
  })

  it('finds the year of a month and of a quarter in the head or the title', () => {
    expect(outline(valuesIn('Month\t2019/20\t2020/21\nApril\t4\t5\nMarch\t6\t7'))).toEqual([
      '2019-04-01..2019-04-30 = 4',
      '2020-04-01..2020-04-30 = 5',
      '2020-03-01..2020-03-31 = 6',
      '2021-03-01..2021-03-31 = 7',
    ])
    expect(outline(valuesIn('Losses in 2020\n\nMonth\tLosses\nApril\t4\nMay\t6'))).toEqual([
      '2020-04-01..2020-04-30 = 4 losses',
      '2020-05-01..2020-05-31 = 6 losses',
    ])
    expect(outline(valuesIn('Quarter\t2019/20\nQ1\t4\nQ2\t5'))[0]).toBe('2019-04-01..2019-06-30 = 4')
  })

  it('keeps a month whose year nothing tells as a label', () => {
    expect(outline(valuesIn('Month\tNumber of fires\nApril\t4\nMay\t6'))).toEqual(['April = 4 fires', 'May = 6 fires'])
  })

  it('gives a total below years their days, and none where a year is missing', () => {
    expect(outline(valuesIn('Year\tFires\n2018\t4\n2019\t6\nTotal\t10')).at(-1)).toBe(
      'TOTAL 2018-01-01..2019-12-31 = 10 fires',
    )
    expect(outline(valuesIn('Year\tFires\n2017\t4\n2019\t6\nTotal\t10')).at(-1)).toBe('TOTAL = 10 fires')
  })

  it('names the question that a row answers', () => {
    expect(outline(valuesIn('2021/22 | 2022/23 | |\nQuestion 1 | 4 | <5 |\nQuestion 2b) | £6 | 0 |'))).toEqual([
      'Q1 2021-04-01..2022-03-31 = 4',
      'Q1 2022-04-01..2023-03-31 < 5',
      'Q2b 2021-04-01..2022-03-31 = 6 £',
      'Q2b 2022-04-01..2023-03-31 = 0 £',
    ])
  })

  it('takes rows without figures for the name of those below', () => {
    const table = 'Cause\tFires\n2018\t\nHaste\t4\nStorm\t5\n2019\t\nHaste\t6\nStorm\t1\nTotal\t16'
    expect(outline(valuesIn(table))).toEqual([
      'Haste 2018-01-01..2018-12-31 = 4 fires',
      'Storm 2018-01-01..2018-12-31 = 5 fires',
      'Haste 2019-01-01..2019-12-31 = 6 fires',
      'Storm 2019-01-01..2019-12-31 = 1 fires',
      'TOTAL = 16 fires',
    ])
  })

  it('reads a dash or a star only as the key below the table says', () => {
    expect(outline(valuesIn('Ward\tFires\nCastle\t4\nBridge\t-\nMill\t*'))).toEqual(['Castle = 4 fires'])
    expect(
      outline(valuesIn("Ward\tFires\nCastle\t4\nBridge\t-\nMill\t*\n\n* denotes fewer than 5. '-' denotes nil.")),
    ).toEqual(['Castle = 4 fires', 'Bridge = 0 fires', 'Mill < 5 fires'])
  })

  it('gives no values of registers, of thousands of pounds, and of cells without a figure', () => {
    expect(
      valuesIn('Ref\tDate\tWhat happened\nL1/20\t04/05/2020\tBag left on a bus\nL2/20\t05/05/2020\tLetter went astray'),
    ).toEqual([])
    expect(valuesIn('Year\tCost (£000s)\n2018/19\t12\n2019/20\t14')).toEqual([])
    expect(outline(valuesIn('Year\tFires\n2018\tNot held\n2019\t6'))).toEqual(['2019-01-01..2019-12-31 = 6 fires'])
  })

  it('counts cases that were lost, and claims for compensation, where years stand at the side', () => {
    expect(outline(valuesIn('FY\tCase material lost\n2018-19\t12\n2019-20\t14'))).toHaveLength(2)
    expect(
      valuesIn('Year\tCompensation claims settled\n2018/19\t12\n2019/20\t14').map(({ quantity }) => quantity),
    ).toEqual(['count', 'count'])
  })

  it('gives no values of columns that nothing heads', () => {
    expect(outline(valuesIn('Haste\t4\nStorm\t5\nFrost\t6'))).toEqual(['Haste = 4', 'Storm = 5', 'Frost = 6'])
    expect(valuesIn('Haste\t4\t101\nStorm\t5\t102\nFrost\t6\t104')).toEqual([])
  })

  it('takes two totals of different things for counts of their own', () => {
    expect(outline(valuesIn('Asked\t2019\nTotal fires\t4\nTotal floods\t5'))).toEqual([
      'Total fires 2019-01-01..2019-12-31 = 4',
      'Total floods 2019-01-01..2019-12-31 = 5',
    ])
  })

  it('takes numbers in front of words for the numbers of lines', () => {
    expect(valuesIn('118\tBookbinding\n121\tTravel\n130\tPostage')).toEqual([])
  })

  it('takes ages for ages and short years for years', () => {
    expect(outline(valuesIn('Sex\t16-17\t18-19\nWomen\t4\t5\nMen\t1\t2'))[0]).toBe('Women / 16-17 = 4')
    expect(outline(valuesIn('Sex\t17-18\t18-19\nWomen\t4\t5\nMen\t1\t2'))[0]).toBe('Women 2017-04-01..2018-03-31 = 4')
  })

  it('shows its words', () => {
    const letter = letterFrom('Losses in 2020\n\nWard\tFires\nCastle\t4\nBridge\t1,200')
    for (const value of findTables(letter).flatMap((table) => valuesOfTable(table, { unit: null }))) {
      expect(quote(letter.text, value.span)).toBe(value.asWritten)
      expect(value.leansOn.map((span) => quote(letter.text, span))).toContain('Fires')
    }
  })
})
