import { readMarked } from './marked.ts'
import type { Entry, Shape } from './shape.ts'

/** «Phishing: 461», «Depot Lane – 3 wardens», «Fines issued 2021/22: 12»: a label, a mark, and its figure. */
export const labelAndFigure: Shape = {
  id: 'answers/by-label',
  about: 'A label, a mark that parts it from its figure, and the figure.',
  read: (line): readonly Entry[] => {
    const marked = readMarked(line)
    if (!marked?.label.label) return []
    const { label, figure, share } = marked
    const own = { period: label.period ?? marked.period, label: label.label, isUnit: false }
    return [{ ...own, figure }, ...(share ? [{ ...own, figure: share }] : [])]
  },
  examples: [
    ['Phishing: 461', '=461 |  | Phishing'],
    ['Depot Lane – 3 wardens', '=3 |  | Depot Lane'],
    ['Fines issued 2021/22: 12', '=12 | 2021-04-01 | Fines issued'],
    ['Aged 18 - 25: 12', '=12 |  | Aged 18 - 25'],
    ['12 Cost of looking too high = 2', '=2 |  | 12 Cost of looking too high'],
    ['Burglary: 12 (40%)', '=12 |  | Burglary', '=40 |  | Burglary'],
  ],
  nearMisses: [
    '18/19 = 6794',
    'Phishing: see below',
    '5 - 10',
    'Phishing: 12 and 14',
    'Leaders 20:20',
    'Period 10/4/2019 – 11/10/2022 Before that there were 2 systems',
    'There were no fines but in 2021 – £40 – for fouling',
    'Fraud: 9 in 2019 and 12 in 2020',
  ],
}
