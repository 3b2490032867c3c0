import { phrase } from '../recogniser.ts'
import { pounds, type Quantity } from './quantity.ts'

/** "There was no cost", "nothing was spent", "has not spent any money": nought pounds. "No cost data is held" says nothing of what was spent. */
export const noCost = phrase<Quantity>({
  id: 'quantities/no-cost',
  about: 'Money that is said not to have been spent, paid or taken.',
  hints: ['no ', 'nothing', 'not ', "n't", 'n’t', 'never'],
  pattern:
    /(?<![\w-])(?<words>(?:(?:there[ \n](?:is|was|were|are|has been|have been)|at|incurred)[ \n]no|no)[ \n](?:(?:additional|extra|direct|external|further|other|such|off)[ \n]){0,2}(?:costs?|spend|spending|expenditure|charges?|payments?|fees?|money|compensation)(?=[ \n](?:(?:was|were|is|are|has|have)[ \n](?:been[ \n])?(?:incurred|made|paid|spent|charged|involved)|incurred|involved|paid|spent|to the|for)|[ ]?(?:[.;)(]|$))|nothing[ \n](?:was|has[ \n]been|is)[ \n](?:spent|paid|charged)|costs?[ \n]nothing|(?:not|(?:has|have|had|did)n['’]t|never)[ \n](?:spent?|paid|pay|incurred?)[ \n](?:anything|any[ \n](?:money|costs?|compensation|fees)))/gi,
  read: () => pounds(0),
  examples: [
    { letter: '«There was no cost» to the council', value: pounds(0) },
    { letter: '«nothing was spent» in 2020', value: pounds(0) },
    { letter: '«no costs» were incurred', value: pounds(0) },
    { letter: '«no additional costs» were incurred', value: pounds(0) },
    { letter: 'it has «not spent any money» on it', value: pounds(0) },
    { letter: '«no payments» have been made', value: pounds(0) },
  ],
  nearMisses: [
    'no cost data is held',
    'no costs are held',
    'no budget is set',
    'no cost limit',
    'not paid any attention',
    'nothing is held',
  ],
})
