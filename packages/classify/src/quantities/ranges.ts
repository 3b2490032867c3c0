import { phrase } from '../recogniser.ts'
import { numberBegins } from './number-words.ts'
import { count, duration, pounds, type Quantity, rangeOf } from './quantity.ts'
import { begins, figure, pieces, readFigure } from './written.ts'

/**
 * A figure told by its lowest and highest: "5-10", "between 20 and 34 hours". From nought or one to at most eleven it is mostly a
 * small number held back. Both ends take their unit from the last ("£5-10k").
 */
export const ranges = phrase<Quantity>({
  id: 'quantities/range',
  about: 'A figure told by its lowest and its highest.',
  guards: [new RegExp(String.raw`(?:[-–—]\s?|[ \n](?:to|and|or)[ \n])(?:[\d£]|GBP|${numberBegins})`, 'i')],
  pattern: new RegExp(
    String.raw`(?<words>(?<between>(?<![\w-])between[ \n](?:approximately[ ])?)?${begins}(?<low>${figure})(?<joint>\s?[-–—]\s?|[ \n](?:to|and|or)[ \n])(?<high>${figure}${pieces.scale}?))(?![\w%]|[.,:/]\d|[-–/][\w£])`,
    'gi',
  ),
  read: ({ between, words = '', low = '', joint = '', high = '' }, { index }, text) => {
    // «the figure for 20-21 was …»: a year in short.
    const isYear =
      Number(high) === Number(low) + 1 && Number(low) > 9 && inYear.test(text.slice(Math.max(0, index - 10), index))
    if (isYear) return null
    const isOr = /or/i.test(joint)
    if (/and/i.test(joint) && between === undefined) return null
    const last = readFigure(high)
    const first = readFigure(low)
    if (last?.number == null || first?.number == null) return null
    if (
      first.quantity !== last.quantity &&
      (first.quantity !== 'count' || last.quantity === 'money') &&
      !(first.quantity === 'money' && last.quantity === 'count')
    )
      return null
    // In the row of a table "2 1 - 3" a dash may be an empty cell.
    const isLoose = /\s[-–—]|[-–—]\s/.test(joint) && first.quantity === 'count' && last.quantity === 'count'
    if (isLoose && between === undefined && text.trim() !== words) return null
    // "5-10k" of nothing told is a length or a size as well.
    if (first.quantity === 'count' && /\d[km]$/i.test(high)) return null
    const kind = first.quantity === 'money' ? first : last
    const lowest =
      first.number * (first.number < last.number && scaleOf(low) === 1 && kind.quantity !== 'count' ? scaleOf(high) : 1)
    if (lowest >= last.number || (isOr && last.number - lowest > 1)) return null
    const isHidden = kind.quantity === 'count' && lowest <= 1 && last.number <= 11 && !isOr
    return rangeOf(lowest, last.number, kind, isHidden ? 'suppressed' : 'present')
  },
  examples: [
    { letter: '«5-10» staff', value: rangeOf(5, 10, count(5)) },
    { letter: '«1 to 4»', value: rangeOf(1, 4, count(1), 'suppressed') },
    { letter: '«between 1 and 4»', value: rangeOf(1, 4, count(1), 'suppressed') },
    { letter: 'put at «20-34 hours»', value: rangeOf(20, 34, duration(20, 'hours')) },
    { letter: '«£5-10k»', value: rangeOf(5000, 10_000, pounds(5000)) },
    { letter: '«£500k-£1m»', value: rangeOf(500_000, 1_000_000, pounds(1)) },
    { letter: '«£10 - £20»', value: rangeOf(10, 20, pounds(10)) },
    { letter: '«two or three» people', value: rangeOf(2, 3, count(2)) },
  ],
  nearMisses: [
    '10-5',
    '5 and 10',
    '2 or 8',
    '5',
    '£5 to 3 days',
    '12-month',
    'Fraud - 2 1 - 3',
    '475 - £63,146.81',
    'spend in 20-21 was',
  ],
})

const inYear = /\b(?:for|in|during|year|fy)\s$/i

function scaleOf(words: string): number {
  const scale = /\d\s?(million|billion|thousand|bn|[mk])(?![a-z])/i.exec(words)?.[1]?.toLowerCase() ?? ''
  return { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, bn: 1e9, billion: 1e9 }[scale] ?? 1
}
