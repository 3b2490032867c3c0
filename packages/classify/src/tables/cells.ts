import { remembered } from '../remembered.ts'

/**
 * What a cell looks like, told from its words alone. These questions are asked of every line of a letter,
 * so each is cheap and says no at once to anything longer than a cell.
 */

const longestCell = 60

/** The number that a cell is: "1,204", "£2,484.31", "0"; null where it holds anything more than a number. */
export function numberOf(text: string): number | null {
  if (text.length > longestCell) return null
  const match = /^(?<minus>[-−]\s?)?£?\s?(?<digits>\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?<decimals>\.\d{1,6})?$/.exec(text)
  if (!match?.groups) return null
  const { minus, digits = '', decimals = '' } = match.groups
  if (/^0\d/.test(digits)) return null // a telephone or account number
  const number = Number(digits.replaceAll(',', '') + decimals)
  return minus ? -number : number
}

/**
 * What the table keeps of a cell: a number where it is one, else its words; an empty cell is "". The cells of a file's own table
 * are kept as written but for numbers; where plain text lays the table out "72%" is 72 and "£8.1 million" 8,100,000, as for values.
 */
export function cellValue(text: string, told: boolean): number | string {
  return numberOf(text) ?? (told ? null : (scaledNumberOf(text) ?? nought(text))) ?? text
}

const scales: Readonly<Record<string, number>> = { '%': 1, million: 1e6, m: 1e6, billion: 1e9, bn: 1e9 }

function scaledNumberOf(text: string): number | null {
  const { number = '', scale = '' } =
    /^(?<number>.{1,14}?)\s?(?<scale>%|million|billion|m|bn)$/i.exec(text.slice(0, 40))?.groups ?? {}
  const told = numberOf(number)
  const by = scales[scale.toLowerCase()]
  return told === null || by === undefined ? null : Math.round(told * by * 1e6) / 1e6
}

function nought(text: string): number | null {
  return /^(?:zero|nil)$/i.test(text) ? 0 : null
}

/** Is it a figure: a number, also with a footnote mark, a percentage, a bound or "about"? */
export function isNumeric(text: string): boolean {
  if (text.length > longestCell) return false
  return numberOf(text) !== null || withMarks.test(text) || bound.test(text)
}

const withMarks =
  /^(?:c\.|circa|approx\.?|approximately|around|~)?\s?[-−]?£?\s?(?!0\d)\d[\d,]{0,14}(?:\.\d{1,6})?\s?(?:%|k|m|bn|p|million|per cent)?\s?(?:\(\s?\d{1,3}(?:\.\d{1,3})?\s?%\s?\)|\([a-z\d]{1,2}\)|\[[a-z\d]{1,2}\]|[*†‡^#¹²³⁰⁴-⁹]{1,3})?$/i
const bound =
  /^(?:[<>≤≥]=?|(?:fewer|less|more|greater) than|under|up to|at least|at most)\s?£?\s?(?:\d[\d,]{0,9}(?:\.\d{1,3})?|five|ten)\s?%?\s?[*†‡^#]{0,3}$/i

/** Words or marks that stand where a figure would: "-", "*", "N/A", "Not held", "nil", "withheld". */
export function isGap(text: string): boolean {
  return text.length <= 40 && gap.test(text)
}

const gap =
  /^(?:[-–—*~.]{1,3}|x|nil|none|zero|n\/?[akr]\.?|\[[a-z]\]|no data|no(?:t|ne)? (?:held|available|applicable|recorded|known|collected|disclosed|provided|reported|yet available)|unknown|unavailable|withheld|exempt|redacted|suppressed|tbc|s\.?\s?40(?:\(2\))?)[*†‡]?$/i

/** Could it stand in a column of figures? */
export function isFigure(text: string): boolean {
  return isNumeric(text) || isGap(text)
}

/** A band that names a group: "2 to 5", "> 5", "< 72 hours", "18-24", "65+", "Under 18". In a head it is a label, not a held-back number. */
export function isBand(text: string): boolean {
  return text.length <= longestCell && (band.test(text) || bandBetween.test(text))
}

/** ">60 but less than 120", "over 1 yr but under 2 yrs" */
const bandBetween =
  /^(?:[<>≤≥]=?|over|more than|at least)\s?£?\d[\d,.]{0,9}\s?(?:days|weeks|months|yrs?|years?)?,? (?:but|and) (?:less than|under|up to|no more than|[<≤]=?)\s?£?\d[\d,.]{0,9}\s?(?:days|weeks|months|yrs?|years?)?$/i

const band =
  /^(?:(?:[<>≤≥]=?|under|over|below|above|up to|less than|more than|fewer than|within|after)\s?£?\d[\d,.]{0,12}|£?\d[\d,.]{0,12}\s?(?:to|-|–|and)\s?£?\d[\d,.]{0,12}|£?\d[\d,.]{0,12}\s?(?:\+|(?:and|or|years and) (?:over|above|more|under|less|fewer)|plus))(?:\s?(?:%|hours|days|weeks|months|years?|yrs?|people|individuals|k|m))?$/i

/** Does a label name a sum: "Total", "Grand total", "TOTAL incidents", "Overall total"? */
export function isTotal(text: string): boolean {
  return (
    /^(?:grand |overall )?totals?\b(?!\s+\w+\s+\w+\s+\w+\s+\w)/i.test(text) ||
    /^(?:all|overall|sum|(?:full|whole) year)$/i.test(text)
  )
}

/** Does a label name a sum of some of the rows? */
export function isSubtotal(text: string): boolean {
  return /^sub[- ]?totals?\b/i.test(text)
}

/** A reference of one case: "DB2023034", "FOI 1234/19", "IG-0045". */
export function isReference(text: string): boolean {
  return (
    text.length <= 30 &&
    !isBand(text) &&
    /\d/.test(text) &&
    /^(?=.{3,})[A-Z]{0,8}[-/ ._]?[A-Z]{0,6}[-/ ._]?\d[\dA-Z/._-]{1,18}$/i.test(text)
  )
}

/** "Y", "No", "yes": an answer to the column's heading. */
export function isYesNo(text: string): boolean {
  return /^(?:y|n|yes|no)$/i.test(text)
}

/** Is it a sentence, or the beginning of one, rather than a label? */
export const isSentence: (text: string) => boolean = remembered((text) => {
  if (text.length > 160) return true
  const words = text.split(/\s+/).length
  return (/[.?!;]["'”’)]?$/.test(text) && words > 4) || words > 18 || /\?["'”’)]?$/.test(text)
})
