import type { Span } from '@disclosed/document'
import { findPeriods } from '../periods/index.ts'
import { lineAround } from './lines.ts'

/**
 * What a figure beside others in one line is a figure of: the few words before it («Letters: 92. Emails: 173») or, where the line begins with a
 * figure, those behind it («4 concluded 1 dismissed»). Null where it stands alone, or its words are no name.
 */
export function labelOf(text: string, figure: Span, told: readonly Span[]): string | null {
  const line = lineAround(text, figure)
  const beside = told.filter((other) => line.start <= other.start && other.start < line.end)
  const at = beside.findIndex(({ start }) => start === figure.start)
  const [first] = beside
  if (!first || beside.length < 2) return null
  const leads = /[A-Za-z]/.test(text.slice(line.start, first.start))
  const from = leads ? (beside[at - 1]?.end ?? line.start) : figure.end
  const to = leads ? figure.start : (beside[at + 1]?.start ?? line.end)
  const label = bare(text.slice(from, to))
  return label !== '' &&
    !isNoName.test(label) &&
    label.split(/\s+/).length <= mostWords &&
    findPeriods(label, { requestDate: null }).length === 0
    ? label
    : null
}

const mostWords = 6

/** The words behind the last mark that ends something, without what joins them to the figure. */
function bare(words: string): string {
  return (
    words
      .slice(-120)
      .split(/[,;.()|\n]|:\s(?=[A-Za-z])/)
      .findLast((each) => /[A-Za-z]/.test(each)) ?? ''
  )
    .replace(/^\s*(?:and|with|of which)\b/i, '')
    .replace(/[\s:=–-]{1,6}$/, '')
    .replace(/^[\s:=–•*-]{1,6}/, '')
    .trim()
}

/** «There were», «of them were withdrawn»: words that tell something, and name nothing. */
const isNoName =
  /\b(?:there|were|was|is|are|has|have|had|been|be|we|it|they|them|this|that|these|those|which|who|although|however|because|response|answer|question|q\d+)\b|^(?:of|in|to|for|from|by|the|a|an|on|at)$/i
