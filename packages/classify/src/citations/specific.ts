import { covers, type Span } from '@disclosed/document'
import type { Finding } from '../finding.ts'
import type { Citation } from './citation.ts'

/** Is that provision a part of the other? "FOIA 31(1)(a)" of "FOIA 31". */
function isPartOf(child: string, parent: string): boolean {
  return child.length > parent.length && child.startsWith(`${parent}(`)
}

/**
 * Leaves out what lists leave out: conditions, what is told by its subject alone, and "Section 31" where the document
 * gives 31(1)(a), for the specific citation says both.
 */
export function keepSpecific(
  citations: readonly Finding<Citation>[],
  among: readonly Finding<Citation>[] = citations,
): readonly Finding<Citation>[] {
  const cites = among.filter(({ value }) => isListed(value)).map(({ value }) => value.cite)
  return citations.filter(({ value }) => isListed(value) && !cites.some((cite) => isPartOf(cite, value.cite)))
}

/**
 * The grounds that a stretch of the document relies on, once each and as specific as the document ever gets: where the
 * stretch says "Section 31" and another page says 31(1)(a), that is the ground.
 *
 * @param all the citations of the whole document
 */
export function citesIn(span: Span, all: readonly Finding<Citation>[]): readonly string[] {
  const listed = all.filter(({ value }) => isListed(value))
  const inside = listed.filter((each) => covers(span, each.span)).map(({ value }) => value.cite)
  const specific = inside.flatMap((cite) => {
    if (inside.some((other) => isPartOf(other, cite))) return []
    const parts = keepSpecific(listed).filter(({ value }) => isPartOf(value.cite, cite))
    return parts.length > 0 ? parts.map(({ value }) => value.cite) : [cite]
  })
  return [...new Set(specific)]
}

function isListed({ condition, told }: Citation): boolean {
  return !condition && told === 'number'
}
