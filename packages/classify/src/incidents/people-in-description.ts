import { allMatches } from '../all-matches.ts'
import { inWords } from '../quantities/number-words.ts'

const people =
  '(?:children|pupils|students|people|individuals|persons|residents|customers|tenants|patients|clients|service users|data subjects|employees|members of staff|staff members|applicants|claimants|families|carers|councillors|parents)'
const counted = new RegExp(
  `(?<lead>\\b(?:of|for|concerning|regarding|relating to|affecting|affected|involving)\\s)?(?:all\\s)?\\b(?<number>\\d{1,6}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\s(?:other |different |former |young |vulnerable |looked after )?${people}\\b`,
  'gi',
)
const otherPerson =
  /\b(?:child|pupil|student|person|individual|resident|customer|tenant|patient|client|adult|applicant|claimant|parent|mother|father|service user|employee|staff|families|family|children|people|individuals)\b/gi
const receives = /\b(?:wrong|incorrect|another|unknown|unintended|by|to|to a|to the|as|as a|with)\s(?:\w+\s){0,1}$/i

/**
 * How many people's data went astray, where the description of an incident says so in one place and speaks of nobody else's:
 * "Minutes for 3 children sent to the wrong team" is 3. Recipients are not counted; where both are named in numbers, null.
 */
export function peopleIn(description: string): number | null {
  const text = description.slice(0, 2_000)
  const found = allMatches(text, counted)
  const [only, ...others] = found
  if (!only?.groups || others.length > 0 || only.groups.lead === undefined) return null
  const before = text.slice(0, only.index)
  const after = text.slice(only.index + only[0].length)
  if (
    /\b(?:at least|over|more than|up to|about|around|approximately|nearly|almost)\s$/i.test(before + only.groups.lead)
  )
    return null
  const number = only.groups.number ?? ''
  return [before, after].some(namesSomebodyElse) ? null : /^\d/.test(number) ? Number(number) : inWords(number)
}

/** Somebody who is not the one it was sent to or sent by. */
function namesSomebodyElse(words: string): boolean {
  return allMatches(words, otherPerson).some(
    (match) => !receives.test(words.slice(Math.max(0, match.index - 40), match.index)),
  )
}
