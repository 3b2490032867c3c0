import type { Span } from '@disclosed/document'
import { allMatches } from '../all-matches.ts'
import type { Letter, Line } from '../letter.ts'
import type { Part } from '../partition/index.ts'
import { isAsk } from '../questions/asks.ts'
import { capitalLabels } from './capitals.ts'
import { countedAnswers, countedLabels, repeatedLabels } from './counted.ts'
import { atInlineNumbers } from './inline-numbers.ts'
import { type Label, readLabel } from './labels.ts'

export { type Label, readLabel } from './labels.ts'

/**
 * A point or a paragraph: lines that a page's width broke apart, joined again.
 * Its spans are stretches of the letter; `words` are for comparing and never for quoting.
 */
export interface Passage extends Span {
  readonly index: number
  readonly role: Part['role']
  readonly lines: readonly Line[]
  readonly label: Label | null
  /** Its number with those of the points above it: "3a". Null where it has none. */
  readonly number: string | null
  /** What stands after the label. */
  readonly body: Span
  /** The body on one line. */
  readonly words: string
  /** Did an empty line stand before it? */
  readonly gap: boolean
  readonly indent: number
}

/** The passages of a letter in order, without what stands around it. */
export function passagesOf(letter: Letter, parts: readonly Part[]): readonly Passage[] {
  const passages: Passage[] = []
  const parted = parts.map(({ role, lines }) =>
    role === 'request' || role === 'reply' ? atInlineNumbers(lines) : lines,
  )
  const counted = countedLabels(parted.flat())
  const answers = new Map([...countedAnswers(parted.flat()), ...repeatedLabels(parted.flat(), counted)])
  const capitals = capitalLabels(parted.flat())
  const labelOf = (line: Line): Label | null =>
    labelOfTurn(line) ??
    readLabel(line.text) ??
    counted.get(line.start) ??
    answers.get(line.start) ??
    capitals.get(line.start) ??
    null
  for (const [at, { role }] of parts.entries()) {
    let group: Line[] = []
    const flush = () => {
      if (group.length > 0) passages.push(passageOf(letter, role, group, passages, labelOf))
      group = []
    }
    const lines = role === 'quoted_mail' ? withoutQuoteMarks(parted[at] ?? []) : (parted[at] ?? [])
    for (const line of lines.flatMap(atInlineBullets)) {
      const last = group.at(-1)
      if (!last || labelOf(line) || !continues(letter, group, line)) flush()
      group.push(line)
    }
    flush()
  }
  return passages
}

/** «> 2. The number of staff»: mail systems mark each line of what they quote, and a mark alone is an empty line. */
function withoutQuoteMarks(lines: readonly Line[]): readonly Line[] {
  const plain: Line[] = []
  let gap = false
  for (const line of lines) {
    const mark = /^(?:> {0,2}){1,8}/.exec(line.text)?.[0].length ?? 0
    const text = line.text.slice(mark)
    if (text === '') gap = true
    else {
      plain.push(mark === 0 ? line : { ...line, start: line.start + mark, text, gap: line.gap || gap })
      gap = false
    }
  }
  return plain
}

/** A line that asks or answers by its layout has the label of that, whatever it begins with. */
function labelOfTurn({ turn }: Line): Label | null {
  if (!turn) return null
  const { by, number, length } = turn
  return { number, style: by === 'question' ? 'word' : 'answer', length, look: 'turn' }
}

/** «… please supply: • How many fines • How many appeals» is a stem and two points that lost their line breaks. */
function atInlineBullets(line: Line): readonly Line[] {
  const marks = allMatches(line.text, /(?<=\S\s{1,8})[•·▪●](?=\s)/g).map(({ index }) => index)
  if (marks.length < 2) return [line]
  return [0, ...marks].map((from, at) => {
    const text = line.text.slice(from, marks[at]).trimEnd()
    return { ...line, start: line.start + from, end: line.start + from + text.length, text }
  })
}

/** Does this line go on with the words of the lines before it, or begin something new? */
function continues(letter: Letter, group: readonly Line[], line: Line): boolean {
  const last = group.at(-1)
  if (!last || line.gap || line.index !== last.index + 1) return false
  if (line.block?.kind === 'table' || last.block?.kind === 'table') return false
  if (readLabel(line.text) || announcesAnswer.test(line.text) || givesFigureOfYear.test(line.text)) return false
  if (givesFiguresOfYears(line.text)) return false
  // «2021 – 41*» over «*includes 12 of the year before»: the note of a star.
  if (/^[*†‡]{1,3} ?[a-z]/i.test(line.text) && /[*†‡]$/.test(last.text)) return false
  // A label alone on its line ("Question 1") announces; what follows is a passage of its own.
  if (readLabel(last.text)?.length === last.text.length) return false
  if (/^[*_“"‘'(]?[a-z]/.test(line.text) && !/[.?!:;]$/.test(last.text)) return true
  // A date that the width of the page broke: "24 November to 21 / February 2023".
  if (/(?:^|[a-z,] )\d{1,2}(?:st|nd|rd|th)?$/.test(last.text) && startsWithMonth.test(line.text)) return true
  // A question still open is closed by the line that brings its mark: "since 1 / April / 2018 to date?"
  if (group.length < 4 && !/:$/.test(last.text) && /^[^.?]{0,60}\?$/.test(line.text) && isOpenQuestion(group))
    return true
  // «Number of breaches recorded in 2019» over «Number of people affected»: an ask begins, and nothing above it was left open.
  if (beginsAsk.test(line.text) && !leftOpen.test(last.text) && isAsk(group[0]?.text ?? '')) return false
  // «… in each year?» over «2020-21: £61,200»: the question is over.
  if (/\?$/.test(last.text) && beginsWithFigure.test(line.text)) return false
  if (/[:;]$/.test(last.text) || !wouldNotHaveFitted(letter, last, line)) return false
  return !isFigure(line.text)
}

const beginsAsk =
  /^(?:(?:The |Total )?(?:[Nn]umber|[Cc]ost|[Aa]mount|[Pp]ercentage|[Pp]roportion|[Dd]etails|[Cc]op(?:y|ies)|[Ll]ist|[Nn]ames?|[Bb]reakdown|[Tt]otal) (?:of|for)|How (?:many|much|often|long)|What|Which|Whether)\b/
const leftOpen = /(?:[,(:–-]|\b(?:of|the|and|for|in|to|a|an|by|on|or|with|from|at|your|is|are|that|which|as|total))$/i

function isOpenQuestion(group: readonly Line[]): boolean {
  const whole = group.map(({ text }) => text).join(' ')
  const said = whole.slice(readLabel(whole)?.length ?? 0)
  return !said.includes('?') && asks.test(said)
}

/** «Q. How many …», «Request: Please …», «You asked: how many …»: the mark is none of the question's words. */
const announcesQuestion =
  /^(?:q(?:uestion)?\s?[.:–-]|(?:your )?(?:request|question|enquiry)\s?[:–-]|you (?:have )?asked\s?[:–-])\s{1,4}(?=\S)/i

/** «Response: …», «Answer – …», «A: …»: what follows is not the question's. */
const announcesAnswer = /^(?:(?:our |council |trust )?(?:response|answer|reply)|a|ans)\s{0,2}(?::|[.–-]\s)/i

/** «2021/22 1,012», «2025/26 (to date). £418», «2019: 4 accepted»: the figure of a year, below whatever asked for it. */
const givesFigureOfYear =
  /^(?:fy\s?)?(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d\d|(?:19|20)\d\d))?\)?(?:\s?\(.{0,30}\))?(?:[.:=]|\s?[–-])?\s{1,8}(?:[£<>~]\s?)?(?:\d[\d,.]*|nil|none|zero)(?:%|k|m)?(?:\s.{0,60}|[*.,]{0,3})$/i

/** «2019 - 112; 2020 - 98; 2021 - 143»; «2019 - 20; 2020 - 21» goes on to ask about years. */
function givesFiguresOfYears(words: string): boolean {
  const found = allMatches(words.slice(0, 300), figureOfYear)
  const [first] = found
  return (
    first?.index === 0 &&
    found.length > 1 &&
    found.some(({ groups }) => Number(groups?.figure?.replaceAll(',', '')) !== (Number(groups?.year) + 1) % 100)
  )
}
const figureOfYear =
  /\b(?<year>(?:19|20)\d\d)(?:\/(?:\d\d|(?:19|20)\d\d))?(?:\s?[:=–-]\s?|\s)(?:[£<>~]\s?)?(?<figure>\d[\d,.]{0,14})(?=[;,]?(?:\s|$))/g

const beginsWithFigure = /^(?:[£<>~]\s?)?\d|^(?:nil|none|zero|n\/a|yes|no|not held)\b/i

const startsWithMonth = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i

const asks = /^\S{0,6}\s?(?:how|what|which|when|where|who|please|can|could|do|does|did|has|have|is|are|of|for|in)\b/i

function isFigure(text: string): boolean {
  return /^(?:(?:(?:less|fewer|more) than |under |over |about |around |approx(?:imately|\.)? |circa |c\.? ?)?[£<>~]? ?\d[\d,.]*%?\*?|nil|none|zero|n\/?a|yes|no)\.?$/i.test(
    text,
  )
}

/**
 * Was the break made by the width of the page? So it was where the first word of the next line would have
 * gone beyond the longest line near by.
 */
function wouldNotHaveFitted(letter: Letter, last: Line, next: Line): boolean {
  const width = widthAround(letter, last.index)
  if (width === null || last.text.length > width) return false
  const [word = ''] = next.text.split(/\s/, 1)
  return last.indent + last.text.length + 1 + word.length > width
}

const widestPrinted = 130
const neighbours = 15

/** The length of the longest line near by; null where lines are whole paragraphs, or too few to tell. */
function widthAround(letter: Letter, index: number): number | null {
  let width = 0
  let full = 0
  let unbroken = 0
  for (let at = Math.max(0, index - neighbours); at <= index + neighbours; at += 1) {
    const line = letter.lines[at]
    const length = line ? line.indent + line.text.length : 0
    if (line?.block?.kind === 'table') continue
    // Where some paragraph is one long line none was broken by a width.
    if (length > widestPrinted) unbroken += 1
    else if (length > width) width = length
  }
  for (let at = Math.max(0, index - neighbours); at <= index + neighbours; at += 1) {
    const line = letter.lines[at]
    if (line && line.indent + line.text.length >= width * 0.85) full += 1
  }
  return width >= 45 && full >= 2 && unbroken < 2 ? width : null
}

function passageOf(
  letter: Letter,
  role: Part['role'],
  lines: readonly Line[],
  before: readonly Passage[],
  labelOf: (line: Line) => Label | null,
): Passage {
  const [first] = lines
  const last = lines.at(-1)
  if (!first || !last) throw new Error('Cannot make a passage of no lines')
  const label = labelOf(first)
  const announced = label ? label.length : (announcesQuestion.exec(first.text)?.[0].length ?? 0)
  const body = { start: Math.min(first.start + announced, last.end), end: last.end }
  return {
    start: first.start,
    end: last.end,
    index: before.length,
    role,
    lines,
    label,
    number: numberOf(label, role, before),
    body,
    words: letter.text
      .slice(body.start, body.end)
      .replace(/[^\S\t]+/g, ' ')
      .trim(),
    gap: first.gap,
    indent: first.indent,
  }
}

/** "a)" below "3." is 3a; below "3a" it is again a part of 3. Where a reply begins with it, the answers begin anew with 1. */
function numberOf(label: Label | null, role: Passage['role'], before: readonly Passage[]): string | null {
  if (label?.style !== 'letter') return label?.number ?? null
  const isPoint = (each: Passage) => each.label && each.label.style !== 'letter' && each.label.style !== 'bullet'
  const last = before.slice(-29).findLast(isPoint)
  const above = last?.role === 'request' && role === 'reply' ? before.find(isPoint) : last
  const stem = above ? (/^\d+(?:\.\d+)*/.exec(above.number ?? '')?.[0] ?? '') : ''
  return `${stem}${label.number ?? ''}`
}
