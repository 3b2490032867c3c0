import type { Line } from '../../letter.ts'
import { isSentence, numberOf } from '../cells.ts'
import { asRow, type GridRow, type Label } from '../grid.ts'
import { isHeadOfAmounts, isHeadOfFigures, isHeadOfLabels } from '../headings.ts'
import { isPeriodLabel } from '../period-labels.ts'
import type { CellLine } from './cell-words.ts'
import { headLine } from './head-line.ts'
import type { Body } from './row-rhythm.ts'
import { isUnfinished } from './stream/heads.ts'

export interface HeadedRows {
  readonly rows: readonly GridRow[]
  readonly headRows: number
  readonly first: number
}

/** Heads of so many columns, and the first of the lines they fill. */
interface Heads {
  readonly corner: Label | null
  readonly heads: readonly Label[]
  readonly first: number
}

/**
 * Finds the head above rows that share their shape; null where the lines above settle none. `from` is the first line that no other
 * table has.
 */
export function headAbove(lines: readonly CellLine[], body: Body, from: number): HeadedRows | null {
  return periodsAsFirstRow(body) ?? inTwoRows(lines, body, from) ?? inOneRow(lines, body, from)
}

/** "Device, 2018, 2019, Phone, 4, 6": what looks like the first row is the head, for its figures are all years. */
function periodsAsFirstRow(body: Body): HeadedRows | null {
  const [first, ...rest] = body.rows
  const isHead = first?.slice(1).every((cell) => isPeriodLabel(cell.text)) ?? false
  const isOnlyHead = rest.every((row) => row.slice(1).some((cell) => !isPeriodLabel(cell.text)))
  if (!first || !isHead || !isOnlyHead || rest.length === 0) return null
  // "Request for copies" above "7 June 2022" is another matter.
  if (body.figures === 1 && !isHeadOfLabels(first[0]?.text ?? '')) return null
  return { rows: [first, ...rest].map(asRow), headRows: 1, first: body.start }
}

/** "Device, 2018, 2019, Lost, Stolen, Lost, Stolen": the lower row says the same under every label of the upper one. */
function inTwoRows(lines: readonly CellLine[], body: Body, from: number): HeadedRows | null {
  for (const lower of headsAt(lines, body.start, body.figures, from)) {
    const size = repeatOf(lower.heads.map((head) => head.text.toLowerCase()))
    if (size === null) continue
    const [upper] = headsAt(lines, lower.first, body.figures / size, from)
    if (!upper || new Set(upper.heads.map((head) => head.text)).size < upper.heads.length) continue
    const corner = upper.corner ?? cornerAbove(lines, upper.first, from)
    const spread = upper.heads.flatMap((group) => {
      const [cell] = asRow([group])
      return cell ? [cell, ...Array.from({ length: size - 1 }, () => ({ ...cell, text: '' }))] : []
    })
    const rows = [
      [cornerCell(corner, upper.heads), ...spread],
      [cornerCell(lower.corner, lower.heads), ...asRow(lower.heads)],
      ...body.rows.map(asRow),
    ]
    return { rows, headRows: 2, first: corner && corner !== upper.corner ? upper.first - 1 : upper.first }
  }
  return null
}

/** "Type, Number": one head for each column, the corner perhaps empty. */
function inOneRow(lines: readonly CellLine[], body: Body, from: number): HeadedRows | null {
  const ways = headsAt(lines, body.start, body.figures, from)
  // Rows over several lines have heads over several lines.
  const isTall = body.end - body.start > body.rows.length
  for (const found of isTall ? ways.toReversed() : ways) {
    if (new Set(found.heads.map((head) => head.text)).size < found.heads.length) continue
    // "Number of" on a line of its own: heads go on over lines.
    if (found.heads.some((head) => isUnfinished(head.text))) continue
    const corner = found.corner ?? cornerAbove(lines, found.first, from)
    const isKnown = found.heads.some((head) => isHeadOfFigures(head.text) || isPeriodLabel(head.text))
    if (!isKnown && !(corner && isHeadOfLabels(corner.text))) continue
    // One figure to a label is a list, which the line above it does not head: "2013", "Lost 4", "Stolen 5".
    if (body.figures === 1 && !(corner && (isHeadOfLabels(corner.text) || isHeadOfFigures(found.heads[0]?.text ?? ''))))
      continue
    // "Number of vans lost", 15, "Number of vans sold", 6: questions and their answers, not rows.
    if (
      !found.heads.some((head) => isPeriodLabel(head.text)) &&
      body.rows.some(([label]) => isHeadOfAmounts(label?.text ?? ''))
    )
      continue
    const rows = [[cornerCell(corner, found.heads), ...asRow(found.heads)], ...body.rows.map(asRow)]
    return { rows, headRows: 1, first: corner && corner !== found.corner ? found.first - 1 : found.first }
  }
  return null
}

/** The ways in which lines above hold so many heads: on one line, or one to each line. */
function headsAt(lines: readonly CellLine[], end: number, count: number, from: number): readonly Heads[] {
  const above = lines[end - 1]
  if (!above || end - 1 < from || !Number.isInteger(count)) return []
  const cut = count > 1 || above.kind !== 'period' ? headLine(above.line, count) : null
  const onOne = cut ? [{ ...cut, first: end - 1 }] : []
  const each = lines.slice(Math.max(end - count, from), end)
  const areHeads =
    each.length === count && each.every(({ kind }) => kind === 'label' || kind === 'period' || kind === 'either')
  return areHeads ? [...onOne, { corner: null, heads: each.map(({ line }) => line), first: end - count }] : onOne
}

/** The head of the labels, where the line above is one: not a title set apart, nor a word that opens an answer. */
function cornerAbove(lines: readonly CellLine[], start: number, from: number): Line | null {
  const above = lines[start - 1]
  if (!above || start - 1 < from || above.kind !== 'label') return null
  const { line } = above
  if (isHeadOfLabels(line.text)) return line
  const isSetApart = lines[start]?.line.gap === true && lines[start + 1]?.line.gap === false
  const opens =
    /^(?:our |the |council )?(?:response|answer|reply|decision|information|results?|data|table|figure|appendix|annex)\b/i.test(
      line.text,
    )
  return isSetApart || opens || line.text.split(' ').length > 5 || isSentence(line.text) ? null : line
}

function cornerCell(corner: Label | null, row: readonly Label[]): GridRow[number] {
  const at = row[0]?.start ?? 0
  return corner
    ? { text: corner.text, under: corner.text, start: corner.start, end: corner.end }
    : { text: '', under: '', start: at, end: at }
}

/**
 * After how many labels a row says the same again; null where it never does.
 * One label may be misspelt ("Stole" for "Stolen").
 */
function repeatOf(labels: readonly string[]): number | null {
  for (let size = 2; size <= labels.length / 2; size += 1) {
    if (labels.length % size !== 0) continue
    const odd = labels.filter((label, at) => at >= size && label !== labels[at % size])
    const isNear = odd.every((label) =>
      labels.slice(0, size).some((first) => first.startsWith(label) || label.startsWith(first)),
    )
    if (odd.length <= (labels.length > 4 ? 1 : 0) && isNear && labels.every((label) => numberOf(label) === null))
      return size
  }
  return null
}
