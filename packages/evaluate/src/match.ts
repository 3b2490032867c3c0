import type { Question } from '@disclosed/classify'
import type { GoldQuestion } from './gold.ts'
import { similarity } from './similar.ts'
import { plain } from './words.ts'

/** A labelled question and the one that was read for it, by their indexes. */
export interface Pair {
  readonly label: number
  readonly read: number
}

/**
 * Pairs questions by their opening words, each label in its turn with the likest that is left. Where two are just as like, as "How many?"
 * twice in a letter, the number decides.
 */
export function pairQuestions(
  labels: readonly GoldQuestion[],
  read: readonly Pick<Question, 'text' | 'number'>[],
): readonly Pair[] {
  const texts = read.map(({ text }) => plain(text))
  const used = new Set<number>()
  const pairs: Pair[] = []
  for (const [label, { starts, number }] of labels.entries()) {
    let best: number | null = null
    let likeness = 0
    for (const [index, text] of texts.entries()) {
      if (used.has(index) || text === '') continue
      const own = likenessOf(plain(starts), text)
      const decidedByNumber = own === likeness && best !== null && read[index]?.number === number
      if (own > likeness || decidedByNumber) {
        best = index
        likeness = own
      }
    }
    if (best === null || likeness < leastLike) continue
    used.add(best)
    pairs.push({ label, read: best })
  }
  return pairs
}

const leastLike = 0.8

/** 1: begins with these words; 0.95: has them after a few of its own, as "Question 4: please tell me …". */
function likenessOf(starts: string, text: string): number {
  if (text.startsWith(starts)) return 1
  const alike = similarity(starts, text.slice(0, starts.length))
  return text.slice(0, starts.length + 60).includes(starts) ? Math.max(alike, 0.95) : alike
}
