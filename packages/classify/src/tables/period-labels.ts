import { type Period, wholePeriod } from '../periods/index.ts'
import { yearAmong } from '../periods/placed.ts'

/** Is a label nothing but a period? Then that period, else null. */
export function periodOfLabel(text: string): Period | null {
  if (text.length > longestLabel || !hint.test(text) || isPairOfAges(text)) return null
  const known = seen.get(text)
  if (known !== undefined) return known
  const period = wholePeriod(unglued(text))
  if (seen.size >= mostSeen) seen.clear()
  seen.set(text, period)
  return period
}

/** "31March 2023" */
function unglued(text: string): string {
  return text.replace(
    /\b(?<day>\d\d?)(?=(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]{0,6} )/gi,
    '$<day> ',
  )
}

export function isPeriodLabel(text: string): boolean {
  return periodOfLabel(text) !== null
}

const longestLabel = 60
const hint =
  /\b(?:19|20)\d\d|\d\d?[/.-]\d\d|^(?:\d\d?(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|q(?:tr|uarter)? ?[1-4]|year|first|second|third|fourth)/i

/** Every line of a letter is asked several times over, and tables say the same periods again and again. */
const seen = new Map<string, Period | null>()
const mostSeen = 2_000

/** "18-19" is a year of accounts or an age; only what stands beside it tells. */
export function isPairOfAges(text: string): boolean {
  return /^\d\d ?[-–] ?\d\d$/.test(text)
}

/** "18-19" beside "19-20" or "17-18": ages do not overlap, so these are years. */
export function periodAmong(text: string, beside: readonly string[]): Period | null {
  if (!isPairOfAges(text)) {
    const period = periodOfLabel(text)
    return period?.shape === 'span' && period.from === null ? (yearAmong(text, beside) ?? period) : period
  }
  const first = Number(text.slice(0, 2))
  const isYears = beside.some((other) => isPairOfAges(other) && Math.abs(Number(other.slice(0, 2)) - first) === 1)
  return isYears ? wholePeriod(text) : null
}
