import { phrase } from '../recogniser.ts'
import { month, type Period, period } from './period.ts'
import {
  begins,
  day,
  dayAndMonth,
  gap,
  monthAndYear,
  monthName,
  monthNumber,
  pairedYear,
  readDayIn,
  readPoint,
  year,
} from './written.ts'

const last = `(?:${day}|${monthAndYear}|${dayAndMonth}|${monthName})`

/**
 * A year of which only a part is told, the part in brackets or behind a comma: "2019 (up to 04.11.19)", "2023/24 (April to December)".
 * A last day outside the year says that we read it wrongly, and nothing is found.
 */
export const partYears = phrase<Period>({
  id: 'periods/part-year',
  about: 'A year up to some day or month of it, or from one month of it to another.',
  guards: [
    /\d[ ]?(?:to|until)[ ]|\d[ ]?(?:\([ ]?(?:up|to|until|till|as|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|,? ?up)/i,
  ],
  pattern: new RegExp(
    `${begins}(?:FY[ ]?)?(?<year>${pairedYear}|${year})[ ]?(?:\\(|,?(?=[ ]?up)|(?<=[/–-]\\d\\d[ ])(?=(?:to|until)[ ](?:the[ ])?(?:end[ ]of[ ])?${monthName}(?![ ]?\\d)))[ ]?(?:(?:up${gap}to|to|until|till|as${gap}at|as${gap}of)${gap}(?:and${gap}including${gap})?(?:the${gap})?(?:end${gap}of${gap})?(?<last>${last})|(?<from>${monthName})[ ]?(?:to|[-–])[ ]?(?<to>${monthName}))(?![\\w]|[-–/]\\w)(?:[^()\\n]{0,20}\\))?`,
    'gi',
  ),
  read: ({ year: words = '', last: end, from, to }) => {
    const whole = readPoint(words)
    if (!whole?.from || !whole.to) return null
    const first = from ? within(from, whole) : whole
    const lastDay = within(end ?? to ?? '', whole)?.to
    return first?.from && lastDay && first.from <= lastDay ? period('span', first.from, lastDay) : null
  },
  examples: [
    { letter: 'suffered in «2019 (up to 04.11.19)» is', value: period('span', '2019-01-01', '2019-11-04') },
    { letter: '«2019/20 (to 31 December)»: 4', value: period('span', '2019-04-01', '2019-12-31') },
    { letter: '«2023 (Jan - Jun)» 7', value: period('span', '2023-01-01', '2023-06-30') },
    { letter: '«2021/22 (April to February)»', value: period('span', '2021-04-01', '2022-02-28') },
    { letter: '«2019/20 to December»: 4', value: period('span', '2019-04-01', '2019-12-31') },
    { letter: '«2024 up to 30 June 2024»', value: period('span', '2024-01-01', '2024-06-30') },
  ],
  nearMisses: [
    '2019 (up to 04.11.20)',
    '2019 (up to 5)',
    '2019',
    '2019, March to April saw',
    '2019/20 to December 2021',
  ],
})

/** The day or month, in whichever of the year's two calendar years it falls; null where it falls outside. */
function within(words: string, whole: Period): Period | null {
  const { from, to } = whole
  if (!from || !to) return null
  const told = readPoint(words)
  const candidates = told ? [told] : [from, to].map((each) => inYear(words, Number(each.slice(0, 4))))
  return candidates.find((each) => each?.from && each.to && each.from >= from && each.to <= to) ?? null
}

function inYear(words: string, told: number): Period | null {
  const number = monthNumber(words)
  if (!number) return null
  if (!/\d/.test(words)) return month(told, number)
  const read = readDayIn(words, told)
  return read ? period('day', read, read) : null
}
