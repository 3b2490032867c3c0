import { readDay } from './days.ts'
import { isReference, restAfter } from './labels.ts'
import type { Line } from './lines.ts'
import { plainLabel } from './plain-label.ts'
import type { BlockLabels } from './usual-labels.ts'

export interface Blocks {
  readonly request: string | null
  readonly response: string | null
}

type Side = keyof BlockLabels

interface Mark {
  readonly side: Side
  readonly at: number
  /** What follows the label on its own line. */
  readonly rest: string
}

/**
 * The words between the labels of request and response: "You asked" up to "We answered". `fields` are the lines that labelled values
 * take; they are no words of either. With `requestFollowsFields` a page that never labels its request begins it behind them.
 */
export function readBlocks(
  lines: readonly Line[],
  labels: BlockLabels,
  fields: ReadonlySet<number>,
  requestFollowsFields = false,
): Blocks {
  const known = knownLabels(labels)
  const marks = lines.flatMap((line, at): readonly Mark[] => {
    const mark = markAt(line, at, known)
    return mark && !(fields.has(at) && mark.rest !== '' && readDay(mark.rest) === null && !isReference(mark.rest))
      ? [mark]
      : []
  })
  const words = (side: 'request' | 'response'): string | null => {
    const runs = marks.flatMap((mark, index) => {
      if (mark.side !== side) return []
      // Up to the next label of either side, so that no words are told twice.
      const end = marks[index + 1]?.at ?? lines.length
      return [between(lines, mark, end, fields)]
    })
    return joined(runs)
  }
  const response = words('response')
  const request = words('request')
  if (request !== null || !requestFollowsFields || response === null) return { request, response }
  const end = marks.find(({ side }) => side === 'response')?.at ?? 0
  const from = Math.max(-1, ...[...fields].filter((at) => at < end)) + 1
  return { request: joined([textsOf(lines.slice(from, end))]), response }
}

/** Each label with the side that it begins, ready to compare. */
function knownLabels(labels: BlockLabels) {
  const all = (['request', 'response', 'end'] as const).flatMap((side) =>
    labels[side].map((label) => ({ side, length: label.length, plain: plainLabel(label) })),
  )
  return Map.groupBy(all, ({ plain }) => firstWord(plain))
}

function firstWord(plain: string): string {
  return plain.split(' ', 1)[0] ?? ''
}

function markAt(line: Line, at: number, labels: ReturnType<typeof knownLabels>): Mark | null {
  const whole = plainLabel(line.text.slice(0, 200))
  for (const { side, length, plain } of labels.get(firstWord(whole)) ?? []) {
    if (whole === plain && line.text.length <= 200) return { side, at, rest: '' }
    const rest = restAfter(line.text, plain)
    if (rest === null || rest === '') continue
    const isMarked =
      line.text.slice(0, length + 3).includes(':') || (line.lead !== null && plainLabel(line.lead) === plain)
    const isHeading = /^h[1-6]$/.test(line.tag)
    // "Request 101003979436" and "Response 11-05-2026" head what follows; the sentence "Response times vary." does not.
    if (isMarked || (isHeading && (readDay(rest) !== null || isReference(rest))) || plain.split(' ').length > 5)
      return { side, at, rest }
  }
  return null
}

function between(lines: readonly Line[], { at, rest }: Mark, end: number, fields: ReadonlySet<number>): string {
  const isValue = readDay(rest) !== null || isReference(rest)
  const inside = lines.slice(at + 1, end).filter((_, index) => !fields.has(at + 1 + index))
  return [...(rest === '' || isValue ? [] : [rest]), textsOf(inside)].join('\n').trim()
}

function textsOf(lines: readonly Line[]): string {
  return lines
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n')
}

function joined(runs: readonly string[]): string | null {
  const words = runs.filter((run) => run !== '').join('\n\n')
  return words === '' ? null : words
}
