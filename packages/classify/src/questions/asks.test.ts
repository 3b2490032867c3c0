import { describe, expect, it } from 'vitest'
import { isAsk, isDirectAsk, isQualifier, isYesNo, wantedBy } from './asks.ts'

describe('isAsk', () => {
  it.for([
    'How many fines were issued in 2021?',
    'Of these, how many were cancelled',
    'For each year, please give the sum that was paid',
    'Could you please confirm the name of the contractor',
    'Do you hold a policy on this',
    'The number of complaints about noise',
    'Largest single payment',
    'A copy of the contract',
    'I would like to know how many laptops went missing',
    'Under the Act I wish to request the following',
    'I’d like some figures on planning requests',
  ])('hears an ask in «%s»', (words) => {
    expect(isAsk(words)).toBe(true)
  })

  it.for([
    'Misdirected post was the commonest cause',
    'We do not record this',
    '57',
    'Improve public confidence in how decisions are made',
    'None known',
    'Same as above',
    'Police',
  ])('hears none in «%s»', (words) => {
    expect(isAsk(words)).toBe(false)
  })
})

it('a bare name of a thing is no direct ask', () => {
  expect(isDirectAsk('The number of complaints about noise')).toBe(false)
  expect(isDirectAsk('Please list the complaints')).toBe(true)
})

it.for([
  'I would be grateful if you could tell me how many letters were sent',
  'I would be grateful for details of all letters',
])('«%s» asks for something of its own', (words) => {
  expect(isQualifier(words)).toBe(false)
})

it.for([
  'I would be grateful if you could give this information in a table',
  'I would be grateful if you could provide the data by year',
  'I would be grateful for a reply by e-mail',
  'Please split the figures by month',
  'Please note that we changed suppliers',
  'If the cost limit is reached, begin with 2020',
  'Break the numbers down by ward',
])('«%s» only says how an ask is meant', (sentence) => {
  expect(isQualifier(sentence)).toBe(true)
})

it.for(['Please provide the number of fines', 'What was the total cost?', 'Please state the reason for each'])(
  '«%s» asks',
  (sentence) => {
    expect(isQualifier(sentence)).toBe(false)
  },
)

it.for([
  ['How many fines were issued?', 'count'],
  ['What percentage of staff were trained?', 'percent'],
  ['How much was paid in compensation?', 'money'],
  ['When was the policy last reviewed?', 'date'],
  ['Please send a copy of the contract', 'document'],
  ['Do you have insurance?', 'yes_no'],
  ['Who runs the service?', 'text'],
] as const)('«%s» wants a %s', ([words, what]) => {
  expect(wantedBy(words)).toBe(what)
})

it('tells a yes-or-no question from a polite demand', () => {
  expect(isYesNo('Has the council paid a ransom?')).toBe(true)
  expect(isYesNo('Can you provide a list of sites?')).toBe(false)
})
