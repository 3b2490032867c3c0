import { describe, expect, it } from 'vitest'
import { questionsAndAnswers as read } from './questions-and-answers.ts'

describe('what is said again', () => {
  it('is the question that it says word for word, though it is counted anew', () => {
    const asked = [2003, 2011, 2016].map((year) => `How many swans were rung at the lake since ${year} by the wardens?`)
    const request = asked.map((words, at) => `${at + 1}. ${words}`).join('\n')
    const reply = asked.map((words, at) => `1. ${words}\n\n${at + 40}`).join('\n\n')
    expect(read(`Request\n\n${request}\n\nResponse\n\n${reply}`)).toEqual(
      asked.map((words, at) => `${at + 1} ${words} > ${at + 40}`),
    )
  })

  it('is the same question, whatever number its answer bears', () => {
    expect(
      read(`Initial request:

1. How many fire engines does the Service own?

2. How many of these engines are electric?

Final response:

1. How many fire engines does the Service own?

Nineteen.

1. How many of these engines are electric?

Two.`),
    ).toEqual([
      '1 How many fire engines does the Service own? > Nineteen.',
      '2 How many of these engines are electric? > Two.',
    ])
  })

  it('is answered by what goes on behind its last word', () => {
    expect(
      read(`Request or Question

1. How many requests came in during the last 12 months. 2. How many requests were refused during the last 12 months.

For questions 1 and 2 here are the figures for January.

1. How many requests came in during the last 12 months. In January there were 159

2. How many requests were refused during the last 12 months. In January there were 17`).map((each) =>
        each.split(' | ').at(-1),
      ),
    ).toEqual(['In January there were 159', 'In January there were 17'])
  })

  it('asks something else where another year is named, or where its answer stood below it', () => {
    expect(
      read(`1. How many swans were counted on the river in 2019?

Four.

2. How many swans were counted on the river in 2020?

Five.`).length,
    ).toBe(2)
  })
})

it('a quoted request ends with its quotation, and one known by its voice where the authority speaks', () => {
  expect(
    read(`Your request dated 5 October, for which we thank you, was for this information:

“How many drains were cleared last year?

How many were blocked again?”

There were 93 cleared drains, and 8 were blocked again.`).map((each) => each.split(' > ')[0]),
  ).toEqual(['- “How many drains were cleared last year?', '- How many were blocked again?”'])
  expect(
    read(`Fixed penalties

By this freedom of information request I ask how many fixed penalties the Council issued for litter.

In reply to your request I can confirm that none was issued.`),
  ).toEqual([
    '- By this freedom of information request I ask how many fixed penalties the Council issued for litter. > In reply to your request I can confirm that none was issued.',
  ])
})

it('numbers without marks are labels where they count', () => {
  expect(
    read(`You wrote:

1 How many claims were passed to the team?
2 Proportion of claims that were suspended
3 Categories of the reasons for claims

Our response

None of this is recorded.`).map((each) => each.slice(0, 12)),
  ).toEqual(['1 How many c', '2 Proportion', '3 Categories'])
})

it('bullets below «split by» are breakdowns, and take the numbers of their answers', () => {
  expect(
    read(`You asked:

• How many speeding fines were issued, split by:
• Age
• Location
• How many officers work on the roads

In Response:

1. 50

2. 12`),
  ).toEqual([
    '1 How many speeding fines were issued, split by: • Age • Location > 50',
    '2 How many officers work on the roads > 12',
  ])
})
