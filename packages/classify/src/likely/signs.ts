import { stemsOf } from '../answers/affinity.ts'
import { speaksAround } from '../answers/clauses.ts'
import { fits } from '../answers/fit.ts'
import { speaksOfOther } from '../answers/in-sentence.ts'
import type { AskedPeriod } from '../answers/index.ts'
import { chosen } from '../assemble/signs.ts'
import { findPeriods } from '../periods/index.ts'
import { isYesNo, wantedBy, wantsFigure } from '../questions/index.ts'
import type { Standing, Standings } from './figures.ts'
import { lineAround, sentenceAround } from './lines.ts'

/** What a letter shows around the figures of its answers. */
export interface Surroundings {
  readonly text: string
  readonly answers: readonly Standings[]
  readonly periods: readonly (AskedPeriod | null)[]
}

/**
 * What speaks for and against each figure of an answer being what was asked for, in words that `weights.json` has measured: what was
 * asked, what sort of figure it is, how its line is written, which words it shares with the question, and what rules made of its neighbours.
 */
export function signsOfFigures(answer: Standings, around: Surroundings): readonly (readonly string[])[] {
  const { question, figures } = answer
  if (figures.length === 0) return []
  const shared = signsOfAnswer(answer, around)
  const asked = new Set(stemsOf(question.words))
  const others = around.answers.flatMap((other) =>
    other.question === question ? [] : [new Set(stemsOf(other.question.words))],
  )
  return figures.map((figure) => [
    ...shared,
    ...signsOfNumber(figure),
    ...signsOfLine(figure, answer, around),
    ...signsOfWords(figure, around.text, asked, others),
  ])
}

function signsOfAnswer({ question, segments, figures, values }: Standings, around: Surroundings): readonly string[] {
  const { words, index } = question
  const parts = around.periods[index]?.parts.length ?? 0
  const silent = around.answers.filter((each) => each.values.length === 0).length
  return [
    `wants:${wantedBy(words)}`,
    step('figures', figures.length, [1, 2, 4, 9, 19]),
    step('pieces', segments.length, [1, 3, 7]),
    step('times-asked', parts, [0, 1, 2]),
    step('figures-a-time', figures.length / Math.max(1, parts), [0.9, 1.1, 2.1, 5]),
    step('questions', around.answers.length, [1, 3, 7]),
    step('without-figures', silent / around.answers.length, [0.2, 0.5, 0.8]),
    step('found', values.length, [0, 1, 4]),
    ...asks.flatMap(([sign, pattern]) => (pattern.test(words) ? [`asks:${sign}`] : [])),
    ...chosen([
      ['wants-figure', wantsFigure(words)],
      ['wants-yes-or-no', isYesNo(words)],
      ['some-found', values.length > 0],
    ]),
  ]
}

const asks: readonly (readonly [string, RegExp])[] = [
  ['how-many', /how many/i],
  ['number', /number/i],
  ['total', /total/i],
  ['money', /\b(?:cost|spen[dt]|paid|amount|budget|value)|£/i],
  ['share', /percent|proportion|%|rate/i],
  ['average', /average|mean/i],
  ['by-time', /each|per year|by year|broken|breakdown|annual/i],
  ['list', /\blist\b|details/i],
  ['copy', /cop(?:y|ies)/i],
  ['time', /how long|length|days|hours/i],
  ['on-condition', /\bif so|if yes|if not/i],
  ['what', /\bwhat\b/i],
  ['why', /\bwhy|reason/i],
  ['policy', /policy|procedure/i],
  ['when', /date|when/i],
]

function signsOfNumber({ quantity, taken, question }: Standing): readonly string[] {
  const { number: told, relation, quantity: kind, state } = quantity
  const number = typeof told === 'number' ? told : (told?.[0] ?? null)
  const size = number === null ? 'none' : step('', Math.log10(1 + Math.abs(number)), [0.3, 1.05, 2, 3, 4, 6])
  return [
    `size${size}`,
    `kind:${kind}`,
    `kind-wanted:${kind}-${wantedBy(question.words)}`,
    ...(taken ? ['taken', ...(taken.doubt ? ['taken-with-doubt'] : [])] : []),
    ...chosen([
      ['whole', number !== null && Number.isInteger(number)],
      ['like-a-year', number !== null && Number.isInteger(number) && number >= 1985 && number <= 2032],
      ['zero', number === 0],
      ['bound', relation !== '='],
      ['held-back', state !== 'present'],
    ]),
  ]
}

function signsOfLine(
  { span, segment, piece, place, quantity, question }: Standing,
  { figures, values }: Standings,
  { text, periods }: Surroundings,
): readonly string[] {
  const line = lineAround(text, span)
  const before = text.slice(line.start, span.start)
  const behind = text.slice(span.end, line.end)
  const beside = figures.filter((other) => line.start <= other.span.start && other.span.start < line.end)
  const written = text.slice(line.start, line.end)
  const times = findPeriods(written, { requestDate: null })
  const said = text.slice(span.start, span.end)
  const from = span.start - line.start
  const spoken = sentenceAround(text, span)
  const sentence = text.slice(spoken.start, Math.min(spoken.end, spoken.start + mostSaid))
  return [
    `how:${segment.how}`,
    step('piece', piece, [0, 1, 3]),
    step('place', place, [0, 1, 3, 7]),
    step('beside', beside.length, [1, 2, 4]),
    step('taken-beside', beside.filter(({ taken }) => taken !== null).length, [0, 1]),
    step('for', segment.questions.length, [1, 2, 4]),
    step('bars', countOf(written, '|'), [0, 2]),
    step('times', times.length, [0, 1]),
    step('line', written.length, [9, 29, 79, 199]),
    step('before', before.trim().length, [0, 9, 29, 79]),
    step('behind', behind.trim().length, [0, 9, 29, 79]),
    `mark-before:${/[:|=(£–-]$/.exec(before.trimEnd())?.[0] ?? 'none'}`,
    `mark-behind:${/^(?:[|,.;)(]|(?:and|of|to)\b)/.exec(behind.trimStart())?.[0] ?? (behind.trim() === '' ? 'end' : 'none')}`,
    ...chosen([
      ['first-in-line', beside[0]?.place === place],
      ['alone', /^[\s|*•–:-]*$/.test(before) && /^[\s|.*;,]*$/.test(behind)],
      ['argues', segment.argues === true],
      ['speaks-of-other', speaksOfOther.test(sentence) || speaksAround.test(sentence)],
      ['fits', fits(quantity, question.words)],
      ['time-before', times.some((time) => time.span.end <= from && from - time.span.end <= 6)],
      ['in-question', question.words.includes(said)],
      ['in-words', !/\d/.test(said)],
      ['told-already', values.some((value) => value.quantity.number === quantity.number)],
      ['time-asked', (periods[question.index] ?? null) !== null],
    ]),
  ]
}

function signsOfWords(
  { span, quantity }: Standing,
  text: string,
  asked: ReadonlySet<string>,
  others: readonly ReadonlySet<string>[],
): readonly string[] {
  const line = lineAround(text, span)
  const inLine = new Set(stemsOf(text.slice(line.start, line.end)))
  const near = stemsOf(text.slice(Math.max(line.start, span.start - 60), Math.min(line.end, span.end + 60)))
  const behind = stemsOf(text.slice(span.end, Math.min(line.end, span.end + 50))).slice(0, 3)
  const shareOf = (stems: ReadonlySet<string>) => sharedBy(stems, inLine) / (1 + stems.size)
  const own = shareOf(asked)
  return [
    step('line-shares', sharedBy(asked, inLine), [0, 1, 2, 4]),
    step('near-shares', near.filter((stem) => asked.has(stem)).length, [0, 1, 2]),
    step('behind-shares', behind.filter((stem) => asked.has(stem)).length, [0, 1]),
    step('more-than-others', own - Math.max(0, ...others.map(shareOf)), [-0.2, -0.05, 0.001, 0.1, 0.25]),
    step('shares', own, [0.05, 0.15, 0.3, 0.5]),
    ...chosen([['unit-asked', quantity.unit !== null && stemsOf(quantity.unit).some((stem) => asked.has(stem))]]),
  ]
}

function sharedBy(stems: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let shared = 0
  for (const stem of stems) if (others.has(stem)) shared += 1
  return shared
}

/** «to-3»: by steps; «more» beyond the last. */
function step(sign: string, value: number, steps: readonly number[]): string {
  const at = steps.find((each) => value <= each)
  return `${sign}:${at === undefined ? 'more' : `to${at}`}`
}

function countOf(text: string, mark: string): number {
  return text.split(mark, 12).length - 1
}

const mostSaid = 600
