import type { Line } from '../letter.ts'
import { type Label, readLabel } from './labels.ts'

/**
 * «A. the number of swans …», «B. how many …», «C. …»: capitals with a dot are labels where they count, from A on, at the head of lines. One
 * alone may be a name: «A. Warden counted them».
 */
export function capitalLabels(lines: readonly Line[]): ReadonlyMap<number, Label> {
  const labels = new Map<number, Label>()
  let run: { readonly line: Line; readonly length: number }[] = []
  let since = 0
  const finish = () => {
    if (run.length >= fewest)
      for (const [at, { line, length }] of run.entries())
        labels.set(line.start, { number: letterAt(at), style: 'letter', length, look: 'A.' })
    run = []
  }
  for (const line of lines) {
    since += 1
    if (since > farthest) finish()
    const match = line.block?.kind === 'table' || readLabel(line.text) ? null : capital.exec(line.text)
    const letter = match?.[1]
    if (!match || letter === undefined) continue
    if (letter === 'A') finish()
    if (letter !== letterAt(run.length).toUpperCase()) continue
    run.push({ line, length: match[0].length })
    since = 0
  }
  finish()
  return labels
}

function letterAt(at: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + at)
}

const fewest = 3
/** So many lines may one point fill. */
const farthest = 12

const capital = /^([A-J])\.[ \t]{1,4}(?=\S)/
