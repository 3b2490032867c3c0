/** A stretch of a document's text: half-open, counted in UTF-16 units from the start of the text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The words of a span. They are always cut from the text and never typed, so they are always true. */
export function quote(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

/** Does `outer` hold every word of `inner`? */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Do the two share at least one character? */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

/** The span without the white space at its ends; an all-white span shrinks to nothing at its start. */
export function trimmed(text: string, span: Span): Span {
  const words = quote(text, span)
  const body = words.trim()
  const start = body === '' ? span.start : span.start + words.indexOf(body)
  return { start, end: start + body.length }
}
