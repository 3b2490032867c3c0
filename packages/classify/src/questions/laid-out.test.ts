import { expect, test } from 'vitest'
import { partition } from '../partition/index.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { questionsAndAnswers } from './questions-and-answers.ts'

test('pairs what is marked by Q and A', () => {
  expect(
    questionsAndAnswers('Q: How many grit bins are there?\nA: 812\nQ: What did filling them cost?\nA: £9,200'),
  ).toEqual(['- How many grit bins are there? > A: 812', '- What did filling them cost? > A: £9,200'])
})

test('leaves a question that was passed over without the answer of the next', () => {
  const letter =
    '1. How many parks have a play area?\n\n2. How many were closed in 2022?\n\n4\n\n3. How many were opened?\n\n2'
  expect(questionsAndAnswers(letter)).toEqual([
    '1 How many parks have a play area? > ',
    '2 How many were closed in 2022? > 4',
    '3 How many were opened? > 2',
  ])
})

test('keeps one answer below two questions for both where it is more than a figure', () => {
  const letter =
    '1. How many parks have a play area?\n\n2. How many were closed in 2022?\n\nNeither is recorded by the parks team.\n\n3. How many were opened?\n\n2'
  expect(questionsAndAnswers(letter).slice(0, 2)).toEqual([
    '1 How many parks have a play area? > Neither is recorded by the parks team.',
    '2 How many were closed in 2022? > Neither is recorded by the parks team.',
  ])
})

test('hears an answer that begins behind the words of its question without a mark', () => {
  const asked =
    'Request\n(1) the number of arrests for drunkenness in the town in 2019\n(2) the number of these that led to a charge'
  expect(
    questionsAndAnswers(
      `${asked}\n\nResponse\n(1) the number of arrests for drunkenness in the town in 2019 There were 212 arrests.\n(2) the number of these that led to a charge This is not recorded.`,
    ),
  ).toEqual([
    '1 the number of arrests for drunkenness in the town in 2019 > There were 212 arrests.',
    '2 the number of these that led to a charge > This is not recorded.',
  ])
})

test('takes what a reply says again of an ask for no answer', () => {
  expect(
    questionsAndAnswers(
      'Request\n1. How many wardens were reported in the last five years?\nPlease break this down by month.\n2. How many were dismissed?\n\nResponse\n1. How many wardens were reported in the last five years? Please break this down by month. Two, in May and June.\n2. How many were dismissed? None',
    ),
  ).toEqual([
    '1 How many wardens were reported in the last five years? > Two, in May and June.',
    '2 How many were dismissed? > None',
  ])
})

test('shares out a reply above the request among its questions', () => {
  expect(
    questionsAndAnswers(
      'Dear Requester\n\nThere are 14 toilets in the district. Three were closed in 2021. We do not record visits.\n\nRegards\nFOI Team\n\n-----Original Message-----\nFrom: A Requester\nSent: 4 April 2022\nTo: FOI\nSubject: Request\n\n1. How many toilets are there?\n2. How many were closed in 2021?\n3. How many visits did they have?',
    ),
  ).toEqual([
    '1 How many toilets are there? > There are 14 toilets in the district.',
    '2 How many were closed in 2021? > Three were closed in 2021.',
    '3 How many visits did they have? > We do not record visits.',
  ])
})

test.each([
  'Amblethorpe Council\n\n1. Spending on computers in each year since 2013\n\n2. Number of computers bought in each year since 2013\n\nI enclose a copy of some of the information you asked for.\n\nIn response to question 1, we spent £900.\n\nIn response to question 2, we bought 14.',
  'Wards of the council\n\n• Spending on computers in each year since 2013\n• Number of computers bought in each year since 2013\n\nQ1 – £900\nQ2 – 140',
])('hears a list that nothing announces as the request, where the authority speaks below it: %#', (letter) => {
  const [first, second] = questionsAndAnswers(letter)
  expect(first).toMatch(/Spending on computers in each year since 2013 > .*£900/)
  expect(second).toMatch(/Number of computers bought in each year since 2013 > .*14/)
})

test('hears no request in a list of what was found', () => {
  const letter = letterFrom(
    'Wards of the council\n\n1. Number of complaints: 14\n\n2. Number of appeals: 9\n\nWe have withheld the names.',
  )
  expect(partition(letter).map(({ role }) => role)).not.toContain('request')
})

test('parts points of one line that have numbers and no marks', () => {
  expect(
    questionsAndAnswers(
      'You asked for the following:\n\n1 Gender 2 Religion 3 Reason for arrest\n\nResponse\n\nQ1 Men 140\n\nQ2 This is not recorded.\n\nQ3 Theft 120',
    ),
  ).toEqual(['1 Gender > Men 140', '2 Religion > This is not recorded.', '3 Reason for arrest > Theft 120'])
})

test('takes lines without marks below a demand for points of a list', () => {
  const letter = `Question

Please supply the following for 2021 and 2022
Number of boats that were lost
Number by colour (red, green)
Number where the owner was told

Answer

Boats are not counted.`
  expect(questionsAndAnswers(letter).map((each) => each.split(' > ')[0])).toEqual([
    '- Number of boats that were lost',
    '- Number by colour (red, green)',
    '- Number where the owner was told',
  ])
})

test('leaves notes on how a count is made below a heading out of the asks', () => {
  const letter = `Request

How many boats were lost in 2021?

Scope:
Dates: 1 January to 31 December 2021
Data comes from the harbour book
Details of owners are left out

Response

14`
  expect(questionsAndAnswers(letter)).toContain('- How many boats were lost in 2021? > 14')
  expect(questionsAndAnswers(letter).join()).not.toContain('Data comes')
})

test.for([
  'how many boats were lost,\nhow many were found,\nwhat colour they had,\nthe first months of 2023 too',
  'how many boats were lost\nhow much they cost\nwhether any were found\nwhat was done about it',
])('parts asks that stand on lines of their own: %s', (asks) => {
  const letter = `Request\n\nPlease could you tell me, for 2021 and 2022:\n${asks}\n\nResponse\n\nNone of this is recorded.`
  expect(questionsAndAnswers(letter).map((each) => each.split(' > ')[0])).toEqual(
    asks.split('\n').map((line) => `- ${line.replace(/,$/, '')}`),
  )
})
