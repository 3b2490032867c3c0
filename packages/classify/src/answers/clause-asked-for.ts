import type { Span } from '@disclosed/document'
import { findPeriods } from '../periods/index.ts'
import { stemsOf } from './affinity.ts'
import type { Context } from './found-value.ts'

/**
 * The clause of a sentence that was asked for, where another with figures of its own stands beside it. «There were 37 in 2020/21 and 44 in
 * 2021/22, of which 12 and 9 arose in schools»: what is added behind the comma is left out. «60 were made, but only 12 were upheld» to «How
 * many were upheld?»: what is added is the answer. Null where there is but one, or where the added one takes its time from the first.
 */
export function clauseAskedFor(span: Span, { text, words: asked, requestDate }: Context): Span | null {
  const words = text.slice(span.start, Math.min(span.end, span.start + longest))
  const at = adds.exec(words)?.index ?? 0
  const main = words.slice(0, at)
  const added = words.slice(at)
  if (!hasFigure.test(main) || !hasFigure.test(added)) return null
  const [known, wanted] = [new Set(stemsOf(main)), new Set(stemsOf(asked))]
  const isAsked = stemsOf(added).some((stem) => wanted.has(stem) && !known.has(stem))
  if (!isAsked) return { start: span.start, end: span.start + at }
  return findPeriods(main, { requestDate }).length > 0 ? null : { start: span.start + at, end: span.end }
}

const longest = 1000

const adds =
  /(?:[,;]| [–—-])\s{1,3}(?:of (?:which|whom|these|those|them)|including|although|though|but|however|while|whereas|which|neither|none of|with)\b/i

const hasFigure = /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|none|neither)\b/i
