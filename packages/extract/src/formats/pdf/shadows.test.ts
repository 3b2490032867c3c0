import { expect, it } from 'vitest'
import type { Word } from './drawn.ts'
import { withoutShadows } from './shadows.ts'

const wordAt = (x: number, base: number): Word => ({
  text: 'No',
  box: [x, base - 8, x + 12, base + 2],
  base,
  size: 10,
  bold: false,
  mark: null,
  artifact: false,
  note: null,
  turned: false,
  spaced: true,
  href: null,
  page: 1,
})

it.for([1, 2, 12, 13, 60])('leaves out the shadow of each of %i words of one text, and keeps them', (count) => {
  const words = Array.from({ length: count }, (_, nth) => wordAt(72, 100 + 12 * nth))
  const shadows = words.map(({ base }) => wordAt(72.4, base + 0.3))
  expect(withoutShadows([...words, ...shadows])).toEqual(words)
  expect(withoutShadows(words.flatMap((word, nth) => [word, shadows[nth] ?? word]))).toEqual(words)
})
