import type { Span } from '@disclosed/document'
import { contactRules } from './contacts.ts'
import { nameRules } from './names.ts'
import { isPersonName } from './person-name.ts'
import type { PersonRule } from './rule.ts'

/** Every rule by which people are found. */
export const personRules: readonly PersonRule[] = [...contactRules, ...nameRules]

export interface People {
  /** Where they stand in the text, in order, none touching another. */
  readonly spans: readonly Span[]
  /** Their names as written, of two words or more, and what they are called by alone: wherever these stand, the person is named. */
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
  const alone = whole.flatMap(familyName).filter((words) => !isBody(words))
  const names = new Set([...whole.flatMap((words) => [words, turned(words)]), ...alone])
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

/** "Roe" of "Jane Roe" and of "Roe, Jane"; nothing of names that are too short, or an office's word. */
function familyName(name: string): readonly string[] {
  const last = /^([^ ,]+),/.exec(name)?.[1] ?? name.slice(name.lastIndexOf(' ') + 1)
  return last.length > 3 && isPersonName(last) ? [last] : []
}

function wordsOf(text: string, { start, end }: Span): string {
  return text.slice(start, end)
}

/** Where a name stands by itself, not within a longer word. */
function occurrences(text: string, name: string): readonly Span[] {
  const found: Span[] = []
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length
    const isWhole = !isLetter(text[at - 1]) && !isLetter(text[end])
    if (isWhole && (/[ ,]/.test(name) || isAlone(text, at, end))) found.push({ start: at, end })
  }
  return found
}

/**
 * Is it the person's, and no part of another name or the word that it also is? Not "Jane Roe Lane", "Castle Hill", nor
 * "Brown bins" where a sentence or a cell begins, nor all that a cell says.
 */
function isAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 30), start)
  const after = text.slice(end, end + 30)
  if (/\p{Lu}[\p{L}'’.-]{0,28}[ \u00a0]$/u.test(before) || /^[ \u00a0]\p{Lu}/u.test(after)) return false
  const isFirst = /(?:^|[\n\t|.!?:;][ \u00a0]{0,2})$/.test(before)
  return !isFirst || /^['’]s\b|^,/.test(after)
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
