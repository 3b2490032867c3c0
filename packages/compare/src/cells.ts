import { type CaveatCode, caveatCodes } from '@disclosed/reference'
import type { Cell, Meaning } from './comparison.ts'
import type { Row } from './rows.ts'
import { nothing, type Shown, show } from './shown.ts'

/** A cell, and what the marks in it mean. */
export interface Drawn {
  readonly cell: Cell
  readonly legend: readonly Meaning[]
}

/**
 * What is said of one authority in one year. Nothing at all is a thing to say, too.
 * `answered` are the questions that figures of any year answer.
 */
export function cellOf(
  rows: readonly Row[],
  per: number | null,
  answered: ReadonlySet<string>,
  anyDefinition = false,
): Drawn {
  const headline = rows.filter(({ category }) => category === null)
  const standing = headline.filter((row) => row.chosen === 1)
  const chosen = standing.find(({ covers }) => covers === 'whole') ?? standing[0]
  if (chosen && standing.some((other) => isOfOtherUnit(other, chosen)))
    return drawn(showUnits(standing, per), null, rows, standing)
  if (chosen) return drawn(show(chosen, per), chosen, rows)
  const disagreeing = headline.filter((row) => codesOf(row).includes('disagrees'))
  if (disagreeing.length > 0) return drawn(showDisagreement(disagreeing, per), null, rows, disagreeing)
  const differing = differingIn(headline)
  if (differing && anyDefinition) return drawn(show(differing, per), differing, rows)
  if (differing) return drawn(setApart(show(differing, per)), null, rows, [differing])
  return drawn(showUnchosen(headline, rows, per, answered), null, rows, headline)
}

export function codesOf({ caveats }: Row): readonly CaveatCode[] {
  const codes = caveats.split(',')
  return caveatCodes.filter((code) => codes.includes(code))
}

function drawn(
  { legend, ...shown }: Shown,
  basis: Row | null,
  rows: readonly Row[],
  telling: readonly Row[] = [],
): Drawn {
  const codes = new Set((basis ? [basis] : telling).flatMap(codesOf))
  const others = rows.filter((row) => row !== basis)
  return { cell: { ...shown, caveats: caveatCodes.filter((code) => codes.has(code)), basis, others }, legend }
}

/** Of one question a count of fines and one of officers may both be right, and neither is the other. */
function isOfOtherUnit(other: Row, { quantity, unit, covers }: Row): boolean {
  if (other.kind === 'refusal' || other.covers !== covers) return false
  return other.quantity !== quantity || (other.unit ?? '').toLowerCase() !== (unit ?? '').toLowerCase()
}

function showUnits(rows: readonly Row[], per: number | null): Shown {
  const figures = rows.filter(({ kind }) => kind !== 'refusal')
  return {
    ...nothing('other_unit', figures.map((row) => show(row, per).shown).join(' / '), ''),
    legend: [{ mark: '/', meaning: 'figures of different things, given to one question: look at the words' }],
  }
}

function showDisagreement(rows: readonly Row[], per: number | null): Shown {
  const inOrder = rows.toSorted((one, other) => (one.stated ?? one.low ?? 0) - (other.stated ?? other.low ?? 0))
  const figures = [...new Set(inOrder.map((row) => show(row, per).shown))]
  return {
    ...nothing('disagrees', figures.join(' ≠ '), ''),
    legend: [{ mark: '≠', meaning: 'answers differ and nothing decides between them' }],
  }
}

/** The one figure for the year of which what was counted is not quite what the measure names. */
function differingIn(headline: readonly Row[]): Row | null {
  const figures = headline.filter(
    (row) => row.kind === 'figure' && (row.quantity === 'count' || row.quantity === 'money'),
  )
  const [only, ...others] = figures
  if (!only || others.length > 0 || headline.some(({ chosen }) => chosen === 1)) return null
  return codesOf(only).includes('definition_differs') ? only : null
}

/** It is shown, and is no number of the column: it stands in no sum, rate or order. */
function setApart({ shown, legend }: Shown): Shown {
  return {
    ...nothing('other_definition', `[${shown}]`, ''),
    legend: [
      ...legend,
      {
        mark: '[ ]',
        meaning: 'what was counted is not quite what is compared here: in no sum, unless --any-definition takes it in',
      },
    ],
  }
}

/** Why no answer stands for the cell. */
function showUnchosen(
  headline: readonly Row[],
  rows: readonly Row[],
  per: number | null,
  answered: ReadonlySet<string>,
): Shown {
  const figures = headline.filter((row) => row.kind === 'figure')
  const fitting = figures.filter(({ quantity }) => quantity === 'count' || quantity === 'money')
  if (fitting.length > 0) {
    const parts = new Set(fitting.map(({ period_from: from, period_to: to }) => `${from} ${to}`))
    return parts.size > 1
      ? nothing('parts', 'in parts', 'several figures, each for part of the time, that do not add up to the whole')
      : nothing(
          'other_figure',
          'in passing',
          'a figure that another authority gives, or that is a rate; it stands for nothing here',
        )
  }
  const refusal = headline.find((row) => row.kind === 'refusal')
  if (refusal) return inBrackets(show(refusal, per))
  if (rows.some(({ category, kind }) => category !== null && kind === 'figure')) {
    return nothing('by_category', 'by type', 'figures by category only, without a total')
  }
  if (figures.length > 0) return nothing('other_figure', 'share only', 'a percentage or a time, and no count')
  if (headline.some(({ question }) => answered.has(question ?? ''))) {
    return nothing(
      'other_period',
      'other period',
      'answered for another period than the one asked about: see the other columns',
    )
  }
  if (headline.length > 0) return nothing('no_figure', 'no figure', 'answered, and no figure was found in the answer')
  const refused = rows.find((row) => row.kind === 'refusal')
  if (refused) return inBrackets(show(refused, per))
  return nothing('not_asked', '·', 'no letter here asks this authority about it')
}

/** The year lies inside a longer period that the authority was asked about, or answered for. */
export const spanned: Drawn = (() => {
  const { legend, ...shown } = nothing('spanned', '←', 'inside a longer period: see the year that it begins in')
  return { cell: { ...shown, caveats: [], basis: null, others: [] }, legend }
})()

function inBrackets({ shown, legend, ...rest }: Shown): Shown {
  return {
    ...rest,
    shown: `(${shown})`,
    legend: [...legend, { mark: '( )', meaning: 'said of a list, words or a breakdown, and not of the figure itself' }],
  }
}
