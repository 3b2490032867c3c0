import { phrase } from '../recogniser.ts'
import { type Period, period } from './period.ts'
import { ends, gap, point, pointBegins, readPoint } from './written.ts'

/**
 * "Since 2019", and "from 25 May 2018" without a last day: the end is not told. "From 2019" alone is left out, for
 * "complaints from 2019" are that year's.
 */
export const since = phrase<Period>({
  id: 'periods/since',
  about: 'A first day without a last one.',
  hints: ['since', 'from'],
  guards: [
    new RegExp(
      String.raw`\b(?:since|from)\s{1,13}(?:and\s{1,13}including\s{1,13})?(?:(?:the\s{1,13})?(?:start|beginning)\s{1,13}of\s{1,13})?(?:the\s{1,13})?(?:(?:calendar\s{1,13})?year\s{1,13})?${pointBegins}`,
      'i',
    ),
  ],
  pattern: new RegExp(
    `\\b(?<word>since|from)${gap}(?:and${gap}including${gap})?(?:(?:the${gap})?(?:start|beginning)${gap}of${gap})?(?:the${gap})?(?:(?:calendar${gap})?year${gap})?(?<point>${point})${ends}`,
    'gi',
  ),
  read: ({ word = '', point: words = '' }, match, text) => {
    const first = readPoint(words)
    if (!first?.from) return null
    if (/^since$/i.test(word)) return period('since', first.from, null)
    const before = text.slice(Math.max(0, match.index - 30), match.index)
    const isOfThatDay =
      /\b(?:e-?mails?|letters?|requests?|responses?|complaints?|dated|minutes|taken|extract(?:ed)?)\s{1,3}$/i.test(
        before,
      )
    return /^(?:day|month)$/.test(first.shape) && !isOfThatDay ? period('since', first.from, null) : null
  },
  examples: [
    { letter: 'breaches «since 2019»?', value: period('since', '2019-01-01', null) },
    { letter: 'Also, «since 1st September 2019» we', value: period('since', '2019-09-01', null) },
    { letter: 'had «since April 2011»?', value: period('since', '2011-04-01', null) },
    { letter: '«since the start of 2018/19»', value: period('since', '2018-04-01', null) },
    { letter: 'in force «from 25 May 2018»', value: period('since', '2018-05-25', null) },
  ],
  nearMisses: ['complaints from 2019', 'the email from 3 May 2019', 'since then', 'since 31/02/2019'],
})
