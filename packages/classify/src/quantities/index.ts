import type { Finding } from '../finding.ts'
import { withoutFalseFriends } from '../periods/false-friends.ts'
import { blot, hide } from '../periods/hide.ts'
import { findPeriods } from '../periods/index.ts'
import { keepLongest } from '../periods/keep-longest.ts'
import type { Recogniser } from '../recogniser.ts'
import { remembered } from '../remembered.ts'
import { approximations } from './approximations.ts'
import { bounds } from './bounds.ts'
import { type ReadCell, readWhole } from './cell.ts'
import { counts } from './counts.ts'
import { countsInWords } from './counts-in-words.ts'
import { durations } from './durations.ts'
import { hearHedges } from './hedges.ts'
import { hiddenNumbers } from './hidden-numbers.ts'
import { labels } from './labels.ts'
import { keys, statutory, withoutReckoning } from './limits.ts'
import { money } from './money.ts'
import { noCost } from './no-cost.ts'
import { noThings } from './no-things.ts'
import { none } from './none.ts'
import { noneOf } from './none-of.ts'
import { notAny } from './not-any.ts'
import { parts } from './parts.ts'
import { percents } from './percents.ts'
import type { Quantity } from './quantity.ts'
import { ranges } from './ranges.ts'
import { nameUnits } from './units.ts'

export type { ReadCell } from './cell.ts'
export type { Quantity } from './quantity.ts'

/** Where two findings are as long, the earlier rule of the list is believed. */
export const quantityRules: readonly Recogniser<Quantity>[] = [
  hiddenNumbers,
  bounds,
  approximations,
  ranges,
  parts,
  money,
  percents,
  durations,
  noCost,
  noThings,
  notAny,
  noneOf,
  none,
  counts,
  countsInWords,
]

/**
 * Every number in a piece of a letter that could be an answer, in the order of the text, none sharing words with another.
 * Dates, labels, references, the law's own limits and the like are passed over. Money is in pounds, a percentage is 50 and not 0.5,
 * a length of time is in its `unit`. `number` is null where digits are there and cannot be trusted ("£1,040,18").
 */
export function findQuantities(text: string): readonly Finding<Quantity>[] {
  return mayHoldFigure(text) ? quantitiesIn(text) : []
}

/** Could any stretch of these words be a figure? A quick no: there is neither a digit nor a word that counts. */
export function mayHoldFigure(text: string): boolean {
  return mayCount.test(text)
}

const quantitiesIn = remembered((text): readonly Finding<Quantity>[] => {
  const seen = onlyFigures(text)
  if (seen === null) return []
  const found = keepLongest(
    seen,
    quantityRules.flatMap((rule) => rule.find(seen)),
  )
  return hearHedges(seen, nameUnits(seen, found))
})

/** What a table cell, or an answer that stands alone, says as a whole; null where it is words or a date. Signs ("-", "*") never say 0. */
export function readCell(text: string): ReadCell | null {
  if (text.length > longestCell) return null
  const known = seenCells.get(text)
  if (known !== undefined) return known
  const cell = readWhole(text, findQuantities)
  if (seenCells.size >= mostSeen) seenCells.clear()
  seenCells.set(text, cell)
  return cell
}

const longestCell = 200

/** Each line of an answer is asked several times over whether it is a figure, and tables repeat their cells. */
const seenCells = new Map<string, ReadCell | null>()
const mostSeen = 2_000

/** No number does without one of these: a quick no for most lines of a letter. */
const mayCount =
  /\d|\b(?:no|not|none|nil|zero|nought|never|neither|nobody|nothing|once|twice|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|quarter|third|single|couple|all)|n['’]t\b/i

/**
 * The text with all blotted out that is no figure: first what is neither date nor figure, then periods, then labels and limits.
 * Null as soon as no figure is left.
 */
function onlyFigures(text: string): string | null {
  const seen = withoutReckoning(withoutFalseFriends(text))
  const periods = findPeriods(text, { requestDate: null })
  const dated = blotted(seen, periods)
  if (!mayCount.test(dated)) return null
  const left = hide(hide(dated, labels), limits)
  return mayCount.test(left) ? left : null
}

const limits = [...statutory, ...keys]

function blotted(text: string, findings: readonly Finding<unknown>[]): string {
  const pieces: string[] = []
  let from = 0
  for (const { span } of findings) {
    pieces.push(text.slice(from, span.start), blot.repeat(span.end - span.start))
    from = span.end
  }
  return pieces.join('') + text.slice(from)
}
