import { isTotal } from '../../cells.ts'
import type { Label } from '../../grid.ts'
import { isHeadOfFigures, isHeadOfLabels } from '../../headings.ts'
import { isPeriodLabel } from '../../period-labels.ts'
import { type Atom, endsSentence, labelOf } from './atoms.ts'

/** What stands over a table: its heads, and in front of them perhaps that of the labels. `rest` is what follows them. */
export interface Heads {
  readonly corner: Label | null
  readonly heads: readonly Label[]
  readonly rest: readonly Atom[]
}

/** The last periods of a lead that follow each other, totals among them, with at most a label behind them. */
export function periodHeads(lead: readonly Atom[], side: readonly Atom[]): Heads | null {
  let end = lead.length - side.length
  while (end > 0 && !isPeriodHead(lead[end - 1])) end -= 1
  let start = end
  while (start > 0 && isPeriodHead(lead[start - 1])) start -= 1
  const heads = lead.slice(start, end)
  if (!heads.some(({ kind }) => kind === 'period')) return null
  return { corner: cornerBefore(lead.slice(0, start), heads[0]?.opens === true), heads, rest: lead.slice(end) }
}

function isPeriodHead(atom: Atom | undefined): boolean {
  return atom !== undefined && (atom.kind === 'period' || isTotal(atom.text) || /^%$/.test(atom.text))
}

const longestCorner = 4

/** "Year", "Type of incident": the head of the labels, where the words in front of the other heads end in one. */
function cornerBefore(lead: readonly Atom[], isOverLines: boolean): Label | null {
  for (let count = Math.min(longestCorner, lead.length); count > 0; count -= 1) {
    const words = lead.slice(-count)
    const label = labelOf(words)
    const isFresh = startsAnew(lead, lead.length - count)
    // A line above those of the heads is a title.
    if (!isOverLines && words.slice(1).some(({ opens }) => opens)) continue
    if (!label || words.some((word) => word.kind === 'figure' || endsSentence(word))) continue
    if (!isCapital(label.text) && !isWholeInBrackets(label.text)) continue
    if (isHeadOfLabels(label.text) || isFresh) return label
  }
  return null
}

/** "(Name of force)" */
function isWholeInBrackets(text: string): boolean {
  return /^\([A-Z][^()]{1,60}\)$/.test(text)
}

/** Does something new begin at an atom: after a sentence, after figures, on a line of its own? */
export function startsAnew(atoms: readonly Atom[], at: number): boolean {
  const before = atoms[at - 1]
  return before?.kind !== 'word' || endsSentence(before) || isQuestionNumber(before) || atoms[at]?.opens === true
}

/** "Q1" that is no quarter */
function isQuestionNumber({ kind, text }: Atom): boolean {
  return kind === 'word' && /^q[1-4]$/i.test(text)
}

function isCapital(text: string): boolean {
  return /^[A-Z£%#*\d]/.test(text)
}

const longestHead = 10
const mostStarts = 14
const mostWays = 3_000

interface Way extends Heads {
  readonly score: number
}

/**
 * Cuts a lead into the head of the labels, so many heads, and what follows them: nothing where the side is known, else
 * the label of the first row, whose fellows are given. Of all ways to cut at capitals and at line ends the one is taken that looks most like what authorities
 * put over tables; null where two look alike.
 */
export function wordHeads(lead: readonly Atom[], columns: number, side: 'known' | readonly Label[]): Heads | null {
  const isSideKnown = side === 'known'
  const starts = startsOf(lead)
  const ways: Way[] = []
  let tried = 0
  const cut = (chosen: readonly number[], from: number): void => {
    if (chosen.length === columns + (isSideKnown ? 0 : 1)) {
      tried += 1
      ways.push(...waysFrom(lead, chosen, side))
      return
    }
    for (const [at, start] of starts.entries()) if (at >= from && tried < mostWays) cut([...chosen, start], at + 1)
  }
  cut([], 0)
  if (tried >= mostWays) return null
  const [best, second] = ways.toSorted((one, other) => other.score - one.score)
  return best && best.score >= 1 && (!second || second.score < best.score) ? best : null
}

/** Places where a head may begin, nearest to the figures. */
function startsOf(lead: readonly Atom[]): readonly number[] {
  // A full stop right before the figures ends the label of their row.
  const last = lead.slice(0, -1).findLastIndex((atom, at) => endsSentence(atom) && !isShortHead(lead, at))
  return lead
    .flatMap((atom, at) =>
      at > last && (isCapital(atom.text) || atom.opens) && atom.kind !== 'figure' && !isQuestionNumber(atom) ? at : [],
    )
    .slice(-mostStarts)
}

/** "Max waiting time in days.": a head may end in a full stop where a head begins behind it. */
function isShortHead(lead: readonly Atom[], at: number): boolean {
  const before = lead.slice(Math.max(0, at - longestHead), at + 1)
  const from = before.findLastIndex(({ text }, place) => place < before.length - 1 && isCapital(text))
  const head = from === -1 ? null : labelOf(before.slice(from))
  return head?.text.endsWith('.') === true && isHeadOfFigures(head.text.slice(0, -1))
}

/** The ways that begin with heads at the places chosen, without a corner or with each that may stand before them. */
function waysFrom(lead: readonly Atom[], chosen: readonly number[], side: 'known' | readonly Label[]): readonly Way[] {
  const isSideKnown = side === 'known'
  const ends = [...chosen.slice(1), ...(isSideKnown ? [lead.length] : [])]
  const heads = ends.flatMap((end, at) => labelOf(lead.slice(chosen[at], end)) ?? [])
  const rest = isSideKnown ? [] : lead.slice(chosen.at(-1))
  const [first = 0] = chosen
  const longest = Math.max(...ends.map((end, at) => end - (chosen[at] ?? 0)))
  if (longest > longestHead || new Set(heads.map(({ text }) => text)).size < heads.length) return []
  const bare = scoreOf(heads) - mixed(lead, chosen, ends)
  const fresh = (at: number) => (!startsAnew(lead, at) ? 0 : lead[at]?.opens ? 0.5 : 1)
  const label = labelOf(rest)
  const ofRest = label && !isSideKnown ? scoreOfLabel(label, side) : 0
  const corners = Array.from({ length: longestCorner }, (_, at) => first - at - 1).filter((at) => at >= 0)
  return [
    { corner: null, heads, rest, score: bare + fresh(first) + ofRest - 0.3 },
    ...corners.flatMap((at): readonly Way[] => {
      const words = lead.slice(at, first)
      const corner = labelOf(words)
      if (!corner || !isCapital(corner.text) || words.some((word) => word.kind === 'figure' || endsSentence(word)))
        return []
      const known = isHeadOfLabels(corner.text) ? 1 : -0.7
      return [{ corner, heads, rest, score: bare + known + fresh(at) + ofRest - words.length / 100 }]
    }),
  ]
}

/** "Number of": the rest of the head is missing. */
export function isUnfinished(text: string): boolean {
  return / (?:of|for|in|to|and|the|by|per|with|from|&|-)$/i.test(text)
}

/** The label of a row is no head, and often begins as another does: "Staff aged 16", "Staff aged 17". */
function scoreOfLabel({ text }: Label, others: readonly Label[]): number {
  const [first] = text.split(' ')
  const isLike = others.some((other) => other.text.split(' ')[0] === first)
  return (isHeadOfFigures(text) || isHeadOfLabels(text) ? -1 : 0) + (isLike ? 0.5 : 0)
}

/** "1 April 2022 to 31March" with a year behind it: a period amid the words of a head was cut in the wrong place. */
function mixed(lead: readonly Atom[], chosen: readonly number[], ends: readonly number[]): number {
  return ends.filter((end, at) => {
    const words = lead.slice(chosen[at], end)
    return (words.length > 2 && words.some(({ kind }) => kind === 'period')) || isUnfinished(labelOf(words)?.text ?? '')
  }).length
}

/** How much heads look like heads: known ones, all of one word, all begun or ended alike. */
function scoreOf(heads: readonly Label[]): number {
  const words = heads.map(({ text }) => text.replace(/\.$/, '').split(' '))
  const known = heads.filter(({ text }) => isKnown(text.replace(/\.$/, ''))).length
  const alike = (of: (words: readonly string[]) => boolean) => (words.length > 1 && words.every(of) ? 1 : 0)
  const first = words[0]?.[0] ?? ''
  return (
    known / heads.length +
    alike(([word]) => word === first) +
    0.5 * alike((each) => each.length === 1) +
    0.4 * alike((each) => /s$/i.test(each.at(-1) ?? ''))
  )
}

function isKnown(text: string): boolean {
  return isHeadOfFigures(text) || isPeriodLabel(text) || isTotal(text)
}

/** «… discharged in each year Balcary Cree Glencairn 2014 21 58 56»: just as many names behind a small word as there are columns. */
export function nameHeads(lead: readonly Atom[], columns: number): Heads | null {
  const heads = lead.slice(-columns)
  const before = lead.at(-columns - 1)
  const isName = ({ kind, text }: Atom): boolean => kind === 'word' && /^[A-Z][a-z]{2,}$/.test(text)
  if (columns < 2 || heads.length < columns || !heads.every(isName)) return null
  if (before?.kind !== 'word' || !/^(?:[a-z(][a-z)]*|Year)$/.test(before.text)) return null
  return { corner: null, heads, rest: [] }
}
