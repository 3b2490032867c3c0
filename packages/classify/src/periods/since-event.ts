import { phrase } from '../recogniser.ts'
import { type Period, period } from './period.ts'
import { ends, gap, point, readPoint } from './written.ts'

/** What a time is counted from; "since the files were destroyed in May 2019, we cannot" gives a reason. */
const begun =
  'establish|introduc|incept|creat|form(?:ed|ation)|implement|launch|c[ao]me[^\\S\\n]into|start|began|begin|open|given|took[^\\S\\n]effect|commenc|enforc|merge|roll-?out|go-?live|set[^\\S\\n]up|appoint|elect'

/** "Since its establishment on 1 July 2022", "since the GDPR came into force on 25 May 2018": the day of what happened then. */
export const sinceEvent = phrase<Period>({
  id: 'periods/since-event',
  about: 'A first day told as that of an event, without a last one.',
  hints: ['since'],
  pattern: new RegExp(
    `\\bsince${gap}(?=[^.\\n]{0,100}\\b(?:${begun}))(?:(?!(?:on|in|then|between|from|to)\\b)[A-Za-z’'()-]{1,20}${gap}){1,10}(?<words>(?:on|in)${gap}(?:the${gap})?(?<point>${point}))${ends}`,
    'gi',
  ),
  read: ({ point: words = '' }) => {
    const first = readPoint(words)
    return first?.from && /^(?:day|month)$/.test(first.shape) ? period('since', first.from, null) : null
  },
  examples: [
    { letter: 'breaches since its establishment «on 1st July 2022»', value: period('since', '2022-07-01', null) },
    { letter: 'since it was given a mayor «in May 2021»?', value: period('since', '2021-05-01', null) },
    { letter: 'since the new Act came into force «on 25 May 2018»', value: period('since', '2018-05-25', null) },
  ],
  nearMisses: [
    'since then, on 3 May 2019',
    'since it was opened in 2019',
    'since the files were destroyed in May 2019',
    'since it began. On 3 May 2019',
  ],
})
