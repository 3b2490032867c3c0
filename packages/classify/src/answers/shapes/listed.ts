import { allMatches } from '../../all-matches.ts'
import type { Finding } from '../../finding.ts'
import { type Period, wholePeriod } from '../../periods/index.ts'
import { figureAndPeriod } from './figure-and-period.ts'
import { labelAndFigure } from './label-and-figure.ts'
import { labelBehind } from './label-behind.ts'
import { labelRunOn } from './label-run-on.ts'
import { type Line, lineOf } from './line.ts'
import { periodAndFigure } from './period-and-figure.ts'
import type { Entry, Shape } from './shape.ts'

/**
 * Several labels with their figures in one line, all built alike: «Malware: 5; Spam: 191», «2019: 7, 2020: 3 and 2021: 5»,
 * «45 males / 23 females», «12 in Wales and 9 in England». What stands before the first behind a colon is said of all.
 */
export const listed: Shape = {
  id: 'answers/listed-in-line',
  about: 'Several labels or periods with their figures in one line, all built alike.',
  read: (line): readonly Entry[] => {
    if (line.figures.length < 2 || line.words.length > longest) return []
    for (const { from, period } of beginnings(line)) {
      for (const joint of joints) {
        const found = readAll(line.words.slice(from), joint)
        if (!found || (period && found.some((entry) => entry.period)) || areYears(found)) continue
        return found.map((entry) => moved(entry, from)).map((entry) => (period ? { ...entry, period } : entry))
      }
    }
    const run = runOn(line)
    return areYears(run) ? [] : run
  },
  examples: [
    ['Malware: 5; Phishing: 461; Spam: 191', '=5 |  | Malware', '=461 |  | Phishing', '=191 |  | Spam'],
    ['2019: 7, 2020: 3 and 2021: 5', '=7 | 2019-01-01 | ', '=3 | 2020-01-01 | ', '=5 | 2021-01-01 | '],
    ['Reports: 2021 - 3,377, 2022 - 3,902', '=3377 | 2021-01-01 | ', '=3902 | 2022-01-01 | '],
    ['Recovered - 2020 - 6, 2021 - 13', '=6 | 2020-01-01 | ', '=13 | 2021-01-01 | '],
    ['45 males / 23 females', '=45 |  | males', '=23 |  | females'],
    ['12 in Wales and 9 in England', '=12 |  | Wales', '=9 |  | England'],
    ['£1,200 (2019), £300 (2020)', '=1200 | 2019-01-01 | ', '=300 | 2020-01-01 | '],
    ['2021/22 320 accepted, 692 refused', '=320 | 2021-04-01 | accepted', '=692 | 2021-04-01 | refused'],
    ['2013/14 - Primary 112; Secondary 115', '=112 | 2013-04-01 | Primary', '=115 | 2013-04-01 | Secondary'],
    ['2023/24: 240 issued, 171 paid (as of 20 May 2024)', '=240 | 2023-04-01 | issued', '=171 | 2023-04-01 | paid'],
    ['£90 (as at 1 May 2019), £95 (as at 1 May 2020)', '=90 | 2019-05-01 | ', '=95 | 2020-05-01 | '],
    ['2010: 6440 courses – 4653 people.', '=6440 | 2010-01-01 | courses', '=4653 | 2010-01-01 | people'],
    ['None for 2015 - 2018, April 2019/20: 47', '=0 | 2015-01-01 | ', '=47 | 2019-04-01 | '],
    ['2012 1 (14%) 2013 0', '=1 | 2012-01-01 | ', '=14 | 2012-01-01 | ', '=0 | 2013-01-01 | '],
    ['2012 Nil; 2013 £2,000', '=0 | 2012-01-01 | ', '=2000 | 2013-01-01 | '],
    ['2017/18 – 27; 2018/19 – 46; 2019/20 – the log is out for repair', '=27 | 2017-04-01 | ', '=46 | 2018-04-01 | '],
    ['2019 - 79 2020 - 119 2021 = 12', '=79 | 2019-01-01 | ', '=119 | 2020-01-01 | ', '=12 | 2021-01-01 | '],
    ['9 in 2019, 14 in 2020 and 3 in 2021.', '=9 | 2019-01-01 | ', '=14 | 2020-01-01 | ', '=3 | 2021-01-01 | '],
  ],
  nearMisses: [
    '45 males',
    '12, of which 9 were paid',
    '2019 - 20; 2020 - 21; 2021 - 22',
    '12 in Wales and 9',
    'Malware: 5; Phishing: see below; Spam: 12',
    '5 and 9',
    '12 fines and 9 were paid',
    '12 in 2019 and 2020, 9 in Wales',
    '2019 - 79 2020 - see below 2021 - 12',
    '2019 2020 2021 79 119 12',
  ],
}

const longest = 600
/** Line ends and semicolons part whole pieces; a comma and a stroke stand within them, too, so each piece is looked at. */
const joints: readonly RegExp[] = [
  /\s{0,4}[;|]\s{0,4}(?:and\s)?/g,
  /\s{0,4}\n\s{0,8}/g,
  /,\s{1,4}(?:and\s{1,3})?|\s{1,4}and\s{1,4}/g,
  /\s{1,4}\/\s{1,4}/g,
  /\s{1,4}[–—-]\s{1,4}/g,
]
const each: readonly Shape[] = [periodAndFigure, figureAndPeriod, labelAndFigure, labelBehind, labelRunOn]

interface Beginning {
  readonly from: number
  /** Said of all that follows: «2021/22 320 accepted, 692 refused». */
  readonly period: Finding<Period> | null
}

/** Where the list itself may begin: at once, behind «Reports:», or behind a period that all of it is about. */
function beginnings({ words, periods: [first] }: Line): readonly Beginning[] {
  const lead = /^[A-Z][^:;\d]{1,80}(?::|\s[–—-])\s{1,4}/.exec(words)?.[0].length ?? 0
  const dated = first && /^\W{0,3}(?:in |for |during )?$/i.test(words.slice(0, first.span.start)) ? first : null
  const joint = dated ? (/^[\s:.,=)–-]{1,9}/.exec(words.slice(dated.span.end))?.[0].length ?? 0) : 0
  return [
    { from: 0, period: null },
    ...(lead > 0 ? [{ from: lead, period: null }] : []),
    ...(dated && joint > 0 ? [{ from: dated.span.end + joint, period: dated }] : []),
  ]
}

/** All pieces in one shape; or each in any, where each has a period of its own. */
function readAll(words: string, joint: RegExp): readonly Entry[] | null {
  const pieces = piecesOf(words, joint)
  if (pieces.length < 2) return null
  const told = pieces.map(({ start, end }) => words.slice(start, end))
  const some = !told.every((piece) => asAt.test(piece))
  const lines = pieces.map(({ start }, at): readonly [Line, number] => [
    lineOf(some ? (told[at] ?? '').replace(asAt, '') : (told[at] ?? '')),
    start,
  ])
  const readings = each.map((shape) =>
    lines.map(([line, start]) => shape.read(line).map((entry) => moved(entry, start))),
  )
  const alike = readings.find((found) => found.every((entries) => entries.length > 0) && allOrNoneDated(found.flat()))
  if (alike) return alike.flat()
  const any = lines.map((_, at) => readings.map((found) => found[at] ?? []).find((entries) => entries.length > 0) ?? [])
  const starts = any.flatMap((entries) => entries.map(({ period }) => period?.value.from ?? null))
  // «2017/18 – 27; 2018/19 – 46; 2019/20 – the log is out for repair»: a time may go without its figure.
  const isTold = any.every((entries, at) => entries.length > 0 || isUntold(lines[at]?.[0]))
  const isOfTimes = isTold && starts.length > 1 && !starts.includes(null)
  return isOfTimes && new Set(starts).size === starts.length ? any.flat() : null
}

/** «2019 - 20; 2020 - 21» are financial years and no figures of calendar ones. */
function areYears(entries: readonly Entry[]): boolean {
  return entries.every(
    ({ period, figure }) =>
      period?.value.from?.endsWith('-01-01') &&
      figure.value.number === (Number(period.value.from.slice(0, 4)) + 1) % 100,
  )
}

/** «2023/24: 240 issued, 171 paid (as of 20 May 2024)»: behind one figure of several it says when it was counted, and not for what time. */
const asAt = /\s\((?:(?:figures? |data |correct )?as (?:at|of|on)|up to|to|until)\s[^()]{3,40}\)$/i

/** A period at its head, and then words. */
function isUntold(line: Line | undefined): boolean {
  const [period] = line?.periods ?? []
  if (!line || !period || line.figures.length > 0 || period.span.start > 0) return false
  return /^\s{0,3}[:=–-]\s{1,3}[A-Za-z]/.test(line.words.slice(period.span.end))
}

/** «2019 - 79 2020 - 119 2021 - 112»: nothing but the next year says where a figure ends. */
function runOn({ words }: Line): readonly Entry[] {
  const starts = allMatches(words, aWord).flatMap(({ 0: word, index }) =>
    isYear.test(word) && wholePeriod(word) ? index : [],
  )
  const [first] = starts
  if (first === undefined || starts.length < 2 || !/^(?:[A-Z][^:;\d]{1,80}:)?[\s(]{0,3}$/.test(words.slice(0, first)))
    return []
  const found = starts.map((start, at) => {
    const piece = withoutTail(words.slice(start, starts[at + 1]))
    return periodAndFigure.read(lineOf(piece)).map((entry) => moved(entry, start))
  })
  return found.every((entries) => entries.length > 0) ? found.flat() : []
}

/** Without the signs that part it from the next; the bracket of «1 (14%)» stays. */
function withoutTail(words: string): string {
  const end = words.replace(/[\s,;|]{1,9}$/, '')
  return end.endsWith('%)') ? end : end.replace(/[\s,;|()]{1,9}$/, '')
}

const aWord = /[^\s()]{1,20}/g
const isYear = /^(?:(?:19|20)\d\d(?:[/–-](?:\d\d|(?:19|20)\d\d))?|\d\d\/\d\d):?$/

/** Where only the first has a period, it is said of all: that is another beginning. */
function allOrNoneDated(entries: readonly Entry[]): boolean {
  return entries.every(({ period }) => period !== null) || entries.every(({ period }) => period === null)
}

function piecesOf(words: string, joint: RegExp) {
  const pieces: { start: number; end: number }[] = []
  let start = 0
  for (const match of allMatches(words, joint)) {
    if (match.index > start) pieces.push({ start, end: match.index })
    start = match.index + match[0].length
  }
  const end = words.replace(/[\s.;|]{1,9}$/, '').length
  if (end > start) pieces.push({ start, end })
  return pieces
}

function moved(entry: Entry, by: number): Entry {
  const shift = <At extends { readonly span: { readonly start: number; readonly end: number } }>(at: At): At => ({
    ...at,
    span: { start: at.span.start + by, end: at.span.end + by },
  })
  return { ...entry, figure: shift(entry.figure), period: entry.period ? shift(entry.period) : null }
}
