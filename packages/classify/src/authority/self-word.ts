import type { Authority } from '@disclosed/reference'
import type { Letter } from '../letter.ts'
import { type Part, partsOf } from '../partition/index.ts'

/** What a letter calls its sender ("the Council", "our Trust"), and the names and types of bodies that are one. */
const selfWords: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:the|this|our) council\b/i,
    /council|\bcorporation|comhairle|cyngor|borough|city of|london_borough|district|unitary|county|scottish\b|welsh\b|\bni\b/i,
  ],
  [/\b(?:the|this|our) trust\b/i, /trust|hospital|nhs/i],
  [/\b(?:the|this|our) (?:force|constabulary)\b/i, /police|constabulary|heddlu/i],
  [/\b(?:the|this|our) university\b/i, /university|college|school|institute/i],
]

/**
 * May the body named be the one that speaks? A letter that says "the Council" of itself is not the Home Office's,
 * however often it names it.
 */
export function suitsSelfWord(
  letter: Letter,
  parts: readonly Part[],
  { name, type }: Authority,
): 'yes' | 'no' | 'untold' {
  const said = saidBySender(letter, parts)
  const used = selfWords.filter(([word]) => word.test(said))
  if (used.length === 0) return 'untold'
  return used.some(([, suits]) => suits.test(`${name} ${type}`)) ? 'yes' : 'no'
}

/** Words for itself that others use of other things too: they speak for a body, and never against one. */
const ownWords: readonly (readonly [RegExp, RegExp])[] = [
  ...selfWords,
  [/\b(?:the|this|our) Service\b/, /fire|ambulance|prison|service/i],
  [/\b(?:the|this|our) (?:Health )?Board\b/, /health board|nhs board|^nhs [a-z ]{3,30} nhs_health_board/i],
  [/\b[Tt]he House\b/, /^house of/i],
  [/\b[Tt]he Assembly\b/, /assembly/i],
  [/\b[Tt]he Authority\b/, /council|authority|borough|unitary|county|\bwelsh\b/i],
]

/** Does an answer use the word for such a body of itself? */
export function suitsOwnWord(letter: Letter, parts: readonly Part[], { name, type }: Authority): boolean {
  const said = saidBySender(letter, parts)
  return ownWords.some(([word, suits]) => suits.test(`${name} ${type}`) && word.test(said))
}

function saidBySender(letter: Letter, parts: readonly Part[]): string {
  return partsOf(parts, 'opening', 'reply', 'closing', 'rights')
    .map(({ span }) => letter.text.slice(span.start, Math.min(span.end, span.start + longest)))
    .join('\n')
}

const longest = 20_000
