import { describe, expect, it } from 'vitest'
import { figuresOf } from '../answers/figures-of.ts'
import { questionsAndAnswers } from '../questions/questions-and-answers.ts'

const opening = `Amblethorpe Harbour Board
Freedom of Information Act 2000

Thank you for your request of 4 March 2024.
`

const asked = ['How many buoys were lost?', 'Cost of the buoys that replaced them', 'Who made them?']
const answers = ['14', '£2,300', 'Not held.']
const rows = asked.map((question, at) => [`${at + 1}`, question, answers[at] ?? ''] as const)
const numbered = asked.map((question, at) => `${at + 1} ${question} > ${answers[at]}`)
const bare = asked.map((question, at) => `- ${question} > ${answers[at]}`)

describe('layouts that set questions beside or over their answers', () => {
  it.for([
    [
      'strokes',
      `| No. | Question | Response |\n|---|---|---|\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}`,
    ],
    ['tabs', `No.\tYour question\tOur answer\n${rows.map((row) => row.join('\t')).join('\n')}`],
    ['one cell a line', `No.\nQuestion\nResponse\n${rows.map((row) => row.join('\n')).join('\n')}`],
    ['quoted lines', rows.map(([number, question, answer]) => `> ${number}) ${question}\n\n${answer}`).join('\n\n')],
    [
      'numbered marks',
      rows.map(([number, asks, says]) => `Request (${number}): ${asks}\n\nOur reply (${number}): ${says}`).join('\n\n'),
    ],
  ] as const)('%s', ([, body]) => {
    expect(questionsAndAnswers(`${opening}\n${body}\n\nYours sincerely`)).toEqual(numbered)
  })

  it.for([
    ['strokes without numbers', `Question | Response\n${rows.map(([, ...row]) => row.join(' | ')).join('\n')}`],
    ['marks without numbers', rows.map(([, question, answer]) => `Q. ${question}\nA. ${answer}`).join('\n')],
    [
      'words that take turns',
      rows.map(([, question, answer]) => `You asked: ${question}\nWe answer: ${answer}`).join('\n\n'),
    ],
    [
      'a mark over what is asked alone',
      rows.map(([, question, answer]) => `Your point: ${question}\n\n${answer}`).join('\n\n'),
    ],
    [
      'heads that stand alone',
      rows.map(([, question, answer]) => `Question:\n${question}\n\nAnswer:\n${answer}`).join('\n\n'),
    ],
  ] as const)('%s', ([, body]) => {
    expect(questionsAndAnswers(`${opening}\n${body}\n\nYours sincerely`)).toEqual(bare)
  })

  it('without a head where all ask outright', () => {
    const body = 'How many buoys were lost? | 14\nHow many were found? | 9'
    expect(questionsAndAnswers(`${opening}\n${body}\n`)).toEqual([
      '- How many buoys were lost? > 14',
      '- How many were found? > 9',
    ])
  })

  it('a quoted question may fill two lines', () => {
    const body = '> 1) How many buoys were lost in the last\n> two years?\n\n14\n\n> 2) Who made them?\n\nNot held.'
    expect(figuresOf(`${opening}\n${body}\n`)).toEqual([['=14'], []])
  })
})

describe('what only looks like such a layout', () => {
  it('a head over several asks heads a list', () => {
    const body = (each: string) =>
      `Question:\n1. How many ${each} were lost?\n2. How many were found?\n\nAnswer:\n1. 14\n2. 9`
    expect(questionsAndAnswers(`${opening}\n${body('buoys')}\n\n${body('boats')}\n`)).toContain(
      '1 How many buoys were lost? > 14',
    )
  })

  it('a mark said once is a courtesy', () => {
    expect(questionsAndAnswers(`${opening}\nYour enquiry: buoys\n\nWe have 14 of them.\n`)).toEqual([])
  })

  it('rows of figures are a table', () => {
    const body = '1. How many buoys were lost in each year?\n\nYear | Buoys lost\n2021 | 14\n2022 | 9'
    expect(figuresOf(`${opening}\n${body}\n`)).toEqual([['=14 2021-01-01..2021-12-31', '=9 2022-01-01..2022-12-31']])
  })

  it('a head of questions over rows that ask nothing', () => {
    const body = 'Question | Response\nNorth quay | 14\nSouth quay | 9'
    expect(questionsAndAnswers(`${opening}\n${body}\n`)).toEqual([])
  })

  it('a whole mail that is quoted below the answer', () => {
    const body = 'There were 14.\n\n> Dear Harbour Board\n> 1) How many buoys were lost?\n> Yours faithfully'
    expect(questionsAndAnswers(`${opening}\n${body}\n`)).not.toContain('1 How many buoys were lost? > Yours faithfully')
  })

  it('initials', () => {
    const body = '1. Who are the harbour masters?\n\nA. Harbour\nQ. Quay\nA. Lighter'
    expect(questionsAndAnswers(`${opening}\n${body}\n`)).toHaveLength(1)
  })
})
