import type { Span } from '@disclosed/document'
import { allMatches } from '../../all-matches.ts'
import type { Finding } from '../../finding.ts'
import { type Period, wholePeriod } from '../../periods/index.ts'
import { findQuantities, type Quantity, readCell } from '../../quantities/index.ts'
import { type Beside, partOf, readBeside } from './label.ts'
import type { Line } from './line.ts'
import { isProse } from './prose.ts'

/** A label, a mark that parts it from its figure, and the figure with what is said behind it. */
export interface Marked {
  readonly label: Beside
  readonly figure: Finding<Quantity>
  readonly period: Finding<Period> | null
  /** What share the figure is, where a percentage stands beside it in brackets. */
  readonly share: Finding<Quantity> | null
}

/** «18/19 = 6794», «Depot Lane – 3 wardens», «Aged 18 - 25: 12»; null where the line is not built so. */
export function readMarked(line: Line): Marked | null {
  const known = read.get(line)
  if (known !== undefined) return known
  const marked = markedIn(line)
  read.set(line, marked)
  return marked
}

/** Several shapes ask the same of a line. */
const read = new WeakMap<Line, Marked | null>()

function markedIn(line: Line): Marked | null {
  const { words } = line
  if (words.length > longest || !holdsSeparator.test(words)) return null
  for (const mark of allMatches(words, separator)) {
    const from = mark.index + mark[0].length
    const label = words.slice(0, mark.index).trim()
    if (label === '' || label.length > longestLabel || /[.?!]\s|=/.test(label)) continue
    // A dash parts clauses as well: «There was no such spend but in 2021 – £40 – on …».
    if (!/[:=]/.test(mark[0]) && isProse(label) && !isSpan(label)) continue
    const beside = readBeside(line, spanOf(words, mark.index))
    const rest = readRest(line, from)
    if (!rest || !beside) continue
    if (beside.period === null && beside.label === null) continue
    const isRemark = rest.period !== null && /^\s{0,3}\(/.test(words.slice(rest.figure.span.end))
    if (beside.period && rest.period && !isRemark) continue
    // «17/18 - 168 18/19 - 24»: another figure stands between the time and this one.
    if (beside.period && figureBehind.test(words.slice(beside.period.span.end, mark.index))) continue
    const told = beside.period && rest.period ? { ...beside, period: partOf(beside.period, rest.period) } : beside
    return { label: told, ...rest, period: beside.period ? null : rest.period }
  }
  return null
}

/** «From August 2018 to December 2018 – 11» */
function isSpan(label: string): boolean {
  return (
    /^(?:from|between) .{4,40} (?:to|until|and|[–-]) /i.test(label) && wholePeriod(label.replace(/^\w+ /, '')) !== null
  )
}

const longest = 240
const figureBehind = /^\s{0,4}[:=–-]\s{0,4}[£<]?\d[\d,.]{0,14}[%km]?[\s,;]{1,4}(?:\d\d|(?:19|20)\d\d)(?:\D|$)/i
const longestLabel = 110
/** A quick no: the search for one tries all white space. */
const holdsSeparator = /[=:–—\t]|\s-|[^\S\n]{3}/
const separator = /\s{0,4}(?:=|:(?!\d)|(?<!\d):)\s{0,4}|\s{1,4}[–—-]{1,3}\s{0,4}|[–—]\s{0,4}|\t{1,9}|[^\S\n]{3,40}/g

function spanOf(words: string, end: number): Span {
  return { start: words.length - words.trimStart().length, end }
}

/** What stands behind the mark: one figure at its start, and others only in brackets, where they remark on it. */
function readRest(line: Line, from: number): Omit<Marked, 'label'> | null {
  const rest = line.words.slice(from)
  if (!beginsWithFigure.test(rest)) return null
  const at = <Value>(found: Finding<Value>): Finding<Value> => ({
    ...found,
    span: { start: found.span.start + from, end: found.span.end + from },
  })
  const [first, second] = findQuantities(rest).filter(({ value }) => value.number !== null)
  const whole = first ? null : readCell(rest.replace(/\s+/g, ' '))
  if (!first) {
    if (whole?.number == null) return null
    const span = { start: from, end: line.words.length }
    return { figure: { value: { ...whole, hedge: null }, span, rule: 'answers/cell' }, period: null, share: null }
  }
  if (line.periods.some(({ span }) => span.start < first.span.end + from && first.span.start + from < span.end))
    return null
  // «2018 - 2019: 4»: the first dash joins two years.
  if (/[a-z\d]/i.test(rest.slice(0, first.span.start).replace(hedge, ''))) return null
  const behind = rest.slice(first.span.end)
  if (second && !/^[^0-9]{0,40}[(]/.test(behind)) return null
  const share =
    second?.value.quantity === 'percent' &&
    /^\s?(?:in total |total )?\($/.test(rest.slice(first.span.end, second.span.start))
  const [period, more] = line.periods.filter(({ span }) => span.start >= from)
  // «12 in 2019 and 9 in 2020» is no figure of one time.
  if (more) return null
  return { figure: at(first), period: period ?? null, share: share && second ? at(second) : null }
}

const beginsWithFigure =
  /^(?:(?:about|around|approximately|approx\.?|circa|c\.|over|under|more than|less than|fewer than|at least|up to|a total of|total(?: of)?)\s{1,3})?(?:[£<>~≤≥]\s?){0,2}\d|^(?:nil|none|zero|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|less than|fewer than)\b/i

/** Only these stand between the mark and the figure. */
const hedge =
  /(?:a )?total(?: of)?|about|around|approx[a-z]{0,9}|circa|c\.|over|under|(?:more|less|fewer) than|at least|up to/gi
