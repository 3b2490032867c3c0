import { type Atom, endsSentence, labelOf } from './atoms.ts'
import type { Link } from './chains.ts'
import { isUnfinished } from './heads.ts'

const mostLines = 4
const longestLine = 60

/**
 * Labels that go on below their figures, as where cells are printed from the top: "Not required for", figures, "service", "Discharge as of",
 * figures, "right". Of the lines between figures the last begins the next row. Null where the words do not show it.
 */
export function wrappedLabels(
  first: readonly Atom[],
  links: readonly Link[],
  tail: readonly Atom[],
): readonly (readonly Atom[])[] | null {
  const between = links.slice(1).map(({ label }) => linesOf(label))
  const begins = [first, ...between.map((lines) => lines.at(-1) ?? [])]
  const rests = between.map((lines) => lines.slice(0, -1))
  const isWrapped = rests.some((lines) => lines.length > 0)
  if (!isWrapped || linesOf(first).length > 1 || between.some((lines) => lines.length > mostLines)) return null
  // "a dwelling" right above its figures goes on from the line above.
  const isWhole = between.some(
    (lines) => lines.length > 1 && (/^[a-z]/.test(lines.at(-1)?.[0]?.text ?? '') || isOpen(lines.at(-2) ?? [])),
  )
  const isParted = begins.slice(0, -1).some((line, at) => isOpen(line) && (rests[at]?.length ?? 0) > 0)
  const isNumbered = between.every((lines) => lines.length === 1 || /^\d{1,2}[.)]$/.test(lines.at(-1)?.[0]?.text ?? ''))
  if (isWhole || !(isParted || isNumbered)) return null
  const most = Math.max(...rests.map((lines) => lines.length))
  const last = linesOf(tail).slice(0, most)
  const end = last.findIndex((line) => (labelOf(line)?.text.length ?? 0) > longestLine || line.some(endsSentence))
  const all = [...rests, end === -1 ? last : last.slice(0, end)]
  return begins.map((line, at) => [...line, ...(all[at] ?? []).flat()])
}

function isOpen(line: readonly Atom[]): boolean {
  const text = labelOf(line)?.text ?? ''
  return isUnfinished(text) || / \/$/.test(text)
}

/** Atoms line by line. */
export function linesOf(atoms: readonly Atom[]): readonly (readonly Atom[])[] {
  const lines: Atom[][] = []
  for (const atom of atoms) {
    if (atom.opens || lines.length === 0) lines.push([])
    lines.at(-1)?.push(atom)
  }
  return lines
}
