import { expect, it } from 'vitest'
import { inAcademicYears, keepsAcademicYears } from './academic-letters.ts'

/** A letter of one question. */
const keeps = (text: string) =>
  keepsAcademicYears(text, [{ start: 0, end: text.length }], [{ start: 0, end: text.length }])

it('hears that a letter keeps academic years', () => {
  expect(keeps('How many pupils in the academic year 2018/19?\n\n2019/20: 14')).toBe('yes')
  expect(keeps('25 April 2024\n\nPupils for each academic year\n\n2019/20: 14')).toBe('yes')
})

it('asks each question which years are its own', () => {
  const [preamble, pupils, fines] = [
    'All by school year.\n',
    'Pupils by academic year: 2018/19: 4\n',
    'Fines: 2018/19: 168',
  ]
  const text = `${preamble}${pupils}${fines}`
  const places = [preamble, pupils, fines].map((words) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  }))
  const [, ofPupils, ofFines] = places
  if (!ofPupils || !ofFines) throw new Error('no places')
  const all = [ofPupils, ofFines]
  expect(keepsAcademicYears(text, [ofFines], all)).toBe('yes')
  const later = text.replace(preamble, ' '.repeat(preamble.length))
  expect(keepsAcademicYears(later, [ofPupils], all)).toBe('yes')
  expect(keepsAcademicYears(later, [ofFines], all)).toBe('unclear')
})

it.for([
  'How many pupils in 2018/19?',
  'Exclusions by academic year, and what was spent on them in the financial year 2018/19',
  'In the school year 2018/19; costs to 31 March 2019',
  'Pupils by school year, from April 2019',
])('leaves it open: %s', (text) => {
  expect(keeps(text)).toBe('no')
})

it('moves years that begin in April to September, and no other days', () => {
  expect(inAcademicYears({ from: '2018-04-01', to: '2019-03-31' })).toEqual({ from: '2018-09-01', to: '2019-08-31' })
  expect(inAcademicYears({ from: '2018-04-01', to: '2020-03-31' })).toEqual({ from: '2018-09-01', to: '2020-08-31' })
  expect(inAcademicYears({ from: '2023-04-01', to: null })).toEqual({ from: '2023-09-01', to: null })
  expect(inAcademicYears({ from: '2018-01-01', to: '2018-12-31' })).toEqual({ from: '2018-01-01', to: '2018-12-31' })
})
