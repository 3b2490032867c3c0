import type { Answered, FoundValue } from '../answers/index.ts'
import { type Asked, isYesNo, wantedBy } from '../questions/index.ts'
import { chosen, sized } from './signs.ts'

/** What the whole letter shows of how well it was read: whoever left a question without its answer may have given it another one's. */
export function signsOfLetter({
  questions,
  answered,
  tableValues,
}: {
  readonly questions: readonly Asked[]
  readonly answered: readonly Answered[]
  readonly tableValues: readonly (readonly FoundValue[])[]
}): readonly string[] {
  const silent = answered.filter(({ outcome }) => outcome === 'unanswered').length
  const numbers = questions.map(({ number }) => number)
  return [
    `questions:${sized(questions.length, [1, 4, 12])}`,
    `silent:${silent === 0 ? 'none' : silent === 1 ? 'one' : 'more'}`,
    ...chosen([
      ['counted-through', numbers.length > 1 && numbers.every((number, at) => number === `${at + 1}`)],
      ['one-layout', questions.length > 1 && new Set(answered.map(({ how }) => how)).size === 1],
      ['figures-left-over', tableValues.some((values) => values.length > 0)],
    ]),
  ]
}

/** What the place of an answer shows: which words it was found by, and whether they are its own. */
export function signsOfPlace(
  question: Asked,
  answered: Answered | undefined,
  all: readonly Answered[],
): readonly string[] {
  const segments = answered?.segments ?? []
  const starts = new Set(segments.map(({ span }) => span.start))
  const shared = all.some((other) => other !== answered && other.segments.some(({ span }) => starts.has(span.start)))
  return [
    answered?.how ?? 'none',
    answered?.outcome ?? 'unanswered',
    ...chosen([
      ['numbered', question.number !== null],
      ['in-reply', question.role === 'reply'],
      ['shared-answer', shared],
      ['several-pieces', segments.length > 1],
      ['question-mark', question.words.includes('?')],
      ['long-question', question.words.length > 240],
    ]),
  ]
}

/** What the answer's words show. */
export function signsOfWords(
  { words: asked }: Asked,
  answered: Answered | undefined,
  answer: string,
  values: readonly FoundValue[],
): readonly string[] {
  const wanted = wantedBy(asked)
  const wantsFigure = ['count', 'money', 'percent', 'duration'].includes(wanted)
  return [
    restsOn(values, answered),
    `wants:${wanted}`,
    `length:${sized(answer.length, [12, 80, 400, 1500])}`,
    `cues:${sized(new Set(answered?.cues.map(({ value }) => value.outcome)).size, [0, 1])}`,
    ...chosen([
      ['figure-asked-and-given', wantsFigure && values.length > 0],
      ['figure-asked-not-given', wantsFigure && values.length === 0],
      ['yes-or-no-said', isYesNo(asked) && answered?.yesNo !== null],
      [
        'says-it',
        answered?.cues.some(({ value }) => value.strength === 'says' && value.outcome === answered.outcome) ?? false,
      ],
      ['taken-over', (answered?.sameAs ?? null) !== null],
      ['speaks-of-law', /\b(?:section|regulation|exempt|s\.? ?\d\d)/i.test(answer)],
      ['speaks-of-link', /https?:|www\.|\blink\b|\bwebsite\b/i.test(answer)],
      ['speaks-of-file', /\b(?:attach|enclos|spreadsheet|appendix|annex)/i.test(answer)],
      ['speaks-of-holding', /\b(?:hold|held|record)\b/i.test(answer)],
    ]),
  ]
}

/** An answer that gives a figure or says yes or no is seldom misread; words alone often are. */
function restsOn(values: readonly FoundValue[], answered: Answered | undefined): 'figures' | 'yes-no' | 'words' {
  if (values.length > 0) return 'figures'
  return answered?.yesNo ? 'yes-no' : 'words'
}
