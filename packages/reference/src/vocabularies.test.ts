import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { writeVocabularies } from './write-vocabularies.ts'

it('keeps the unions as their lists have them', () => {
  expect(readFileSync(new URL('./vocabularies.ts', import.meta.url), 'utf8')).toBe(writeVocabularies())
})
