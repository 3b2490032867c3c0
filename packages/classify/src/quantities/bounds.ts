import type { Relation } from '../reading.ts'
import { phrase } from '../recogniser.ts'
import { count, duration, percent, pounds, type Quantity, quantityOf } from './quantity.ts'
import { begins, figure, readFigure } from './written.ts'

const below = 'fewer than|less than|lower than|smaller than|under|below|just under|<'
const atMost = 'no more than|not more than|up to|at most|a maximum of|maximum of|≤|<='
const above =
  'more than|greater than|higher than|over|above|in excess of|upwards of|exceed(?:s|ed|ing)?|just over|well over|>'
const atLeast = 'at least|no fewer than|no less than|not less than|a minimum of|minimum of|≥|>='
const behind = String.raw`(?:\+|\s(?:or|and)\s(?:more|over|above|fewer|less|under|below)\b|\s(?:maximum|minimum|at[ ](?:the[ ])?(?:most|least))(?=[.,;)]|$))`

/**
 * A figure that the words bound on one side: "more than 150", "up to 3 days", "under 5%", "100 or more". "Over" a time may mean
 * throughout it ("over 3 years"), and ages are bounded too ("children under 5"): both say nothing here.
 */
export const bounds = phrase<Quantity>({
  id: 'quantities/bound',
  about: 'A figure that is only said to be below, above, at least or at most.',
  hints:
    'than,under,below,<,up to,at most,at the most,maximum,≤,over,above,in excess of,upwards of,exceed,>,at least,at the least,minimum,≥,+,more,fewer,less'.split(
      ',',
    ),
  pattern: new RegExp(
    String.raw`(?<words>(?<![\w<>-])(?<how>${atMost}|${atLeast}|${below}|${above})(?:[ \n]|(?<=[<>≤≥=])[ ]?)(?<told>${begins}${figure})(?![\w%]|[.,:/]\d|[-–/][\w£])|${begins}(?<more>${figure})(?<behind>${behind})(?!\d))`,
    'gi',
  ),
  read: ({ how = '', told, more = '', behind: then = '' }, { index }, text) => {
    const figureOf = readFigure(told ?? more)
    const before = text.slice(Math.max(0, index - 30), index)
    // "One or more factors" counts nothing.
    if (figureOf?.number == null || isAge.test(before) || /^one$/i.test(more)) return null
    const relation = told === undefined ? relationBehind(then) : relationOf(how.toLowerCase())
    if (figureOf.quantity === 'duration' && /^(?:over|under)$/i.test(how)) return null
    const isHidden = figureOf.quantity === 'count' && relation.startsWith('<') && figureOf.number <= 11
    return isHidden ? null : quantityOf(figureOf, relation)
  },
  examples: [
    { letter: 'received «more than 150» nominations', value: count(150, '>') },
    { letter: '«at least 3 days»', value: duration(3, 'days', '>=') },
    { letter: '«less than 5%» of staff', value: percent(5, '<') },
    { letter: '«up to £2,000» each', value: pounds(2000, '<=') },
    { letter: '«100+» fines', value: count(100, '>=') },
    { letter: '«fewer than 1,000» fines', value: count(1000, '<') },
    { letter: '«over 33,645» breaches', value: count(33_645, '>') },
    { letter: '«20 or more»', value: count(20, '>=') },
    { letter: '«Four weeks maximum».', value: duration(4, 'weeks', '<=') },
  ],
  nearMisses: [
    'children under 5',
    'aged over 65',
    '<5',
    'over 3 years',
    'fewer than five',
    'up to date',
    'over the 12',
    'one or more',
    'four weeks maximum term',
  ],
})

const isAge =
  /\b(?:aged?|ages|child(?:ren)?|people|persons?|adults?|pupils|residents|those|anyone|men|women|patients|drivers|learners|boys|girls)(?:\s(?:who are|aged?|of|the))?\s$/i

const lists: readonly (readonly [Relation, RegExp])[] = [
  ['<=', new RegExp(`^(?:${atMost})$`)],
  ['>=', new RegExp(`^(?:${atLeast})$`)],
  ['<', new RegExp(`^(?:${below})$`)],
  ['>', new RegExp(`^(?:${above})$`)],
]

export function relationOf(words: string): Relation {
  return lists.find(([, pattern]) => pattern.test(words))?.[0] ?? '='
}

function relationBehind(words: string): Relation {
  return /fewer|less|under|below|maximum|most/i.test(words) && !/least/i.test(words) ? '<=' : '>='
}
