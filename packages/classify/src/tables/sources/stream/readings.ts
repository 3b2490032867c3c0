import { isTotal } from '../../cells.ts'
import type { Label } from '../../grid.ts'
import { isHeadOfFigures, isHeadOfLabels } from '../../headings.ts'
import { isPeriodLabel } from '../../period-labels.ts'
import { type Atom, endsSentence, labelOf } from './atoms.ts'
import type { Link } from './chains.ts'
import { isUnfinished, nameHeads, periodHeads, startsAnew, wordHeads } from './heads.ts'
import { addsUp, type Loose, placedByTotals, placedFromLeft, type Row, sumsAcross } from './rows.ts'
import { wrappedLabels } from './wrapped.ts'

/** A table that a chain of labels and figures may be. */
export interface Found {
  readonly corner: Label | null
  /** None where nothing stands over the columns. */
  readonly heads: readonly Label[]
  readonly rows: readonly Row[]
  /** How many links it uses. */
  readonly used: number
}

/** A chain, or what is left of one: the first link's label stands at the end of the lead. */
export interface Stretch {
  readonly lead: readonly Atom[]
  readonly links: readonly Link[]
  readonly breaksOff: boolean
  /** The words behind its last figure. */
  readonly tail: readonly Atom[]
}

type Reading = (stretch: Stretch) => Found | null

/** The first that explains a stretch is taken: each asks for more than the ones after it. */
export const readings: readonly Reading[] = [underPeriods, besidePeriods, underWords, withoutHeads]

const fewestWithoutHeads = 3

/** "2019 2020 Vans 4 5 Cars 6 7": periods along the top, words at the side. */
function underPeriods({ lead, links, breaksOff, tail }: Stretch): Found | null {
  // "2019 2020 Total 4 5", "2019 2020 January 4 5": the last of them is the row's.
  for (const side of [[], lead.slice(-1).filter(({ text }) => isTotal(text) || isOfOtherShape(text, lead.at(-2)))]) {
    const found = periodHeads(lead, side)
    if (!found || found.rest.length === 0) continue
    const { corner, heads, rest } = found
    // «Thank you for your request of May 2023. You asked how many …»: a month in a sentence heads no column.
    if (heads.length === 1 && rest.slice(0, -1).some(endsSentence)) continue
    const columns = heads.length
    const labels = links.every(({ figures }) => figures.length === columns) ? wrappedLabels(rest, links, tail) : null
    const relabelled = labels ? links.map((link, at) => ({ ...link, label: labels[at] ?? [] })) : links
    const loose = looseRows(labels?.[0] ?? rest, relabelled, columns)
    if (!loose.some(({ figures }) => figures.length === columns)) continue
    const isBroken = breaksOff && loose.length === links.length
    const rows = placed(loose, columns, isBroken) ?? placedByTime(loose, heads)
    if (!rows || (columns === 1 && !isSureList(rows, corner, heads))) continue
    return {
      corner,
      heads,
      rows: rows.length === 1 ? [withTail(rows[0], links[1]?.label ?? tail)].flatMap((row) => row ?? []) : rows,
      used: usedBy(loose, links, columns),
    }
  }
  return null
}

/** "January" behind "2019 2020" heads a row; "2021" behind them does not. */
function isOfOtherShape(text: string, before: Atom | undefined): boolean {
  const shape = (words: string) => words.replaceAll(/\d/g, '9').replaceAll(/[a-z]{1,20}/gi, 'a')
  return before?.kind === 'period' && shape(text) !== shape(before.text)
}

function usedBy(loose: readonly Loose[], links: readonly Link[], columns: number): number {
  let rows = 0
  let used = 0
  while (rows < loose.length && used < links.length) {
    rows += Math.max(1, Math.floor((links[used]?.figures.length ?? 0) / columns))
    used += 1
  }
  return used
}

/** Rows as far as their figures fit: one to a link, or several where all but the first lost their labels. */
function looseRows(rest: readonly Atom[], links: readonly Link[], columns: number): readonly Loose[] {
  const rows: Loose[] = []
  let labelled = 0
  for (const [at, link] of links.entries()) {
    const label = at === 0 ? rest : link.label
    const isHead = label.filter(({ kind }) => kind === 'period').length > 1
    const count = link.figures.length
    if (isHead || label.length === 0) break
    // Below the total of all columns another list may begin.
    if (count < columns && isTotal(rows.at(-1)?.label?.text ?? '') && rows.at(-1)?.figures.length === columns) break
    // "Level 2 14 15": a number too many belongs to the label.
    if (count === columns + 1 && columns > 1 && labelled * 2 < links.length && endsInNumber(label, link.figures)) {
      labelled += 1
      rows.push({ label: labelOf([...label, ...link.figures.slice(0, 1)]), figures: link.figures.slice(1) })
      continue
    }
    if (count > columns && count % columns !== 0) break
    for (let from = 0; from < count; from += columns)
      rows.push({ label: from === 0 ? labelOf(label) : null, figures: link.figures.slice(from, from + columns) })
  }
  return rows
}

/** "Level 2" before the figures: a sum has no such number, nor is it a large one. */
function endsInNumber(label: readonly Atom[], [number]: readonly Atom[]): boolean {
  return /^\d{1,2}$/.test(number?.text ?? '') && !isTotal(labelOf(label)?.text ?? '')
}

/** The rows with each figure in its column; null where a row lacks some and nothing tells which. */
function placed(loose: readonly Loose[], columns: number, isBroken: boolean): readonly Row[] | null {
  if (loose.length === 0) return null
  const short = loose.filter(({ figures }) => figures.length < columns)
  if (short.length === 0) {
    const rows = loose.map((row) => placedFromLeft(row, columns))
    // A row that lost its label is one only where the others show how the rows go on.
    const unlabelled = rows.filter(({ label }) => label === null).length
    const isSettled = unlabelled === 0 || (columns === 1 ? addsUp(rows) === true : unlabelled * 3 < rows.length)
    return isSettled ? rows : null
  }
  const [only] = short
  if (isBroken && loose.length > 1 && short.length === 1 && only === loose.at(-1))
    return loose.map((row) => placedFromLeft(row, columns))
  return placedByTotals(loose, columns)
}

/**
 * Months below years of which the last is not over: "October 4 5", "November 6", where the other rows have two. Or quarters beside years,
 * of which the last row lacks some.
 */
function placedByTime(loose: readonly Loose[], heads: readonly Label[]): readonly Row[] | null {
  const columns = heads.length
  const dated = loose.filter(({ label }) => !isTotal(label?.text ?? ''))
  const first = dated.findIndex(({ figures }) => figures.length < columns)
  const short = dated.slice(first)
  const areDated =
    dated.every(({ label }) => isPeriodLabel(label?.text ?? '')) && heads.every(({ text }) => isPeriodLabel(text))
  const isTail = short.every(
    ({ figures }) => figures.length < columns && (short.length === 1 || figures.length === columns - 1),
  )
  const areTotalsFull = loose.every((row) => dated.includes(row) || row.figures.length === columns)
  const inOrder = heads.every(({ text }, at) => at === 0 || text.localeCompare(heads[at - 1]?.text ?? '') > 0)
  return first > 0 && areDated && isTail && areTotalsFull && inOrder
    ? loose.map((row) => placedFromLeft(row, columns))
    : null
}

/** One figure to a label is a table only where its rows add up, or a head says what both columns are. */
function isSureList(rows: readonly Row[], corner: Label | null, heads: readonly Label[]): boolean {
  if (rows.some(({ label }) => label !== null && !/^[A-Z\d<>≤≥£]/.test(label.text))) return false
  if (rows.length > 2 && addsUp(rows) === true) return true
  return (
    rows.length > 1 &&
    corner !== null &&
    isHeadOfLabels(corner.text) &&
    heads.every(({ text }) => isHeadOfFigures(text) || /^total /i.test(text))
  )
}

/** "Number of 63 82 113 patient falls recorded": the label goes on behind the figures. */
function withTail(row: Row | undefined, tail: readonly Atom[]): Row | undefined {
  if (!row?.label || !isUnfinished(row.label.text)) return row
  const end = tail.findIndex(({ text, breaks }) => breaks || /^[A-Z*†(]/.test(text))
  const rest = labelOf(tail.slice(0, end === -1 ? tail.length : end))
  return rest ? { ...row, label: { ...row.label, text: `${row.label.text} ${rest.text}` } } : row
}

/** "Year Fines 2019 14 2020 22": periods at the side. Several in front of their figures are columns that follow each other. */
function besidePeriods({ lead, links }: Stretch): Found | null {
  const own = lead.length - 1 - lead.findLastIndex(({ kind }) => kind !== 'period')
  const others = links.slice(1)
  const stop = others.findIndex(({ label }) => label.some(({ kind }) => kind !== 'period'))
  const after = stop === -1 ? others : others.slice(0, stop)
  const columns = columnsBeside(own, links[0]?.figures.length ?? 0, after)
  if (columns === null) return null
  const fits = after.findIndex(({ label, figures }) => figures.length !== label.length * columns)
  const next = fits === -1 ? after : after.slice(0, fits)
  const first = (links[0]?.figures.length ?? 0) / columns
  const side = lead.slice(lead.length - first)
  const rows = [{ label: side, figures: links[0]?.figures ?? [] }, ...next].flatMap((link) => rowsDown(link, columns))
  const above = withoutRepeat(lead.slice(0, lead.length - first))
  const used = next.length + 1
  const isLone = used === 1
  if (isLone && columns === 1) return series(above, rows, used)
  const along = periodHeads(above, [])
  const heads =
    along && along.rest.length === 0 && along.heads.length === columns
      ? along
      : (wordHeads(above, columns, 'known') ?? (rows.length >= fewestWithoutHeads ? nameHeads(above, columns) : null))
  if (!heads)
    return columns > 1 && rows.length >= fewestWithoutHeads && !isLone ? { corner: null, heads: [], rows, used } : null
  if (isLone && sumsAcross(rows, heads.heads) !== true) return null
  if (columns === 1 && !(heads.corner && isHeadOfLabels(heads.corner.text))) return null
  return rows.length > 1 ? { corner: heads.corner, heads: heads.heads, rows, used } : null
}

/** "Year Fines Year Fines": two tables side by side have the same head. */
function withoutRepeat(above: readonly Atom[]): readonly Atom[] {
  for (let size = 2; size <= 8 && size * 2 <= above.length; size += 1) {
    const text = (from: number) => labelOf(above.slice(above.length - from, above.length - from + size))?.text
    if (text(size) === text(size * 2)) return withoutRepeat(above.slice(0, -size))
  }
  return above
}

/** How many figures each period has. */
function columnsBeside(own: number, figures: number, after: readonly Link[]): number | null {
  const single = after[0] ? after[0].figures.length / after[0].label.length : figures / own
  return own > 0 && Number.isInteger(single) && single > 0 && figures % single === 0 && figures / single <= own
    ? single
    : null
}

/** Periods and behind them their figures, one column after the other. */
function rowsDown({ label, figures }: Link, columns: number): readonly Row[] {
  const count = label.length
  return label.map((period, at) => ({
    label: period,
    cells: Array.from({ length: columns }, (_, column) => figures[column * count + at] ?? null),
  }))
}

/** "2019 2020 2021 4 5 6": below a head they are a column, else a row. */
function series(above: readonly Atom[], rows: readonly Row[], used: number): Found | null {
  if (rows.length < 2) return null
  const heads = wordHeads(above, 1, 'known')
  if (heads?.corner && isHeadOfLabels(heads.corner.text))
    return { corner: heads.corner, heads: heads.heads, rows, used }
  const labels = rows.flatMap(({ label }) => label ?? [])
  return {
    corner: null,
    heads: labels,
    rows: [{ label: null, cells: rows.map(({ cells }) => cells[0] ?? null) }],
    used,
  }
}

/** "Ward Fines issued Fines paid Castle 12 9 Bridge 4 5": words over the columns and at the side. */
function underWords({ lead, links }: Stretch): Found | null {
  const columns = commonCount(links)
  if (columns === null || isUnderPeriods(lead)) return null
  const heads = wordHeads(
    lead,
    columns,
    links.slice(1).flatMap(({ label }) => labelOf(label) ?? []),
  )
  if (!heads || heads.rest.length === 0) return null
  const rows = placed(looseRows(heads.rest, links, columns), columns, false)
  if (!rows || rows.length < 2 || (columns === 1 && !isSureList(rows, heads.corner, heads.heads))) return null
  return { corner: heads.corner, heads: heads.heads, rows, used: usedBy(rows.map(asLoose), links, columns) }
}

/** Periods that head no columns that we could tell: any other head would leave them over. */
export function isUnderPeriods(lead: readonly Atom[]): boolean {
  return lead.some(({ kind }, at) => kind === 'period' && lead[at + 1]?.kind === 'period')
}

function asLoose({ label, cells }: Row): Loose {
  return { label, figures: cells.flatMap((cell) => cell ?? []) }
}

/** The number of figures that the first links share. */
function commonCount(links: readonly Link[]): number | null {
  const [first, second, third] = links.map(({ figures }) => figures.length)
  if (first === undefined || second === undefined) return null
  return first === second || first === third ? first : second === third ? second : null
}

/** Rows of several figures whose head cannot be told; the first label begins where something new does. */
function withoutHeads({ lead, links }: Stretch): Found | null {
  const columns = commonCount(links)
  if (columns === null || isUnderPeriods(lead)) return null
  const start = lead.findLastIndex((_, at) => startsAnew(lead, at))
  const side = start === -1 ? [] : lead.slice(start)
  if (side.length === 0 || side.length > 12) return null
  const all = looseRows(side, links, columns)
  const total = columns === 1 ? all.findIndex(({ label }) => isTotal(label?.text ?? '')) : -1
  const rows = total === -1 ? all : all.slice(0, total + 1)
  const isFull = rows.every(({ figures }) => figures.length === columns)
  if (rows.length < fewestWithoutHeads || !isFull) return null
  if (columns === 1 && !isSummedList(rows, links)) return null
  return {
    corner: null,
    heads: [],
    rows: rows.map((row) => placedFromLeft(row, columns)),
    used: usedBy(rows, links, columns),
  }
}

/** "2010-11 84", "2011-12 132", "Grand Total 216", each on its line: the total says that they are one table. */
function isSummedList(rows: readonly Loose[], links: readonly Link[]): boolean {
  const areLines = links.slice(1, rows.length).every(({ label }) => label[0]?.opens === true)
  return (
    areLines && isTotal(rows.at(-1)?.label?.text ?? '') && addsUp(rows.map((row) => placedFromLeft(row, 1))) === true
  )
}
