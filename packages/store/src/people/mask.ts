import type { Reading } from '@disclosed/classify'
import type { Document, Span } from '@disclosed/document'
import { findPeople, peopleIn } from './find-people.ts'

/** What stands in the place of each character of a person's words, white space apart: nothing moves, so spans stay true. */
export const mask = '█'

/** The words with their people hidden; as long as before. */
export function masked(text: string, people: readonly Span[]): string {
  if (people.length === 0) return text
  let out = ''
  let at = 0
  for (const { start, end } of people) {
    out += text.slice(at, start) + text.slice(start, end).replace(/\S/g, mask)
    at = end
  }
  return at === 0 ? text : out + text.slice(at)
}

/**
 * A document and its reading as everybody may see them: the same length and the same places, with names, e-mails, telephone
 * numbers and addresses hidden in every word of them. `isBody` says whether words name a public authority.
 */
export function withoutPeople(
  document: Document,
  reading: Reading,
  isBody: (words: string) => boolean,
): { readonly document: Document; readonly reading: Reading } {
  const { spans, names } = findPeople(document.text, isBody)
  const text = masked(document.text, spans)
  // Labels and headings stand in a reading once for each figure below them.
  const seen = new Map<string, string>()
  const hide = (words: string): string => {
    if (words.length < shortest) return words
    const known = seen.get(words) ?? masked(words, peopleIn(words, names, isBody))
    seen.set(words, known)
    return known
  }
  const findings = Object.fromEntries(
    Object.entries(reading).map(([field, told]) => [field, kept.has(field) ? told : hidden(told, text, hide)]),
  )
  return { document: { ...document, text }, reading: findings as unknown as Reading }
}

/** No name and no number that reaches anybody is shorter. */
const shortest = 5

/** What says which document, reader and authority it is: no words of the letter. */
const kept: ReadonlySet<string> = new Set([
  'schema',
  'document',
  'reader',
  'kind',
  'authority',
  'candidates',
  'regimes',
  'outcome',
])

/** Evidence is cut anew from the text that hides people; of other words each piece is looked at by itself. */
function hidden(told: unknown, text: string, hide: (words: string) => string): unknown {
  if (typeof told === 'string') return hide(told)
  if (typeof told !== 'object' || told === null) return told
  if (Array.isArray(told)) return copiedWhere(told, [...told.keys()], (each) => hidden(each, text, hide))
  if ('quote' in told && 'start' in told && 'end' in told) {
    const quote = text.slice(Number(told.start), Number(told.end))
    return quote === told.quote ? told : { ...told, quote }
  }
  return copiedWhere(told as Record<string, unknown>, Object.keys(told), (each) => hidden(each, text, hide))
}

/** A copy with its parts changed; itself where no part changes, as it is with nearly all that a letter says. */
function copiedWhere<Key extends string | number>(
  told: Readonly<Record<Key, unknown>>,
  keys: readonly Key[],
  change: (part: unknown) => unknown,
): unknown {
  let copy: Record<Key, unknown> | null = null
  for (const key of keys) {
    const changed = change(told[key])
    if (changed === told[key]) continue
    copy ??= (Array.isArray(told) ? told.slice() : { ...told }) as Record<Key, unknown>
    copy[key] = changed
  }
  return copy ?? told
}
