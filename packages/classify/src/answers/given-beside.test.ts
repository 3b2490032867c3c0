import { expect, it } from 'vitest'
import { findCues } from '../outcomes/index.ts'
import { givesBeside } from './given-beside.ts'

const asked = 'What is the name of the insurer of the boats, and what is the annual premium?'

function gives(answer: string, question = asked): boolean {
  const span = { start: 0, end: answer.length }
  const cues = findCues(answer).map((cue) => cue.span)
  return givesBeside(answer, [{ span, questions: [0], how: 'below' }], cues, cues, question)
}

it.for([
  'The policy for the boats is with Larkfield Mutual. The premium is exempt under section 43(2).',
  'October 2023. The name is withheld under section 40(2).',
  'The premium is exempt under section 43(2). The insurer of the boats is Larkfield Mutual.',
])('gives a part: %s', (answer) => {
  expect(gives(answer)).toBe(true)
})

it.for([
  'The information is held. It is exempt under section 43(2).',
  'The name would tell a thief whom to ask. It is exempt under section 43(2).',
  'Law enforcement. This is exempt under section 31(1)(a).',
  'The premium is exempt under section 43(2). Storms are frequent in winter.',
  'We regret the delay. The premium is exempt under section 43(2).',
])('gives nothing: %s', (answer) => {
  expect(gives(answer)).toBe(false)
})

it('gives nothing behind a refusal of the one thing that was asked', () => {
  const answer = 'The premium is exempt under section 43(2). The insurer of the boats is Larkfield Mutual.'
  expect(gives(answer, 'What premium does the insurer take for the boats?')).toBe(false)
})
