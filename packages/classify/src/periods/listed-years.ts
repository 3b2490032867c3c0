import { allMatches } from '../all-matches.ts'
import type { Finding } from '../finding.ts'
import type { Recogniser } from '../recogniser.ts'
import { calendarYear, type Period, period } from './period.ts'
import { year } from './written.ts'
import { namedAround } from './year-pairs.ts'

/**
 * Years in a row, each a finding of its own: "2018, 2019 and 2020", or the head of a table. Years parted by white space alone
 * must follow each other; a column of counts that do so ("2018", "2019") would fool it. So must years that head
 * one line after another with a figure behind them ("2021 3", below it "2022 5").
 */
export const listedYears: Recogniser<Period> = {
  id: 'periods/listed-year',
  about: 'Each of several years in a row.',
  find: (text) => [
    ...allMatches(text, rows).flatMap(({ 0: words, index }) => yearsOf(text, words, index)),
    ...yearsOfLines(text),
  ],
  // Years that tell different days cannot stand in one example; a test shows them.
  examples: [
    { letter: 'the financial years «2018», «2019» and «2020»', value: period('financial_year', null, null) },
    { letter: 'tax years «2018» & «2019»', value: period('span', null, null) },
  ],
  nearMisses: [
    '2018',
    'a row of 2018 4 2019',
    '2018-2019',
    '£2018, 2019',
    '2018 2024',
    'FOI/2018, 2019/20',
    '2019 5\n2025 6',
    '2019 incidents\n2020 incidents',
  ],
}

const parted = String.raw`(?:[ ]?[,;&|\t][ ]?(?:and[ \n]|&[ ]|\n)?|[ \n](?:and|or)(?:[ ]|[ ]?\n[ ]{0,8})|\s{1,3})`
const rows = new RegExp(String.raw`(?<![\w£$€#@./–-])${year}(?:${parted}${year}){1,60}(?![\w%£]|[-–/][\w£]|\.\d)`, 'g')

function yearsOf(text: string, words: string, start: number): readonly Finding<Period>[] {
  const told = allMatches(words, /\d{4}/g).map(({ 0: written, index }) => ({ year: Number(written), index }))
  const isLoose = !/[,;&|]|and|or/.test(words)
  const steps = told.slice(1).map((each, index) => Math.abs(each.year - (told[index]?.year ?? 0)))
  if (steps.some((step) => step === 0 || step > (isLoose ? 1 : 20))) return []
  const kind = namedAround(text, start, start + words.length)
  return told.map((each) => ({
    value: kind === null || kind === 'calendar' ? calendarYear(each.year) : untold(kind),
    span: { start: start + each.index, end: start + each.index + 4 },
    rule: listedYears.id,
  }))
}

const line = new RegExp(
  String.raw`^[^\S\n]{0,8}(${year})[^\S\n]{1,12}(?:[£<]?\d[\d,.]{0,15}%?[*†]?|nil|none|-)[^\S\n]{0,8}$`,
  'gim',
)

function yearsOfLines(text: string): readonly Finding<Period>[] {
  const heads = allMatches(text, line).map((match) => ({
    year: Number(match[1]),
    start: match.index + match[0].indexOf(match[1] ?? ''),
  }))
  const areNeighbours = (one: (typeof heads)[number], other: (typeof heads)[number] | undefined) =>
    other !== undefined && Math.abs(other.year - one.year) === 1 && Math.abs(other.start - one.start) < 60
  return heads
    .filter((head, index) => areNeighbours(head, heads[index - 1]) || areNeighbours(head, heads[index + 1]))
    .map((head) => ({
      value: calendarYear(head.year),
      span: { start: head.start, end: head.start + 4 },
      rule: listedYears.id,
    }))
}

/** "The financial years 2018, 2019": each of them may begin or end in its year. */
function untold(kind: string): Period {
  return period(kind === 'financial' ? 'financial_year' : 'span', null, null)
}
