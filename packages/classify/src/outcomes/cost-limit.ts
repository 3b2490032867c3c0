import { cueRule, hints, says } from './cue.ts'

const limit = String.raw`(?:the\s{1,2})?[‘'“"]?(?:appropriate|cost|costs|fees?|statutory|prescribed|time)\s{1,2}(?:\(?(?:cost|costs|fees?|time)\)?\s{1,2})?(?:limit|threshold|ceiling|(?<=time\s{1,2})(?:allocation|allowance))s?`

/** "would exceed the appropriate limit", "more than 18 hours". */
export const overTheLimit = cueRule({
  id: 'outcomes/over-the-limit',
  about: 'To comply would cost more than the law asks of an authority.',
  hints: ['limit', 'threshold', 'ceiling', 'hours', 'exceed', 'excess'],
  pattern: new RegExp(
    String.raw`\b(?:(?:exceed(?:s|ed|ing)?|in excess of|goes? over|over|above|beyond|more than|greater than)\s{1,2}(?:[^.;]{0,40}?\b)?(?:${limit}|(?:the\s{1,2})?limits?(?=\s{1,2}(?:set|laid|prescribed|imposed|specified)\b)|(?:the\s{1,2})?(?:18|24|eighteen|twenty[- ]four)[\s-]{1,2}(?:working\s)?hours?)|exceeds?\s{1,2}(?:(?:the\s)?cost|£(?:450|600)(?![\d,.]\d))|excess cost)`,
    'gi',
  ),
  read: ({ before }) => (/\b(?:not|never|doubt)\s{1,2}$/i.test(before) ? null : says('cost_limit')),
  examples: [
    { letter: 'To look through them would «exceed the appropriate limit».', value: says('cost_limit') },
    { letter: 'We estimate that it would take «over 18 hours».', value: says('cost_limit') },
    { letter: 'Section 12: «exceeds cost» of compliance', value: says('cost_limit') },
    { letter: 'To find out would «exceed the limit» set by the Act.', value: says('cost_limit') },
    { letter: 'At 5 minutes a file the cost would «exceed £600».', value: says('cost_limit') },
    { letter: 'It would cost «more than the appropriate costs limit».', value: says('cost_limit') },
    { letter: 'Section 12 allows us to refuse what would «exceed the cost limit».', value: hints('cost_limit') },
  ],
  nearMisses: [
    'If this would exceed the cost limit, please tell me.',
    'Should it take more than 18 hours please begin at 2018.',
    'The earlier response explained that this would exceed the appropriate limit.',
    'He drove above the speed limit.',
    'Invoices may exceed £600,000.',
    'Those earning more than the statutory allowance pay tax.',
    'This would not exceed the appropriate limit.',
  ],
})

/** "the limits for time and cost are exceeded by what your request would cost". */
export const limitPassed = cueRule({
  id: 'outcomes/limit-passed',
  about: 'The limit on cost is said to be passed, or the cost to be past it.',
  hints: ['limit', 'threshold', 'ceiling'],
  pattern: new RegExp(
    String.raw`\b(?<words>${limit}|limits?\s{1,2}(?:for|of|on)\s{1,2}(?:(?:time|costs?|fees?|and)\s{1,2}){1,3}|limits?(?=\s{1,2}(?:set|laid)\b))[^.;]{0,160}?\b(?:is|are|be|been|was|were)\s{1,2}(?:(?:also|far|clearly|greatly)\s{1,2})?(?:exceeded|passed|breached|surpassed|overstepped)\b`,
    'gi',
  ),
  read: ({ before }, words) => (/\bnot\b/i.test(words) || /\bspeed\s{1,2}$/i.test(before) ? null : says('cost_limit')),
  examples: [
    { letter: '«The appropriate limit» would be exceeded.', value: says('cost_limit') },
    {
      letter: 'The «limits for time and cost »in section 12 are exceeded by such a search.',
      value: says('cost_limit'),
    },
  ],
  nearMisses: ['If the cost limit would be exceeded, please tell me.', 'How often was the speed limit exceeded?'],
})

/** "we would have to go through each file", "a manual search of all records". */
export const muchToSearch = cueRule({
  id: 'outcomes/much-to-search',
  about: 'To answer, many files would have to be looked through.',
  hints: ['manual', 'have to', 'need to', 'require'],
  pattern:
    /\b(?:manual(?:ly)?\s{1,2}(?:search\w{0,3}|trawl\w{0,3}|review\w{0,3}|check\w{0,3}|exercise|examin\w{1,6}|inspect\w{0,4}|interrogat\w{1,4})|(?:would|will)\s{1,2}(?:have\s{1,2}to|need\s{1,2}to|require\s{1,2}\w{1,12}\s{1,2}to)\s{1,2}(?:be\s{1,2})?(?:manually\s{1,2}|individually\s{1,2})?(?:go|look|search|read|check|trawl|sift|open|examin|review|interrogat)\w{0,3}\b)/gi,
  read: () => hints('cost_limit'),
  examples: [
    { letter: 'We «would have to go» through each file.', value: hints('cost_limit') },
    { letter: 'It needs a «manual search» of all cards.', value: hints('cost_limit') },
  ],
  nearMisses: ['Would you have to look at every file?', 'Drivers of manual cars have to check the mirror.'],
})

/** "it would take 45 hours", "the costs of locating this", "a disproportionate effort". */
export const muchEffort = cueRule({
  id: 'outcomes/much-effort',
  about: 'To answer would take long, or cost much.',
  hints: ['take', 'cost', 'disproportionate', 'amount'],
  pattern:
    /\b(?:(?:would|could|will)\s{1,2}take\b[^.;\n]{0,60}?\b(?:hours|days|weeks)|costs?\s{1,2}(?:of|to)\s{1,2}(?:locat|retriev|extract|identify|collat)\w{0,4}|too\s{1,2}(?:costly|expensive)\s{1,2}to\s{1,2}(?:locate|retrieve|extract|provide|collate|answer)|(?:large|significant|considerable|excessive|huge|substantial|disproportionate)\s{1,2}amounts?\s{1,2}of\s{1,2}(?:\w{1,12}\s{1,2})?time|disproportionate\s{1,2}(?:amount\s{1,2}of\s{1,2})?(?:effort|time|costs?|burden))\b/gi,
  read: () => hints('cost_limit'),
  examples: [
    { letter: 'To read them all «would take some 45 hours».', value: hints('cost_limit') },
    { letter: 'In this case the «costs of locating» it are high.', value: hints('cost_limit') },
    { letter: 'It would be a «disproportionate effort».', value: hints('cost_limit') },
    { letter: 'The rest would need a «large amount of officer time».', value: hints('cost_limit') },
  ],
  nearMisses: [
    'How long would it take, in days?',
    'The works took 12 weeks.',
    'Please tell me the cost of locating them.',
  ],
})

/** "we cannot supply this inside the appropriate limit". */
export const notWithinTheLimit = cueRule({
  id: 'outcomes/not-within-the-limit',
  about: 'The information cannot be found within the cost limit.',
  hints: ['within', 'inside'],
  pattern: new RegExp(
    String.raw`\b(?:not|unable|cannot|unlikely)\b[^.;]{0,80}?\b(?:within|inside)\s{1,2}(?:the\s{1,2})?(?:FOIA?\s{1,2})?${limit}`,
    'gi',
  ),
  read: () => says('cost_limit'),
  examples: [
    { letter: 'We do «not believe that this can be found within the appropriate limit».', value: says('cost_limit') },
    { letter: 'This «cannot be answered within FOI time allocation», as explained below.', value: says('cost_limit') },
  ],
  nearMisses: [
    'The car could not stay within the parking allowance.',
    'It was answered within the time limit.',
    'Please say what can be done within the cost limit.',
  ],
})

/** "the appropriate limit is £450": about the limit, without saying that it is passed. */
export const ofTheLimit = cueRule({
  id: 'outcomes/of-the-limit',
  about: 'The cost limit is spoken of.',
  hints: ['limit', 'hours', '450', '600'],
  pattern: /\b(?:appropriate\s{1,2}limit|18\s{1,2}hours)\b|£450\b|£600\b/gi,
  read: ({ after }) => (/^\s{0,2}(?:and|&)\s{1,2}fees/i.test(after) ? null : hints('cost_limit')),
  examples: [{ letter: 'The «appropriate limit» is set by regulations.', value: hints('cost_limit') }],
  nearMisses: ['The (Appropriate Limit and Fees) Regulations 2004', 'The pool is open 12 hours a day.'],
})
