import { shapes } from '../answers/shapes/index.ts'
import { subjectRules } from '../citations/index.ts'
import { receivedRules, respondedRules } from '../dates/rules.ts'
import { cueRules } from '../outcomes/index.ts'
import { periodRules } from '../periods/index.ts'
import { relativePeriods } from '../periods/relative.ts'
import { quantityRules } from '../quantities/index.ts'
import { brokenExamples, type Recogniser } from '../recogniser.ts'
import { answering } from './answering.ts'
import { citing } from './citing.ts'
import { numbering } from './numbering.ts'
import { refiners } from './order.ts'

/** A rule as a person reads about it. */
export interface ShownRule {
  readonly id: string
  readonly about: string
  /** Words of a letter with the evidence between « and », and what they say. */
  readonly examples: readonly { readonly letter: string; readonly says: string }[]
  readonly nearMisses: readonly string[]
}

export interface Area {
  readonly title: string
  readonly about: string
  readonly rules: readonly ShownRule[]
}

/** Rules that say how letters are put together; their examples are checked here, since the code they show has no such shape. */
const shownBeside: readonly Recogniser<string>[] = [...numbering, ...answering, ...citing]

/** Every rule that can be shown, area by area, in the order in which they are believed. */
export const areas: readonly Area[] = [
  area('Numbering', 'How points, questions and answers are marked.', numbering),
  area('Where answers stand', 'How a stretch of the reply comes to its question.', answering),
  {
    title: 'Answers in a line',
    about: 'How a line gives figures: «relation and number | first day | label».',
    rules: shapes.map(({ id, about, examples, nearMisses }) => ({
      id,
      about,
      examples: examples.map(([letter, ...said]) => ({ letter, says: said.join('; ') })),
      nearMisses,
    })),
  },
  area('Figures', 'Numbers that can be an answer.', quantityRules),
  area('Periods', 'Days that a figure or a question is about.', [...periodRules, relativePeriods('2019-11-20')]),
  area('Refusals and other outcomes', 'What tells how a question was answered.', cueRules),
  area('Citations by number', 'Grounds of refusal.', citing),
  area('Citations by subject', 'Grounds whose number the letter nowhere gives.', subjectRules),
  {
    title: 'Days of the letter',
    about: 'When the request came and when it was answered, the surest first.',
    rules: [...receivedRules, ...respondedRules].map(({ id, about }) => ({ id, about, examples: [], nearMisses: [] })),
  },
]

export { refiners }

/** What is wrong with the examples beside the code they show, a sentence each. */
export function brokenShown(): readonly string[] {
  return shownBeside.flatMap((rule) => brokenExamples(rule))
}

function area<Value>(title: string, about: string, rules: readonly Recogniser<Value>[]): Area {
  return {
    title,
    about,
    rules: rules.map(({ id, about: what, examples, nearMisses }) => ({
      id,
      about: what,
      examples: examples.map(({ letter, value }) => ({ letter, says: inShort(value) })),
      nearMisses,
    })),
  }
}

/** A value without what is empty in it: "number 5, relation <". */
function inShort(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return value.map(inShort).join(' to ')
  return Object.entries(value)
    .filter(([, each]) => each !== null && each !== undefined && each !== false)
    .map(([name, each]) => `${name} ${inShort(each)}`)
    .join(', ')
}
