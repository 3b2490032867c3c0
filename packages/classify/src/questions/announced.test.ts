import { describe, expect, it } from 'vitest'
import { questionsAndAnswers as read } from './questions-and-answers.ts'

describe('a list that a reply sets out', () => {
  const names = (lead: string) => `Dear Requester

Thank you for your request. It has been considered under the above Act. ${lead}

1. The extra allowance of the harbour master during the 2014/15 term.

Under Section 21 this is held and can be found in the minutes of the harbour board.

2. What all staff of the harbour office cost.

Total cost for 2014/2015: £112,115.00

3. Any clothing allowance of the harbour master.

Nil`

  it('asks where it is announced, each point over its answer, however it is worded', () => {
    expect(read(names('The information you requested is the following.'))).toEqual([
      '1 The extra allowance of the harbour master during the 2014/15 term. > Under Section 21 this is held and can be found in the minutes of the harbour board.',
      '2 What all staff of the harbour office cost. > Total cost for 2014/2015: £112,115.00',
      '3 Any clothing allowance of the harbour master. > Nil',
    ])
  })

  it('is no list of questions where the authority speaks of its own matters', () => {
    const reasons = names('These are the matters that we have weighed.').replace('What all staff', 'All that staff')
    expect(read(reasons)).toEqual([])
  })

  it('may be marked as parts', () => {
    expect(
      read(`Dear Requester

Thank you for your enquiry of 10 October 2023.

Part 1 - The number of boats lost since 1 January 2021

Eight.

Part 2 - All letters about the boats

Copies are enclosed.`),
    ).toEqual([
      '1 The number of boats lost since 1 January 2021 > Eight.',
      '2 All letters about the boats > Copies are enclosed.',
    ])
  })
})

it('hears the questions that mail systems quote line by line', () => {
  expect(
    read(`Good morning,

In reply to question 1: 2021 - 107, 2022 - 95.

Question 2 is refused under section 14(1).

> 1. Total boats lost in each calendar year from 2021
> 2. The name of the officer who lost
> boat 24
>
> You have 20 working days.`).map((each) => each.slice(0, 36)),
  ).toEqual(['1 Total boats lost in each calendar ', '2 The name of the officer who lost >'])
})

it('counts on where one number of a list lost its mark, and the line asks', () => {
  const letter = (sixth: string) => `Request

1. What was the number of days lost to storms?

2. What is the number of boats?

${sixth}

Response

1. 12

2. 4`
  expect(read(letter('3  What does a boat cost?'))).toHaveLength(3)
  expect(read(letter('3  Boats are meant here, of any size.'))).toHaveLength(2)
})

it('greets with a hope, and goes on to ask', () => {
  const letter = `Request

Hi,

I hope you’re well. Please find here a request about lifts.

1) How many lifts were stuck in 2023?

2) How many people were in them?

Response

1) 70

2) 104`
  expect(read(letter)).toEqual(['1 How many lifts were stuck in 2023? > 70', '2 How many people were in them? > 104'])
})

it('parts a point into lettered questions that are whole, and leaves the kinds of one together', () => {
  const letter = (second: string) => `You asked for the following:

(1) How many lifts are there?

(2) ${second}

Response

(1) There are 12 lifts in all.

(2) Nobody knows.`
  const numbers = (second: string) => read(letter(second)).map((each) => each.split(' ')[0])
  expect(numbers('(a) How many complaints were made? (b) How many were upheld?')).toEqual(['1', '2a', '2b'])
  expect(numbers('How many complaints were (a) upheld or (b) not upheld?')).toEqual(['1', '2'])
})
