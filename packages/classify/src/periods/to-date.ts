import { phrase } from '../recogniser.ts'
import { type Period, period } from './period.ts'
import { begins, day, ends, gap, point, readDay, readPoint, year } from './written.ts'

const now = `(?:(?:the${gap})?(?:date|time|day)${gap}of${gap}(?:(?:this|your|the|my)${gap})?(?:request|response|reply|letter)|date|now|today|(?:the${gap})?present(?:${gap}(?:day|time))?)`
const open = `(?:onwards?|so${gap}far|YTD|year${gap}to${gap}date|(?:to|until|till|up${gap}to|up${gap}until)${gap}${now}|[-–]${gap}?${now})`
const inBrackets = `(?:current(?:${gap}year)?|part(?:${gap}|-)?(?:year)?)`

/** A year or day and the words that say it is not over: "2025/26 (to date)", "from June 2019 onwards". */
export const toDate = phrase<Period>({
  id: 'periods/to-date',
  about: 'A first day, or a year, up to an end that is still open.',
  hints: ['onward', 'date', 'so far', 'present', 'ytd', 'today', 'now', 'time of', 'day of', 'current', 'part'],
  guards: [
    /\d[\s,([–-]{0,8}(?:to|so|present|up|ytd|now|until|till|on|and|date|at|as|today|current|part)|to\s{1,8}date\s{1,8}in|(?:ytd|to\s{1,8}date)[\s(]{0,8}\d/i,
  ],
  pattern: new RegExp(
    `(?:\\b(?:since|from)${gap}(?:the${gap})?(?:(?:start|beginning)${gap}of${gap})?)?${begins}(?<point>${point})(?:${gap}|,${gap})?(?:\\([ ]?(?:${open}|${inBrackets})\\)|[-–]?[ ]?(?<![a-z])${open}(?![a-z]))(?:[ ]\\((?<last>${day})\\))?|(?:(?<!\\bup[ ])\\bto${gap}date${gap}in|\\b(?:YTD|year${gap}to${gap}date))[ ]?(?:${gap})?\\(?(?<year>${year})\\)?${ends}`,
    'gi',
  ),
  read: ({ point: words, year: begun = '', last }, [written]) => {
    const first = readPoint(words ?? begun)
    // «… to the present day (12/02/17)» says which day that is.
    const today = last === undefined ? null : readDay(last)
    if (first?.from && today && first.from <= today) return period('span', first.from, today)
    const isPart =
      /\(\s?(?:current|part)/i.test(written) && first?.shape !== 'calendar_year' && first?.shape !== 'financial_year'
    return first?.from && !isPart ? period('since', first.from, null) : null
  },
  examples: [
    { letter: '«1 April 2023 to date of request» - 3', value: period('since', '2023-04-01', null) },
    { letter: 'and «2025/26 (to date)».', value: period('since', '2025-04-01', null) },
    { letter: '«since 2019 to date», but', value: period('since', '2019-01-01', null) },
    { letter: '«from June 2019 onwards»', value: period('since', '2019-06-01', null) },
    { letter: 'individuals «since 1 April\n2018 to date»?', value: period('since', '2018-04-01', null) },
    { letter: '«from 2018 up to the present day»', value: period('since', '2018-01-01', null) },
    { letter: '(«from 01/01/2016 to present»)', value: period('since', '2016-01-01', null) },
    { letter: '«from 01/01/16 - present day (12/02/17)»', value: period('span', '2016-01-01', '2017-02-12') },
    { letter: '«2024 so far»: 3', value: period('since', '2024-01-01', null) },
    { letter: 'blocked in «2021 up to now», by month', value: period('since', '2021-01-01', null) },
    { letter: '«2015-present» £428', value: period('since', '2015-01-01', null) },
    { letter: '«2023/24 (current)» 104', value: period('since', '2023-04-01', null) },
    { letter: '«YTD 2024»: 5', value: period('since', '2024-01-01', null) },
    { letter: '«Year to date (2024)»: 5', value: period('since', '2024-01-01', null) },
    { letter: '2012 and «to date in 2013»', value: period('since', '2013-01-01', null) },
  ],
  nearMisses: [
    'up to date in 2019',
    '2019',
    'since 2019',
    '2019 to December',
    'dated 2019',
    '2019 (currently)',
    '2019 part',
  ],
})
