import { phrase } from '../recogniser.ts'
import { count, type Quantity } from './quantity.ts'

/** "None of the breaches was reported": nought of some things. "None of the information is held" is about no count, and would fool it if "information" were not named. */
export const noneOf = phrase<Quantity>({
  id: 'quantities/none-of',
  about: 'Nought of some things named before or behind.',
  hints: ['none of'],
  pattern:
    /(?<![\w-])(?<words>none)[ \n]of[ \n](?:the|these|those|them|our|its|which|whom)\b(?![ \n](?:information|data|requested|above|documents?|exemptions?|conditions?|principles?|gateways?|material|sections?|detail))/gi,
  read: () => count(0),
  examples: [
    { letter: '«None» of these was reported', value: count(0) },
    { letter: 'and «none» of the breaches', value: count(0) },
  ],
  nearMisses: ['none of the information is held', 'none of the requested data', 'None', 'one of the'],
})
