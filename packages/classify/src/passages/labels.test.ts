import { describe, expect, it } from 'vitest'
import { readLabel } from './labels.ts'

describe('readLabel', () => {
  it.for([
    ['1. How many dogs', '1', 'How many dogs'],
    ['1) How many dogs', '1', 'How many dogs'],
    ['1)How many dogs', '1', 'How many dogs'],
    ['1, Between May and June', '1', 'Between May and June'],
    ['[1.2] Please list them', '1.2', 'Please list them'],
    ['1.2 Please list them', '1.2', 'Please list them'],
    ['2a)How many of these', '2a', 'How many of these'],
    ['3. a) How often', '3a', 'How often'],
    ['3 a) How often', '3a', 'How often'],
    ['1.A How often', '1a', 'How often'],
    ['b) In particular', 'b', 'In particular'],
    ['a.Percentage of staff', 'a', 'Percentage of staff'],
    ['(iv) the cost', 'iv', 'the cost'],
    ['B. How many were stolen', 'b', 'How many were stolen'],
    ['C. 14', 'c', '14'],
    ['C. There were 14 in all', 'c', 'There were 14 in all'],
    ['E. Cost of the damage', 'e', 'Cost of the damage'],
    ['1 - How many', '1', 'How many'],
    ['Q1) How many', '1', 'How many'],
    ['Question 3', '3', ''],
    ['Question 3: what cost', '3', 'what cost'],
    ['Q2 What cost', '2', 'What cost'],
    ['Question 2 of 4: What cost', '2', 'What cost'],
    ['1.            657', '1', '657'],
    ['3.We could not', '3', 'We could not'],
    ['Answer 2: none', '2', 'none'],
    ['Request (1): How many', '1', 'How many'],
    ['Our reply (1): none', '1', 'none'],
    ['Our response 2: none', '2', 'none'],
    ['Question B:', 'b', ''],
    ['6 .In the north', '6', 'In the north'],
    ['In answer to (2): none', '2', 'none'],
    ['Q4. a) 46', '4a', '46'],
    ['• How many', null, 'How many'],
    ['o 2', null, '2'],
    ['- The number of fines', null, 'The number of fines'],
    ['6 .In the section there are', '6', 'In the section there are'],
    ['1ii) How many days', '1ii', 'How many days'],
  ] as const)('%s', ([line, number, rest]) => {
    const label = readLabel(line)
    expect(label?.number).toBe(number)
    expect(line.slice(label?.length)).toBe(rest)
  })

  it.for([
    '2017 – 54 lost devices',
    '1.5 FTE',
    '14.08.17 was a Monday',
    '18/19 = 6794',
    '685 notices',
    '10 - 20 people',
    'e.g. a laptop',
    'B. Harbour Road',
    'J. How many',
    'A. Harbour',
    '9:30 in the morning',
    '[1]here',
    '[1]Amblethorpe Council',
    'A1 road closures',
    'Q1 - Q4 are exempt',
    'Request 101003849345',
    'Part (2) of the Act',
    '132.',
    'Request a copy',
    'In answer to 2 councillors',
    'Answer a question',
    '– 54',
    '3.4% of staff',
    'How many dogs',
    '£450',
    '12a High Street',
    '2b or not 2b',
    'Response 05.03.21',
  ])('%s starts with no label', (line) => {
    expect(readLabel(line)).toBeNull()
  })
})
