import { expect, it } from 'vitest'
import { csvCell, textSafe } from './csv-cell.ts'

it.for([
  ['=HYPERLINK("http://x.example")', `'=HYPERLINK("http://x.example")`],
  ["-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['＝1+1', "'＝1+1"],
  ['- Laptops', "'- Laptops"],
  ['-5', '-5'],
  ['+1,200.50', '+1,200.50'],
  ['-', '-'],
  ['12', '12'],
  ['a = b', 'a = b'],
] as const)('%j is written %j', ([text, written]) => {
  expect(textSafe(text)).toBe(written)
})

it('quotes what needs it, and leaves null empty', () => {
  expect(['a,b', 'say "x"', 'two\nlines', 'plain', 1.5, null].map(csvCell)).toEqual([
    '"a,b"',
    '"say ""x"""',
    '"two\nlines"',
    'plain',
    '1.5',
    '',
  ])
})
