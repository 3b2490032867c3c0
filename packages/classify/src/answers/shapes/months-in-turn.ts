import { allMatches } from '../../all-matches.ts'
import { wholePeriod } from '../../periods/index.ts'
import { inSuccession } from '../../periods/placed.ts'
import { monthName, monthNumber } from '../../periods/written.ts'
import { findQuantities } from '../../quantities/index.ts'
import type { Entry, Shape } from './shape.ts'

/**
 * «Jul 2, Aug 1, Sep 4»: three months or more, each the one after the last, with a number behind each. Alone «Jul 2» is a day, and so may a row
 * of them be: nobody has measured how often, so that these figures are never sure.
 */
export const monthsInTurn: Shape = {
  id: 'answers/months-in-turn',
  about: 'Months that follow one another, each with its figure.',
  read: ({ words }) => (words.length > longest ? [] : monthsIn(words)),
  examples: [['A monthly split is: Jul 2, Aug 1, Sep 4.', '=2 |  | ', '=1 |  | ', '=4 |  | ']],
  nearMisses: ['Meetings were held on Jul 2, Aug 1, Sep 4', 'Jul 2, Oct 1, Nov 4', 'Jul 2, Aug 1'],
}

const longest = 600

/** Nothing where they do not follow on one another, or where anything else stands between them. */
function monthsIn(words: string): readonly Entry[] {
  const told = allMatches(words, monthAndNumber)
  const [first] = told
  const last = told.at(-1)
  if (!first || !last || told.length < fewest) return []
  const labels = told.map(({ groups }) => groups?.month ?? '')
  if (inSuccession(labels, { year: 2000, month: monthNumber(labels[0] ?? '') }) === null) return []
  const isAlone =
    leads.test(words.slice(0, first.index)) &&
    /^[\s.]{0,3}$/.test(words.slice(last.index + last[0].length)) &&
    told.every((each, at) => {
      const next = told[at + 1]
      return !next || joins.test(words.slice(each.index + each[0].length, next.index))
    })
  if (!isAlone) return []
  return told.flatMap(({ 0: whole, index, groups }): readonly Entry[] => {
    const number = groups?.number ?? ''
    const [figure] = findQuantities(number)
    const month = wholePeriod(groups?.month ?? '')
    const start = index + whole.length - number.length
    if (!figure || !month) return []
    return [
      {
        figure: { ...figure, span: { start, end: start + number.length } },
        period: {
          value: month,
          span: { start: index, end: index + (groups?.month?.length ?? 0) },
          rule: 'answers/month-in-turn',
        },
        label: null,
        isUnit: false,
      },
    ]
  })
}

const fewest = 3
const monthAndNumber = new RegExp(
  String.raw`\b(?<month>${monthName})\s?[:=–-]?\s?(?<number>\d{1,3}(?:,\d{3}){0,3}|\d{4,7}|nil|none)(?![\w/]|\.\d|,?\s(?:19|20)\d\d\b)`,
  'gi',
)
/** «A monthly breakdown is:» */
const leads = /^(?:[^:\d]{1,80}:)?\s{0,3}$/
const joins = /^\s{0,3}(?:[,;|/]\s{0,3}(?:and\s)?|and\s|\s{0,3})$/
