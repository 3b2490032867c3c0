import { expect, it } from 'vitest'
import { inAcademicYears, keepsAcademicYears } from './academic-letters.ts'

it('hears that a letter keeps academic years', () => {
  expect(keepsAcademicYears('How many pupils in the academic year 2018/19?\n\n2019/20: 14')).toBe(true)
  expect(keepsAcademicYears('25 April 2024\n\nPupils for each academic year\n\n2019/20: 14')).toBe(true)
})

it.for([
  'How many pupils in 2018/19?',
  'Exclusions by academic year, and what was spent on them in the financial year 2018/19',
  'In the school year 2018/19; costs to 31 March 2019',
  'Pupils by school year, from April 2019',
])('leaves it open: %s', (text) => {
  expect(keepsAcademicYears(text)).toBe(false)
})

it('moves years that begin in April to September, and no other days', () => {
  expect(inAcademicYears({ from: '2018-04-01', to: '2019-03-31' })).toEqual({ from: '2018-09-01', to: '2019-08-31' })
  expect(inAcademicYears({ from: '2018-04-01', to: '2020-03-31' })).toEqual({ from: '2018-09-01', to: '2020-08-31' })
  expect(inAcademicYears({ from: '2023-04-01', to: null })).toEqual({ from: '2023-09-01', to: null })
  expect(inAcademicYears({ from: '2018-01-01', to: '2018-12-31' })).toEqual({ from: '2018-01-01', to: '2018-12-31' })
})
