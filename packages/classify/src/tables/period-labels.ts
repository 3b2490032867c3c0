/**
 * Is a label nothing but a period? Asked of every short line to find where a table stands; what the period is,
 * from which day to which, is the business of the rules for periods.
 */
export function isPeriodLabel(text: string): boolean {
  if (text.length > 48 || !/\d|^[a-z]{3,9}$/i.test(text)) return false
  const bare = text
    .replace(/\s?[*†‡^#]{1,3}$/, '')
    .replace(/\s?(?:\((?:to date|part(?: year)?|ytd|year to date|so far|provisional|q[1-4])\)|to date|ytd)$/i, '')
  return shapes.some((shape) => shape.test(bare)) || isFinancialYear(bare)
}

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const year = '(?:(?:19|20)\\d\\d)'
const shortYear = "(?:(?:19|20)\\d\\d|['’]?\\d\\d)"
const day = '(?:\\d{1,2}(?:st|nd|rd|th)?)'

const shapes: readonly RegExp[] = [
  `${year}`,
  `(?:calendar |the )?year (?:ending |ended |to )?(?:${day} ${month} )?${year}`,
  `${month}[ ,'’-]{0,2}${shortYear}`,
  `${month}`,
  `(?:q(?:tr|uarter)? ?[1-4])(?:[ ,/-]{0,3}(?:${year}(?:[/-]\\d{2,4})?|\\d\\d[/-]\\d\\d))?`,
  `(?:${year}|${year}[/-]\\d{2,4}) ?q(?:tr|uarter)? ?[1-4]`,
  `${day} ${month},? ${shortYear}`,
  `\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d\\d)`,
  `${year}-\\d\\d-\\d\\d`,
  `(?:from )?(?:${day} )?${month}(?: ${year})? ?(?:to|-|–|until) ?(?:${day} )?${month} ${year}`,
  `${year} ?(?:to|–) ?${year}`,
].map((shape) => new RegExp(`^(?:${shape})$`, 'i'))

/** "2019/20", "2019-2020", "FY19/20", "19/20": the second year follows the first. "18-19" may as well be an age. */
function isFinancialYear(text: string): boolean {
  const match = /^(?<named>fy ?|financial year )?(?<first>\d{4}|\d\d) ?(?<mark>[/–-]) ?(?<second>\d{4}|\d\d)$/i.exec(
    text,
  )
  if (!match?.groups) return false
  const { named, first = '', mark, second = '' } = match.groups
  if (Number(second) % 100 !== (Number(first) + 1) % 100) return false
  return first.length === 4 ? /^(?:19|20)/.test(first) : named !== undefined || mark === '/'
}
