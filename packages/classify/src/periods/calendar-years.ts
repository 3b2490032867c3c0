import { phrase } from '../recogniser.ts'
import { calendarYear, type Period, period } from './period.ts'
import { begins, ends, year } from './written.ts'
import { namedAround } from './year-pairs.ts'

/**
 * One year, where words or its place say that it is one: "in 2019", "2019:" at the head of a line.
 * "In 2019 cases" is a count; a count that ends its own line's label ("2019 – 3" of two thousand and nineteen somethings) would fool it.
 */
export const calendarYears = phrase<Period>({
  id: 'periods/calendar-year',
  about: 'One year that the words before it, or its place at the head of a line, show to be a year.',
  pattern: new RegExp(
    `${begins}(?<words>(?:(?:calendar|whole|full)[ ]year[s]?[ ](?:of[ ])?)?${year}(?:[ ]calendar[ ]year)?)${ends}`,
    'gi',
  ),
  read: ({ words = '' }, { index }, text) => {
    const end = index + words.length
    const told = Number(/\d{4}/.exec(words)?.[0])
    if (/calendar/i.test(words)) return calendarYear(told)
    if (!isSaid(text, index, end) && !isLabel(text, index, end)) return null
    return namedAround(text, index, end) === 'financial' ? period('financial_year', null, null) : calendarYear(told)
  },
  examples: [
    { letter: 'How many in «2019»?', value: calendarYear(2019) },
    { letter: 'in the «calendar year 2017».', value: calendarYear(2017) },
    { letter: '«2018»: 4', value: calendarYear(2018) },
    { letter: '• «2017» – Nil', value: calendarYear(2017) },
    { letter: 'during «2020» and', value: calendarYear(2020) },
    { letter: 'The «2021 calendar year»', value: calendarYear(2021) },
    { letter: 'For the year «2016», none', value: calendarYear(2016) },
    { letter: 'Breaches («2019»)', value: calendarYear(2019) },
    { letter: 'financial year of «2020»', value: period('financial_year', null, null) },
  ],
  nearMisses: [
    'a total of 2019 incidents',
    'in 2019 cases',
    'the Regulations (2004)',
    '2019 incidents',
    'in the 2005 Act',
    '1685',
    '2014',
    'SQL Server 2016',
    'in £2019',
    'over 2000',
  ],
})

function isSaid(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start)
  if (!leads.test(before)) return false
  if (/(?:total|number|majority|all|out|sum)\s{1,3}of\s{1,3}$/i.test(before)) return false
  if (/\b(?:Act|Acts|Regulations?|Order|Rules|Directive|Bill|Standards?|Census)\s{0,2}\($/i.test(before)) return false
  return !/^\s{1,3}(?:cases|instances|occasions|incidents|times|of\s(?:these|those|them|which)|Act\b|Regulations)/i.test(
    text.slice(end, end + 20),
  )
}

const leads =
  /(?:\b(?:in|during|for|throughout|within|since|until|covers?|covering|(?:relates?|relating)\sto|period|before|after|calendar|years?(?:\sof)?|early|late|mid|(?:end|start|beginning|half|part|quarter|spring|summer|autumn|winter|rest|remainder|financial\syears?)\sof)\s{1,3}(?:(?:the|all|both|each)\s(?:of\s)?)?(?:years?\s{1,3})?|\()$/i

/** A year alone in front of what it is about: "2019: 4". A year alone on its line may be a count as well. */
function isLabel(text: string, start: number, end: number): boolean {
  return (
    /(?:^|[\n\t|])[ \t•*·o-]{0,8}$/.test(text.slice(Math.max(0, start - 12), start)) &&
    /^[ ]{0,3}(?:[=:–—|\t(]|-\s)[ \t]{0,3}\S/.test(text.slice(end, end + 10))
  )
}
