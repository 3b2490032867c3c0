import { plainWords } from '../ids.ts'
import { type Draft, groupBy } from './dataset.ts'

/** Which answer stands for its cell, and what the others say of it. */
export interface Choice {
  readonly chosen: boolean
  readonly disagrees: boolean
  readonly answers: number
}

/**
 * For each cell (authority, measure or question group, category, kind of year, year) the one answer that stands for it:
 * sure before unsure, a figure before none, revised or later before earlier, whole before part, an answer before a figure
 * in passing. Where these do not decide and figures differ, none is chosen.
 */
export function choose(drafts: readonly Draft[]): ReadonlyMap<string, Choice> {
  const choices = new Map<string, Choice>()
  for (const cell of groupBy(drafts, cellOf).values()) {
    const standing = withoutScatteredParts(cell.filter(({ eligible }) => eligible))
    const best = criteria.reduce<readonly Draft[]>((left, narrow) => (left.length > 1 ? narrow(left) : left), standing)
    const isOne = new Set(best.map(saying)).size <= 1
    const first = isOne ? best.map(({ id }) => id).toSorted()[0] : undefined
    const disagreeing = new Set(isOne ? [] : best.filter(() => isSamePeriod(best)).map(({ id }) => id))
    const answers = new Set(
      cell.filter(({ kind }) => kind !== 'silent').map(({ document, question }) => `${document} ${question}`),
    ).size
    for (const { id } of cell) choices.set(id, { chosen: id === first, disagrees: disagreeing.has(id), answers })
  }
  return withoutOverlaps(choices, drafts)
}

function cellOf(draft: Draft): string {
  if (draft.authority === null) return draft.id
  const { authority, category, incident_type, year_kind, year, covers } = draft
  // Twelve months from July and twelve from October are no answers to one another.
  const days = year_kind === 'other' && covers === 'whole' ? [draft.period_from, draft.period_to] : null
  const type = category === null ? null : incident_type
  return JSON.stringify([authority, subjectOf(draft), plainWords(category ?? ''), type, year_kind, year, days])
}

function subjectOf({ measure, question_group, quantity, unit }: Draft): unknown {
  return measure ?? [question_group, quantity, quantity === null ? null : plainWords(unit ?? '')]
}

type Narrowing = (drafts: readonly Draft[]) => readonly Draft[]

const criteria: readonly Narrowing[] = [
  most(({ checked }) => Number(checked)),
  most(({ sure }) => Number(sure)),
  most(({ stated, low, high }) => Number(stated !== null || low !== null || high !== null)),
  most(({ stage }) => stage),
  latest,
  most(({ covers }) => (covers === 'whole' ? 2 : covers === 'longer' || covers === 'untold' ? 0 : 1)),
  most(({ passing }) => Number(!passing)),
  // A figure that the document states before one that was added up here.
  most(({ kind }) => Number(kind !== 'sum')),
  latestDay,
]

function most(weight: (draft: Draft) => number): Narrowing {
  return (drafts) => {
    const best = Math.max(...drafts.map(weight))
    return drafts.filter((each) => weight(each) === best)
  }
}

/** The later letter, where every one of them has a date. */
function latest(drafts: readonly Draft[]): readonly Draft[] {
  if (drafts.some(({ responded }) => responded === null)) return drafts
  const last = drafts
    .map(({ responded }) => responded ?? '')
    .toSorted()
    .at(-1)
  return drafts.filter(({ responded }) => responded === last)
}

/** Of stocks on several days of a year the last. */
function latestDay(drafts: readonly Draft[]): readonly Draft[] {
  if (drafts.some(({ covers }) => covers !== 'day')) return drafts
  const last = drafts
    .map(({ period_to: to }) => to ?? '')
    .toSorted()
    .at(-1)
  return drafts.filter(({ period_to: to }) => to === last)
}

/** No month stands for its year while others stand beside it, unless it holds all of them. */
function withoutScatteredParts(drafts: readonly Draft[]): readonly Draft[] {
  const parts = drafts.filter(({ covers }) => covers === 'part')
  const holdsAll = (one: Draft) =>
    parts.every(
      (each) =>
        (one.period_from ?? '0') <= (each.period_from ?? '9') && (each.period_to ?? '9') <= (one.period_to ?? '9'),
    )
  return drafts.filter((each) => each.covers !== 'part' || holdsAll(each))
}

function saying({ stated, low, high, relation, kind, outcome, covers, period_from, period_to }: Draft): string {
  if (stated === null && low === null && high === null) return kind === 'refusal' ? 'no figure' : `no figure ${outcome}`
  // Outside a whole year the same number over other days is another figure.
  return JSON.stringify([stated, low, high, relation, covers === 'whole' ? null : [period_from, period_to]])
}

function isSamePeriod(drafts: readonly Draft[]): boolean {
  return new Set(drafts.map(({ period_from, period_to }) => `${period_from} ${period_to}`)).size === 1
}

/** Twelve months from July and twelve from October share months: only the first of them may be added up. */
function withoutOverlaps(choices: Map<string, Choice>, drafts: readonly Draft[]): ReadonlyMap<string, Choice> {
  const others = drafts.filter(
    ({ id, year_kind, covers }) => year_kind === 'other' && covers === 'whole' && choices.get(id)?.chosen,
  )
  const cells = groupBy(others, (each) =>
    JSON.stringify([each.authority, subjectOf(each), plainWords(each.category ?? ''), each.incident_type]),
  )
  for (const cell of cells.values()) {
    let reached = ''
    for (const { id, period_from, period_to } of cell.toSorted((one, other) => compare(one, other))) {
      const choice = choices.get(id)
      if (!choice) continue
      if ((period_from ?? '') <= reached) choices.set(id, { ...choice, chosen: false })
      else reached = period_to ?? ''
    }
  }
  return choices
}

function compare(one: Draft, other: Draft): number {
  const [a, b] = [`${one.period_from} ${one.id}`, `${other.period_from} ${other.id}`]
  return a < b ? -1 : a > b ? 1 : 0
}
