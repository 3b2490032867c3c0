import type { Span } from '@disclosed/document'
import { contactRules } from './contacts.ts'
import { nameRules } from './names.ts'
import type { PersonRule } from './rule.ts'

/** Every rule by which people are found. */
export const personRules: readonly PersonRule[] = [...contactRules, ...nameRules]

export interface People {
  /** Where they stand in the text, in order, none touching another. */
  readonly spans: readonly Span[]
  /** Their names as written, of two words or more: wherever these stand, the person is named. */
  readonly names: readonly string[]
}

/**
 * The people in a text: what reaches them and what names them. `isBody` says whether words name a public authority, which is
 * nobody to hide.
 */
export function findPeople(text: string, isBody: (words: string) => boolean): People {
  const named = nameRules.flatMap((rule) => [...rule.find(text)]).filter((span) => !isBody(wordsOf(text, span)))
  const whole = named
    .map((span) => wordsOf(text, span))
    .filter((words) => / /.test(words) && words.length <= longestName)
  const names = new Set(whole.flatMap((words) => [words, turned(words)]))
  const spans = [
    ...contactRules.flatMap((rule) => [...rule.find(text)]),
    ...named,
    ...[...names].flatMap((name) => occurrences(text, name)),
  ]
  return { spans: joined(spans), names: [...names] }
}

/** What names or reaches a person in words that were taken out of a letter whose people are known. */
export function peopleIn(words: string, names: readonly string[], isBody: (words: string) => boolean): readonly Span[] {
  if (!anySign.test(words)) {
    return names.length === 0 ? nobody : joined(names.flatMap((name) => occurrences(words, name)))
  }
  const titled = nameRules.flatMap((rule) => [...rule.find(words)]).filter((span) => !isBody(wordsOf(words, span)))
  return joined([
    ...contactRules.flatMap((rule) => [...rule.find(words)]),
    ...titled,
    ...names.flatMap((name) => occurrences(words, name)),
  ])
}

const longestName = 100
const nobody: readonly Span[] = []
const anySign = new RegExp(personRules.map(({ sign }) => sign.source).join('|'))

/** "Roe, Jane", as lists and files have it. */
function turned(name: string): string {
  const at = name.lastIndexOf(' ')
  return `${name.slice(at + 1)}, ${name.slice(0, at)}`
}

function wordsOf(text: string, { start, end }: Span): string {
  return text.slice(start, end)
}

/** Where a name stands by itself, not within a longer word. */
function occurrences(text: string, name: string): readonly Span[] {
  const found: Span[] = []
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length
    if (!isLetter(text[at - 1]) && !isLetter(text[end])) found.push({ start: at, end })
  }
  return found
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character)
}

function joined(spans: readonly Span[]): readonly Span[] {
  const all: { start: number; end: number }[] = []
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    const last = all.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else all.push({ start, end })
  }
  return all
}
