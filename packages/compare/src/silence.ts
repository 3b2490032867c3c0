import type { Drawn } from './cells.ts'
import { columnKey } from './columns.ts'
import type { Column, Round } from './comparison.ts'
import type { AskedRow, Row } from './rows.ts'
import { nothing } from './shown.ts'

/** How each round went; a request to somebody unknown was sent, and nothing can be said of its answer. */
export function roundsOf(asked: readonly AskedRow[]): readonly Round[] {
  const names = [...new Set(asked.map(({ round }) => round))]
  return names.map((name) => {
    const sent = asked.filter(({ round }) => round === name)
    const count = (...states: readonly AskedRow['state'][]) => sent.filter(({ state }) => states.includes(state)).length
    return {
      name,
      asked: sent.length,
      answered: count('answered'),
      acknowledged: count('acknowledged'),
      silent: count('silent'),
      unclear: count('unclear', 'unknown'),
    }
  })
}

/** Those of whom no row tells, each with the columns that its round asked about. */
export function askedAlone(
  asked: readonly AskedRow[],
  rows: readonly Row[],
): readonly { readonly row: AskedRow; readonly columns: ReadonlySet<string> }[] {
  const told = new Set(rows.map(({ authority }) => authority))
  const roundOf = new Map(
    asked.flatMap(({ response, round }) => (response === null ? [] : [[response, round] as const])),
  )
  const inRounds = rows.flatMap((row) => {
    const round = roundOf.get(row.response ?? '')
    return round === undefined ? [] : [{ row, round }]
  })
  const columns = new Map(
    [...new Set(inRounds.map(({ round }) => round))].map((name) => {
      const ofRound = inRounds.filter(({ round }) => round === name).map(({ row }) => row)
      const askedFor = ofRound.filter(({ kind, period_basis }) => kind !== 'figure' || period_basis === 'question')
      // Who answered for other years than those asked about asked nobody else about them.
      return [name, new Set((askedFor.length > 0 ? askedFor : ofRound).map(columnKey))] as const
    }),
  )
  const alone = new Map<string, { row: AskedRow; columns: Set<string> }>()
  for (const row of asked) {
    if (row.authority === null || row.name === null || told.has(row.authority)) continue
    const known = alone.get(row.authority) ?? { row, columns: new Set<string>() }
    for (const column of columns.get(row.round) ?? []) known.columns.add(column)
    alone.set(row.authority, known)
  }
  return [...alone.values()]
}

/** What stands under a column for somebody who was asked and of whom no row tells. */
export function drawSilence({ state }: AskedRow, isAsked: boolean): Drawn {
  const { legend, ...shown } = isAsked ? silence(state) : notAsked
  return { cell: { ...shown, caveats: [], basis: null, others: [] }, legend }
}

const notAsked = nothing('not_asked', '·', 'no letter here asks this authority about it')

function silence(state: AskedRow['state']) {
  if (state === 'silent') return nothing('silent', 'silent', 'was asked, and nothing from it is here')
  if (state === 'acknowledged')
    return nothing('acknowledged', 'no reply', 'acknowledged the request, and no answer is here')
  return nothing('no_figure', 'nothing found', 'answered the round, and nothing on this was found in the answer')
}

/** The sentence about a round: "Parking fines: 30 were asked, 22 answered (73%), 1 acknowledged, 7 silent." */
export function roundInWords({ name, asked, answered, acknowledged, silent, unclear }: Round): string {
  const share = Math.floor((answered / asked) * 100)
  const rest = [
    acknowledged > 0 ? `${acknowledged} only acknowledged it` : '',
    silent > 0 ? `${silent} silent` : '',
    unclear > 0 ? `${unclear} cannot be told` : '',
  ].filter(Boolean)
  return `${name}: ${asked} asked, ${answered} answered (${share}%)${rest.map((each) => `, ${each}`).join('')}.`
}

export function isShown({ columns }: { readonly columns: ReadonlySet<string> }, shown: readonly Column[]): boolean {
  return shown.some(({ year, yearKind }) => columns.has(columnKey({ year, year_kind: yearKind })))
}
