import { expect, it } from 'vitest'
import { forget, remembered, rememberedBy } from './remembered.ts'

it('reads the same words once until the letter is done', () => {
  const read: string[] = []
  const length = remembered((text) => read.push(text) && text.length)
  expect([length('fines'), length('fines'), length('bins')]).toEqual([5, 5, 4])
  expect(read).toEqual(['fines', 'bins'])
  forget()
  expect(length('fines')).toBe(5)
  expect(read).toEqual(['fines', 'bins', 'fines'])
})

it('keeps null, and what was read in one way apart from the other', () => {
  const read: string[] = []
  const day = rememberedBy((text, by: string | null) => {
    read.push(`${text} ${by}`)
    return by && `${text} ${by}`
  })
  expect([day('a', null), day('a', '2019'), day('a', null), day('a', '2019')]).toEqual([null, 'a 2019', null, 'a 2019'])
  expect(read).toEqual(['a null', 'a 2019'])
})
