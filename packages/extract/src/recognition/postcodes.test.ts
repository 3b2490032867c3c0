import { expect, it } from 'vitest'
import type { FoundWord } from './hocr.ts'
import { withPostcodes } from './postcodes.ts'

function line(text: string, number = 0): readonly FoundWord[] {
  return text
    .split(' ')
    .map((each) => ({ text: each, box: [0, 0, 9, 9], base: 9, size: 9, confidence: 0.95, line: number }))
}

function read(...lines: readonly string[]): string {
  return withPostcodes(lines.flatMap(line))
    .map(({ text, confidence }) => (confidence < 0.9 ? `${text}?` : text))
    .join(' ')
}

it.for([
  ['Amblethorpe AM9 SAF', 'Amblethorpe AM9 5AF?'],
  ['Amblethorpe AMS0 9YN', 'Amblethorpe AM50? 9YN'],
  ['AM1A OAB.', 'AM1A 0AB.?'],
])('puts right letters where a postcode has figures: %s', ([text = '', expected]) => {
  expect(read(text)).toBe(expected)
})

it.for(['AM9 SAFE', 'the FOI Act', 'Q1 SEE', 'AM9 SAf', 'AMS 9YN'])('leaves other words alone: %s', (text) => {
  expect(read(text)).toBe(text)
})

it('looks at one line at a time', () => {
  expect(read('Amblethorpe AM9', 'SAF')).toBe('Amblethorpe AM9 SAF')
})
