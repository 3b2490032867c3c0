import { phrase } from '../recogniser.ts'
import { daysLater, type Period, period } from './period.ts'
import { begins, ends, monthName, readDay, readMonth } from './written.ts'

const dayNumber = String.raw`(?:0?[1-9]|[12]\d|3[01])`
const inShort = String.raw`(?:${dayNumber}[ ]${monthName}[ ]\d\d|${monthName}[ ]\d\d|\d{1,2}\.\d{1,2}\.\d\d)`

/**
 * Two days or months whose years are cut short, where they make whole years: "April 22 / March 23", "1 Oct 16 to 30 Sept 17",
 * "1.4.18 - 31.3.19". Alone, "April 22" is as likely a day.
 */
export const shortSpans = phrase<Period>({
  id: 'periods/short-span',
  about: 'From one day or month to another, their years cut short, where the two make whole years.',
  guards: [/[a-z.] ?\d\d?(?:\.\d\d)?[ ]{0,2}(?:[-–/]|to\b|until\b)/i],
  pattern: new RegExp(
    `${begins}(?<from>${inShort})(?:[ ]{0,2}[-–/][ ]{0,2}|[ ](?:to|until)[ ])(?<to>${inShort})${ends}`,
    'gi',
  ),
  read: ({ from = '', to = '' }) => {
    const first = readShort(from)?.[0]
    const last = readShort(to)?.[1]
    if (!first || !last || last < first) return null
    const isWhole = daysLater(last, 1).slice(4) === first.slice(4)
    return isWhole ? period('span', first, last) : null
  },
  examples: [
    { letter: 'for «April 22 /March 23» –', value: period('span', '2022-04-01', '2023-03-31') },
    { letter: '«1 Oct 16 to 30 Sept 17» 135', value: period('span', '2016-10-01', '2017-09-30') },
    { letter: '«1.4.18 - 31.3.19»', value: period('span', '2018-04-01', '2019-03-31') },
  ],
  nearMisses: ['April 22 to May 23', '1 Oct 16', 'paragraphs 1.4.18 to 1.4.19', 'Mar 20 - Apr 19'],
})

/** The first and the last day of what is written; null where there is no such day. */
function readShort(words: string): readonly [string, string] | null {
  const day = /^\d/.test(words) ? readDay(words) : null
  if (day) return [day, day]
  const month = /^\d/.test(words) ? null : readMonth(words)
  return month?.from && month.to ? [month.from, month.to] : null
}
