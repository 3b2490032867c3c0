import { readMarked } from './marked.ts'
import type { Entry, Shape } from './shape.ts'

/** «18/19 = 6794», «November 2018 32», «2017/18 (April to February 2018 only) – 50»: a time and its figure. */
export const periodAndFigure: Shape = {
  id: 'answers/by-period',
  about: 'A period, and the figure of it.',
  read: (line): readonly Entry[] => {
    const marked = readMarked(line)
    if (marked) {
      const { label, figure, share } = marked
      if (!label.period || label.label !== null) return []
      const own = { period: label.period, label: null, isUnit: false }
      return [{ ...own, figure }, ...(share ? [{ ...own, figure: share }] : [])]
    }
    const [period, more] = line.periods
    const [figure, second] = line.figures
    if (!period || !figure || more || period.span.end > figure.span.start) return []
    const behind = line.words.slice(figure.span.end)
    const share = second && isShare.test(behind) && second.value.quantity === 'percent' ? second : null
    if (second && !share) return []
    if (line.words.slice(0, period.span.start).trim() !== '') return []
    if (
      !/^[\s:.–-]{1,9}(?:(?:a )?total(?: of)?[\s:–-]{1,3})?£?$/i.test(
        line.words.slice(period.span.end, figure.span.start),
      )
    )
      return []
    if (!share && !endsThere.test(behind)) return []
    const own = { period, label: null, isUnit: false }
    return [{ ...own, figure }, ...(share ? [{ ...own, figure: share }] : [])]
  },
  examples: [
    ['2012 Nil', '=0 | 2012-01-01 | '],
    ['2012 1 (14%)', '=1 | 2012-01-01 | ', '=14 | 2012-01-01 | '],
    ['2010/11 £48,206.75 (including 15% VAT)', '=48206.75 | 2010-04-01 | '],
    ['18/19 = 6794', '=6794 | 2018-04-01 | '],
    ['November 2018 32', '=32 | 2018-11-01 | '],
    ['2019 34', '=34 | 2019-01-01 | '],
    ['2018/19 - 23 (part year from 9 July 2018)', '=23 | 2018-07-09 | '],
    ['(Financial year 2021 to 2022): 96 (March 2022 not available yet)', '=96 | 2021-04-01 | '],
    ['2018/2019 total 15', '=15 | 2018-04-01 | '],
    ['Jan 19 5', '=5 | 2019-01-01 | '],
    ['2021/22: 40 (12%)', '=40 | 2021-04-01 | ', '=12 | 2021-04-01 | '],
    ['2017/18 (April 2017 – February 2018 only) – 50', '=50 | 2017-04-01 | '],
    ['2025/26 (to date). £418', '=418 | 2025-04-01 | '],
    ['For the period 01/09/2024 to 31/08/2025 = 976 in total (4.5%)', '=976 | 2024-09-01 | ', '=4.5 | 2024-09-01 | '],
    ['2023 (as at 23 February 2023) - 1287 days.', '=1287 | 2023-01-01 | '],
  ],
  nearMisses: [
    'Phishing: 461',
    'In 2019 there were 34',
    '2016/17 2016 – 75',
    '2019 34 35',
    '17/18 - 168 18/19 - 24',
    'May 12',
    '2019: see 2020',
    'No fines from 2015 - 2018',
    '2019: 12 in May and 9 in June 2019',
  ],
}

const isShare = /^\s?\(\d{1,3}(?:\.\d{1,2})?\s?%\)\W{0,3}$/
/** Nothing more, or a remark in brackets that tells no other figure. */
const endsThere =
  /^[\s.*%†]{0,4}(?:\((?:incl|excl|plus|net|gross|before|after|as at|provisional|estimated|to date|so far)[^()]{0,40}\)?)?[\s.*]{0,4}$/i
