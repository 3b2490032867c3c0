import type { Asked } from '../questions/index.ts'
import { ownWords, speaksOf } from './affinity.ts'
import type { Segment } from './pairing.ts'

/** «1. How many parks are there?» over «2. How many closed?» over «4»: where the others are answered right below them, the first was passed over. */
export function toTheLast(text: string, segments: readonly Segment[], asked: readonly Asked[]): readonly Segment[] {
  const own = new Set(
    segments.flatMap(({ how, questions }) => (how === 'below' && questions.length === 1 ? questions : [])),
  )
  return segments.map((segment) => {
    const { how, questions, span } = segment
    const last = questions.at(-1)
    const others = asked.length - questions.length
    const isOver =
      how === 'run' && questions.length === 2 && last !== undefined && own.size > 0 && own.size * 2 >= others
    const said = text.slice(span.start, span.end).trim()
    return isOver && (isFigureLine.test(said) || opensWithFigure.test(said) || speaksOfLast(said, questions, asked))
      ? { ...segment, questions: [last], how: 'below' }
      : segment
  })
}

/** «0. Although one was begun, …», «None, but …», «14 (four of them by post)» */
const opensWithFigure = /^(?:[£<>~]\s?)?(?:\d[\d,]{0,14}%?|nil|none|zero|yes|no)(?:[.,;]\s|\s[(–-])/i

/** «Costs for 2023/24 are £193» below «The number of pupils …» and «The total costs …»: one sentence in the words of the second alone. */
function speaksOfLast(said: string, indexes: readonly number[], asked: readonly Asked[]): boolean {
  if (said.length > 200 || /[.!?]\s+\S/.test(said)) return false
  const about = speaksOf(said, ownWords(indexes.map((index) => asked[index]?.words ?? '')))
  return about.length === 1 && about[0] === indexes.length - 1
}

/**
 * «1. … 2. … 3. … £12,200 was paid. 4. …», and below «For questions 1, 2 and 4 the limit would be exceeded»: what stands in the middle of a list is
 * the last's above it, where each of the others is spoken of by its number.
 */
export function withinTheList(segments: readonly Segment[], asked: readonly Asked[]): readonly Segment[] {
  const named = new Set(
    segments.flatMap(({ how, questions }) => (how === 'named' || how === 'labelled' ? questions : [])),
  )
  if (named.size === 0) return segments
  return segments.map((segment) => {
    const { how, questions, span } = segment
    const last = questions.at(-1)
    if (how !== 'run' || questions.length < 2 || last === undefined || named.has(last)) return segment
    const goesOn = asked.some(({ index, span: next }) => index === last + 1 && next.start > span.start)
    const isLasts = goesOn && questions.every((index) => index === last || named.has(index))
    return isLasts ? { ...segment, questions: [last], how: 'below' as const } : segment
  })
}

/** «• 2015 - 2», «14», «Nil» */
export const isFigureLine =
  /^(?:[•*–·-]\s{1,3})?(?:(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d\d|(?:19|20)\d\d))?\s?[:=–-]\s?)?(?:[£<>~]\s?)?(?:\d[\d,.]{0,14}%?|nil|none|zero|yes|no|n\/a)\.?$/i
