import { cueRule, hints, says } from './cue.ts'

/** "some of the information", "the remainder is", "partially exempt". */
export const partly = cueRule({
  id: 'outcomes/partly',
  about: 'Some is given, and some is not.',
  hints: ['some', 'part', 'remain', 'rest', 'not all', 'other data', 'other information', 'can', 'able to'],
  pattern:
    /\b(?:some\s{1,2}of\s{1,2}(?:the|this|your|what)\b|(?<!\bthis\s{1,2})part\s{1,2}of\s{1,2}(?:the\s{1,2}(?:information|data)|your\s{1,2}request|what)\b|(?:partially|partly)\s{1,2}(?:exempt|withheld|disclosed|held|refused)\b|the\s{1,2}(?:remainder|rest)\s{1,2}of\s{1,2}(?:the|this|your)\b|does\s{1,2}not\s{1,2}include\s{1,2}all\b|not\s{1,2}all\s{1,2}of\s{1,2}(?:the|this)\s{1,2}information\b|(?:can|(?<!\bbe\s)able\s{1,2}to)\s{1,2}(?:however,?\s{1,2})?(?:give|provide|offer|supply)\s{1,2}(?:you\s{1,2}(?:with\s{1,2})?)?(?:the\s{1,2}(?:following|numbers?|totals?|figures?)|some|(?:a|an)\s{1,2}\w{1,10}\s{1,2}figure)\b)/gi,
  read: ({ before, after }, words) => {
    if (/^(?:can|able)/i.test(words))
      return /\b(?:not|only|may|might|un)\s{0,2}$/i.test(before) ||
        /^\s{1,2}(?:advice|guidance|explanation|reasons?|contact)/i.test(after)
        ? null
        : hints('partly')
    if (/^part(?:ially|ly)/i.test(words)) return says('partly')
    return /^(?:some|the)/i.test(words) &&
      !/^[^.]{0,30}\b(?:information|data|request|details?|you\s(?:want|ask\w{0,3}|need|requested))\b/i.test(after)
      ? null
      : hints('partly')
  },
  examples: [
    { letter: 'We hold «some of the» information you want.', value: hints('partly') },
    { letter: 'The report is «partly exempt».', value: says('partly') },
    { letter: 'To help, we «can give the following» as of May:', value: hints('partly') },
  ],
  nearMisses: [
    'Some of the roads were closed.',
    'Is part of the information held?',
    'We refuse this part of your request.',
    'Parking is part of the service.',
    'We are not able to give the number of claims.',
    '41 of the complaints were upheld or partly upheld.',
  ],
})
