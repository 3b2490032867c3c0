import { phrase } from '../recogniser.ts'
import { type Cue, says } from './cue.ts'

/** "N/A", "Not applicable": said alone, so nothing beside it can take it back. */
export const notApplicable = phrase<Cue>({
  id: 'outcomes/not-applicable',
  about: 'The question does not arise.',
  hints: ['n/', 'n /', 'n.a.', 'not applicable', 'na'],
  pattern:
    /(?:(?<=^|\n)[ \t\u00a0]{0,8}(?:(?:[–•-]|o|\(?\w{1,4}[.)]|(?:answer|response|a)\s?\d{0,2}[:.–-])[ \t\u00a0]{1,8})?|[?.)][ \t\u00a0]{1,3}(?:[–-][ \t\u00a0]{1,3})?)(?:this\s{1,2}(?:question\s{1,2})?is\s{1,2}(?:therefore\s{1,2})?)?(?<words>n\s?\/\s?a|n\.a(?=\.)|not\s{1,2}applicable|(?<=(?:^|\n)[ \t\u00a0]{0,8})na(?=[ \t\u00a0]{0,8}(?:\n|$)))\b(?=\.?[ \t\u00a0]{0,8}(?:\n|$|[.,;:–-]|as\b|to\b|because\b|since\b|due\b|see\b|\())/gi,
  read: () => says('not_applicable'),
  examples: [
    { letter: '2. How many?\n«N/a»', value: says('not_applicable') },
    { letter: '2. If so, what was lost? «N/A»', value: says('not_applicable') },
    { letter: 'Answer: «Not applicable» as there were none.', value: says('not_applicable') },
    { letter: '3. Who?\nThis question is «not applicable» to the trust.', value: says('not_applicable') },
  ],
  nearMisses: ['Write N/A where you cannot say.', 'The rule is not applicable to staff.', '2019 | N/A | 4'],
})
