import type { RecognisedPage } from '../../recognition/index.ts'
import { linesOf } from './lines.ts'
import type { ReadPage } from './read.ts'
import { drawnFrom } from './recognised.ts'
import { structuredTables } from './structured-tables.ts'

/** A recognised page as one that was read; `shown` is as wide as the page is shown, in points. */
export function scannedPage(page: RecognisedPage, number: number, shown: { readonly width: number }): ReadPage {
  const { drawn, width, height } = drawnFrom(page, number, shown)
  const { tables, left } = structuredTables(drawn, null)
  const isBlank = drawn.words.length === 0
  return { number, width, height, isBlank, wants: false, drawn, lines: linesOf(left), turned: [], tables, asides: [] }
}
