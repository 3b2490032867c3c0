import { describe, expect, it } from 'vitest'
import { letterFrom } from '../partition/letter-from.ts'
import { countedAnswers, countedLabels, repeatedLabels } from './counted.ts'

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

describe('numbers without a mark', () => {
  const heads = (letter: string): readonly string[] => {
    const { lines } = letterFrom(letter)
    const asked = countedLabels(lines)
    const said = repeatedLabels(lines, asked)
    return lines.flatMap(({ start, text }) => {
      const label = asked.get(start) ?? said.get(start)
      return label ? `${label.number}: ${text.slice(label.length)}` : []
    })
  }

  it('count with their letters, and come again below', () => {
    expect(
      heads('1a How many swans?\n1b How many geese?\n2 Who counts them?\n\nResponse\n1a\t31\n1b\tNone in 2019'),
    ).toEqual(['1a: How many swans?', '1b: How many geese?', '2: Who counts them?', '1a: 31', '1b: None in 2019'])
  })

  it('come again in order, whatever the answers are', () => {
    expect(
      heads('1 How many swans?\n2 Number by lake\n3 Who counts?\n\nResponse\n1 31\n2 North: 12, South: 19\n3 N/A'),
    ).toEqual([
      '1: How many swans?',
      '2: Number by lake',
      '3: Who counts?',
      '1: 31',
      '2: North: 12, South: 19',
      '3: N/A',
    ])
  })

  it('do not count alone, or out of order', () => {
    expect(heads('4a Harbour Street\n12 Officers attended')).toEqual([])
    expect(heads('1 How many swans?\n2 How many geese?\n3 Who counts?\n\n2 swans were lost').at(-1)).toBe(
      '3: Who counts?',
    )
  })
})
