import type { AuthorityRow, Cell, Column } from '@disclosed/compare'
import type { Outcome } from '@disclosed/reference'
import { html, type Safe } from './html.ts'

const size = { width: 260, height: 96, left: 8, right: 8, top: 16, bottom: 18 }
/** Kinds of years that are drawn; each is a line of its own, and none is joined to another. */
const drawn = ['calendar', 'financial', 'academic'] as const

/** A cell that has its place in a chart. */
interface Point {
  readonly column: Column
  readonly cell: Cell
  readonly x: number
}

/**
 * A small chart of one authority over the years: a dot for a figure (hollow where it is not sure), a stroke for a bound, and on
 * the ground line the mark of a refusal or of silence. Whole years of each kind are joined where one follows the other. Null where nothing can be drawn.
 */
export function chartOf({ name, cells }: AuthorityRow, columns: readonly Column[]): Safe | null {
  const years = columns.flatMap(({ year, yearKind }) => (year === null || !isDrawn(yearKind) ? [] : [year]))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const points = columns.flatMap((column, index): readonly Point[] => {
    const cell = cells[index]
    return cell && column.year !== null && isDrawn(column.yearKind) && (isFigure(cell) || isRefusal(cell))
      ? [{ column, cell, x: xOf(column, first, last) }]
      : []
  })
  if (points.length === 0) return null
  const most = Math.max(1, ...points.map(({ cell }) => cell.high ?? cell.low ?? 0))
  const y = (value: number) => size.height - size.bottom - (value / most) * (size.height - size.top - size.bottom)
  const ground = y(0)
  return html`<figure><figcaption>${name}</figcaption>
<svg viewBox="0 0 ${String(size.width)} ${String(size.height)}" role="img" aria-label="${points.map(({ column, cell }) => `${column.label}: ${cell.shown}`).join(', ')}">
<line class="ground" x1="${String(size.left)}" x2="${String(size.width - size.right)}" y1="${at(ground)}" y2="${at(ground)}"/>
<text class="scale" x="${String(size.left)}" y="10">${points.some(({ cell }) => isFigure(cell)) ? most.toLocaleString('en-GB', { maximumFractionDigits: 1 }) : ''}</text>
${drawn.flatMap((kind) =>
  joined(
    points.filter(({ column }) => column.yearKind === kind),
    y,
  ),
)}
${points.map((point) => mark(point, y, ground))}
${labels(points)}
</svg></figure>
`
}

/** Each kind of refusal has its own mark in a chart, for each says something else. */
const refusals: Readonly<Partial<Record<Outcome, readonly [string, string]>>> = {
  withheld: ['✕', 'withheld'],
  ncnd: ['N', 'neither confirmed nor denied'],
  cost_limit: ['£', 'refused on cost'],
  vexatious: ['V', 'refused as vexatious'],
  not_held: ['∅', 'not held'],
  elsewhere: ['→', 'to be found elsewhere'],
  attached: ['↓', 'in another file'],
  partly: ['½', 'given in part'],
}
const silence = ['…', 'no answer'] as const

function refusalOf({ kind, basis, others }: Cell): readonly [string, string] {
  if (kind === 'silent' || kind === 'acknowledged') return silence
  const outcome = (basis ?? others[0])?.outcome
  return (outcome ? refusals[outcome] : undefined) ?? ['✕', 'no figure']
}

/** What the marks of refusals mean that the charts of these authorities show, each once. */
export function refusalMarks(rows: readonly AuthorityRow[], columns: readonly Column[]): readonly string[] {
  const cells = rows.flatMap((row) => row.cells.filter((_, index) => isDrawn(columns[index]?.yearKind ?? null)))
  const found = cells.filter((cell) => isRefusal(cell) && !isFigure(cell)).map(refusalOf)
  return [...new Set(found.map(([sign, meaning]) => `${sign} ${meaning}`))]
}

function isDrawn(kind: Column['yearKind']): kind is (typeof drawn)[number] {
  return drawn.some((each) => each === kind)
}

function isFigure({ low, high }: Cell): boolean {
  return low !== null || high !== null
}

function isRefusal({ kind }: Cell): boolean {
  return kind === 'refusal' || kind === 'silent' || kind === 'acknowledged'
}

/** By the middle of the year: 2019/20 stands a quarter of a year behind 2019. */
function xOf({ year, yearKind }: Column, first: number, last: number): number {
  const behind = yearKind === 'financial' ? 0.25 : yearKind === 'academic' ? 0.67 : 0
  const inside = size.width - size.left - size.right - 24
  return size.left + 12 + (((year ?? first) - first + behind) / Math.max(1, last - first + 1)) * inside
}

function joined(points: readonly Point[], y: (value: number) => number): readonly Safe[] {
  return points.flatMap((one, index) => {
    const next = points[index + 1]
    const [from, to] = [exact(one.cell), next ? exact(next.cell) : null]
    if (
      !next ||
      from === null ||
      to === null ||
      !isWhole(one.cell) ||
      !isWhole(next.cell) ||
      (next.column.year ?? 0) - (one.column.year ?? 0) !== 1
    )
      return []
    const how = `${one.column.yearKind}${one.cell.kind === 'unsure' || next.cell.kind === 'unsure' ? ' unsure' : ''}`
    return [html`<line class="${how}" x1="${at(one.x)}" y1="${at(y(from))}" x2="${at(next.x)}" y2="${at(y(to))}"/>`]
  })
}

/** Half a year's figure is no step down from the year before. */
function isWhole({ basis }: Cell): boolean {
  return basis?.covers === 'whole'
}

function exact({ low, high }: Cell): number | null {
  return low === high ? low : null
}

function mark({ column, cell, x }: Point, y: (value: number) => number, ground: number): Safe {
  const title = html`<title>${column.label}: ${cell.shown}</title>`
  if (isRefusal(cell))
    return html`<text class="refused" x="${at(x)}" y="${at(ground - 3)}">${refusalOf(cell)[0]}${title}</text>`
  const how = [column.yearKind, cell.kind === 'unsure' ? 'unsure' : '', isWhole(cell) ? '' : 'part']
    .filter(Boolean)
    .join(' ')
  const value = exact(cell)
  if (value !== null)
    return column.yearKind === 'calendar'
      ? html`<circle class="${how}" cx="${at(x)}" cy="${at(y(value))}" r="3.5">${title}</circle>`
      : html`<rect class="${how}" x="${at(x - 3.2)}" y="${at(y(value) - 3.2)}" width="6.4" height="6.4">${title}</rect>`
  // Where no upper limit was published, the stroke runs out of the chart.
  const [low, high] = [y(cell.low ?? 0), cell.high === null ? 2 : y(cell.high)]
  return html`<line class="bound ${how}" x1="${at(x)}" x2="${at(x)}" y1="${at(low)}" y2="${at(Math.min(high, low - 2))}">${title}</line>`
}

/** The years below, as many as there is room for. */
function labels(points: readonly Point[]): readonly Safe[] {
  let free = Number.NEGATIVE_INFINITY
  return points
    .toSorted((one, other) => one.x - other.x)
    .flatMap(({ column, x }) => {
      const half = column.label.length * 2.9
      if (x - half < free) return []
      free = x + half + 3
      return [html`<text class="year" x="${at(x)}" y="${String(size.height - 5)}">${column.label}</text>`]
    })
}

function at(place: number): string {
  return String(Math.round(place * 10) / 10)
}

/** What the charts need of a page's style. */
export const chartStyle = `
:root { --calendar: light-dark(#1d4ed8, #7aa2ff); --financial: light-dark(#b45309, #f0a55a); --academic: light-dark(#6d28d9, #b794f6); }
figure { margin: 0; break-inside: avoid; } figcaption { font-size: .85rem; } svg { width: 100%; max-width: 340px; height: auto; overflow: visible; }
svg text { font: 9px system-ui, sans-serif; fill: GrayText; } svg .year { text-anchor: middle; } .ground { stroke: var(--line); }
.refused { text-anchor: middle; fill: var(--refused) !important; font-size: 11px !important; font-weight: 700 !important; }
svg .calendar { stroke: var(--calendar); fill: var(--calendar); stroke-width: 1.5; } svg .financial { stroke: var(--financial); fill: var(--financial); stroke-width: 1.5; }
svg .academic { stroke: var(--academic); fill: var(--academic); stroke-width: 1.5; } svg .unsure { fill: Canvas; stroke-dasharray: 2 2; } svg .part { opacity: .45; } svg .bound { stroke-width: 5; opacity: .45; }
`
