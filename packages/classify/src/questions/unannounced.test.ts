import { expect, test } from 'vitest'
import { questionsAndAnswers } from './questions-and-answers.ts'

test('takes what stands above the first «Response» for the request, though nothing announces it and a sub-list breaks it', () => {
  const letter = `Requested Mon 4 March 2019Since 1 May 2016:
1. How many new stall licences you have granted.
2. How many stall licences you have renewed.
For those refused:
2.i. What the ground was and its date.
ii. Whether the trader appealed.
3. What policy you apply.
Response
This information is held
Q1 - 14
Q2 - 9
Q3 - The policy of 2014 applies.`
  expect(questionsAndAnswers(letter).map((line) => line.split(' > ')[0])).toEqual([
    '1 How many new stall licences you have granted.',
    '2 How many stall licences you have renewed.',
    '2i What the ground was and its date.',
    '2ii Whether the trader appealed.',
    '3 What policy you apply.',
  ])
})

test('reads bullets that are answered by number below «Response 06-03-2018»', () => {
  const letter = `I am writing to ask Amblethorpe Council for the following information:
• The hours of music that pupils were offered in every year.
• The instruments that were taught.
• What the teaching cost.

Response 06-03-2018

1-2. This is not held by the schools.

Q3. It cost £14,000 in 2017.`
  expect(questionsAndAnswers(letter)).toEqual([
    '- The hours of music that pupils were offered in every year. > 1-2. This is not held by the schools.',
    '- The instruments that were taught. > 1-2. This is not held by the schools.',
    '3 What the teaching cost. > It cost £14,000 in 2017.',
  ])
})

test('goes on asking where a page lost the count of its list', () => {
  const letter = `FOI 12 Bandstands

1. Please could you give the name of the officer responsible for bandstands.

For questions 2 through 4, please give the figures for each year.

1. Please give the number of bandstands.

1. Of the number of bandstands (q.2) please give the number that are open.

1. Please give the spending on bandstands.

We do not hold this information as the bandstands are let.`
  expect(questionsAndAnswers(letter)).toHaveLength(4)
})

test('still lets a list of answers begin where its first number comes again', () => {
  const letter = `I would like to know the following:
1. How many bandstands there are
2. How many are open
1. There are 14.
2. Nine are open.`
  expect(questionsAndAnswers(letter)).toEqual([
    '1 How many bandstands there are > There are 14.',
    '2 How many are open > Nine are open.',
  ])
})

test('asks what stands behind «Enquiry:»', () => {
  const letter =
    'Please find our response below.\n\nEnquiry: Can you please give me the number of swans rung in 2019?\n\nThere were 14.'
  expect(questionsAndAnswers(letter)).toEqual([
    '- Can you please give me the number of swans rung in 2019? > There were 14.',
  ])
})

test('takes a title in capitals that is worded as a question for no question', () => {
  const letter =
    'How Many Swans Were Rung by the Council (2018, 2019)?\n\n1. In 2018 and 2019, how many swans were rung?\n2. How much was spent on rings?\n\n1. 14\n2. £40'
  expect(questionsAndAnswers(letter)).toEqual([
    '1 In 2018 and 2019, how many swans were rung? > 14',
    '2 How much was spent on rings? > £40',
  ])
})

test('parts an answer that stands behind the colon of its ask', () => {
  const letter = `1. Please give the number of licences granted to traders with a caution known to the Council when it decided: This data is not held by us.
2. Please give the number of licences revoked in the year: 5
3. Please give the number of licences for each of these years: 2019`
  expect(questionsAndAnswers(letter)).toEqual([
    '1 Please give the number of licences granted to traders with a caution known to the Council when it decided > This data is not held by us.',
    '2 Please give the number of licences revoked in the year > 5',
    '3 Please give the number of licences for each of these years: 2019 > ',
  ])
})

test('numbers the last of some bullets by the number of its answer, where Q1 counts the others', () => {
  const letter = `Request:

How many swans were rung by the council?

How many geese were rung by the council?

Please also name the three wardens who rang the most.

Response:
Q1 - Swans 1,400
Q2 - Geese 900
3. The names are exempt under section 40(2).`
  expect(questionsAndAnswers(letter)).toEqual([
    '1 How many swans were rung by the council? > Swans 1,400',
    '2 How many geese were rung by the council? > Geese 900',
    '3 Please also name the three wardens who rang the most. > The names are exempt under section 40(2).',
  ])
})
