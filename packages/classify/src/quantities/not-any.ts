import { phrase } from '../recogniser.ts'
import { uncountable } from './countable.ts'
import { count, type Quantity } from './quantity.ts'

/**
 * "The council has not had any ransomware attacks", "is not aware of any breaches": nought. Holding and recording are left out:
 * "we do not hold any records" counts nothing.
 */
export const notAny = phrase<Quantity>({
  id: 'quantities/not-any',
  about: 'Something that is said not to have happened at all.',
  hints: ['not', "n't", 'n’t', 'never'],
  pattern: new RegExp(
    String.raw`(?<![\w-])(?<words>(?:not|(?:has|have|had|did|was|were)n['’]t|never)(?:[ \n](?:yet|knowingly|had|have|been|to[ ]date)){0,2}[ \n](?:(?:had|have|experienced?|suffered?|received?|reported?|lost|lose|issued?|identif(?:y|ied)|incurred?|paid|pay|made|seen|see|taken|undertaken|dismiss(?:ed)?|prosecuted?|encountered|sustained?|been[ ](?:subject[ ]to|affected[ ]by|fined|a[ ]victim[ ]of)|subject[ ]to|aware[ ]of|notified[ ]of)[ \n])(?:any[ \n](?:such[ \n])?(?!${uncountable}\b)(?<things>[a-z'’-]{3,25})))`,
    'gi',
  ),
  read: () => count(0),
  examples: [
    { letter: 'The Trust has «not had any ransomware» attacks', value: count(0) },
    { letter: 'we are «not aware of any breaches»', value: count(0) },
    { letter: 'did «not receive any complaints»', value: count(0) },
    { letter: 'has «never paid any fines»', value: count(0) },
  ],
  nearMisses: [
    'do not hold any records',
    'not received any information',
    'not at any time',
    'not have any data',
    'not any',
  ],
})
