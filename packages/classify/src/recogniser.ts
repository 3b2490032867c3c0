import { unmark } from '@disclosed/document'
import type { Finding, RuleId } from './finding.ts'
import { inLowerCase, withoutCase } from './without-case.ts'

/** A piece of a letter in which a rule does what it says; «…» marks the words that are evidence. */
export interface Example<Value> {
  readonly letter: string
  readonly value: Value
}

/** A rule that says what it reads, shows where it does, and where it holds its tongue. */
export interface Recogniser<Value> {
  readonly id: RuleId
  readonly about: string
  /** Findings in the order of the text, with spans counted from its start. */
  readonly find: (text: string) => readonly Finding<Value>[]
  /** The same without a quick no: for the test that no quick no is wrong. */
  readonly findAnyhow?: (text: string) => readonly Finding<Value>[]
  readonly examples: readonly [Example<Value>, ...Example<Value>[]]
  readonly nearMisses: readonly [string, ...string[]]
}

interface Phrase<Value> extends Omit<Recogniser<Value>, 'find' | 'findAnyhow'> {
  /** Words of which at least one stands wherever the pattern can match (lower case): a quick no for most letters. */
  readonly hints?: readonly string[]
  /** Small expressions, each of which matches wherever the pattern can: large ones take long to make ready, and most letters never need them. */
  readonly guards?: readonly RegExp[]
  /** Global; must take time in step with the length of the text, whatever the text. */
  readonly pattern: RegExp
  /** What the match says; null where it says nothing after all. */
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    match: RegExpExecArray,
    text: string,
  ) => Value | null
}

/** Makes a rule from a regular expression. The evidence is the group `words` where there is one, else the whole match. */
export function phrase<Value>({ hints, guards = [], pattern, read, ...rule }: Phrase<Value>): Recogniser<Value> {
  const matches = withoutCase(pattern)
  const findAnyhow = (text: string): readonly Finding<Value>[] => {
    const findings: Finding<Value>[] = []
    for (const match of matches(text)) {
      const value = read(match.groups ?? {}, match, text)
      if (value === null) continue
      const words = match.groups?.words
      const start = match.index + (words === undefined ? 0 : match[0].indexOf(words))
      findings.push({ value, span: { start, end: start + (words ?? match[0]).length }, rule: rule.id })
    }
    return findings
  }
  return {
    ...rule,
    findAnyhow,
    find: (text) => {
      if (hints) {
        if (!holdsOne(inLowerCase(text), hints)) return []
      }
      return guards.every((guard) => guard.test(text)) ? findAnyhow(text) : []
    },
  }
}

function holdsOne(text: string, words: readonly string[]): boolean {
  for (const word of words) if (text.includes(word)) return true
  return false
}

/** What is wrong with a rule's own examples and near misses, a sentence each: run as a test for every rule. */
export function brokenExamples<Value>(rule: Recogniser<Value>): readonly string[] {
  const wrong = rule.examples.flatMap(({ letter, value }) => {
    const { text, marks } = unmark(letter)
    const found = rule
      .find(text)
      .map((each) => ({ words: text.slice(each.span.start, each.span.end), value: each.value }))
    const wanted = marks.map(({ start, end }) => ({ words: text.slice(start, end), value }))
    return JSON.stringify(found) === JSON.stringify(wanted)
      ? []
      : [`${rule.id}: in ${JSON.stringify(letter)} found ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`]
  })
  const loud = rule.nearMisses.flatMap((text) => {
    const found = rule.find(text)
    return found.length === 0
      ? []
      : [`${rule.id}: ${JSON.stringify(text)} says nothing, yet gave ${JSON.stringify(found)}`]
  })
  return [...wrong, ...loud]
}
