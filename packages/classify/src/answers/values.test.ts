import { describe, expect, it } from 'vitest'
import { findPeriods } from '../periods/index.ts'
import type { AskedPeriod } from './asked-period.ts'
import { valuesIn } from './index.ts'

/** The figures of an answer, each with its days and its category. */
function read(question: string, answer: string, letters: readonly string[] = []): readonly string[] {
  const text = `${question}\n\n${answer}`
  const start = question.length + 2
  const parts = findPeriods(question, { requestDate: null }).map(({ value }) => value)
  const [only] = parts
  const asked: AskedPeriod | null =
    parts.length === 0
      ? null
      : {
          parts,
          whole: parts.length === 1 && only ? only : null,
          span: { start: 0, end: question.length },
          basis: 'question',
        }
  const lines = letters.length > 0 ? answer.split('\n') : [answer]
  let from = start
  const segments = lines.map((line, at) => {
    const span = { start: from, end: from + line.length }
    from += line.length + 1
    const letter = letters[at]
    return letter ? { span, letter } : { span }
  })
  return valuesIn(segments, {
    text,
    words: question,
    question: { start: 0, end: question.length },
    asked,
    replied: null,
    requestDate: null,
    before: [],
    tables: [],
  }).map(
    ({ quantity, period, category }) =>
      `${quantity.relation}${String(quantity.number)} ${period.from?.slice(0, 7) ?? ''}${category ? ` ${category}` : ''}`,
  )
}

describe('valuesIn', () => {
  it('takes figures in the order of the years that were asked about', () => {
    expect(read('How many swans were ringed in 2020, 2021 and 2022?', '9, 14 and 17 respectively.')).toEqual([
      '=9 2020-01',
      '=14 2021-01',
      '=17 2022-01',
    ])
    expect(read('How many swans were ringed in 2020 and 2021?', '9, 14 and 17')).toEqual([])
  })

  it('takes lettered figures for the parts of the question', () => {
    expect(read('How many swans in 2021 were a) ringed b) released?', '(a) 12 (b) 7')).toEqual([
      '=12 2021-01 ringed',
      '=7 2021-01 released',
    ])
    expect(read('How many swans were ringed in 2020 and 2021?', 'a) 12\nb) 7', ['a', 'b'])).toEqual([
      '=12 2020-01',
      '=7 2021-01',
    ])
  })

  it('reads each figure behind its year, and a share beside its count', () => {
    expect(read('How many swans were ringed each year?', 'In 2020, 9; in 2021, 14.')).toEqual([
      '=9 2020-01',
      '=14 2021-01',
    ])
    expect(read('How many swans were ringed in 2020?', '9 (4.5%)')).toEqual(['=9 2020-01', '=4.5 2020-01'])
  })

  it('says of every year that none came, but a number of all of them together', () => {
    expect(read('How many swans were lost in 2020 and in 2021?', 'None')).toEqual(['=0 2020-01', '=0 2021-01'])
    expect(read('How many swans were lost in 2020 and in 2021?', '14')).toEqual(['=14 '])
  })

  it('gives both figures only to a question that asks for both', () => {
    const answer = '412 swans were ringed, of which 96 were released.'
    expect(read('How many swans were ringed, and how many were released?', answer)).toEqual(['=412 ', '=96 '])
    expect(read('How many swans were ringed?', answer)).toEqual(['=412 '])
  })

  it('takes a list in brackets that makes up the figure before it, and no other', () => {
    expect(read('How many swans were ringed in 2021?', '2021 – 3 (Harbour 1, Quay 2)')).toEqual([
      '=3 2021-01',
      '=1 2021-01 Harbour',
      '=2 2021-01 Quay',
    ])
    expect(read('How many swans were ringed in 2021?', '2021 – 9 (Harbour 1, Quay 2)')).toEqual(['=9 2021-01'])
  })

  it('takes noughts in a row for the years that were asked about', () => {
    expect(read('How many swans were lost in 2020, 2021 and 2022?', 'Nil, 1, Nil')).toEqual([
      '=0 2020-01',
      '=1 2021-01',
      '=0 2022-01',
    ])
    expect(read('What was spent on swans in 2021?', 'There was no cost to the Council.')).toEqual(['=0 2021-01'])
    expect(read('What was spent on swans in 2021?', 'No cost data is held.')).toEqual([])
  })

  it('takes no figure that the question said itself', () => {
    expect(read('How many people were paid more than £100,000?', '11 people were paid more than £100,000.')).toEqual([
      '=11 ',
    ])
  })
})
