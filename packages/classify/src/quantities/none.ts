import { phrase } from '../recogniser.ts'
import { count, pounds, type Quantity } from './quantity.ts'

/** "Nil", "None known", "zero". "None held" is no nought: nobody looked. */
export const none = phrase<Quantity>({
  id: 'quantities/none',
  about: 'Nought in a word: none, nil, zero.',
  hints: ['none', 'nil', 'zero', 'nought'],
  pattern:
    /(?<![\w-])(?<words>none|nil|zero|nought)(?![-\w])(?![ \n](?:held|available|(?:is|are|were|was)[ ](?:held|available|kept)|of\b|the\b|other\b|too\b|at[ ]all[ ]held|tolerance|rated|carbon|emissions?|trust|hours?|waste|applicable))/gi,
  read: (_, { index }, text) => {
    const before = text.slice(Math.max(0, index - 12), index)
    if (/£$/.test(before)) return pounds(0)
    return /\b(?:second to|net|from|absolute|near)[ -]$/i.test(before) ? null : count(0)
  },
  examples: [
    { letter: '«None» known', value: count(0) },
    { letter: '2017 – «Nil»', value: count(0) },
    { letter: 'there were «zero» fines', value: count(0) },
    { letter: '£«nil»', value: pounds(0) },
    { letter: '«NIL» return', value: count(0) },
  ],
  nearMisses: [
    'None held',
    'none of them',
    'zero tolerance',
    'nonetheless',
    'zero-hours contracts',
    'second to none',
    'net zero',
    'None is held',
  ],
})
