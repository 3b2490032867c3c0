import { expect, it } from 'vitest'
import { withinTime } from './read-here.ts'
import { TooSlow } from './reading-task.ts'

it('gives up on an expression that never ends', () => {
  const work = () => /^(a+)+$/.test(`${'a'.repeat(40)}b`)
  expect(() => withinTime(work, 0.2)).toThrow(new TooSlow('took longer than 0.2 seconds and was stopped.'))
})

it('gives what the work makes, and what goes wrong in it', () => {
  expect(withinTime(() => 'read', 5)).toBe('read')
  const work = () => {
    throw new RangeError('of ours')
  }
  expect(() => withinTime(work, 5)).toThrow(new RangeError('of ours'))
})
