import type { Span } from '@disclosed/document'

/** One way in which letters name or reach a person. It shows letters in which it does, «…» around what it finds, and near misses. */
export interface PersonRule {
  readonly id: string
  readonly about: string
  /** Something short that stands wherever it finds somebody, so that most words need no closer look. */
  readonly sign: RegExp
  /** Where it finds somebody; spans in order, none overlapping another. */
  readonly find: (text: string) => Iterable<Span>
  readonly examples: readonly [string, ...string[]]
  readonly nearMisses: readonly [string, ...string[]]
}

/** A rule that an expression tells: the group `who` where it has one, else all of it; `holds` may still say no. */
export function patterned(rule: {
  readonly id: string
  readonly about: string
  readonly pattern: RegExp
  readonly sign: RegExp
  readonly holds?: (words: string, before: string, after: string) => boolean
  readonly examples: PersonRule['examples']
  readonly nearMisses: PersonRule['nearMisses']
}): PersonRule {
  const { id, about, sign, pattern, holds = () => true, examples, nearMisses } = rule
  return {
    id,
    about,
    sign,
    examples,
    nearMisses,
    *find(text) {
      if (!sign.test(text)) return
      for (const match of text.matchAll(pattern)) {
        const [start, end] = match.indices?.groups?.who ?? [match.index, match.index + match[0].length]
        const [before, after] = [text.slice(Math.max(0, start - around), start), text.slice(end, end + around)]
        if (holds(text.slice(start, end), before, after)) yield { start, end }
      }
    },
  }
}

const around = 40
