import { describe, expect, it } from 'vitest'
import { letterFrom } from '../partition/letter-from.ts'
import { countedAnswers } from './counted.ts'

const asked = `1. How many homes are let?
2. How many families live in them?
3. How many are on the list?

Response
`

/** The numbers that lines are labelled with, and what is left of each line. */
function labelled(reply: string): readonly string[] {
  const { lines } = letterFrom(`${asked}${reply}`)
  const labels = countedAnswers(lines)
  return lines.flatMap(({ start, text }) => {
    const label = labels.get(start)
    return label ? `${label.number} ${text.slice(label.length)}` : []
  })
}

describe('numbers in front of figures', () => {
  it.for([
    ['1 - 168\n2 - 24\n3 - £45,210', ['1 168', '2 24', '3 £45,210']],
    ['1 – There were 168.\n2 – 24 families.\n3 – None', ['1 There were 168.', '2 24 families.', '3 None']],
    ['1 168\n2 24\n3 None', ['1 168', '2 24', '3 None']],
    ['Question 1 – 168\nQuestion 2 – 24\nQuestion 3 – 9', ['2 24', '3 9']],
  ] as const)('count the questions through again: %j', ([reply, expected]) => {
    expect(labelled(reply)).toEqual(expected)
  })

  it.for([
    // Families by their children, in the answer to the second question.
    '1. 168\n2. Children and families:\n1 - 14\n2 - 22\n3 - 9\n3. 40',
    // More rows, or fewer, than there are questions.
    '1 - 14\n2 - 22',
    // Which questions an answer is for.
    'Question 1 – 3 are answered in the file.',
  ])('are rows, or tell which questions are meant: %j', (reply) => {
    expect(labelled(reply)).toEqual([])
  })
})
