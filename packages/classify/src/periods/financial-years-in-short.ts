import { phrase } from '../recogniser.ts'
import { financialYear, type Period } from './period.ts'
import { begins, ends, financialYearName, monthName, readPair } from './written.ts'

/**
 * "18/19" for 2018/19: where it stands at the head of a line, in a list of its like, or behind words that ask for a year.
 * A line that begins with a share ("18/19 schools replied") would fool it if a dash or colon followed the share.
 */
export const financialYearsInShort = phrase<Period>({
  id: 'periods/financial-year-in-short',
  about: 'A financial year by the last two figures of both its years.',
  hints: ['/', '-', '–'],
  pattern: new RegExp(
    String.raw`${begins}(?<name>${financialYearName}[ :]{0,2})?(?<short>\d\d[/–-]\d\d)(?!\s{0,2}${monthName})${ends}`,
    'gi',
  ),
  read: ({ name, short = '' }, match, text) => {
    const pair = readPair(short)
    if (pair?.[1] !== (pair?.[0] ?? 0) + 1) return null
    const end = match.index + match[0].length
    const isMeant =
      name !== undefined ||
      isLabel(text, match.index, end) ||
      isAskedFor(text, match.index) ||
      isListed(text, match.index, end) ||
      isTimeOfSentence(text, match.index, end)
    return isMeant ? financialYear(pair[0]) : null
  },
  examples: [
    { letter: '«18/19» = 6794', value: financialYear(2018) },
    { letter: '• «19-20»: 12', value: financialYear(2019) },
    { letter: 'in the «financial year 20/21» there', value: financialYear(2020) },
    { letter: '«FY21/22»', value: financialYear(2021) },
    { letter: 'Cost\t«18/19»\t1', value: financialYear(2018) },
    { letter: 'costs for «23/24» are £9', value: financialYear(2023) },
    { letter: 'In «17-18», 118.', value: financialYear(2017) },
  ],
  nearMisses: [
    '18/19 March',
    '11/12 of them',
    'in 11/12 cases',
    'room for 23/24 beds',
    'for 30/31 May',
    '24/7',
    '05/06/2019',
    'ages 15-16 years',
    'marks of 12-13',
    'done in 12-13 weeks',
    'for 12-13, see below',
  ],
})

/** At the head of its line (or a cell), with nothing behind it but a sign that a figure follows. */
function isLabel(text: string, start: number, end: number): boolean {
  return (
    /(?:^|[\n\t|])[ \t•*·o-]{0,8}\(?$/.test(text.slice(Math.max(0, start - 12), start)) &&
    /^\)?[ ]{0,3}(?:[=:–—|\t\n]|-\s|$)/.test(text.slice(end, end + 5))
  )
}

/**
 * «Costs for 23/24 are …», «£12 in 24/25 and £9 in 14/15.»: behind such a word, and before what a share of something would not stand. With a
 * dash, which is a span of ages or weeks elsewhere, only «In 17-18, 118.»
 */
function isTimeOfSentence(text: string, start: number, end: number): boolean {
  if (/^\d\d[–-]/.test(text.slice(start, end)))
    return (
      /\b(?:in|during)\s$/i.test(text.slice(Math.max(0, start - 7), start)) &&
      /^(?:[.,;:)](?:\s|$)|$)/.test(text.slice(end, end + 2))
    )
  return (
    /^\d\d\//.test(text.slice(start, end)) &&
    /\b(?:for|in|during|since)\s$/i.test(text.slice(Math.max(0, start - 8), start)) &&
    /^(?:[.,;:)](?:\s|$)|\s(?:and|is|are|was|were|we|the council|to date|financial)\b|$)/i.test(
      text.slice(end, end + 14),
    )
  )
}

function isAskedFor(text: string, start: number): boolean {
  return /(?:financial|fiscal)\s{1,3}years?[\s:,(]{0,3}$/i.test(text.slice(Math.max(0, start - 25), start))
}

/** Beside another of its like: "21-22, 22-23 and 23-24". */
function isListed(text: string, start: number, end: number): boolean {
  const before = /(\d\d)[/–-](\d\d)(?:,|;|\s|\band\b|&){1,8}$/.exec(text.slice(Math.max(0, start - 14), start))
  const behind = /^(?:,|;|\s|\band\b|&){1,8}(\d\d)[/–-](\d\d)/.exec(text.slice(end, end + 14))
  return isNeighbour(before) || isNeighbour(behind)
}

function isNeighbour(pair: RegExpExecArray | null): boolean {
  return pair !== null && Number(pair[2]) === Number(pair[1]) + 1
}
