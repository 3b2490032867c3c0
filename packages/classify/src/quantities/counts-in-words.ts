import { phrase } from '../recogniser.ts'
import { inWords, numberWord } from './number-words.ts'
import { count, type Quantity } from './quantity.ts'
import { timeUnit } from './written.ts'

/**
 * A bare number in words: "Five", "forty-two breaches". "One" is mostly no number, so it must count a thing or stand alone;
 * "One way to ask is …" would fool it.
 */
export const countsInWords = phrase<Quantity>({
  id: 'quantities/count-in-words',
  about: 'A count in words.',
  pattern: new RegExp(
    String.raw`(?<![\w-])(?<words>(?<told>${numberWord})(?:[ ]\((?<again>\d{1,3})\))?)(?![-\w]|\s?%|[ ]per\s?cent|[ \n]${timeUnit})`,
    'gi',
  ),
  read: ({ words = '', told = '', again }, { index }, text) => {
    const number = inWords(told)
    if (again !== undefined && Number(again) !== number) return null
    const before = text.slice(Math.max(0, index - 30), index)
    if (number === null || pointing.test(before)) return null
    return number === 1 && !isCounted(told, text.slice(index + words.length, index + words.length + 40))
      ? null
      : count(number)
  },
  examples: [
    { letter: '1) «Five»', value: count(5) },
    { letter: '«One» contractor had access', value: count(1) },
    { letter: 'received «three» complaints', value: count(3) },
    { letter: 'There were «forty-two».', value: count(42) },
    { letter: '«one hundred and six» fines', value: count(106) },
    { letter: '«One».', value: count(1) },
    { letter: '«three (3)» complaints', value: count(3) },
    { letter: '«One» was reported', value: count(1) },
    { letter: 'nobody at first, and «one» in 2020/21', value: count(1) },
  ],
  nearMisses: [
    'three (4) things',
    'one by one',
    'the old one was',
    'One could argue',
    "One couldn't",
    'no one knows',
    'one of them',
    'this one',
    'the two teams',
    'two-factor sign-in',
    'one or more',
    'twenty working days',
    'one that we hold',
    'someone',
    'the first two',
    'five per cent',
    'one another',
    'all three',
    'There are 5, one bedroom homes',
  ],
})

const pointing =
  /\b(?:one\sby|no|any|every|some|this|that|the|these|those|which|each|another|other|our|your|their|its|first|last|next|new|all|part|section|article|question|page|stage|level|phase|tier|option|chapter|schedule|annex|day|step)\s{1,2}$/i

function isCounted(one: string, behind: string): boolean {
  if (/^\s{0,3}(?:[.,;:)\n]|$)/.test(behind) || inAYear.test(behind)) return true
  const verb = /^\s(?:was|were|has|had|is)\b/i.test(behind)
  return verb ? one.startsWith('O') : /^[ \n][a-z]{3}/i.test(behind) && !notThings.test(behind)
}

/** «None in 2019 and one in 2020»; the year may be blotted out already. */
const inAYear = /^\s(?:in|during|for)\s(?:the\s(?:\w{1,12}\s)?(?:year\s)?)?(?:(?:19|20)\d\d\b|\uFFFC)/i

const notThings =
  /^\s(?:of|or|and|another|who|which|that|to|in|such|can(?:not|['’]t)?|(?:could|should|may|might|must|would|will)(?:n['’]t)?|way|thing|day|hand|time|on|at|for|by|as|bed|beds|bedroom|bedrooms|bedroomed|storey|party|person|reason|example|off|from|with|being|does|did)\b/i
