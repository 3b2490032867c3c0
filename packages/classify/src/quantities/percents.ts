import { phrase } from '../recogniser.ts'
import { percent, type Quantity, quantityOf } from './quantity.ts'
import { begins, pieces, readFigure } from './written.ts'

/** A share in hundredths. */
export const percents = phrase<Quantity>({
  id: 'quantities/percent',
  about: 'A percentage.',
  hints: ['%', 'cent'],
  pattern: new RegExp(String.raw`${begins}(?<words>${pieces.share})(?!\w)`, 'gi'),
  read: ({ words = '' }) => {
    const figure = readFigure(words)
    return figure ? quantityOf(figure) : null
  },
  examples: [
    { letter: '585 («50%»)', value: percent(50) },
    { letter: '«12.5 per cent» of them', value: percent(12.5) },
    { letter: '«five per cent»', value: percent(5) },
    { letter: 'a) «100%» on framework', value: percent(100) },
  ],
  nearMisses: ['50', 'per cent', '1,5%', 'two centres'],
})
