import type { Word } from './drawn.ts'
import { linesOf, type PrintedLine } from './lines.ts'
import { edgesOf, type Stretch, stretches, widened } from './table-columns.ts'

/**
 * Edges that rules leave out: a table with one upright rule after its labels has columns that only white parts. Where
 * at least two lines, and most lines, of a ruled column have the same gaps, it is several columns.
 */
export function hiddenEdges(words: readonly Word[], left: number, right: number): readonly number[] {
  const inside = words.filter(({ box }) => (box[0] + box[2]) / 2 > left && (box[0] + box[2]) / 2 < right)
  const lines = linesOf(inside)
  const parted = lines.filter((line) => stretches(line).length > 1)
  if (parted.length < 2 || parted.length < 0.6 * lines.length) return []
  const columns = commonColumns(lines, parted)
  return columns ? edgesOf(columns).slice(1, -1) : []
}

/** The columns most lines agree on; a line or two may not fit them ("Fraction     of" set wide over one column). */
function commonColumns(lines: readonly PrintedLine[], parted: readonly PrintedLine[]): readonly Stretch[] | null {
  const counts = Map.groupBy(parted, (line) => stretches(line).length)
  const [usual] = [...counts.values()].toSorted((one, other) => other.length - one.length)
  const [first] = usual ?? []
  if (!usual || !first) return null
  let columns: readonly Stretch[] = stretches(first).map(({ box }) => ({ left: box[0], right: box[2] }))
  let unfit = 0
  for (const line of [...usual, ...lines.filter((each) => !usual.includes(each))]) {
    if (line === first) continue
    const wider = widened(columns, line)
    if (wider) columns = wider
    else unfit += 1
  }
  return unfit <= lines.length / 3 ? columns : null
}
