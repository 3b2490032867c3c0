import type { Finding } from '../finding.ts'
import type { Period } from './period.ts'

/**
 * "For each year 2015 to 2019", "2019 by month": one figure is wanted, or said, of every such part of the period.
 * A single year is no "each year", nor is a month an "each month".
 */
export function sayEach(text: string, findings: readonly Finding<Period>[]): readonly Finding<Period>[] {
  return findings.map((finding) => {
    const before = text.slice(Math.max(0, finding.span.start - 60), finding.span.start)
    const behind = text.slice(finding.span.end, finding.span.end + 60)
    const words = text.slice(finding.span.start, finding.span.end)
    const part =
      partIn(lastPart.exec(before)?.groups) ??
      partIn(firstPart.exec(behind)?.groups) ??
      partIn(ofTheLast.exec(words)?.groups)
    return part && isLonger(finding.value, part) ? { ...finding, value: { ...finding.value, each: part } } : finding
  })
}

const part = '(?:calendar |financial |fiscal |academic )?(?<part>year|quarter|month)'
const lastPart = new RegExp(
  `\\b(?:each|every|per|any one)\\s(?:single\\s|of the\\s)?${part}s?\\b[^.;?!\\n]{0,30}$|\\b(?<adverb>monthly|quarterly|yearly|annual(?:ly)?|year by year|month by month)\\b[^.;?!\\n]{0,20}$`,
  'i',
)
const firstPart = new RegExp(
  `^[^.;?!\\w]{0,3}(?:[^.;?!\\n]{0,25}\\s)?(?:(?:by|per|each|every|for each|in each)\\s${part}\\b|(?<adverb>monthly|quarterly|year by year|month by month))`,
  'i',
)
const ofTheLast = new RegExp(`^(?:each|every one)\\s+of\\s[\\s\\S]{0,40}?${part}s?$`, 'i')

function partIn(groups: Readonly<Record<string, string | undefined>> | undefined): Period['each'] {
  const word = (groups?.part ?? groups?.adverb)?.toLowerCase()
  if (word === undefined) return null
  if (word.startsWith('month')) return 'month'
  return word.startsWith('quarter') ? 'quarter' : 'year'
}

const least = { year: 367, quarter: 93, month: 32 }

function isLonger({ from, to, shape }: Period, each: NonNullable<Period['each']>): boolean {
  if (shape === 'since') return true
  if (shape === 'relative' && !(from && to)) return true
  return from !== null && to !== null && (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1 >= least[each]
}
