import type { Line } from '../letter.ts'
import { type Label, readLabel } from './labels.ts'

/**
 * «1 How many claims …» «2 Proportion of claims …» «3 How do …»: numbers without a mark are labels where they count, from one on,
 * at the head of lines that begin with a capital. One alone may be an amount: «2 Council officers attended».
 */
export function countedLabels(lines: readonly Line[]): ReadonlyMap<number, Label> {
  const labels = new Map<number, Label>()
  let run: { readonly line: Line; readonly length: number }[] = []
  let since = 0
  const finish = () => {
    if (run.length >= 3) {
      for (const [at, { line, length }] of run.entries())
        labels.set(line.start, { number: `${at + 1}`, style: 'number', length, look: '1' })
    }
    run = []
  }
  for (const line of lines) {
    since += 1
    const match = line.block?.kind === 'table' ? null : unmarked.exec(line.text)
    const number = match && !readLabel(line.text) ? Number(match[1]) : null
    if (since > farthest) finish()
    if (number !== null && match) {
      if (number === 1) finish()
      if (number === run.length + 1) {
        run.push({ line, length: match[0].length })
        since = 0
      }
    }
  }
  finish()
  return labels
}

/** So many lines may one point fill. */
const farthest = 12

const unmarked = /^(\d{1,2})[ \t]{1,3}(?=["“]?[A-Z][a-z]{1,20}(?: [a-zA-Z(]|$))/
