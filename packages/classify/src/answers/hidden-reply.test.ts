import { describe, expect, it } from 'vitest'
import { partition } from '../partition/index.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { passagesOf } from '../passages/index.ts'
import { findQuestions } from '../questions/index.ts'
import { hiddenReply } from './hidden-reply.ts'

/** The lines at which the one or the other begins to speak. */
function turnsIn(text: string): readonly string[] | null {
  const letter = letterFrom(text)
  const passages = passagesOf(letter, partition(letter))
  const turns = hiddenReply(passages, findQuestions(text, passages))
  return turns && [...turns].map(([index, role]) => `${role}: ${letter.lines[index]?.text}`)
}

const asked =
  'Thank you for your e-mail of 12 May. You asked for:\nPlease confirm the number of swans on the river?\nPlease confirm the number of ducks on the river?\n'

describe('hiddenReply', () => {
  it('finds the reply below questions that nothing closes', () => {
    expect(
      turnsIn(
        `${asked}The river changes with the seasons, and a count holds for one day.\nThe attached spreadsheet gives the birds by their kind.`,
      ),
    ).toEqual(['reply: The river changes with the seasons, and a count holds for one day.'])
  })

  it('finds the answers to a group of questions, and where the next group asks', () => {
    expect(
      turnsIn(
        'We have dealt with your request of 2 May. You asked:\n\n1. For the spring, please tell me:\n\n(a) how many swans were rung?\n\n(b) how many ducks were rung?\n\nOf the birds on the river the wardens rang 11 swans that spring.\n\n2. For the summer, please tell me:\n\n(a) how many swans were rung?\n\n(b) how many ducks were rung?',
      ),
    ).toEqual([
      'reply: Of the birds on the river the wardens rang 11 swans that spring.',
      'request: 2. For the summer, please tell me:',
    ])
  })

  it.for([
    ['remarks of whoever asks', `${asked}All of this is wanted for the last 12 months.`],
    ['what he knows already', `${asked}I counted 14 swans myself on a single day in March.`],
    [
      'a request alone',
      'Dear Amblethorpe Council,\n\nHow many swans are there?\n\nThere were 14 in 2019, as the press wrote.',
    ],
    [
      'a reply that is heard',
      'Request\n\nHow many swans are there?\n\nResponse\n\nThere were 14 on the river in all of 2019.',
    ],
  ] as const)('leaves alone %s', ([, text]) => {
    expect(turnsIn(text)).toBeNull()
  })
})
