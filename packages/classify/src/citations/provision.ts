import { type Exemption, exemption, exemptions, type Law } from '@disclosed/reference'
import { kindOf, type Written } from './written.ts'

/** What the law has for a provision as written. */
export interface Provision {
  readonly exemption: Exemption
  /** It is not written as the law numbers it: "31(a)" for 31(1)(a). */
  readonly repaired: boolean
  /** The words give the law's own number in full; a trimmed or repaired one needs more to be believed. */
  readonly exact: boolean
}

/**
 * The provisions that a written one can only mean, or none: procedure (FOIA 17, EIR 12(1)) and sections of other Acts
 * are not in the list. «31(a)» is 31(1)(a), for section 31 has no other place for it; «40(2)(b)(iv)» is 40(2)(b).
 */
export function readProvision(law: Law, written: Written): readonly Provision[] {
  const { number, groups, loose } = written
  const direct = find(law, number, groups)
  if (direct) return isProcedure(direct.cite) ? [] : [{ exemption: direct, repaired: loose, exact: !loose }]
  if (isOutside(law, number, groups)) return []
  const joined = join(law, number, groups)
  if (joined) return [{ exemption: joined, repaired: true, exact: false }]
  const siblings = readSiblings(law, number, groups)
  if (siblings.length > 0) return siblings
  const completed = complete(law, number, groups)
  if (completed) return [{ exemption: completed, repaired: true, exact: false }]
  const known = trim(law, number, groups)
  return known && !isProcedure(known.cite) ? [{ exemption: known, repaired: groups.length > 0, exact: false }] : []
}

function find(law: Law, number: string, groups: readonly string[]): Exemption | null {
  return exemption(`${law} ${number}${groups.map((group) => `(${group})`).join('')}`)
}

/** FOISA 17 tells that nothing is held; it is a notice and no ground of refusal. */
function isProcedure(cite: string): boolean {
  return /^FOISA 17\b/.test(cite)
}

/** Paragraphs of the exceptions that are no exceptions: presumption and public interest test, emissions, redaction. */
function isOutside(law: Law, number: string, groups: readonly string[]): boolean {
  const [first = ''] = groups
  if (law === 'EIR')
    return (
      (number === '12' && /^(?:1|2|8|9|10|11)$/.test(first)) ||
      ((number === '5' || number === '6') && groups.length > 0)
    )
  if (law === 'EISR') return (number === '10' && /^(?:1|2|6|7)$/.test(first)) || number === '6'
  return false
}

/** "40(5)(B)(a)(i)": the letter of 5B in brackets of its own. */
function join(law: Law, number: string, groups: readonly string[]): Exemption | null {
  const [first = '', second = '', ...rest] = groups
  return /^\d+$/.test(first) && /^[a-z]$/.test(second)
    ? find(law, number, [`${first}${second.toUpperCase()}`, ...rest])
    : null
}

/** "36(2)(b)(i)(ii)", "31(1)(a)(b)(c)", "30(2)(a)(i)(b)": several points written behind one another. */
function readSiblings(law: Law, number: string, groups: readonly string[]): readonly Provision[] {
  const found: Exemption[] = []
  let at: readonly string[] = []
  for (const group of groups) {
    const child = find(law, number, [...at, group])
    const level = at.findLastIndex((each) => kindOf(each) === kindOf(group))
    const beside = child || level === -1 ? null : find(law, number, [...at.slice(0, level), group])
    const next = child ?? beside
    if (!next) return []
    // A point that goes on is said by the point below it.
    if (child) found.pop()
    found.push(next)
    at = child ? [...at, group] : [...at.slice(0, level), group]
  }
  return found.length > 1 ? found.map((exemption) => ({ exemption, repaired: true, exact: false })) : []
}

/** "31(a)", "36(b)(i)": the subsection is left out. Subsection 1 is the exemption where several would do. */
function complete(law: Law, number: string, groups: readonly string[]): Exemption | null {
  const [first] = groups
  if (first === undefined || /^\d/.test(first)) return null
  const whole = find(law, number, ['1', ...groups])
  if (whole) return whole
  const ending = groups.map((group) => `(${group})`).join('')
  const fitting = exemptions().filter(
    (each) =>
      each.law === law &&
      each.section === number &&
      each.cite.endsWith(ending) &&
      each.cite.split('(').length === groups.length + 2,
  )
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

function trim(law: Law, number: string, groups: readonly string[]): Exemption | null {
  for (let kept = groups.length - 1; kept >= 0; kept -= 1) {
    const known = find(law, number, groups.slice(0, kept))
    if (known) return known
  }
  return null
}

/**
 * Conditions under which personal data are exempt: read with 40(2), and no exemptions of their own.
 * FOIA 40(3) to (4A), EIR 13(2) to (3A), FOISA 38(2) to (3A), EISR 11(3) to (4A).
 */
export function isCondition(cite: string): boolean {
  return /^(?:FOIA 40\((?:3[AB]?|4A?)\)|EIR 13\((?:2[AB]?|3A?)\)|FOISA 38\((?:2[AB]?|3A?)\)|EISR 11\((?:3[AB]?|4A?)\))/.test(
    cite,
  )
}
