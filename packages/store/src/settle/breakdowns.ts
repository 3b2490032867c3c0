import { type Draft, groupBy, measuresByCode } from './dataset.ts'

/**
 * By the id of each figure that counts one type of incident, and of the total that stands beside them: the number of that total.
 * Null where the document gives none that is sure, or several.
 */
export function totalsOfBreakdowns(drafts: readonly Draft[]): ReadonlyMap<string, number | null> {
  const counted = drafts.filter(({ kind, quantity, measure }) => {
    const counts = measuresByCode.get(measure ?? '')?.counts
    return kind === 'figure' && quantity === 'count' && ofIncidents.has(counts ?? '')
  })
  const together = groupBy(counted, ({ document, question, measure, period_from, period_to }) =>
    JSON.stringify([document, question, measure, period_from, period_to]),
  )
  const totals = new Map<string, number | null>()
  for (const figures of together.values()) {
    if (figures.every(({ category }) => category === null)) continue
    const given = figures.flatMap(({ category, number }) => (category === null && number !== null ? [number] : []))
    const [total = null] = new Set(given).size === 1 ? given : []
    for (const { id } of figures) totals.set(id, total)
  }
  return totals
}

const ofIncidents: ReadonlySet<string> = new Set(['incidents', 'attacks', 'infections'])
