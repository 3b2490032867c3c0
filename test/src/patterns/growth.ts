import type { Pattern } from './census.ts'
import { hostilePieces } from './pieces.ts'

/** A text on which a pattern takes too long. */
export interface Slow {
  readonly text: string
  readonly length: number
  readonly milliseconds: number
}

/**
 * Time in step with the length is some 5 to 50 nanoseconds for a character, time that grows with its square a thousand and more
 * at these lengths: the line between them is so far from both that a busy machine crosses it neither way.
 */
const nanosecondsEach = 2_000
const suspicious = 200
const lengths = [24, 60, 200, 1_000, 4_000]
/** In small steps where repeats stand in repeats: time that doubles with every character must be seen before it never ends. */
const smallSteps = [16, 20, 24, 28, 32, 37, 43, 50, 58, 68, 80, 96, 120, 150, 200, 400, 1_000, 4_000]
const confirming = [16_000, 64_000, 256_000, 1_000_000]
/** What no text can reach that is short: making the expression ready takes time as well. */
const floor = 20

/** Whatever a repeat has read, it does not end as the pattern wants. */
const ending = '\u0000!\n x'

/** The first hostile text on which the time is out of step with the length; null where there is none. */
export function outOfStep(pattern: Pattern): Slow | null {
  const expression = new RegExp(pattern.source, [...new Set(`${pattern.flags}g`.replace('y', ''))].join(''))
  const { pieces, isNested } = hostilePieces(pattern)
  for (const [before, again] of unlike(pieces)) {
    const slow = slowOn(expression, before, again, isNested ? smallSteps : lengths)
    if (slow) return slow
  }
  return null
}

function slowOn(expression: RegExp, before: string, again: string, steps: readonly number[]): Slow | null {
  const timed = (length: number, enough: number): Slow => {
    const text = before + again.repeat(Math.ceil(length / again.length)) + ending
    const milliseconds = fastest(() => read(expression, text), Math.max(enough, (text.length * nanosecondsEach) / 1e6))
    return { text: `${before}${again} …`, length: text.length, milliseconds }
  }
  const isSlow = ({ length, milliseconds }: Slow) => milliseconds > Math.max(floor, (length * nanosecondsEach) / 1e6)
  let last: Slow | null = null
  for (const length of steps) {
    last = timed(length, floor)
    if (isSlow(last)) return last
  }
  if (!last || last.milliseconds < (last.length * suspicious) / 1e6) return null
  for (const length of confirming) {
    last = timed(length, 0)
    if (isSlow(last)) return last
  }
  return null
}

function unlike(pieces: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  const seen = new Set<string>()
  return pieces.filter(([before, again]) => {
    const key = `${before}\u0000${again}`
    if (again === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function read(expression: RegExp, text: string): void {
  expression.lastIndex = 0
  for (const _ of text.matchAll(expression));
}

/** In time of this thread's own: what else the machine does is no matter. Tried again only where it seems a little slow. */
function fastest(work: () => void, enough: number): number {
  let best = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < 4 && best > enough && (tries === 0 || best < 10 * enough); tries += 1) {
    const before = process.threadCpuUsage()
    work()
    const { user, system } = process.threadCpuUsage(before)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}
