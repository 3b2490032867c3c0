import type { Run } from '../../line.ts'

/** The label of a point of a list, as a program such as Word would print it. */
export interface PrintedLabel {
  readonly label: string
  readonly level: number
}

const opens = '\ue000'
const closes = '\ue001'

/** Puts a label before a paragraph's words, in characters that no letter uses, for `labelOfRuns` to find again. */
export function labelMark({ label, level }: PrintedLabel): string {
  return `${opens}${level}|${label}${closes}`
}

/** Takes the label off the words that it was put before; null where there is none. */
export function labelOfRuns(runs: readonly Run[]): { label: PrintedLabel | null; rest: readonly Run[] } {
  const first = runs.findIndex(({ text }) => text.trim() !== '')
  const run = runs[first]
  if (!run) return { label: null, rest: runs }
  const text = run.text.trimStart()
  const close = text.indexOf(closes)
  if (!text.startsWith(opens) || close === -1) return { label: null, rest: runs }
  const [level = '1', label = ''] = text.slice(1, close).split('|')
  const rest = [{ ...run, text: text.slice(close + 1).trimStart() }, ...runs.slice(first + 1)]
  return { label: { label, level: Number(level) || 1 }, rest }
}
