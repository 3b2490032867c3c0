import { describe, expect, it } from 'vitest'
import type { MeasureName } from './measures.ts'
import { isSameAuthority, scoreLetter } from './score.ts'
import { goldWith, labelledQuestion, labelledValue, questionWith, readingWith, valueWith } from './testing.ts'

const fines = 'How many parking fines did you issue'
const wardens = 'How many wardens do you employ'

/** Right, invented, missed. */
function counts(name: MeasureName, ...[gold, reading]: Parameters<typeof scoreLetter>): readonly number[] {
  const { right, invented, missed } = scoreLetter(gold, reading).measures.get(name) ?? {}
  return [right ?? -1, invented ?? -1, missed ?? -1]
}

describe('a letter laid beside its labels', () => {
  it('pairs questions by how they begin, each once', () => {
    const gold = goldWith({ questions: [labelledQuestion(fines), labelledQuestion(wardens), labelledQuestion('Why?')] })
    const reading = readingWith({
      questions: [
        questionWith(`${wardens}?`),
        questionWith(`Question 1: ${fines} in 2019?`),
        questionWith('And then?'),
      ],
    })
    expect(counts('questions', gold, reading)).toEqual([2, 1, 1])
    expect(scoreLetter(gold, reading).errors).toEqual(['question missed: "Why?"', 'question invented: "And then?"'])
  })

  it('lets the number decide between questions of the same words', () => {
    const gold = goldWith({
      questions: [labelledQuestion('How many?', { number: '2', outcome: 'withheld' })],
    })
    const withheld = { ...questionWith('').answer, outcome: 'withheld' as const }
    const reading = readingWith({
      questions: [
        questionWith('How many?', { number: '1' }),
        questionWith('How many?', { number: '2', answer: withheld }),
      ],
    })
    expect(counts('outcome', gold, reading)).toEqual([1, 0, 0])
  })

  it('counts values under their own question only', () => {
    const gold = goldWith({
      questions: [labelledQuestion(fines, { values: [labelledValue(12, 2019), labelledValue(14, 2020)] })],
    })
    const reading = readingWith({
      questions: [
        questionWith(fines, { values: [valueWith(12, 2019), valueWith(14, 2021)] }),
        questionWith('Who else?', { values: [valueWith(14, 2020)] }),
      ],
    })
    expect(counts('values: number', gold, reading)).toEqual([2, 1, 0])
    expect(counts('values: number+period', gold, reading)).toEqual([1, 2, 1])
  })

  it('takes either where the days were counted from the date of the request', () => {
    const label = labelledValue(12, 2019, { from: null, to: null })
    const gold = goldWith({ questions: [labelledQuestion(fines, { values: [label] })] })
    const values = [valueWith(12, 2019, { basis: { period: 'request_date' } })]
    expect(
      counts('values: number+period', gold, readingWith({ questions: [questionWith(fines, { values })] })),
    ).toEqual([1, 0, 0])
  })

  it('knows a total by its label, and labels whatever their case', () => {
    const gold = goldWith({
      questions: [
        labelledQuestion(fines, {
          values: [labelledValue(9, 2019), labelledValue(4, 2019, { category: 'On-street' })],
        }),
      ],
    })
    const values = [valueWith(9, 2019, { category: 'Total fines' }), valueWith(4, 2019, { category: 'on street' })]
    const reading = readingWith({ questions: [questionWith(fines, { values })] })
    expect(counts('values: number+period+category', gold, reading)).toEqual([2, 0, 0])
  })

  it('lets the cells of a crosstab neither help nor hurt as values', () => {
    const table = { kind: 'crosstab', header: ['', '2019'], rows: [['Phones', 12]] } as const
    const gold = goldWith({
      tables: [table],
      questions: [labelledQuestion(fines, { values: [labelledValue(14, 2020)] })],
    })
    const reading = readingWith({
      questions: [questionWith(fines, { values: [valueWith(12, 2019), valueWith(14, 2020)] })],
    })
    expect(counts('values: number+period', gold, reading)).toEqual([1, 0, 0])
  })

  it('calls a sure value that is wrong a silent error', () => {
    const gold = goldWith({ questions: [labelledQuestion(fines, { values: [labelledValue(12, 2019)] })] })
    const values = [valueWith(12, 2019, { sure: true }), valueWith(13, 2019, { sure: true }), valueWith(15, 2019)]
    const reading = readingWith({ questions: [questionWith(fines, { values })] })
    expect(counts('sure values', gold, reading)).toEqual([1, 1, 0])
    expect(scoreLetter(gold, reading).errors).toContain(
      'SILENT ERROR: 1 sure value(s) wrong in number, relation, period or place',
    )
  })

  it('looks for the number in the words that are to show it, in digits and in words', () => {
    const shows = (number: number, quote: string) => {
      const evidence = [{ page: null, start: 0, end: quote.length, quote, place: null, ocr: null }]
      return counts('evidence of values', goldWith(), readingWith({ values: [valueWith(number, 2019, { evidence })] }))
    }
    expect(shows(70_000, 'about £70k')).toEqual([1, 0, 0])
    expect(shows(1012, '1,012 in all')).toEqual([1, 0, 0])
    expect(shows(0, 'None known')).toEqual([1, 0, 0])
    expect(shows(12, 'twelve')).toEqual([1, 0, 0])
    expect(shows(13, '12')).toEqual([0, 1, 1])
  })

  it('leaves out optional exemptions, conditions, and those told only by their subject', () => {
    const gold = goldWith({
      exemptions: [
        { cite: 'FOIA 31(1)(a)', role: 'engaged' },
        { cite: 'FOIA 43(2)', role: 'mentioned', optional: true },
      ],
    })
    const cited = (cite: string, told: 'number' | 'subject' = 'number') => ({
      cite,
      told,
      role: 'ncnd' as const,
      provision: null,
      questions: [],
      asWritten: cite,
      repaired: false,
      prejudice: null,
      publicInterest: null,
      confidence: 0.9,
      sure: true,
      evidence: [],
    })
    const reading = readingWith({
      exemptions: [cited('FOIA 31(1)(a)'), cited('FOIA 43(2)'), cited('FOIA 40(3A)(a)'), cited('FOIA 12', 'subject')],
    })
    expect(counts('exemptions: citation', gold, reading)).toEqual([1, 0, 0])
    expect(counts('exemptions: citation+role', gold, reading)).toEqual([0, 1, 1])
  })

  it('compares tables row by row, their heads too, numbers as numbers', () => {
    const gold = goldWith({
      tables: [
        {
          kind: 'breakdown',
          header: ['Type', '2019'],
          rows: [
            ['Letters', 1012],
            ['E-mails', '<5'],
            ['', ''],
          ],
        },
      ],
    })
    const table = {
      id: 't1',
      title: null,
      kind: 'breakdown' as const,
      questions: [],
      header: ['Type', '2019', ''],
      rows: [
        ['letters', '1,012'],
        ['E-mails', 5],
      ],
      rowCount: 2,
      period: null,
      confidence: 0.9,
      sure: false,
      evidence: [],
    }
    expect(counts('table rows', gold, readingWith({ tables: [table] }))).toEqual([2, 1, 1])
  })

  it('knows a body of the register by any of its names, and none by another’s', () => {
    const gold = goldWith({ authority: 'Dumfries and Galloway NHS Board' })
    const named = (id: string | null, name: string) => isSameAuthority(gold, { ...anybody, id, name })
    expect(named('dumfries-and-galloway-nhs-board', 'Dumfries & Galloway Health Board')).toBe(true)
    expect(named(null, 'Dumfries and Galloway NHS Board')).toBe(true)
    expect(named('leicester', 'Leicester City Council')).toBe(false)
    expect(isSameAuthority(goldWith({ authority: null }), { ...anybody, id: 'leicester', name: 'Leicester' })).toBe(
      false,
    )
  })

  it('knows a reference without its "FOI", and both right names of an authority', () => {
    const told = { confidence: 0.9, sure: false, evidence: [] }
    const gold = goldWith({ reference: 'FOI 2021/14', authority: 'Ostering Council', authority_also: null })
    const reading = readingWith({ reference: { value: '2021-14', ...told } })
    expect(counts('reference', gold, reading)).toEqual([1, 0, 0])
    expect(counts('authority', gold, reading)).toEqual([1, 0, 0])
  })

  it('counts everything as missed where there is no reading', () => {
    const gold = goldWith({ authority: 'Ostering Council', questions: [labelledQuestion(fines)] })
    expect(counts('kind', gold, null)).toEqual([0, 1, 1])
    expect(counts('authority', gold, null)).toEqual([0, 0, 1])
    expect(counts('questions', gold, null)).toEqual([0, 0, 1])
  })
})

const anybody = { confidence: 0.9, sure: false, evidence: [] }
