import { readOneFigure } from './one-figure.ts'
import { isProse } from './prose.ts'
import type { Entry, Shape } from './shape.ts'

/** «No supporting photocard 4195», «2021-2022 Penalty notices issued 17,843»: no mark parts the label from its figure. */
export const labelRunOn: Shape = {
  id: 'answers/label-run-on',
  about: 'A label with its figure right behind it, and no mark between.',
  read: (line): readonly Entry[] => {
    const one = readOneFigure(line)
    if (!one || one.before.label === null || one.behind.label !== null) return []
    if (one.before.period && one.behind.period) return []
    const words = line.words.slice(0, one.figure.span.start)
    if (words.length > longestLabel || isProse(words) || /[.:=]\s{0,3}£?$/.test(words)) return []
    // «Section 12», «Room 9», «Stage 2»: a name and its number.
    if (
      one.before.label.split(' ').length === 1 &&
      one.figure.value.quantity === 'count' &&
      !/s$/.test(one.before.label)
    )
      if (!/^[A-Z][a-z]{2,}$/.test(one.before.label) || isNumbered.test(one.before.label)) return []
    const own = { period: one.before.period ?? one.behind.period, label: one.before.label, isUnit: false }
    return [{ ...own, figure: one.figure }, ...(one.share ? [{ ...own, figure: one.share }] : [])]
  },
  examples: [
    ['No supporting photocard 4195', '=4195 |  | No supporting photocard'],
    ['2021-2022 Penalty notices issued 17,843', '=17843 | 2021-04-01 | Penalty notices issued'],
    ['Penalty notices issued 2021-2022 17,843', '=17843 | 2021-04-01 | Penalty notices issued'],
    ['Polish £12,842', '=12842 |  | Polish'],
    ['Burglary 12 (40%)', '=12 |  | Burglary', '=40 |  | Burglary'],
  ],
  nearMisses: [
    'There were 12',
    'The council received 12',
    'Phishing: 12',
    'Stage 2',
    'Reference 1234',
    'Fines issued 12 were paid',
    'In 2019 we had 12',
  ],
}

const longestLabel = 110
const isNumbered =
  /^(?:stage|section|room|page|table|annex|appendix|reference|ref|form|version|issue|volume|phase|tier|level|class|line|unit|block|floor|group|zone|ward|part|note|step|request|question|answer|response|covid)$/i
