import type { Finding } from '../finding.ts'

/**
 * Where findings share words, the longer one knew more: "1 April to 30 June" over "1 April". Of two as long, the first of the list.
 * Gives them in the order of the text.
 */
export function keepLongest<Value>(text: string, findings: readonly Finding<Value>[]): readonly Finding<Value>[] {
  if (findings.length < 2) return findings
  // A mark for each character that is spoken for. Longest first, a finding that overlaps one kept has an end inside it.
  const taken = new Uint8Array(text.length)
  const kept: Finding<Value>[] = []
  const longestFirst = findings.toSorted((one, other) => length(other) - length(one))
  for (const finding of longestFirst) {
    const { start, end } = finding.span
    if (taken[start] || taken[end - 1]) continue
    taken.fill(1, start, end)
    kept.push(finding)
  }
  return kept.toSorted((one, other) => one.span.start - other.span.start)
}

function length({ span }: Finding<unknown>): number {
  return span.end - span.start
}
