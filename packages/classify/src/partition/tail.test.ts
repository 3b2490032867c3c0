import { expect, it } from 'vitest'
import { partition } from './index.ts'
import { letterFrom } from './letter-from.ts'

function lastPart(text: string): string {
  const last = partition(letterFrom(text)).at(-1)
  return `${last?.role}: ${last?.lines[0].text}`
}

it.for([
  ['You asked:\n\nHow many swans?\n\nResponse\n\nFour.\n\nLeicester City Council', 'closing: Leicester City Council'],
  ['Response\n\nFour.\n\nInformation Team\nwww.council.example', 'closing: Information Team'],
] as const)('%s', ([text, last]) => {
  expect(lastPart(text)).toBe(last)
})

it('leaves an answer that is a name where it is', () => {
  expect(lastPart('You asked:\n\nWho owns the swans?\n\nResponse\n\nThe Crown, and three companies of dyers.')).toMatch(
    /^reply/,
  )
})
