import type { Passage } from '../passages/index.ts'
import type { Asked } from './index.ts'

/**
 * Questions without numbers whose answers count them: bullets above, and «1.» to «6.» or «Question 1:» below. They take their
 * answers' numbers, where these count all of them, or say outright that they count questions.
 */
export function numberedByAnswers(questions: readonly Asked[], passages: readonly Passage[]): readonly Asked[] {
  if (questions.length === 0 || questions.some(({ number }) => number !== null)) return questions
  const last = Math.max(...questions.map(({ occurrences }) => occurrences[0]?.passage ?? 0))
  const labels = passages.filter(({ role, index, number }) => role === 'reply' && index > last && number !== null)
  const called = new Set(
    labels.flatMap(({ label, number }) => (label?.style === 'word' || label?.style === 'answer' ? [number] : [])),
  )
  const counted = new Set(labels.flatMap(({ label, number }) => (label?.style === 'number' ? [number] : [])))
  const all = questions.map((_, at) => `${at + 1}`)
  const counts = counted.size === all.length && all.every((number) => counted.has(number))
  const calls =
    (called.has('1') || called.has(`${all.length}`)) &&
    [...called].every((number) => number !== null && all.includes(number))
  if (!counts && !calls) return questions
  return questions.map((question, at) => {
    const number = `${at + 1}`
    return counts || called.has(number) || counted.has(number) ? { ...question, number } : question
  })
}
