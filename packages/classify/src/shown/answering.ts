import { register } from '@disclosed/reference'
import { classify } from '../classify.ts'
import { letterFrom } from '../partition/letter-from.ts'
import type { Recogniser } from '../recogniser.ts'
import { unknownSource } from '../source.ts'

type Shown = Pick<Recogniser<string>, 'examples' | 'nearMisses'>

/** Where answers stand. The marks hold the words that answer; the value is the outcome, with the figures that are read. */
export const answering: readonly Recogniser<string>[] = [
  standing('below', 'Right below its question.', {
    examples: [
      { letter: letter('1. How many fines were issued in 2019?\n\n«There were 14.»'), value: 'disclosed 14' },
      {
        letter: letter('1. How many fines were issued in 2019?\n\n«This information is not held.»'),
        value: 'not_held',
      },
    ],
    nearMisses: [letter('1. How many fines were issued in 2019?')],
  }),
  standing('inline', 'Behind its question, on the same line.', {
    examples: [
      {
        letter: letter('1. How many fines were issued in 2019? «14»\n2. How many were paid? 9'),
        value: 'disclosed 14',
      },
    ],
    nearMisses: [letter('1. How many fines were issued in 2019? How many in 2020?\n\nNot held.')],
  }),
  standing('labelled', 'Under its number, far from it.', {
    examples: [
      {
        letter: letter(
          '1. How many fines were issued in 2019?\n2. Who signs them?\n\nOur response\n\n1. «There were 14.»\n2. The clerk signs them.',
        ),
        value: 'disclosed 14',
      },
    ],
    nearMisses: [letter('1. How many fines were issued in 2019?\n\nThere were 14.')],
  }),
  standing('named', 'The answer says which question it is for.', {
    examples: [
      {
        letter: letter(
          '1. How many fines were issued?\n2. How many were paid?\n\nOur response\n\n«In respect of questions 1 and 2 the information is not held.»',
        ),
        value: 'not_held',
      },
    ],
    nearMisses: [letter('1. How many fines were issued in 2019?\n\nThere were 14.')],
  }),
]

function letter(words: string): string {
  return `Freedom of Information Act 2000\n\nThank you for your request. Our response to each of your questions is below.\n\n${words}\n\nYours sincerely`
}

/** An example shows the first question alone: the others stand there so that the letter is whole. */
function standing(how: string, about: string, shown: Shown): Recogniser<string> {
  const id = `answering/${how}` as const
  return {
    id,
    about,
    find: (text) => {
      const { questions } = classify(letterFrom(text).document, { source: unknownSource, register: register() })
      const [first] = questions.filter(({ answer }) => answer.measuredBy?.split('|').includes(how))
      const [words] = first?.answer.evidence ?? []
      if (!first || !words || !('start' in words)) return []
      const value = [first.answer.outcome, ...first.values.map(({ number }) => number)].join(' ')
      return [{ value, span: { start: words.start, end: words.end }, rule: id }]
    },
    ...shown,
  }
}
