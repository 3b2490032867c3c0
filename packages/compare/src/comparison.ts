import type { CaveatCode } from '@disclosed/reference'
import type { FigureRow } from '@disclosed/store'
import type { Row, Subject, Wording } from './rows.ts'

/** Authorities across years. Plain data: it can be printed, written as JSON, or drawn. */
export interface Comparison {
  /** Null where the dataset has nothing to compare. */
  readonly subject: Subject | null
  /** Figures are for so many residents each; null where they are shown as they are. */
  readonly per: number | null
  readonly columns: readonly Column[]
  readonly rows: readonly AuthorityRow[]
  /** One for each column. */
  readonly totals: readonly Total[]
  /** What each mark that occurs means: no two things look alike. */
  readonly legend: readonly Meaning[]
  /** The caveats that occur, and how many cells have them. */
  readonly caveats: readonly (Meaning & { readonly cells: number })[]
  /** How the question was put; empty for a measure. */
  readonly wordings: readonly Wording[]
  /** The rounds of requests that it belongs to, where lists of who was asked are there. */
  readonly rounds: readonly Round[]
  /** Sentences about what is not shown, and why. */
  readonly notes: readonly string[]
}

export interface Column {
  /** "2019", "2019/20", "as at 2019", "no period". */
  readonly label: string
  readonly year: number | null
  readonly yearKind: FigureRow['year_kind']
}

export interface AuthorityRow {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly nation: string | null
  readonly region: string | null
  readonly invented: boolean
  /** One for each column. */
  readonly cells: readonly Cell[]
}

export type CellKind =
  | 'figure'
  | 'bound'
  | 'approximate'
  | 'unsure'
  | 'disagrees'
  | 'parts'
  | 'by_category'
  | 'other_figure'
  | 'other_unit'
  | 'other_definition'
  | 'predecessors'
  | 'predecessors_incomplete'
  | 'silent'
  | 'acknowledged'
  | 'no_population'
  | 'not_given'
  | 'refusal'
  | 'other_period'
  | 'no_figure'
  | 'spanned'
  | 'not_asked'

export interface Cell {
  readonly kind: CellKind
  /** As it is printed: 259, <5, NCND, refused s.31, 40?, · */
  readonly shown: string
  /** The number in the unit of the comparison; only where it is sure and exact. */
  readonly number: number | null
  /** Never tighter than the authority published. */
  readonly low: number | null
  readonly high: number | null
  readonly caveats: readonly CaveatCode[]
  /** The answer that stands for the cell; null where none does. */
  readonly basis: Row | null
  /** Everything else that was said of it. */
  readonly others: readonly Row[]
}

/** Whole years only, and only of authorities that may be added up. */
export interface Total {
  /** The sum of the exact and sure figures; null where it may not be made. */
  readonly sum: number | null
  /** The least and most that the figures and bounds add up to; null where one of them has no such limit. */
  readonly low: number | null
  readonly high: number | null
  /** How many authorities gave a figure or a bound, how many refused, and how many were asked in all. */
  readonly given: number
  readonly refused: number
  readonly asked: number
  /** Of those asked: how many were silent, or did no more than acknowledge the request. */
  readonly silent: number
  /** Why there is no sum. */
  readonly why: string | null
}

/** How many were asked in a round, and what came of it: missing is not zero. */
export interface Round {
  readonly name: string
  readonly asked: number
  readonly answered: number
  readonly acknowledged: number
  readonly silent: number
  /** Letters are here, and it is not told which request they answer. */
  readonly unclear: number
}

export interface Meaning {
  readonly mark: string
  readonly meaning: string
}
