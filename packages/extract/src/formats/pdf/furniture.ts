import { isFigure } from './figures.ts'
import type { PrintedLine } from './lines.ts'
import { textOf } from './lines.ts'

/** One page's lines with the height of the page. */
export interface LinedPage {
  readonly lines: readonly PrintedLine[]
  readonly height: number
}

/** How much of the page's height may belong to its head, or its foot. */
const margin = 0.16
/** How many lines at each end of a page are looked at. */
const mostLines = 10

/**
 * Page heads and feet: lines at the end of a page that come back on other pages at the same height, but for their
 * numbers; lines the file itself marks so; and page numbers. They are lines at the very ends of the page only:
 * a line with text of the letter outside it is none.
 */
export function furnitureOf(pages: readonly LinedPage[]): ReadonlySet<PrintedLine> {
  const seen = new Map<string, number>()
  for (const page of pages) {
    for (const key of new Set([...endLines(page)].map((line) => keyOf(line)))) seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  const found = new Set<PrintedLine>()
  for (const page of pages) {
    const isFurniture = (line: PrintedLine): boolean =>
      (seen.get(keyOf(line)) ?? 0) >= fewest(pages.length) || isMarked(line) || isPageNumber(line)
    for (const end of [head(page), foot(page)]) {
      for (const line of end) {
        if (!isFurniture(line)) break
        found.add(line)
      }
    }
  }
  return found
}

/** Of two pages both, of many at least two and a third (heads of left and right pages may differ). */
function fewest(pages: number): number {
  return Math.max(2, Math.ceil(pages / 3))
}

function endLines(page: LinedPage): ReadonlySet<PrintedLine> {
  return new Set([...head(page), ...foot(page)])
}

function head({ lines, height }: LinedPage): readonly PrintedLine[] {
  return lines.slice(0, mostLines).filter(({ base }) => base < margin * height)
}

/** From the last line upwards. */
function foot({ lines, height }: LinedPage): readonly PrintedLine[] {
  return lines
    .slice(-mostLines)
    .filter(({ base }) => base > (1 - margin) * height)
    .toReversed()
}

/** What a line says and where it stands, but for numbers: "Page 2 of 5" and "xiv" are told by their place alone. */
function keyOf(line: PrintedLine): string {
  const text = textOf(line)
  const words = isRowOfFigures(text) ? text : text.replace(/\d{1,9}/g, '#').replace(/^[ivxlc]{1,8}$/i, '#')
  return `${Math.round(line.base / 4)} ${words}`
}

/** "High Street  12  7": the rows of a register stand at the same heights on each of its pages, and are no page heads. */
function isRowOfFigures(text: string): boolean {
  return text.split('\t').filter(isFigure).length > 1
}

function isMarked(line: PrintedLine): boolean {
  return line.words.every(({ artifact }) => artifact)
}

/** "Page 1 of 1", "- 8 -"; a bare number only where it comes back on other pages. */
function isPageNumber(line: PrintedLine): boolean {
  return /^(?:page \d{1,4}(?: ?(?:of|\/) ?\d{1,4})?|[-–] ?\d{1,4} ?[-–])$/i.test(textOf(line).trim())
}
