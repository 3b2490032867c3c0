import { readOneFigure } from './one-figure.ts'
import { isProse } from './prose.ts'
import type { Entry, Shape } from './shape.ts'

/** «71 - Unoccupied farm buildings», «188 handsets», «8 x Vale Runner hybrid», «12 in the north»: the figure comes first. */
export const labelBehind: Shape = {
  id: 'answers/figure-and-label',
  about: 'A figure, and behind it what it is a figure of.',
  read: (line): readonly Entry[] => {
    const one = readOneFigure(line)
    if (!one || one.before.label !== null || one.behind.label === null) return []
    if (one.before.period && one.behind.period) return []
    if (/[a-z]/i.test(line.words.slice(0, one.figure.span.start)) && !one.before.period) return []
    const words = line.words.slice(one.span.behind.start)
    const told = one.behind.period ? words.slice(0, one.behind.period.span.start - one.span.behind.start) : words
    if (isProse(told.replace(leadsToLabel, '').trimEnd()) || told.length > longestLabel) return []
    const isUnit = /^\s/.test(words) && !/^\s{0,3}[-–—:=]/.test(words)
    const label = isUnit ? (one.behind.label.split(/,\s/, 1)[0] ?? one.behind.label) : one.behind.label
    const own = { period: one.before.period ?? one.behind.period, label, isUnit }
    return [{ ...own, figure: one.figure }, ...(one.share ? [{ ...own, figure: one.share }] : [])]
  },
  examples: [
    ['71 - Unoccupied farm buildings', '=71 |  | Unoccupied farm buildings'],
    ['188 handsets, lost or stolen.', '=188 |  | handsets'],
    ['8 x Vale Runner hybrid.', '=8 |  | Vale Runner hybrid'],
    ['12 in Wales', '=12 |  | Wales'],
    ['5,378 notices appealed. Financial year 21/22', '=5378 | 2021-04-01 | notices appealed'],
    ['2019: 45 males', '=45 | 2019-01-01 | males'],
  ],
  nearMisses: [
    '12',
    '12 were paid',
    '12 fines were paid',
    'Fines 12',
    '12 fines and 9 warnings',
    'We have 12 wardens',
    '20 working days',
  ],
}

const longestLabel = 110

/** «12 in Wales»: behind a figure these lead to its label. */
const leadsToLabel = /^\s{0,3}(?:[-–—:=x×]\s{0,3})?(?:in|on|at|by|from|of)\s(?:the\s)?/i
