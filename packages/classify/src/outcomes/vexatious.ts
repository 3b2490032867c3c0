import { cueRule, hints, says } from './cue.ts'

/** "deemed to be vexatious", "a repeated request". */
export const vexatious = cueRule({
  id: 'outcomes/vexatious',
  about: 'The request is called vexatious or repeated.',
  hints: ['vexatious', 'repeat', 'manifestly'],
  pattern:
    /\b(?:(?:is|as|be|are|deemed|considered|regarded|judged|treated)\s{1,2}(?:(?:to\s{1,2}be|as|being|a|an)\s{1,2}){0,2}(?:vexatious|repeat(?:ed)?\s{1,2}request)|section\s{1,2}14\s{1,2}(?:refusal\s{1,2})?notice|manifestly\s{1,2}unreasonable)\b/gi,
  // The Regulations know one exception for both: the reason that is stated decides.
  read: ({ before, after }, words) => {
    if (/\bnot\s{1,2}(?:\w{1,12}\s{1,2}){0,3}$/i.test(before)) return null
    if (!/^manifestly/i.test(words)) return says('vexatious')
    return /\b(?:cost|time|hours|burden|resources?)\b/i.test(`${before} ${after}`)
      ? says('cost_limit')
      : hints('vexatious')
  },
  examples: [
    { letter: 'Your request is «deemed to be vexatious».', value: says('vexatious') },
    { letter: 'It is «manifestly unreasonable» because of the time it would take.', value: says('cost_limit') },
  ],
  nearMisses: [
    'Our policy on vexatious complaints',
    'Your request is not considered vexatious.',
    'Was any request deemed vexatious?',
  ],
})
