import { describe, expect, it } from 'vitest'
import { findCues } from '../outcomes/index.ts'
import { partition, partsOf } from '../partition/index.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { passagesOf } from '../passages/index.ts'
import { findQuestions } from '../questions/index.ts'
import { pairAnswers, readAnswers } from './index.ts'

/** The outcome of each question of a letter that answers in running text, its figures read by its words alone. */
function outcomesOf(asked: readonly string[], reply: string): readonly string[] {
  const text = `Request

Please confirm:

${asked.map((each, at) => `${at + 1}. ${each}`).join('\n')}

Response

${reply}`
  const letter = letterFrom(text)
  const parts = partition(letter)
  const passages = passagesOf(letter, parts)
  const questions = findQuestions(text, passages)
  const request = partsOf(parts, 'request').map(({ span }) => span)
  const cues = findCues(text).filter(
    ({ span }) => !request.some(({ start, end }) => start <= span.start && span.end <= end),
  )
  return readAnswers(text, questions, pairAnswers(text, passages, questions), cues, []).map(({ outcome }) => outcome)
}

const drones = ['the dates of each flight', 'the purpose of the flights', 'the company which supplied the drones']

describe('one text below several questions', () => {
  it('refuses the one that it speaks of, and goes on with it', () => {
    expect(
      outcomesOf(
        drones,
        `Amblethorpe Council has flown in both years.

January 8
February 3
March 13

The purpose is to search moors and roofs.

The company that supplies them is exempt from disclosure. The exemption applicable is section 31(1)(a).`,
      ),
    ).toEqual(['disclosed', 'disclosed', 'withheld'])
  })

  const losses = [
    'How many boats were lost from Amblethorpe Harbour in 2019?',
    'What was the value of these?',
    'How many keepers lost more than one boat?',
  ]

  it('hears the first word of a sentence before those that follow it, and goes on with a refusal that names no subject', () => {
    expect(
      outcomesOf(
        losses,
        `Boats lost from the harbour in 2019 came to 41.

The council does not hold the value of the boats.

To find the keepers who lost more than one would take a check of 900 cards. On this occasion the cost would exceed the limit set by the Act.`,
      ),
    ).toEqual(['disclosed', 'not_held', 'cost_limit'])
  })

  it('lets what a mark in a table means refuse nobody', () => {
    expect(
      outcomesOf(
        losses,
        `The boats lost from the harbour were:

2018   n/k
2019   41

n/k - not known. The colour was not recorded before 2019.

The value of these is exempt under section 43(2).`,
      ).slice(0, 2),
    ).toEqual(['disclosed', 'withheld'])
  })

  it('refuses all where it names no subject', () => {
    expect(outcomesOf(drones, 'We fly drones on some days. This information is exempt from disclosure.')).toEqual([
      'withheld',
      'withheld',
      'withheld',
    ])
  })

  it('refuses all where it names the subject of one and says nothing of others', () => {
    expect(outcomesOf(drones, 'The company and its flights are exempt from disclosure under section 43(2).')).toEqual([
      'withheld',
      'withheld',
      'withheld',
    ])
  })

  it('leaves the last without an answer where the text ends before it', () => {
    expect(
      outcomesOf(
        ['Who owns the viaduct and the land below it?', 'Whose are the signs?', 'Is the page about railways wrong?'],
        'The viaduct and the land are owned by Amblethorpe Railways. The signs, however, belong to others and were put up on',
      ),
    ).toEqual(['disclosed', 'disclosed', 'unanswered'])
  })

  it('hears which are the first two, and goes on below the third with what the others lack', () => {
    expect(
      outcomesOf(
        [
          'How many attacks were made?',
          'How many succeeded?',
          'What was spent on software?',
          'How many losses were reported?',
        ],
        `As for your first two questions, we neither confirm nor deny holding any of it.

As to the third, £61,350 was spent.

The council reported 38 losses in all.`,
      ),
    ).toEqual(['ncnd', 'ncnd', 'disclosed', 'disclosed'])
  })
})

it('takes the file that is named below a request for its answer', () => {
  const text = `Freedom of Information Request

Received: 13 February 2020

I write to you to ask for the following:

1. How many claims were made?

2. How many were paid?

3. What was spent on roads?

Please send the information back in a sheet.

Outcome / Documents

  • Response (all information to be supplied) - letter.pdf - Get the file`
  const letter = letterFrom(text)
  const passages = passagesOf(letter, partition(letter))
  const questions = findQuestions(text, passages)
  const read = readAnswers(text, questions, pairAnswers(text, passages, questions), findCues(text), [])
  expect(read.map(({ outcome }) => outcome)).toEqual(['attached', 'attached', 'attached'])
})

describe('an answer that is nothing else', () => {
  it.for([
    ['N/A', 'not_applicable'],
    ['| N/A |', 'not_applicable'],
    ['This is not measured', 'not_held'],
    ['Please see attached spreadsheet. FOI 4718.xlsx', 'attached'],
    [
      'It is not held and is therefore exempt under Section 17 of the Freedom of Information (Scotland) Act 2002.',
      'not_held',
    ],
    ['The answer N/A was given to 14 of them', 'disclosed'],
    ['Swan College would hold this information as it teaches from day 6.', 'not_held'],
    [
      'Now and then a department will tell the office that a swan has come, and that nobody had asked it to. These are cou',
      'disclosed',
    ],
    ['There is no simple answer, for it hangs on', 'unanswered'],
  ] as const)('%s', ([reply, outcome]) => {
    expect(outcomesOf(['How many swans?'], `1. ${reply}`)).toEqual([outcome])
  })
})
