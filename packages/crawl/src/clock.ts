import { setTimeout as wait } from 'node:timers/promises'

/** The time as the crawl sees it, in milliseconds; a test brings one that goes faster. */
export interface Clock {
  now(): number
  /** Resolves when so much time has passed, or the signal says stop: never rejects. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

export const wallClock: Clock = clockOf(() => Date.now(), 1)

/** A clock of tests. */
export interface FastClock extends Clock {
  /** So much time has passed at once. */
  skip(milliseconds: number): void
}

/**
 * A clock that goes so many times faster than time does, and said `start` when the wall clock said `since`. Processes that are told the
 * same three numbers agree until one of them skips.
 */
export function fastClock(times: number, start: number, since: number): FastClock {
  let skipped = 0
  return {
    ...clockOf(() => start + skipped + (Date.now() - since) * times, times),
    skip: (milliseconds) => {
      skipped += milliseconds
    },
  }
}

/** The longest wait that timers take at once. */
const longest = 2 ** 31 - 1

function clockOf(now: () => number, times: number): Clock {
  return {
    now,
    sleep: async (milliseconds, signal) => {
      const end = now() + milliseconds
      while (now() < end && !signal?.aborted) {
        const left = Math.min(longest, Math.ceil((end - now()) / times))
        await wait(left, undefined, signal ? { signal } : {}).catch(() => {})
      }
    },
  }
}

/** "2026-05-31T09:30:00.000Z" */
export function iso(time: number): string {
  return new Date(time).toISOString()
}

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour
