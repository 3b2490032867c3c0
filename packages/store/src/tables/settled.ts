import { table, text } from '../table.ts'

export const settled = table({
  name: 'settled',
  about:
    'What putting everything together leaves for the next time, so that a word of a person costs no more than what it touches; empty while letters came or went since.',
  columns: {
    name: text('latest_day: the last day that any document speaks of.'),
    value: text('What is known.'),
  },
})
