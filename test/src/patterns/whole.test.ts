import { describe, expect, it } from 'vitest'
import { hostileLetters, timeToRead } from './whole.ts'

/** Twice the text may take four times as long and not more; below the floor a busy machine's own doings are larger. */
const short = 60_000
const long = 240_000
const floor = 1_000

describe('a letter that nobody writes', { timeout: 300_000 }, () => {
  it.for(Object.keys(hostileLetters))('is read in time that grows in step: %s', async (name) => {
    const piece = hostileLetters[name] ?? (() => ' ')
    // What a first letter makes ready is not its own.
    await timeToRead(piece, 2_000)
    let one = await timeToRead(piece, short)
    let four = await timeToRead(piece, long)
    for (let tries = 0; tries < 2 && four > Math.max(floor, 8 * one); tries += 1) {
      one = Math.max(one, await timeToRead(piece, short))
      four = Math.min(four, await timeToRead(piece, long))
    }
    expect(four).toBeLessThanOrEqual(Math.max(floor, 8 * one))
  })
})
