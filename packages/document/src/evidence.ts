import type { Document } from './document.ts'
import { around, type Box, type Place, type Placed } from './place.ts'
import { overlaps, quote, type Span, trimmed } from './span.ts'

/** Words of the document that show a finding, and where they stand. `text.slice(start, end) === quote` always holds. */
export interface Evidence extends Span {
  /** Counted from 1; null where the format has no pages. */
  readonly page: number | null
  readonly quote: string
  readonly place: EvidencePlace | null
  /** The lowest word confidence (0 to 1) where the words were recognised from a picture; else null. */
  readonly ocr: number | null
}

/** A box in points from the page's top left corner, a range of a sheet, or a selector of an element. */
export type EvidencePlace =
  | { readonly box: Box }
  | { readonly sheet: string; readonly range: string }
  | { readonly selector: string }

/**
 * The only maker of evidence about a document's words: cuts the quote and looks up its place.
 * White space at the ends is left out.
 */
export function cite(document: Pick<Document, 'text' | 'places'>, span: Span): Evidence {
  const { start, end } = trimmed(document.text, span)
  const placed = placesOf(document.places, { start, end })
  const first = placed[0]
  const recognised = placed.flatMap((each) => each.ocr ?? [])
  return {
    page: first?.place.kind === 'page' ? first.place.page : null,
    start,
    end,
    quote: quote(document.text, { start, end }),
    place: first ? asEvidence(placed, first.place) : null,
    ocr: recognised.length > 0 ? Math.min(...recognised) : null,
  }
}

/** The places that a span touches, in order: found by halving, for a long document has many. */
export function placesOf(places: readonly Placed[], span: Span): readonly Placed[] {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.end ?? 0) <= span.start) low = middle + 1
    else high = middle
  }
  const touched: Placed[] = []
  for (let index = low; index < places.length; index += 1) {
    const each = places[index]
    if (!each || each.start >= span.end) break
    if (overlaps(each, span)) touched.push(each)
  }
  return touched
}

function asEvidence(placed: readonly Placed[], first: Place): EvidencePlace | null {
  switch (first.kind) {
    case 'page': {
      const boxes = placed.flatMap(({ place }) =>
        place.kind === 'page' && place.page === first.page && place.box ? [place.box] : [],
      )
      const [head, ...rest] = boxes
      return head ? { box: rest.reduce(around, head) } : null
    }
    case 'sheet': {
      const last = placed.findLast(({ place }) => place.kind === 'sheet' && place.sheet === first.sheet)?.place
      const [from] = first.range.split(':')
      const to = last?.kind === 'sheet' ? last.range.split(':').at(-1) : from
      return { sheet: first.sheet, range: from === to || !to ? first.range : `${from}:${to}` }
    }
    case 'element':
      return { selector: first.selector }
    default:
      return first satisfies never
  }
}
