import type { Relation } from '../reading.ts'
import { phrase } from '../recogniser.ts'
import { count, type Quantity } from './quantity.ts'
import { readFigure } from './written.ts'

/**
 * A small number held back so that nobody can be picked out: "<5", "fewer than five", "5 or fewer". It keeps its bound.
 * A letter that means just "few" ("in less than 10 cases") is read the same way, which its words allow.
 */
export const hiddenNumbers = phrase<Quantity>({
  id: 'quantities/hidden-number',
  about: 'A count given only as being below some small number.',
  hints: ['<', '≤', 'fewer', 'less', 'under', 'below', 'up to', 'no more'],
  pattern:
    /(?<words>(?:(?<![<\w])(?<how><=?|≤)[ ]?|(?<![\w-])(?<how2>fewer than|less than|under|below|no more than|not more than|up to)[ \n])(?<limit>\d{1,2}|three|four|five|six|ten|eleven)|(?<![\w£.,-])(?<most>\d{1,2}|three|four|five|six|ten)[ ]or[ ](?:fewer|less|under))(?![\w%]|[.,:/-]\d|-\w|[ \n](?:per\s?cent|(?:working[ ]|calendar[ ])?(?:second|minute|hour|day|week|month|year)s?\b|million|thousand|hrs?\b|mins?\b))/gi,
  read: ({ how, how2, limit, most }, { index }, text) => {
    const number = readFigure(limit ?? most ?? '')?.number ?? null
    if (number === null || number < 2 || number > 11) return null
    const before = text.slice(Math.max(0, index - 30), index)
    if (how === undefined && isAge.test(before)) return null
    return count(number, relation(how ?? how2, most), 'suppressed')
  },
  examples: [
    { letter: 'In 2023: «<5»', value: count(5, '<', 'suppressed') },
    { letter: '«Fewer than five» officers', value: count(5, '<', 'suppressed') },
    { letter: 'is «less than 10»*', value: count(10, '<', 'suppressed') },
    { letter: '«5 or fewer»', value: count(5, '<=', 'suppressed') },
    { letter: '«< 5»', value: count(5, '<', 'suppressed') },
  ],
  nearMisses: [
    'less than 5% of staff',
    'fewer than 1,000 fines',
    '<500',
    '< 72 hours',
    'children under 5',
    'under 5 days',
    'less than 5 million',
  ],
})

const isAge =
  /\b(?:aged?|ages|child(?:ren)?|people|persons?|adults?|pupils|residents|those|anyone|learners|boys|girls)(?:\s(?:who are|aged?|of|the))?\s$/i

function relation(how: string | undefined, most: string | undefined): Relation {
  return most !== undefined || /^(?:≤|<=|no|not|up)/i.test(how ?? '') ? '<=' : '<'
}
