import { allMatches } from '../all-matches.ts'
import { type Label, readLabel } from '../passages/index.ts'
import type { Example, Recogniser } from '../recogniser.ts'

/** How points are numbered, a style a rule: what each line begins with, and what only looks it. */
export const numbering: readonly Recogniser<string>[] = [
  styled('number', 'A point by its number.', {
    examples: [
      { letter: '«1. »How many fines were issued?', value: '1' },
      { letter: '«1) »How many?', value: '1' },
      { letter: '«[1] »How many fines were issued?', value: '1' },
      { letter: '«1.2 »How many fines were issued?', value: '1.2' },
      { letter: '«2a) »How many were paid?', value: '2a' },
    ],
    nearMisses: ['2017 – 54 devices', '1.5 FTE', '14.08.17', '3 officers were dismissed', '£4. The rest'],
  }),
  styled('letter', 'A point by its letter or its Roman number, below one with a number.', {
    examples: [
      { letter: '«a) »How many were paid?', value: 'a' },
      { letter: '«(b) »How many were paid?', value: 'b' },
      { letter: '«(iv) »How many were paid?', value: 'iv' },
    ],
    nearMisses: ['A council may refuse.', 'i.e. those above', '(see below) none'],
  }),
  styled('bullet', 'A point by a mark without a number.', {
    examples: [
      { letter: '«• »How many were paid?', value: '' },
      { letter: '«– »How many were paid?', value: '' },
      { letter: '«o »How many were paid?', value: '' },
    ],
    nearMisses: ['– 54', '-12', 'of those, none'],
  }),
  styled('word', 'A question by the word and its number.', {
    examples: [
      { letter: '«Q1. »How many were paid?', value: '1' },
      { letter: '«Question 3: »How many were paid?', value: '3' },
      { letter: '«Question 2»', value: '2' },
    ],
    nearMisses: ['Part 2 of the Act applies', 'Requests 12 months old', 'Questions were asked'],
  }),
  styled('answer', 'An answer by the number of its question.', {
    examples: [
      { letter: '«A1. »Three.', value: '1' },
      { letter: '«Answer 2: »Three.', value: '2' },
      { letter: '«Response to Question 4: »Three.', value: '4' },
    ],
    nearMisses: ['A1 road works', 'Answers are below', 'A 12 month period'],
  }),
]

interface Shown {
  readonly examples: readonly [Example<string>, ...Example<string>[]]
  readonly nearMisses: readonly [string, ...string[]]
}

function styled(style: Label['style'], about: string, shown: Shown): Recogniser<string> {
  return {
    id: `numbering/${style}`,
    about,
    find: (text) =>
      allMatches(text, /[^\n]+/g).flatMap(({ 0: line, index }) => {
        const label = readLabel(line)
        if (label?.style !== style) return []
        return [
          {
            value: label.number ?? '',
            span: { start: index, end: index + label.length },
            rule: `numbering/${style}` as const,
          },
        ]
      }),
    ...shown,
  }
}
