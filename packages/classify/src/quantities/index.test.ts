import { describe, expect, it } from 'vitest'
import { findPeriods } from '../periods/index.ts'
import { findQuantities, readCell } from './index.ts'

/** What is found, a line each: the words, the relation and number, the unit. */
function told(text: string): readonly string[] {
  return findQuantities(text).map(({ span, value: { number, relation, unit, hedge, state, of } }) =>
    [
      text.slice(span.start, span.end),
      `${relation} ${JSON.stringify(number)}`,
      unit ?? '?',
      ...(hedge ? [hedge] : []),
      ...(state === 'present' ? [] : [state]),
      ...(of === undefined ? [] : [`of ${of}`]),
    ].join(' | '),
  )
}

describe('findQuantities', () => {
  it('names what is counted', () => {
    expect(told('There were 2 data breaches in 2019.')).toEqual(['2 | = 2 | data breaches'])
    expect(told('Incidents: 4')).toEqual(['4 | = 4 | incidents'])
    expect(told('The number of emails blocked was 4,050,841.')).toEqual(['4,050,841 | = 4050841 | emails'])
    expect(told('No known cyber attacks were recorded')).toEqual([
      'No known cyber attacks | = 0 | cyber attacks | known',
    ])
  })

  it('hears what holds a figure back', () => {
    expect(told('2 known')).toEqual(['2 | = 2 | ? | known'])
    expect(told('None recorded')).toEqual(['None | = 0 | ? | recorded'])
    expect(told('approximately 40 staff')).toEqual(['approximately 40 | ~ 40 | staff | approximately'])
    expect(told('7 (provisional)')).toEqual(['7 | = 7 | ? | provisional | provisional'])
  })

  it('gives a count and its share as two', () => {
    expect(told('585 (50%)')).toEqual(['585 | = 585 | ?', '50% | = 50 | %'])
    expect(told('27 (plus 5 awaiting a hearing)')).toEqual(['27 | = 27 | ?', '5 | = 5 | ?'])
  })

  it('parts years from the figures beside them', () => {
    expect(told('2017 – 54 lost devices\n2018 – Nil\n18/19 = £12.2m')).toEqual([
      '54 | = 54 | lost devices',
      'Nil | = 0 | ?',
      '£12.2m | = 12200000 | £',
    ])
  })

  it('does not guess at an amount with a slip in it', () => {
    expect(told('came to £1,040,18')).toEqual(['£1,040,18 | = null | £ | unclear'])
  })

  it.for([
    'Section 31(1)(a), s40(2) and Article 33 of the UK GDPR; section 12 (1), sub-section (3)',
    'within 20 working days, and no later than 72 hours',
    'The appropriate limit is £450, which is 18 hours at £25 per hour.',
    'Reading each file would take 5 minutes, so the work would exceed the appropriate limit.',
    'Write to 115 Charles Street, Leicester LE1 1FZ or PO Box 1283; call 0303 123 1113 or fax 023 8064 3843.',
    'Our reference FOI 18553; yours 905A/20 and IC-159669-K9T5',
    'ISO 27001 and ISO/IEC 27001:2013, open 24/7, dial 999/101',
    'see page 3 of 12, question 4, points 1 and 2, and footnote [1]',
    'one of them, no one, this one, the two teams, two-factor sign-in',
    'at 10:30 or 5pm',
    '£'.repeat(3),
    'an internal review within two months of the date of this letter',
    'Numbers from 1 to 5 have been removed and are shown as <5.',
    'Windows Server 2016 and Office 365',
    'We do not hold any records, and no longer hold the files.',
    'on 3 May 2019, in 2018/19 and since 1 April 2020',
    'plus 20% VAT',
    'https://www.example.org/a/45 and team9@example.org',
  ])('finds nothing to answer with in: %s', (text) => {
    expect(told(text)).toEqual([])
  })
})

describe('readCell', () => {
  it.for([
    ['1,685', 1685, '=', 'present', 'count', null],
    ['<5*', 5, '<', 'suppressed', 'count', null],
    ['£2,484.31', 2484.31, '=', 'present', 'money', '£'],
    ['nil', 0, '=', 'present', 'count', null],
    ['585 (50%)', 585, '=', 'present', 'count', null],
    ['12 [p]', 12, '=', 'provisional', 'count', null],
    ['1 to 4', [1, 4], 'range', 'suppressed', 'count', null],
    ['3 days', 3, '=', 'present', 'duration', 'days'],
    ['54 lost or stolen devices', 54, '=', 'present', 'count', 'lost or stolen devices'],
    ['-5', -5, '=', 'present', 'count', null],
    ['-', null, '=', 'unclear', 'count', null],
    ['*', null, '=', 'unclear', 'count', null],
    ['', null, '=', 'unclear', 'count', null],
    ['NA', null, '=', 'unclear', 'count', null],
    ['N/A', null, '=', 'not_applicable', 'count', null],
    ['[c]', null, '=', 'suppressed', 'count', null],
    ['(12)', null, '=', 'unclear', 'count', null],
    ['£1,040,18', null, '=', 'unclear', 'money', '£'],
  ] as const)('reads %s', ([text, number, relation, state, quantity, unit]) => {
    expect(readCell(text)).toEqual({ number, relation, state, quantity, unit })
  })

  it.for(['Yes', '25 May 2018', 'Question 4', 'See above', '1. 657', '5 lost and 3 stolen', '0303 123 1113'])(
    'reads %s as words',
    (text) => {
      expect(readCell(text)).toBeNull()
    },
  )
})

describe('hostile text', () => {
  // Time in step with length: a rule that took the square of it would need minutes here.
  it.for([
    '1,',
    '9',
    'one ',
    ' ',
    '\n',
    '2019, ',
    '1 - ',
    'section 1, ',
    'no a ',
    'ref: 1',
    '1 April 2019 to ',
    '£1,',
    '(1)',
  ])('reads 256 kB of %j in good time', (piece) => {
    const text = piece.repeat(Math.ceil(262_144 / piece.length))
    const began = process.threadCpuUsage().user
    findQuantities(text)
    findPeriods(text, { requestDate: '2019-11-20' })
    expect((process.threadCpuUsage().user - began) / 1000).toBeLessThan(5000)
  })
})
