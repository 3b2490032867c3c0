import type { Line } from '../../../letter.ts'
import { mayGoOn } from '../../../periods/index.ts'
import type { Label } from '../../grid.ts'
import { isPeriodLabel } from '../../period-labels.ts'
import { isCell, joined, wordsOf } from '../cell-words.ts'

/** The smallest thing that text tells apart: a word, a figure or a period, which both may be several words long. */
export interface Atom extends Label {
  readonly kind: 'word' | 'figure' | 'period'
  /** Place of its line in the list of lines. */
  readonly line: number
  /** Does it stand first on its line? */
  readonly opens: boolean
  /** Does something stand before it that no table goes over? */
  readonly breaks: boolean
}

const longestPeriod = 9
const longestFigure = 5

/** The lines that no other table has, as atoms. Where one is left out, the next atom `breaks`. */
export function atomsOf(lines: readonly Line[], taken: ReadonlySet<number>): readonly Atom[] {
  const atoms: Atom[] = []
  let breaks = true
  for (const [at, line] of lines.entries()) {
    if (taken.has(at) || line.block?.kind === 'item' || /[\t|]|^[•·]/.test(line.text)) {
      breaks = true
      continue
    }
    const words = wordsOf(line)
    for (let from = 0; from < words.length; ) {
      const { kind, count } = kindAt(words, from)
      const label = joined(words.slice(from, from + count))
      if (label) atoms.push({ ...withoutMark(label, kind), kind, line: at, opens: from === 0, breaks })
      breaks = false
      from += count
    }
  }
  return atoms
}

function kindAt(words: readonly Label[], from: number): { readonly kind: Atom['kind']; readonly count: number } {
  const first = words[from]?.text ?? ''
  if (!opensMore.test(first)) return oneWord
  if (dated.test(first) && !isQuestion(words, from))
    for (let count = mayGoOn(words, from, longestPeriod); count > 0; count -= 1)
      if (isPeriodAlone(textOf(words, from, count))) return { kind: 'period', count }
  if (figured.test(first) && !isDashInWords(words, from))
    for (let count = Math.min(longestFigure, words.length - from); count > 0; count -= 1)
      if (isFigureOf(withoutStar(textOf(words, from, count)), count)) return { kind: 'figure', count }
  return { kind: 'word', count: opensSum.test(first) && sum.test(textOf(words, from, 2)) ? 2 : 1 }
}

const oneWord = { kind: 'word', count: 1 } as const
/** The first characters of all that is more than one word: a quick no. */
const opensMore = /^[^a-z]|^[jfmasondqcnzlgr]/i

const opensSum = /^(?:grand|overall|sub|column|row)$/i
const sum = /^(?:grand|overall|sub|column|row) totals?$/i

const dated =
  /^\(?(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b|q[1-4]\b|quarter$|f\/?y(?:\d|$)|(?:financial|fiscal|academic|calendar)$)/i
const figured = /^(?:[\d£<>≤≥~*†–—-]|n\/a$|nil$|zero$|(?:less|fewer|more)$)/i

/** "Q1 Gender" numbers a question; quarters stand among periods or before figures. */
function isQuestion(words: readonly Label[], at: number): boolean {
  const isQuarter = /^q[1-4]$/i
  const beside = [words[at - 1]?.text ?? '', words[at + 1]?.text ?? '']
  return (
    isQuarter.test(words[at]?.text ?? '') &&
    /^[a-z(]/i.test(beside[1] ?? '') &&
    beside.every((text) => !isQuarter.test(text) && !dated.test(text) && !/^(?:total|year)$/i.test(text))
  )
}

function textOf(words: readonly Label[], from: number, count: number): string {
  return joined(words.slice(from, from + count))?.text ?? ''
}

/** "2011." ends a sentence. */
function isPeriodAlone(text: string): boolean {
  return !/[.,;:]$/.test(text) && isPeriodLabel(text)
}

/** "served by us – aged 16": a dash between words stands for nothing. */
function isDashInWords(words: readonly Label[], at: number): boolean {
  const isWord = (text: string | undefined) => text !== undefined && /[a-z]{2}/i.test(text)
  return /^[-–—]$/.test(words[at]?.text ?? '') && isWord(words[at - 1]?.text) && isWord(words[at + 1]?.text)
}

/** "25(1)" cites a section rather than bears a footnote. */
function isFigureOf(text: string, words: number): boolean {
  return isCell(text, words) && !/^\d{1,3}\([a-z\d]{1,2}\)$/i.test(text)
}

/** "*42" is a figure with a note. */
function withoutStar(text: string): string {
  return /^[*†]\d/.test(text) ? text.slice(1) : text
}

function withoutMark(label: Label, kind: Atom['kind']): Label {
  const text = kind === 'figure' ? withoutStar(label.text) : label.text
  return { ...label, text, start: label.start + label.text.length - text.length }
}

/** Atoms that follow each other as one label; null where there are none. */
export function labelOf(atoms: readonly Atom[]): Label | null {
  return joined(atoms)
}

/** Does a sentence end with this atom? "No." and "(days.)" end none. */
export function endsSentence({ text, kind }: Atom): boolean {
  return (
    kind === 'word' && /[.?!:;]["”’)]?$/.test(text) && !/^(?:no|nos|ref|avg|max|min|approx|st|mr|mrs|dr)\.$/i.test(text)
  )
}
