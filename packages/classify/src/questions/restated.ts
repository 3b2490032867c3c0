import JaroWinklerDistance from 'natural/lib/natural/distance/jaro-winkler_distance.js'
import { remembered } from '../remembered.ts'
import type { Asked } from './index.ts'

/** How like two wordings are, from 0 to 1: their first words count, for a reply often cuts the rest. */
export function alike(one: string, other: string): number {
  const [first, second] = [plain(one), plain(other)]
  if (first === '' || second === '') return 0
  if (first === second) return 1
  const length = Math.min(first.length, second.length, 140)
  if (length >= 40 && first.slice(0, length) === second.slice(0, length)) return 0.99
  return (
    shared(first, second) * 0.6 +
    JaroWinklerDistance(first.slice(0, 160), second.slice(0, 160), { ignoreCase: true }) * 0.4
  )
}

/**
 * The question of the request that these words of the reply say again; null where they ask something new.
 * The same number needs less likeness than another one, for replies count anew; two that fit equally well are none.
 */
export function restatementOf(words: string, number: string | null, questions: readonly Asked[]): Asked | null {
  const scored = questions
    .map((question) => ({
      question,
      score: alike(words, question.words),
      same: number !== null && question.number === number,
    }))
    .toSorted((one, other) => other.score - one.score)
  const same = scored.find((each) => each.same)
  const [best, second] = scored
  if (!best) return null
  // «How many were sold in 2016?», counted anew as the first: word for word it is another question of the request.
  if (best.score === 1 && same?.score !== 1 && second?.score !== 1) return best.question
  if (same && same.score >= 0.75 && same.score >= best.score - 0.1) return same.question
  if (best.score < (number === null ? 0.87 : 0.92)) return null
  if (!second || best.score - second.score > 0.02) return best.question
  return (
    scored.find(({ question, score }) => score >= best.score - 0.02 && question.occurrences.length === 1)?.question ??
    null
  )
}

/**
 * The question of an earlier list that these words say word for word: nothing stood between that list's points, so its answers
 * come later, where each is said again. The numbers that both name are the same, for «in 2019» and «in 2020» ask two things.
 */
export function saidAgain(words: string, number: string | null, questions: readonly Asked[]): Asked | null {
  const scored = questions
    .filter((question) => haveSameNumbers(words, question.words))
    .map((question) => ({ question, score: alike(words, question.words) }))
    .filter(({ score }) => score >= 0.9)
    .toSorted((one, other) => other.score - one.score)
  const best = scored[0]?.score ?? 0
  const equal = scored.filter(({ score }) => score >= best - 0.02).map(({ question }) => question)
  const free = equal.filter(({ occurrences }) => occurrences.length === 1)
  return equal.find((question) => number !== null && question.number === number) ?? free[0] ?? equal[0] ?? null
}

function haveSameNumbers(one: string, other: string): boolean {
  const [first, second] = [one, other].map((words) => words.match(/\d+/g) ?? [])
  if (!first || !second) return false
  const length = Math.min(first.length, second.length)
  return first.slice(0, length).join() === second.slice(0, length).join()
}

export const plain: (words: string) => string = remembered((words) => {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9%£]+/g, ' ')
    .trim()
})

/** The share of words that both have, of the shorter one's. */
function shared(one: string, other: string): number {
  const first = new Set(one.split(' '))
  const second = new Set(other.split(' '))
  const both = [...first].filter((word) => second.has(word)).length
  return both / Math.max(first.size, second.size)
}
