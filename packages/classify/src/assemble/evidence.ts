import { cite, type Document, type Span } from '@disclosed/document'
import type { ReadingEvidence } from '../reading.ts'

/** Cuts the words of each span; the same words are not cited twice. */
export function citeAll(document: Document, spans: readonly Span[]): readonly ReadingEvidence[] {
  const cited: ReadingEvidence[] = []
  const seen = new Set<string>()
  for (const span of spans) {
    const evidence = cite(document, span)
    const key = `${evidence.start}-${evidence.end}`
    if (evidence.quote === '' || seen.has(key)) continue
    seen.add(key)
    cited.push(evidence)
  }
  return cited
}
