import { allMatches } from '../../all-matches.ts'
import type { Line } from '../../letter.ts'
import { isSentence, isTotal, numberOf } from '../cells.ts'
import type { Label } from '../grid.ts'
import { isHeadOfFigures, isHeadOfLabels } from '../headings.ts'
import { isPeriodLabel } from '../period-labels.ts'
import { joined, wordsOf } from './cell-words.ts'

/** The heads on one line: one for each column of figures, and the one in the corner where there is one. */
export interface HeadLine {
  readonly corner: Label | null
  readonly heads: readonly Label[]
}

const longestHead = 240
const mostWords = 30

/**
 * Cuts a line into the head of the labels and those of so many columns of figures; null where nothing tells where one ends and the
 * next begins, or where it can be cut in two ways.
 */
export function headLine(line: Line, columns: number): HeadLine | null {
  if (line.text.length > longestHead || line.block?.kind === 'item' || /[.:;?!]$/.test(line.text)) return null
  // «4.   Amount spent in 2020/21 and 2021/22»: a point of a list.
  if (/^\(?\d{1,2}[.)]{1,2}\s/.test(line.text)) return null
  const words = wordsOf(line)
  if (words.length > mostWords) return null
  const found = atWideGaps(line, columns) ?? byPeriods(words, columns) ?? byWords(words, columns)
  return found && isRow(found) ? null : found
}

/** "January 1457": a period and its figure. */
function isRow({ corner, heads }: HeadLine): boolean {
  const all = [...(corner ? [corner] : []), ...heads]
  return all.some(({ text }) => isCount(text)) && all.every(({ text }) => isCount(text) || isPeriodLabel(text))
}

function isCount(text: string): boolean {
  return numberOf(text) !== null && !isPeriodLabel(text)
}

/** "Ward  Fines issued  Fines paid": wide gaps part them. */
function atWideGaps(line: Line, columns: number): HeadLine | null {
  const pieces = allMatches(line.text, /\S+(?: \S+){0,20}/g).map((match) => ({
    text: match[0],
    start: line.start + match.index,
    end: line.start + match.index + match[0].length,
  }))
  return pieces.length > 1 ? fromPieces(pieces, columns) : null
}

function fromPieces(pieces: readonly Label[], columns: number): HeadLine | null {
  const [first, ...others] = pieces
  // "Appealed?" and "Information given?" are heads.
  if (pieces.some(({ text }) => isSentence(text.replace(/^(?<head>\S+(?: \S+)?)\?$/, '$<head>')))) return null
  if (others.length === columns) return { corner: first ?? null, heads: others }
  const isBare = pieces.length === columns && !isHeadOfLabels(first?.text ?? '')
  return isBare ? { corner: null, heads: pieces } : null
}

/** "Department 2019/20 2020/21 Total" */
function byPeriods(words: readonly Label[], columns: number): HeadLine | null {
  const ends: Label[] = []
  let left = words.length
  for (let end = lastHead(words); end && ends.length < columns; end = lastHead(words.slice(0, left))) {
    ends.unshift(end.label)
    left -= end.words
  }
  const corner = joined(words.slice(0, left)) ?? cornerOf(ends)
  if (ends.length !== columns || !ends.some((end) => isPeriodLabel(end.text))) return null
  if (corner && (isSentence(corner.text) || left > 6 || isPeriodLabel(corner.text))) return null
  return { corner, heads: ends }
}

/** "Year 2019/20 2020/21": the word is the corner's, though "Year 2019/20" is a period too. Taken from the first of the heads. */
function cornerOf(ends: Label[]): Label | null {
  const [first, ...others] = ends
  const [word, ...rest] = first ? wordsOf(first) : []
  const own = joined(rest)
  const isCorner = word && own && /^(?:year|period|month|quarter)$/i.test(word.text) && isPeriodLabel(own.text)
  if (!isCorner || others.some(({ text }) => text.toLowerCase().startsWith(word.text.toLowerCase()))) return null
  ends[0] = own
  return word
}

/** The period, the total or the change that words end with: "April 2019" before "2019", "2012 (YTD)". */
function lastHead(words: readonly Label[]): { readonly label: Label; readonly words: number } | null {
  for (let count = Math.min(6, words.length); count > 0; count -= 1) {
    const label = joined(words.slice(-count))
    if (label && isEnd(label.text, count)) return { label, words: count }
  }
  return null
}

function isEnd(text: string, words: number): boolean {
  if (words === 1) return isPeriodLabel(text) || isTotal(text) || /^(?:average|mean|change|%)$/i.test(text)
  return (
    isPeriodLabel(text) ||
    /^(?:grand total|% change|(?:19|20)\d\d(?:[/–-]\d{2,4})? ?\(?(?:ytd|to date|part year)\)?)$/i.test(text)
  )
}

/**
 * "Language Total cost", "Year Budget Agency spend %": a head begins with a capital, and of all ways to cut there the one is taken
 * in which most pieces are heads that authorities use; none where two ways are as good.
 */
function byWords(words: readonly Label[], columns: number): HeadLine | null {
  const starts = words.flatMap(({ text }, at) => (at > 0 && /^(?:[A-Z%\d<>]|£(?!\d))/.test(text) ? at : []))
  if (starts.length > 12 || !/^[A-Z£%\d]/.test(words[0]?.text ?? '')) return null
  const ways = [...cuts(starts, columns), ...cuts(starts, columns - 1)]
    .map((at) => [0, ...at].map((from, piece) => joined(words.slice(from, at[piece] ?? words.length))))
    .map((pieces) => pieces.flatMap((piece) => piece ?? []))
    .flatMap((pieces) => {
      const head = fromPieces(pieces, columns)
      return head ? { head, known: knownShare(head) } : []
    })
    .toSorted((one, other) => other.known - one.known)
  const [best, second] = ways
  if (!best || best.known <= 0 || (second && second.known >= best.known)) return null
  return best.head
}

/** How many of its pieces are heads that authorities use, out of all; nought where none names what is counted. */
function knownShare({ corner, heads }: HeadLine): number {
  const isLabelled = corner !== null && isHeadOfLabels(corner.text)
  const known = heads.filter(({ text }) => isHeadOfFigures(text) || isPeriodLabel(text) || isTotal(text)).length
  const isOneWordEach = [...(corner ? [corner] : []), ...heads].every(({ text }) => !text.includes(' '))
  if (known === 0 && !(isOneWordEach && isLabelled)) return 0
  const ofCorner = corner === null ? 0 : isHeadOfFigures(corner.text) ? -1 : isLabelled ? 1 : 0.25
  return (known + ofCorner + (isOneWordEach ? 0.5 : 0)) / (heads.length + 1)
}

/** All ways to choose so many places, at most some hundred. */
function cuts(places: readonly number[], count: number): readonly (readonly number[])[] {
  if (count < 0) return []
  let ways: readonly (readonly number[])[] = [[]]
  for (let at = 0; at < count; at += 1) {
    ways = ways.flatMap((way) => places.filter((place) => place > (way.at(-1) ?? 0)).map((place) => [...way, place]))
    if (ways.length > 1_000) return []
  }
  return ways
}
