import { type CutLine, hasLabel } from './cut-lines.ts'
import { headRows } from './head-rows.ts'
import { isBold, type PrintedLine, textOf } from './lines.ts'

export function aroundAnchors(
  block: readonly CutLine[],
  anchors: readonly CutLine[],
  edges: readonly number[],
): readonly (readonly CutLine[])[] {
  const [first] = anchors
  const start = first ? block.indexOf(first) : 0
  const leading = block.slice(0, start)
  const own = first && isLabelOf(leading, first) ? leading : []
  const groups: (readonly CutLine[])[] = []
  let before: readonly CutLine[] = own
  anchors.forEach((anchor, index) => {
    const from = block.indexOf(anchor)
    const next = anchors[index + 1]
    const between = block.slice(from + 1, next ? block.indexOf(next) : block.length)
    const { kept, alone, passed } = share(anchor, next, between, before.length, edges)
    groups.push([...before, anchor, ...kept], ...alone.map((line) => [line]))
    before = passed
  })
  return [...headRows(own.length > 0 ? [] : leading), ...groups]
}

/** Are these the first lines of the anchor's own label, which has none on its line? */
function isLabelOf(lines: readonly CutLine[], anchor: CutLine): boolean {
  return (
    lines.length > 0 &&
    !hasLabel(anchor) &&
    lines.every(({ cells }) => cells.every(({ column, columns }) => column === 0 && columns === 1))
  )
}

interface Shared {
  readonly kept: readonly CutLine[]
  readonly alone: readonly CutLine[]
  readonly passed: readonly CutLine[]
}

/** Lines between two anchors: the wrapped rest of the upper row, rows of their own, or the beginning of the lower row. */
function share(
  anchor: CutLine,
  next: CutLine | undefined,
  between: readonly CutLine[],
  above: number,
  edges: readonly number[],
): Shared {
  if (next && !hasLabel(next)) {
    // Figures in the middle of their row: as many lines of the label below them as above.
    const kept = hasLabel(anchor) && above === 0 ? wrapped(anchor, between, edges) : between.slice(0, above)
    return { kept, alone: [], passed: between.slice(kept.length) }
  }
  if (isYears(anchor)) return { kept: [], alone: between, passed: [] }
  const kept = hasLabel(anchor) ? wrapped(anchor, between, edges) : between
  return { kept, alone: between.slice(kept.length), passed: [] }
}

/** "2019  2020  2021" without a label: headings, and what stands below them is a title of rows. */
function isYears({ cells }: CutLine): boolean {
  return cells.length > 1 && cells.every(({ column, line }) => column > 0 && /^(?:19|20)\d\d$/.test(textOf(line)))
}

/** The first of these lines, as long as each holds only words that did not fit on the line above it. */
function wrapped(anchor: CutLine, lines: readonly CutLine[], edges: readonly number[]): readonly CutLine[] {
  const kept: CutLine[] = []
  let above = anchor
  for (const line of lines) {
    const goesOn = line.cells.every(({ column, columns, line: words }) => {
      const before = [anchor, ...kept].map(({ cells }) => cells.find((cell) => cell.column === column)?.line)
      const last = before.findLast((each) => each !== undefined)
      return (
        columns === 1 &&
        last !== undefined &&
        isBold(last) === isBold(words) &&
        didNotFit(last, words, edges[column + 1] ?? 0)
      )
    })
    if (!goesOn && line.cells.some(({ column }) => column === 0)) break
    kept.push(line)
    above = line
  }
  return above === anchor ? [] : kept
}

function didNotFit(above: PrintedLine, below: PrintedLine, edge: number): boolean {
  const [word] = below.words
  const needed = above.box[2] + (word.box[2] - word.box[0]) + 0.25 * below.size
  return needed > edge - below.size || /^[\p{Ll}(&]/u.test(textOf(below))
}
