import { type Outcome, outcomes } from '@disclosed/reference'
import type { CellKind, Meaning } from './comparison.ts'
import type { Row } from './rows.ts'

/** How a row is printed, and what the marks in it mean. */
export interface Shown {
  readonly kind: CellKind
  readonly shown: string
  readonly number: number | null
  readonly low: number | null
  readonly high: number | null
  readonly legend: readonly Meaning[]
}

/** Prints the answer that stands for a cell. `per` residents, where rates are asked for. */
export function show(row: Row, per: number | null): Shown {
  if (row.state === 'no_figure') return showOutcome(row)
  if (row.stated === null && row.low === null && row.high === null) return showState(row)
  if (per !== null && !isRated(row)) return nothing('no_population', 'no rate', notRated)
  const scaled = scale(row, per)
  const marks = marksOf(row)
  const words = figureWords(row, scaled, per !== null)
  const isUnsure = row.state === 'unsure'
  const legend = [...words.legend, ...(isUnsure ? [unsure] : []), ...marks]
  const shown = `${words.shown}${isUnsure ? '?' : ''}${marks.map(({ mark }) => mark).join('')}`
  return { ...scaled, kind: isUnsure ? 'unsure' : words.kind, shown, legend }
}

export function nothing(kind: CellKind, shown: string, meaning: string): Shown {
  return { kind, shown, number: null, low: null, high: null, legend: [{ mark: shown, meaning }] }
}

const notRated = 'a figure that has no rate: the body has no residents of its own, or it is no count over a whole year'
const unsure: Meaning = { mark: '?', meaning: 'not sure: look at the words before you print it' }

const byMark: readonly (readonly [string, string, (row: Row) => boolean])[] = [
  ['†', 'covers part of the year only', ({ covers }) => covers === 'part'],
  ['‡', 'covers more than the year and cannot be split', ({ covers }) => covers === 'longer'],
  [
    '…',
    'the period has a beginning and no end that is told',
    ({ covers, period_from: from }) => covers === 'untold' && from !== null,
  ],
  ['Σ', 'added up here from parts that are all there', ({ kind }) => kind === 'sum'],
  ['§', 'from an enclosed file', ({ caveats }) => caveats.includes('in_attachment')],
  ['*', 'has other caveats: see the list', ({ caveats }) => caveats.split(',').some((code) => !unmarked.has(code))],
]

/** Caveats that another mark tells already, or that every cell of an authority has. */
const unmarked: ReadonlySet<string> = new Set([
  '',
  'part_year',
  'longer_span',
  'summed',
  'in_attachment',
  'bound',
  'unsure',
  'authority_unsure',
  'at_a_day',
  'period_untold',
  'invented',
  'no_population',
  'population_year_differs',
  'checked',
  'suppressed',
  'disagrees',
])

function marksOf(row: Row): readonly Meaning[] {
  return byMark.flatMap(([mark, meaning, holds]) => (holds(row) ? [{ mark, meaning }] : []))
}

function isRated({ quantity, covers, population }: Row): boolean {
  return quantity === 'count' && (covers === 'whole' || covers === 'day') && population !== null
}

type Numbers = Pick<Shown, 'number' | 'low' | 'high'> & { readonly stated: number | null }

function scale({ number, low, high, stated, population }: Row, per: number | null): Numbers {
  if (per === null) return { number, low, high, stated }
  const rate = (count: number | null) => (count === null || population === null ? null : (count * per) / population)
  return { number: rate(number), low: rate(low), high: rate(high), stated: rate(stated) }
}

function figureWords(
  { relation }: Row,
  { stated, low, high }: Numbers,
  isRate: boolean,
): { readonly kind: CellKind; readonly shown: string; readonly legend: readonly Meaning[] } {
  const plain = (value: number | null) => written(value, isRate, Math.round)
  // A rate is rounded away from the bound, so that it is never tighter than what was published.
  const above = (value: number | null) => written(value, isRate, Math.ceil)
  const below = (value: number | null) => written(value, isRate, Math.floor)
  switch (relation) {
    case '<':
    case '<=':
      return bound(`${relation === '<' ? '<' : '≤'}${above(stated ?? high)}`)
    case '>':
    case '>=':
      return bound(`${relation === '>' ? '>' : '≥'}${below(stated ?? low)}`)
    case 'range':
      return bound(`${below(low)}–${above(high)}`)
    case '~':
      return { kind: 'approximate', shown: `~${plain(stated)}`, legend: [{ mark: '~', meaning: 'about' }] }
    default:
      return { kind: 'figure', shown: plain(stated), legend: [] }
  }
}

function bound(shown: string) {
  return {
    kind: 'bound',
    shown,
    legend: [{ mark: '< ≤ > ≥ –', meaning: 'a bound or a band, as the authority gave it' }],
  } as const
}

/** 12,345; a rate has one decimal. */
export function written(value: number | null, isRate: boolean, round: (value: number) => number): string {
  if (value === null) return ''
  const decimals = isRate ? 1 : 2
  const power = 10 ** decimals
  // 1.1 × 100 is 110.00000000000001 to a computer, and 110 to everybody else.
  const exact = round(Number((value * power).toPrecision(15))) / power
  return exact.toLocaleString('en-GB', { minimumFractionDigits: isRate ? 1 : 0, maximumFractionDigits: decimals })
}

const ofState: Readonly<Record<string, readonly [string, string]>> = {
  suppressed: ['suppressed', 'the authority held the number back'],
  not_available: ['no data', 'the authority has no figure'],
  not_applicable: ['n/a', 'does not arise'],
}

function showState({ state }: Row): Shown {
  const [shown, meaning] = ofState[state] ?? ['unclear', 'a mark or blank that the document does not explain']
  return nothing('not_given', shown, meaning)
}

const ofOutcome: Readonly<Record<Outcome, string>> = {
  disclosed: 'no figure',
  attached: 'attached',
  partly: 'partly',
  withheld: 'refused',
  ncnd: 'NCND',
  not_held: 'not held',
  cost_limit: 'cost',
  elsewhere: 'elsewhere',
  vexatious: 'vexatious',
  not_applicable: 'n/a',
  unanswered: 'no answer',
}

function showOutcome({ outcome, grounds, caveats }: Row): Shown {
  if (outcome === null || outcome === 'disclosed') {
    return nothing('no_figure', 'no figure', 'answered, and no figure was found in the answer')
  }
  const word = ofOutcome[outcome]
  const isUnsure = caveats.split(',').includes('unsure')
  const cites = outcome === 'withheld' && grounds ? ` ${sections(grounds)}` : ''
  const meaning = outcomes().find(({ code }) => code === outcome)?.definition ?? outcome
  return {
    ...nothing('refusal', `${word}${cites}${isUnsure ? '?' : ''}`, ''),
    legend: [
      { mark: word, meaning: meaning.replace(/^./, (first) => first.toLowerCase()).replace(/\.$/, '') },
      ...(isUnsure ? [unsure] : []),
    ],
  }
}

/** "FOIA 31(1)(a),FOIA 40(2)" as "s.31, s.40"; regulations as "reg.12(4)(b)", for they say more. */
function sections(grounds: string): string {
  const named = grounds.split(',').map((cite) => {
    const [law = '', number = ''] = cite.split(' ')
    return law.startsWith('EI') ? `reg.${number}` : `s.${number.split('(', 1)[0] ?? ''}`
  })
  return [...new Set(named)].join(', ')
}
