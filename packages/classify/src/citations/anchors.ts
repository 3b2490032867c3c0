import { allMatches } from '../all-matches.ts'
import type { Written } from './written.ts'
import { readWritten } from './written.ts'

/** A place where provisions are cited, with the word that announces them. */
export interface Cited {
  /** `section` · `regulation` · `exemption` "exception 12(5)(b)" · `law` "FOIA 31(1)(a)" · `none` a bare "31(1)(a)". */
  readonly kind: 'section' | 'regulation' | 'exemption' | 'law' | 'none'
  /** Where the announcing word begins. */
  readonly start: number
  readonly list: readonly Written[]
}

/** Everything in a text that is written like a citation, whatever law it may belong to. */
export function findCited(text: string): readonly Cited[] {
  const announced = allMatches(text, anchor).flatMap((match) => {
    const { word = '' } = match.groups ?? {}
    const kind = kindOf(word)
    const at = match.index + match[0].length
    const list = readWritten(text, at, isPlural(word))
    return kind && list.length > 0 && !isPostcode(text, match.index) ? [{ kind, start: match.index, list }] : []
  })
  const within = announced.flatMap(({ list }) => list)
  let next = 0
  const bare = [...allMatches(text, bareNumber), ...allMatches(text, ofItsLaw)]
    .toSorted((one, other) => one.index - other.index)
    .flatMap((match): readonly Cited[] => {
      while (next < within.length && (within[next]?.end ?? 0) <= match.index) next += 1
      const taken = within[next]
      if (taken && taken.start <= match.index) return []
      return [{ kind: 'none', start: match.index, list: readWritten(text, match.index, false) }]
    })
  return [...announced, ...bare].toSorted((one, other) => one.start - other.start)
}

/** "Section 31", "s.40", "S43", "ss. 31", "Regulation 12", "Reg. 13", "exception 12", "FOIA 31". */
const anchor =
  /(?<![\w£#@/-])(?<word>(?:sub-?)?sections?|sects?\.?|secs?\.?|ss?\.?|regulations?|regs?\.?|exemptions?|exceptions?|FO[Ii]S?A|EI(?:\(S\))?Rs?)(?<space>[\s\u00a0]{0,3}(?:(?:no\.?|number)\s)?[:–-]?[\s\u00a0]{0,2})(?=\d{1,2}(?!\d))/gi

/** Without a word before it a provision must have two brackets at least, or one and a neighbour that has more. */
const bareNumber = /(?<![\w£.,(/)-]|[\w)]\s?\()\d{1,2}[A-Z]?[ \t\u00a0]?\([ \t\u00a0]?\d{1,2}[A-Z]?[ \t\u00a0]?\)/g

/** «the limit set out in 12 of the Freedom of Information Act»: the word was lost, and the law says what it was. */
const ofItsLaw =
  /(?<=\b(?:in|under|by|of|with|to|from|at)\s)\d{1,2}(?=(?:\s?\(\w{1,3}\)){0,4}\s{1,2}of\s{1,2}(?:the\s{1,2})?(?:Freedom of Information|FOIS?A|Environmental Information|EIRs?)\b)/gi

function kindOf(word: string): Cited['kind'] | null {
  const plain = word.toLowerCase()
  if (/^sub/.test(plain)) return null
  if (/^ex/.test(plain)) return 'exemption'
  if (/^reg/.test(plain)) return 'regulation'
  if (/^(?:foi|eir|ei\()/.test(plain)) return 'law'
  return 'section'
}

function isPlural(word: string): boolean {
  return /^(?:sections|sects|secs|ss|regulations|regs|exemptions|exceptions)\.?$/i.test(word)
}

/** «Sheffield, S1 1UJ»: half of South Yorkshire lives under a section. */
function isPostcode(text: string, at: number): boolean {
  return /^[A-Za-z]{1,2}\d{1,2}\s{1,2}\d[A-Za-z]{2}\b/.test(text.slice(at, at + 12))
}
