import type { Line } from '../../letter.ts'
import { isSentence, numberOf } from '../cells.ts'
import { asRow, type GridRow } from '../grid.ts'
import { isHeadOfAmounts, isHeadOfFigures, isHeadOfLabels } from '../headings.ts'
import { isPeriodLabel } from '../period-labels.ts'
import type { Body, LineKind } from './cell-rhythm.ts'

interface Headed {
  readonly rows: readonly GridRow[]
  readonly headRows: number
  readonly first: number
}

/**
 * Finds the head above rows that stand one cell to a line; null where the lines above settle none.
 * `from` is the first line that no other table has.
 */
export function headAbove(lines: readonly Line[], kinds: readonly LineKind[], body: Body, from: number): Headed | null {
  return periodsAsFirstRow(body) ?? inTwoRows(lines, kinds, body, from) ?? inOneRow(lines, kinds, body, from)
}

/** "Device, 2018, 2019, Phone, 4, 6": what looks like the first row is the head, for its figures are all years. */
function periodsAsFirstRow(body: Body): Headed | null {
  const [first, ...rest] = body.rows
  const isHead = first?.slice(1).every((line) => isPeriodLabel(line.text)) ?? false
  const isOnlyHead = rest.every((row) => row.slice(1).some((line) => !isPeriodLabel(line.text)))
  if (!first || !isHead || !isOnlyHead || rest.length === 0) return null
  return { rows: [first, ...rest].map(asRow), headRows: 1, first: body.start }
}

/** "Device, 2018, 2019, Lost, Stolen, Lost, Stolen": the lower row says the same under every label of the upper one. */
function inTwoRows(lines: readonly Line[], kinds: readonly LineKind[], body: Body, from: number): Headed | null {
  const lower = cellsAbove(lines, kinds, body.start, body.figures, from)
  const size = lower ? repeatOf(lower.map((line) => line.text.toLowerCase())) : null
  if (!lower || size === null) return null
  const groups = lower.length / size
  const upper = cellsAbove(lines, kinds, body.start - lower.length, groups, from)
  if (!upper || new Set(upper.map((line) => line.text)).size < groups) return null
  const start = body.start - lower.length - groups
  const corner = cornerAbove(lines, kinds, start, from)
  const spread = upper.flatMap((group) => {
    const [cell] = asRow([group])
    return cell ? [cell, ...Array.from({ length: size - 1 }, () => ({ ...cell, text: '' }))] : []
  })
  const rows = [
    [cornerCell(corner, upper), ...spread],
    [cornerCell(null, lower), ...asRow(lower)],
    ...body.rows.map(asRow),
  ]
  return { rows, headRows: 2, first: corner ? start - 1 : start }
}

/** "Type, Number": one head for each column, the corner perhaps empty. */
function inOneRow(lines: readonly Line[], kinds: readonly LineKind[], body: Body, from: number): Headed | null {
  const heads = cellsAbove(lines, kinds, body.start, body.figures, from)
  if (!heads || new Set(heads.map((line) => line.text)).size < heads.length) return null
  const start = body.start - heads.length
  const corner = cornerAbove(lines, kinds, start, from)
  const isKnown = heads.some((line) => isHeadOfFigures(line.text) || isPeriodLabel(line.text))
  if (!isKnown && !(corner && isHeadOfLabels(corner.text))) return null
  // "Number of vans lost", 15, "Number of vans sold", 6: questions and their answers, not rows.
  if (body.rows.some(([label]) => label !== undefined && isHeadOfAmounts(label.text))) return null
  const rows = [[cornerCell(corner, heads), ...asRow(heads)], ...body.rows.map(asRow)]
  return { rows, headRows: 1, first: corner ? start - 1 : start }
}

/** The lines directly above that could be heads; null where one of them could not. */
function cellsAbove(
  lines: readonly Line[],
  kinds: readonly LineKind[],
  end: number,
  count: number,
  from: number,
): readonly Line[] | null {
  if (end - count < from) return null
  const isHeads = kinds.slice(end - count, end).every((kind) => kind === 'label' || kind === 'period')
  return isHeads ? lines.slice(end - count, end) : null
}

/** The head of the labels, where the line above is one: not a title set apart, nor a word that opens an answer. */
function cornerAbove(lines: readonly Line[], kinds: readonly LineKind[], start: number, from: number): Line | null {
  const line = lines[start - 1]
  if (!line || start - 1 < from || kinds[start - 1] !== 'label') return null
  if (isHeadOfLabels(line.text)) return line
  const isSetApart = lines[start]?.gap === true && lines[start + 1]?.gap === false
  const opens =
    /^(?:our |the |council )?(?:response|answer|reply|decision|information|results?|data|table|figure|appendix|annex)\b/i.test(
      line.text,
    )
  return isSetApart || opens || line.text.split(' ').length > 5 || isSentence(line.text) ? null : line
}

function cornerCell(corner: Line | null, row: readonly Line[]): GridRow[number] {
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
