import { allMatches } from '../all-matches.ts'
import type { Letter } from '../letter.ts'
import type { FoundDiscrepancy } from './found-discrepancy.ts'

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

const written = new RegExp(
  String.raw`\b(?<weekday>${days.join('|')}),?[ ](?:the[ ])?(?:(?<day>\d{1,2})(?:st|nd|rd|th)?[ ](?:of[ ])?(?<month>${months.join('|')})|(?<month2>${months.join('|')})[ ](?<day2>\d{1,2})(?:st|nd|rd|th)?),?[ ](?<year>(?:19|20)\d\d)\b`,
  'gi',
)

/** "Thursday 28 February 2023" was a Tuesday. The same mistake is told once. */
export function weekdays(letter: Letter): readonly FoundDiscrepancy[] {
  const told = new Set<string>()
  return allMatches(letter.text, written).flatMap((match) => {
    const { weekday = '', day, month, day2, month2, year } = match.groups ?? {}
    const number = Number(day ?? day2)
    const at = months.indexOf((month ?? month2 ?? '').toLowerCase())
    const date = new Date(Date.UTC(Number(year), at, number))
    const real = days[date.getUTCDay()]
    const isNoDay = date.getUTCMonth() !== at
    if (isNoDay || !real || real.toLowerCase() === weekday.toLowerCase() || told.has(match[0])) return []
    told.add(match[0])
    const name = `${number} ${(month ?? month2 ?? '').replace(/^./, (letter_) => letter_.toUpperCase())} ${year}`
    return [
      {
        code: 'weekday' as const,
        message: `the document says ${match[0].replace(/\s+/g, ' ')}; ${name} was a ${real}`,
        spans: [{ start: match.index, end: match.index + match[0].length }],
      },
    ]
  })
}
