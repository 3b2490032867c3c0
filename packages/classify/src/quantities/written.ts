import { inWords, numberWord } from './number-words.ts'
import type { Figure } from './quantity.ts'

/**
 * How figures are written, as pieces of regular expressions, and what each says. The pieces have no groups of their own
 * and no quantifier without an end, so that rules may join them freely.
 */

/** Not in the middle of a word, a number, an amount, a path: "–1 key holder" and "Malware:5" begin a figure, "Covid-19" and "10:30" do not. */
export const begins = String.raw`(?<![\w£$€#@.]|\d[,:]|\w[-–/]|[£$€]\s)`
export const ends = String.raw`(?![\w%]|[.,:/]\d|[-–/][\w£])`

/** "1,685", "12.5"; a slip such as "1,040,18" too, which says nothing for sure. */
export const digits = String.raw`\d(?:[\d,]{0,18}\d)?(?:\.\d{1,6})?`
const scale = String.raw`(?:\s?(?:million|billion|thousand|bn|[mk])(?![a-z]))`
const longScale = String.raw`(?:[ ](?:million|billion|thousand)\b)`
export const timeUnit = `(?:(?:working|calendar|school|business|clear)[ ])?(?:(?:second|minute|hour|day|week|month|year)s?|hrs?|mins?|secs?|yrs?)(?![a-z])`

const money = String.raw`(?:(?:£\s?|\bGBP[ ]?)(?:\d{1,3}(?:[ ]\d{3}){1,4}(?!\d)|\d{1,3}(?:,[ ]\d{3},\d{3}|,\d{3},[ ]\d{3})(?![\d,])|${digits}${scale}?)|${digits}${longScale}?[ ](?:pounds(?![a-z])|GBP\b))`
const share = String.raw`(?:${digits}|${numberWord})(?:\s?%|[ ]per\s?cent\b)`
const time = String.raw`(?:${digits}|${numberWord})[ \n]${timeUnit}`
const bare = `(?:${digits}${longScale}?|${numberWord})`

/** A figure of any kind. */
export const figure = `(?:${money}|${share}|${time}|${bare})`
export const pieces = { money, share, time, bare, scale }

/** What the words say; null where they are no figure; the number is null where they are a figure with a slip in it. */
export function readFigure(words: string): Figure | null {
  const kind = kindOf(words)
  if (kind.quantity === 'money' && hasSlip.test(words)) return { ...kind, number: null }
  const [written = ''] = someDigits.exec(words) ?? []
  const spelled = written === '' ? inWords(words.replace(unitWords, '')) : readDigits(written)
  if (spelled === null) return kind.quantity === 'money' ? { ...kind, number: null } : null
  return { ...kind, number: times(spelled, words) }
}

/** "£15 000": an amount, or one and the next cell. "£3, 979,352": no amount of £3. "£8,023.000", "£15.100": thousands, or a place too many. */
const hasSlip = /\d \d{3}|,\s\d{3}|,\d{3}\.\d{3}(?!\d)|[1-9]\d{0,2}\.\d{3}(?!\d)(?![ ]?[a-z])/i

/** A number from digits; null where its commas do not part thousands. A leading nought makes it a label: "007". */
export function readDigits(written: string): number | null {
  if (/^0\d/.test(written)) return null
  if (!written.includes(',')) return Number(written)
  return /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(written) ? Number(written.replaceAll(',', '')) : null
}

function kindOf(words: string): Omit<Figure, 'number'> {
  if (/£|pounds|GBP/i.test(words)) return { quantity: 'money', unit: '£' }
  if (/%|per\s?cent/i.test(words)) return { quantity: 'percent', unit: '%' }
  const unit = timeAtEnd.exec(words)
  return unit ? { quantity: 'duration', unit: unitOf(unit[0]) } : { quantity: 'count', unit: null }
}

const someDigits = new RegExp(digits)
const timeAtEnd = new RegExp(`${timeUnit}$`, 'i')
const unitWords =
  /per\s?cent|pounds|(?:working|calendar|school|business|clear)?\s(?:second|minute|hour|day|week|month|year)s?$/gi

/** "hrs" and "hour" are "hours". */
function unitOf(words: string): string {
  const plain = words
    .toLowerCase()
    .replace(/hrs?$/, 'hours')
    .replace(/mins?$/, 'minutes')
    .replace(/secs?$/, 'seconds')
    .replace(/yrs?$/, 'years')
  return plain.endsWith('s') ? plain : `${plain}s`
}

function times(number: number, words: string): number {
  const scaled = /\d\s?(million|billion|thousand|bn|[mk])(?![a-z])/i.exec(words)?.[1]?.toLowerCase()
  if (scaled === undefined) return number
  const zeros = { k: 3, thousand: 3, m: 6, million: 6, bn: 9, billion: 9 }[scaled] ?? 0
  // By way of the decimal digits: 12.2 × 1,000,000 is 12,199,999.999999998 otherwise.
  return Number(`${number}e${zeros}`)
}
