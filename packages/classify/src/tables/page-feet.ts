import type { Line } from '../letter.ts'
import { isFigure } from './cells.ts'
import { isPeriodLabel } from './period-labels.ts'

const isPageNumber = /^page \d{1,3}(?: of \d{1,3})?$/i
const reach = 3
const longestFoot = 70
const mostPages = 200

/**
 * The lines of a letter without what stands at the end and the beginning of its pages: «Page 1 of 3», and beside it a line that the letter has
 * elsewhere too («amblethorpe.gov.uk», «FOI 20-1187»). A table of one cell to each line goes on over it.
 */
export function withoutPageFeet(lines: readonly Line[]): readonly Line[] {
  const pages = lines.flatMap(({ text }, at) => (text.length < 20 && isPageNumber.test(text) ? at : []))
  if (pages.length === 0) return lines
  const feet = new Set<number>()
  for (const page of pages.slice(0, mostPages)) {
    let [first, last] = [page, page]
    while (page - first < reach && isRepeated(lines, first - 1)) first -= 1
    while (last - page < reach && isRepeated(lines, last + 1)) last += 1
    if ([lines[first - 1], lines[last + 1]].every((line) => line && isCell(line)))
      for (let at = first; at <= last; at += 1) feet.add(at)
  }
  return feet.size === 0 ? lines : lines.filter((_, at) => !feet.has(at))
}

/** Only between cells that each have a line does anything go on: rows of their own are joined with their heads in mind. */
function isCell({ text }: Line): boolean {
  return isFigure(text) || isPeriodLabel(text)
}

function isRepeated(lines: readonly Line[], at: number): boolean {
  const text = lines[at]?.text ?? ''
  if (text.length > longestFoot || !/[a-z]{3}/i.test(text) || !/[\d.@]/.test(text)) return false
  return lines.some((other, place) => place !== at && other.text.includes(text))
}
