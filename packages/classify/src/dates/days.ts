import type { Finding } from '../finding.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const gap = '[ \\t\\u00a0]{0,3}\\n?[ \\t\\u00a0]{0,3}'
const written = [
  `(?<d1>\\d{1,2})(?:${gap}(?:st|nd|rd|th)\\b)?${gap}(?:of )?[-/,]?(?<m1>${month})[-/,]?${gap}['’]?(?<y1>(?:19|20)\\d\\d|\\d\\d(?=\\b))`,
  `(?<m2>${month})${gap}(?<d2>\\d{1,2})(?:st|nd|rd|th)?,?${gap}(?<y2>(?:19|20)\\d\\d)`,
  '(?<y3>(?:19|20)\\d\\d)[-/](?<m3>\\d\\d)[-/](?<d3>\\d\\d)',
  '(?<d4>\\d{1,2})(?<s4>[./-])(?<m4>\\d{1,2})\\k<s4>(?<y4>(?:19|20)\\d\\d|\\d\\d)',
].join('|')
/** A web page may run the year into the next word ("2025Under"), never into a digit. */
const day = new RegExp(`(?<![\\w./£$-]|\\d,)(?:${written})(?!\\d|[./-]\\d|%)`, 'gi')

/** Days that a text writes out with their year, as ISO dates; day before month, as the British write. */
export function findDays(text: string): readonly Finding<string>[] {
  const found: Finding<string>[] = []
  for (const match of text.matchAll(day)) {
    const { d1, m1, y1, m2, d2, y2, y3, m3, d3, d4, m4, y4 } = match.groups ?? {}
    const number = Number(d1 ?? d2 ?? d3 ?? d4)
    const name = m1 ?? m2
    const which = name ? months.indexOf(name.slice(0, 3).toLowerCase()) + 1 : Number(m3 ?? m4)
    const value = isoDay(fullYear(y1 ?? y2 ?? y3 ?? y4 ?? ''), which, number)
    if (value)
      found.push({ value, span: { start: match.index, end: match.index + match[0].length }, rule: 'dates/day' })
  }
  return found
}

function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year)
}

/** Null for days that no calendar has, and for years before the Acts were thought of or far ahead. */
function isoDay(year: number, month: number, date: number): string | null {
  if (year < 1990 || year > 2049) return null
  const read = new Date(Date.UTC(year, month - 1, date))
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === date ? read.toISOString().slice(0, 10) : null
}
