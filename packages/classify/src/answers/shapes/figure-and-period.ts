import { readOneFigure } from './one-figure.ts'
import type { Entry, Shape } from './shape.ts'

/** «£1,200 (2019)», «12 in 2019/20», «45 as at 31 March 2021»: a figure, and behind it its time. */
export const figureAndPeriod: Shape = {
  id: 'answers/figure-and-period',
  about: 'A figure, and behind it the period it is of.',
  read: (line): readonly Entry[] => {
    const one = readOneFigure(line)
    if (!one || one.before.label !== null || one.behind.label !== null) return []
    if (one.before.period || !one.behind.period) return []
    if (/[a-z]/i.test(line.words.slice(0, one.figure.span.start))) return []
    const own = { period: one.behind.period, label: null, isUnit: false }
    return [{ ...own, figure: one.figure }, ...(one.share ? [{ ...own, figure: one.share }] : [])]
  },
  examples: [
    ['£1,200 (2019)', '=1200 | 2019-01-01 | '],
    ['12 in 2019/20', '=12 | 2019-04-01 | '],
    ['No visits from 2015 - 2018', '=0 | 2015-01-01 | '],
    ['45 as at 31 March 2021.', '=45 | 2021-03-31 | '],
  ],
  nearMisses: ['12', '2019: 12', '12 of them in 2019', '12 in 2019 and 9 in 2020', 'About the 12 in 2019'],
}
