import { expect, it } from 'vitest'
import { areas, brokenShown } from './index.ts'

it('ways of numbering, answering and citing do what their examples show', () => {
  expect(brokenShown()).toEqual([])
})

it('no two rules have one name', () => {
  const ids = areas.flatMap(({ rules }) => rules.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
})
