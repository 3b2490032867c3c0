import { phrase } from '../recogniser.ts'
import { pounds, type Quantity, quantityOf } from './quantity.ts'
import { pieces, readFigure } from './written.ts'

/** An amount in pounds. One whose commas part no thousands ("£1,040,18") is told without a number. */
export const money = phrase<Quantity>({
  id: 'quantities/money',
  about: 'An amount of money in pounds.',
  hints: ['£', 'pounds', 'gbp'],
  pattern: new RegExp(String.raw`(?<![\w£.,])(?<words>${pieces.money})(?![\w%]|[.,]\d|[-–]\d)`, 'gi'),
  read: ({ words = '' }) => {
    const figure = readFigure(words)
    return figure?.quantity === 'money' ? quantityOf(figure) : null
  },
  examples: [
    { letter: 'a licence - «£465.70»', value: pounds(465.7) },
    { letter: 'came to «£12.2m»', value: pounds(12_200_000) },
    { letter: 'of «£70k» and', value: pounds(70_000) },
    { letter: '«£1.5 million» in all', value: pounds(1_500_000) },
    { letter: '«£8,161,319.97»', value: pounds(8_161_319.97) },
    { letter: '«£1,040,18» for one', value: pounds(null) },
    { letter: '«£15 000»', value: pounds(null) },
    { letter: '«£8,023.000» in 2013', value: pounds(null) },
    { letter: '2010-11 «£15.100»', value: pounds(null) },
    { letter: '«£0.145» a unit', value: pounds(0.145) },
    { letter: 'a mile: «£0.125»', value: pounds(0.125) },
    { letter: '2020 – 2021 «£3, 979,352»', value: pounds(null) },
    { letter: '«GBP 4,500»', value: pounds(4500) },
    { letter: '«500 pounds»', value: pounds(500) },
  ],
  nearMisses: ['$500', '500', '£', '€1,000', 'a pound', '£12.2mph', 'in £s, 979,352 people'],
})
