import type { Span } from '@disclosed/document'
import { stemsOf } from './affinity.ts'
import type { Context } from './found-value.ts'

/** The parts of a sentence that each have figures of their own. */
interface Clauses {
  readonly main: Span
  readonly added: Span
  /** Does what is added speak of what was asked, and the first do not? */
  readonly isAddedAsked: boolean
}

/**
 * A sentence whose figures are parted by what it adds behind its comma. «There were 37 in 2020/21 and 44 in 2021/22, of which 12 and 9 arose
 * in schools» answers before it; «60 were made, but only 12 were upheld» answers «How many were upheld?» in what it adds. Null where there is
 * but one.
 */
export function clausesOf(span: Span, { text, words: asked }: Context): Clauses | null {
  const words = text.slice(span.start, Math.min(span.end, span.start + longest))
  const at = adds.exec(words)?.index ?? 0
  const [main, added] = [words.slice(0, at), words.slice(at)]
  if (!hasFigure.test(main) || !hasFigure.test(added)) return null
  const [known, wanted] = [new Set(stemsOf(main)), new Set(stemsOf(asked))]
  return {
    main: { start: span.start, end: span.start + at },
    added: { start: span.start + at, end: span.end },
    isAddedAsked: stemsOf(added).some((stem) => wanted.has(stem) && !known.has(stem)),
  }
}

const longest = 1000

const adds =
  /(?:[,;]| [–—-])\s{1,3}(?:of (?:which|whom|these|those|them)|including|although|though|but|however|while|whereas|which|neither|none of|with)\b/i

const hasFigure = /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|none|neither)\b/i
