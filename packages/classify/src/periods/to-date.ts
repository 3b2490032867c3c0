import { phrase } from '../recogniser.ts'
import { type Period, period } from './period.ts'
import { begins, gap, point, readPoint } from './written.ts'

const now = `(?:date|now|today|(?:the${gap})?present(?:${gap}(?:day|time))?|the${gap}(?:date|time|day)${gap}of${gap}(?:this|your|the|my)${gap}(?:request|response|reply|letter))`
const open = `(?:onwards?|so${gap}far|YTD|year${gap}to${gap}date|(?:to|until|till|up${gap}to|up${gap}until)${gap}${now}|[-–]${gap}${now})`

/** A year or day and the words that say it is not over: "2025/26 (to date)", "from June 2019 onwards". */
export const toDate = phrase<Period>({
  id: 'periods/to-date',
  about: 'A first day, or a year, up to an end that is still open.',
  hints: ['onward', 'date', 'so far', 'present', 'ytd', 'today', 'now', 'time of', 'day of'],
  guards: [/\d[\s,([–-]{0,8}(?:to|so|present|up|ytd|now|until|till|on|and|date|at|as|today)/i],
  pattern: new RegExp(
    `(?:\\b(?:since|from)${gap}(?:the${gap})?(?:(?:start|beginning)${gap}of${gap})?)?${begins}(?<point>${point})(?:${gap}|,${gap})?(?:\\([ ]?${open}\\)|[-–]?[ ]?(?<![a-z])${open}(?![a-z]))`,
    'gi',
  ),
  read: ({ point: words = '' }) => {
    const first = readPoint(words)
    return first?.from ? period('since', first.from, null) : null
  },
  examples: [
    { letter: 'and «2025/26 (to date)».', value: period('since', '2025-04-01', null) },
    { letter: '«since 2019 to date», but', value: period('since', '2019-01-01', null) },
    { letter: '«from June 2019 onwards»', value: period('since', '2019-06-01', null) },
    { letter: 'individuals «since 1 April\n2018 to date»?', value: period('since', '2018-04-01', null) },
    { letter: '«from 2018 up to the present day»', value: period('since', '2018-01-01', null) },
    { letter: '(«from 01/01/2016 to present»)', value: period('since', '2016-01-01', null) },
    { letter: '«2024 so far»: 3', value: period('since', '2024-01-01', null) },
    { letter: 'blocked in «2021 up to now», by month', value: period('since', '2021-01-01', null) },
  ],
  nearMisses: ['up to date in 2019', '2019', 'since 2019', '2019 to December', 'dated 2019'],
})
