import { phrase } from '../recogniser.ts'
import { duration, type Quantity, quantityOf } from './quantity.ts'
import { begins, pieces, readFigure } from './written.ts'

/** A length of time. The law's own ("20 working days", "72 hours") are blotted out before. */
export const durations = phrase<Quantity>({
  id: 'quantities/duration',
  about: 'A length of time.',
  hints: ['second', 'minute', 'hour', 'day', 'week', 'month', 'year', 'hr', 'min', 'sec', 'yr'],
  pattern: new RegExp(
    String.raw`${begins}(?<words>${pieces.time}(?<more>(?:,|[ ]and)?[ ]${pieces.time})?)(?![-\w])(?!\s(?:old|olds|of age|ago|later|before|earlier|since|plan|strategy|period)\b)`,
    'gi',
  ),
  read: ({ words = '', more }, { index }, text) => {
    if (/\b(?:those|these|the|every|each|our|their)\s$/i.test(text.slice(Math.max(0, index - 10), index))) return null
    const figure = readFigure(more === undefined ? words : words.slice(0, -more.length))
    // "3 year" without its s describes something ("a 3 year plan"); "1 year" is a length.
    if (!figure || (figure.number !== 1 && !/s$/i.test(more === undefined ? words : words.slice(0, -more.length))))
      return null
    // "1 hour 30 minutes" is one length, in no one unit.
    return quantityOf(more === undefined ? figure : { ...figure, number: null })
  },
  examples: [
    { letter: 'took «3 days» on average', value: duration(3, 'days') },
    { letter: '«18 months»', value: duration(18, 'months') },
    { letter: 'about «2.5 hrs»', value: duration(2.5, 'hours') },
    { letter: '«1 hour 30 minutes»', value: { ...duration(1, 'hours'), number: null, state: 'unclear' } },
    { letter: '«six weeks»', value: duration(6, 'weeks') },
    { letter: '«12 working days»', value: duration(12, 'working days') },
  ],
  nearMisses: [
    'a 3 year plan',
    '3-day',
    '16 years old',
    '5 daytime visits',
    'two years ago',
    'over those five years',
    'days',
  ],
})
