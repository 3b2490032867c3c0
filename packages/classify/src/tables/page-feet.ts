import type { Line } from '../letter.ts'

const isPageNumber = /^page \d{1,3}(?: of \d{1,3})?$/i
const reach = 3
const longestFoot = 70

/**
 * The lines of a letter without what stands at the end and the beginning of its pages: «Page 1 of 3», and beside it a line that the letter has
 * elsewhere too («amblethorpe.gov.uk», «FOI 20-1187»). A table goes on over it. Figures and single words of the table are left.
 */
export function withoutPageFeet(lines: readonly Line[]): readonly Line[] {
  const pages = lines.flatMap(({ text }, at) => (text.length < 20 && isPageNumber.test(text) ? at : []))
  if (pages.length === 0) return lines
  const feet = new Set(pages)
  for (const page of pages) {
    for (const step of [-1, 1]) {
      for (let at = page + step; Math.abs(at - page) <= reach && isRepeated(lines, at); at += step) feet.add(at)
    }
  }
  return lines.filter((_, at) => !feet.has(at))
}

function isRepeated(lines: readonly Line[], at: number): boolean {
  const text = lines[at]?.text ?? ''
  if (text.length > longestFoot || !/[a-z]{3}/i.test(text) || !/[\d.@]/.test(text)) return false
  return lines.some((other, place) => place !== at && other.text.includes(text))
}
