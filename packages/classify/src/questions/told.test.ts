import { describe, expect, it } from 'vitest'
import { partition } from '../partition/index.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { passagesOf } from '../passages/index.ts'
import { questionsTold } from './index.ts'

function told(text: string): readonly string[] {
  const letter = letterFrom(text)
  return questionsTold(text, passagesOf(letter, partition(letter))).map(({ words }) => words)
}

describe('questionsTold', () => {
  it.for([
    [
      'Dear Requester,\n\nThank you for your request of 3 May 2021, in which you asked for the number of swans we own.\n\nWe own four.',
      'in which you asked for the number of swans we own.',
    ],
    [
      'Dear Requester,\n\nI write about your request for information about swans. Four were counted.',
      'your request for information about swans.',
    ],
    ['Our ref: 12/345\n\nYou asked how many swans there are.\n\nFour.', 'You asked how many swans there are.'],
  ] as const)('%s', ([text, words]) => {
    expect(told(text)).toEqual([words])
  })

  it.for([
    'Dear Requester,\n\nThank you for your request for information under the Freedom of Information Act 2000.\n\nFour.',
    'Dear Requester,\n\nYou asked for an internal review.\n\nWe uphold our answer.',
    'Dear Requester,\n\nYou requested the following information:\n\nFour.',
  ])('is told nothing by: %s', (text) => {
    expect(told(text)).toEqual([])
  })

  it('parts two asks that the authority tells of with words of their own', () => {
    expect(
      told(
        'Dear Requester,\n\nYou asked for the number of swans we own, and the number of wardens who feed them.\n\nFour.',
      ),
    ).toEqual(['the number of swans we own', 'the number of wardens who feed them.'])
  })

  it.for([
    'You asked for a list of swans, to include their age, their weight, and the number of rings.',
    'You asked for the number of swans and whether they were ringed.',
  ])('leaves sides of one thing together: %s', (text) => {
    expect(told(`Dear Requester,\n\n${text}\n\nFour.`)).toHaveLength(1)
  })

  it('goes on with what else was asked, told below an answer', () => {
    expect(
      told(
        'Dear Requester,\n\nYou asked for the number of swans. We own four.\n\nYou also asked how many were lost. None was.\n\nFinally, you asked for the names of the wardens. These are withheld.',
      ),
    ).toEqual(['You asked for the number of swans.', 'how many were lost.', 'the names of the wardens.'])
  })

  it.for([
    'You also asked for the number of swans.',
    'You also asked us for an internal review.',
    'You asked who feeds them.',
  ])('takes for nothing new: %s', (text) => {
    expect(told(`Dear Requester,\n\nYou asked for the number of swans.\n\nWe own four. \n\n${text}`)).toHaveLength(1)
  })

  it('leaves what stands behind the request in its paragraph to answer it', () => {
    const text = 'Dear Requester,\n\nYou asked for the number of swans. We own four.'
    const letter = letterFrom(text)
    const [question] = questionsTold(text, passagesOf(letter, partition(letter)))
    const answer = question?.occurrences[0]?.answer
    expect(text.slice(answer?.start, answer?.end).trim()).toBe('We own four.')
  })
})

describe('requests that a page tells of', () => {
  it('are told one by one, each with its answer behind it', () => {
    expect(
      told(
        'Bullying\n\nThe request to the Mint was for the number of cases of bullying in 2018. The Mint said that there were 21. The request was also for their outcomes, of which we could give none.\n\nAnother request was for the number of cases of theft in 2019.\n\nThere were three.',
      ),
    ).toEqual(['the number of cases of bullying in 2018.', 'their outcomes', 'the number of cases of theft in 2019.'])
  })

  it.for([
    'The request was for an internal review.',
    'A request should be sent to the Mint.',
    'The requester complained.',
  ])('are not told by: %s', (text) => {
    expect(told(`Bullying\n\n${text}`)).toEqual([])
  })
})
