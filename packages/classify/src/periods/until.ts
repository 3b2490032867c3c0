import { phrase } from '../recogniser.ts'
import { type Period, period } from './period.ts'
import { ends, gap, point, readPoint } from './written.ts'

/** "Up to 19 June 2019": the first day is not told. "Until 2019" may leave that year out or take it in: no days. */
export const until = phrase<Period>({
  id: 'periods/until',
  about: 'A last day without a first one.',
  hints: ['up to', 'until', 'till'],
  pattern: new RegExp(
    `\\b(?:up${gap}to|up${gap}until|until|till)${gap}(?:and${gap}including${gap})?(?:the${gap})?(?:end${gap}of${gap})?(?<point>${point})${ends}`,
    'gi',
  ),
  read: ({ point: words = '' }, [whole]) => {
    const last = readPoint(words)
    const isTold = last?.shape === 'day' || last?.shape === 'month' || /end\s+of/i.test(whole)
    return last?.to && isTold ? period('until', null, last.to) : null
  },
  examples: [
    { letter: 'for the period «up to 19 June 2019».', value: period('until', null, '2019-06-19') },
    { letter: '«until the end of 2020»', value: period('until', null, '2020-12-31') },
    { letter: '«up to and including March 2021»', value: period('until', null, '2021-03-31') },
  ],
  nearMisses: ['up to 2019', 'up to 50', 'until 31/02/2019', 'up to date'],
})
