import type { PrintedDay } from '../adapter.ts'

/**
 * Reads a day as a British site prints it: day before month. "Tuesday 24 March 2020", "1st May 2019", "24/03/2020", "24.03.20",
 * "2020-03-24T10:00:00Z"; of a month alone the month. The words may hold nothing else: null then.
 */
export function readDay(words: string): PrintedDay | null {
  const asPrinted = words.replace(/\s+/g, ' ').trim().slice(0, 60)
  const plain = asPrinted.replace(/[.,;:]$/, '').trim()
  for (const { pattern, iso } of shapes) {
    const groups = pattern.exec(plain)?.groups
    if (!groups) continue
    const read = iso(groups)
    if (read !== null) return { asPrinted, iso: read }
  }
  return null
}

/** The first day within words: "Issued 19.07.24 and 22.07.24". Its words alone are what is printed. */
export function findDay(words: string): PrintedDay | null {
  for (const [found] of words.slice(0, 2000).matchAll(anyDay)) {
    const day = readDay(found)
    if (day) return day
  }
  return null
}

/** A time stamp of a program, where one is: kept as printed, with its day. */
export function stampedDay(stamp: string | null | undefined): PrintedDay | null {
  return stamp ? readDay(stamp) : null
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?'
const time = '(?:,? (?:at )?\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})? ?(?:am|pm|gmt|bst)?)?'

const shapes: readonly {
  readonly pattern: RegExp
  readonly iso: (groups: Readonly<Record<string, string | undefined>>) => string | null
}[] = [
  {
    pattern: new RegExp(
      `^${weekday}(?<day>\\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?${month}\\.?,?[ -](?<year>\\d{4}|\\d{2})${time}$`,
      'i',
    ),
    iso: ({ day, month, year }) => dayOf(year, monthOf(month), day),
  },
  {
    pattern: new RegExp(`^${weekday}${month}\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})${time}$`, 'i'),
    iso: ({ day, month, year }) => dayOf(year, monthOf(month), day),
  },
  {
    pattern: /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ][\d:.]{4,18}(?:Z|[+-]\d{2}:?\d{2})?)?$/,
    iso: ({ day, month, year }) => dayOf(year, Number(month), day),
  },
  {
    pattern: new RegExp(
      `^(?<day>\\d{1,2})(?<mark>[/.-])(?<month>\\d{1,2})\\k<mark>(?<year>\\d{4}|\\d{2})${time}$`,
      'i',
    ),
    iso: ({ day, month, year }) => dayOf(year, Number(month), day),
  },
  {
    pattern: new RegExp(`^${month}\\.?,? (?<year>\\d{4})$`, 'i'),
    iso: ({ month, year }) => `${year}-${String(monthOf(month)).padStart(2, '0')}`,
  },
]

const anyDay = new RegExp(
  `(?<![\\w/.-])(?:\\d{1,2}(?:st|nd|rd|th)?[ -](?:of )?${month.replace('?<month>', '?:')}\\.?,?[ -](?:\\d{4}|\\d{2})|${month.replace('?<month>', '?:')}\\.? (?:\\d{1,2}(?:st|nd|rd|th)?,? )?\\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2}))(?![\\w/-])`,
  'gi',
)

function monthOf(name: string | undefined): number {
  return months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
}

/** Null for a day that no calendar has: "31.02.2020", and "02/13/2020", which puts the month first. */
function dayOf(year: string | undefined, month: number, day: string | undefined): string | null {
  const full = (year ?? '').length === 2 ? `20${year}` : (year ?? '')
  const date = new Date(Date.UTC(Number(full), month - 1, Number(day)))
  if (month < 1 || month > 12 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== Number(day)) return null
  return Number(full) >= 1990 && Number(full) <= 2099 ? date.toISOString().slice(0, 10) : null
}
