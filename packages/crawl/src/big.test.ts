import { expect, it } from 'vitest'
import { crawlBig } from './testing/index.ts'

it('brings home exactly what many hosts have, at the pace promised, though they fail and it is killed again and again', async () => {
  const times = 400
  const { expected, right, extra, megabytes, killed, leastPause, atOnce, repeated } = await crawlBig({
    hosts: 8,
    itemsPerHost: 50,
    kills: 6,
    times,
  })
  expect({ right, extra, killed }).toEqual({ right: expected, extra: 0, killed: 6 })
  // The hosts see requests arrive: one that a busy machine held up on its way for 3 ms comes over a second late by their clock, and
  // the next one does not. Whoever kept no pace would come at once.
  expect(leastPause).toBeGreaterThanOrEqual(5 - 0.003 * times)
  expect(atOnce).toBe(1)
  // Three of the faults of each host cut an answer that had begun well.
  expect(repeated).toBeLessThanOrEqual(3 * 8)
  expect(megabytes).toBeLessThan(300)
})
