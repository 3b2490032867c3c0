import type { Authority, Register } from '@disclosed/reference'
import type { Letter } from '../letter.ts'
import type { FoundAuthority } from './index.ts'

/** How a place's council is called. */
const councils: readonly ((place: string) => string)[] = [
  (place) => `${place} Council`,
  (place) => `${place} Borough Council`,
  (place) => `${place} City Council`,
  (place) => `${place} County Council`,
  (place) => `${place} District Council`,
  (place) => `${place} Metropolitan Borough Council`,
  (place) => `London Borough of ${place}`,
  (place) => `Royal Borough of ${place}`,
]

/**
 * «Lewisham» alone at the head of a letter that calls itself «the Council»: the council of that place, where there is one of them only. A
 * letter of another body that heads a page with a place and speaks of its council would fool it, so that nothing else may be named.
 */
export function shortHead({ lines, text }: Letter, register: Register): FoundAuthority | null {
  const [first] = lines
  if (!first || !isPlace.test(first.text) || !ofItself.test(text)) return null
  const found = new Map<string, Authority>()
  for (const named of councils) for (const each of register.named(named(first.text))) found.set(each.id, each)
  const [only, ...others] = found.values()
  if (!only || others.length > 0) return null
  return {
    id: only.id,
    name: only.name,
    evidence: [{ start: first.start, end: first.end }],
    rule: 'authority/short-head',
  }
}

const isPlace = /^(?:[A-Z][a-z’'-]{2,20})(?:(?: (?:and|on|upon|of|the))? [A-Z][a-z’'-]{2,20}){0,3}$/
const ofItself =
  /\b(?:[Tt]he Council(?:['’]s)? (?:reply|response|answer|does|holds|has|is|can|considers|received)|[Oo]ur Council)\b|\bhow the Council\b/
