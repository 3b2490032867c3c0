import { trimmed } from '@disclosed/document'
import type { Passage } from '../passages/index.ts'
import { asksInSeries } from './in-series.ts'
import type { Candidate } from './index.ts'
import { isHeading } from './points.ts'

/**
 * «Request» over «The reasons for the failures», «Response» below, and again «Request» …: where some requests that a letter heads so
 * are worded as asks, what stands alone under another such heading is asked, too.
 */
export function withSilentRequests(
  text: string,
  passages: readonly Passage[],
  found: readonly Candidate[],
): readonly Candidate[] {
  const filled = new Set(
    found.flatMap(({ occurrence }) => Array.from({ length: occurrence.passages }, (_, at) => occurrence.passage + at)),
  )
  const blocks: Passage[][] = []
  for (const passage of passages) {
    if (passage.role !== 'request') continue
    const last = blocks.at(-1)
    if (last?.at(-1)?.index === passage.index - 1) last.push(passage)
    else blocks.push([passage])
  }
  if (blocks.length < 2 || !blocks.every((block) => block.some(({ words }) => isHeading(words)))) return found
  const silent = blocks.flatMap((block) => {
    const [only, ...more] = block.slice(block.findLastIndex(({ words }) => isHeading(words)) + 1)
    const isSilent = only && more.length === 0 && block.every(({ index }) => !filled.has(index))
    return isSilent && passages[only.index + 1]?.role === 'reply' ? fromWhole(text, only) : []
  })
  return [...found, ...silent].toSorted((one, other) => one.span.start - other.span.start)
}

/** «You asked for the number of swans, and the cost of their keep»: what an authority tells of as two it answers as two. */
export function fromWhole(text: string, { index, body, words, role }: Passage): readonly Candidate[] {
  const parts = toldByAuthority.test(words) ? asksInSeries(text, body, 2) : []
  const asks = parts.length > 0 ? parts : [{ number: null, span: body }]
  return asks.map(({ number, span }) => ({
    number,
    span: trimmed(text, span),
    stem: null,
    occurrence: { passage: index, passages: 1, answer: null },
    role,
    listed: false,
    marked: false,
    answered: false,
  }))
}

const toldByAuthority = /^you (?:have |had )?(?:asked|requested)\b/i
