import { type Authority, plainName, type Register } from '@disclosed/reference'
import type { Letter } from '../letter.ts'
import type { Source } from '../source.ts'
import type { FoundAuthority } from './index.ts'
import { findNames } from './names.ts'
import { aliveOn } from './succession.ts'

/** What a sidecar says: a name or an id of the register, or a name that only the sidecar knows. */
export function readSidecar(source: Source, register: Register, letter: Letter): FoundAuthority | null {
  const quote = source.authority?.trim()
  if (!quote) return null
  const known = register.byId(quote)
  const named = known ? [known] : aliveOn(register.named(quote), null)
  const inLetter = named.length > 1 ? named.filter((each) => letter.text.includes(each.name)) : named
  const [only, ...others] = inLetter
  if (named.length > 0 && (!only || others.length > 0)) return null
  return {
    id: only?.id ?? null,
    name: only?.name ?? quote,
    evidence: [{ from: 'sidecar', field: 'authority', quote }],
    rule: 'authority/sidecar',
  }
}

/** The one authority that a folder's or the file's name means, the innermost first; null where it could be two. */
export function readPath(
  source: Source,
  register: Register,
  day: string | null,
): (FoundAuthority & { id: string }) | null {
  for (const part of (source.path ?? '').split(/[/\\]/).toReversed()) {
    const [only, ...others] = aliveOn(meantBy(part, register), day)
    if (only && others.length === 0) {
      return {
        id: only.id,
        name: only.name,
        evidence: [{ from: 'path', field: 'authority', quote: part }],
        rule: 'authority/path',
      }
    }
  }
  return null
}

/** Words that say what a file is and not whose. */
const aboutFiles =
  /\b(?:foi|foia|eir|response|responses|reply|request|requests|letter|letters|final|redacted|copy|data|breach|breaches|report|disclosure|log|pdf|docx?|xlsx?|csv|txt|html?|\d{1,12})\b/g

function meantBy(part: string, register: Register): readonly Authority[] {
  const words = plainName(part.replace(/\.[a-z0-9]{2,5}$/i, '').replace(/([a-z])([A-Z])/g, '$1 $2'))
  const whole = [words, words.replace(aboutFiles, ' ').replace(/\s+/g, ' ').trim()]
  for (const each of whole) {
    if (each.length < 3) continue
    const byId = register.byId(each.replaceAll(' ', '-'))
    const named = register.named(each).filter(({ ambiguous }) => !ambiguous.some((name) => plainName(name) === each))
    if (named.length > 0) return named
    if (byId) return [byId]
  }
  // "2019 Leicester City Council FOI": a full name inside a longer one
  const titled = words.replace(/(?:^|\s)[a-z]/g, (letter) => letter.toUpperCase())
  const inside = findNames(titled, register).filter(({ form }) => form === 'full')
  const [first] = inside
  return first && inside.every(({ authorities }) => authorities[0] === first.authorities[0]) ? first.authorities : []
}
