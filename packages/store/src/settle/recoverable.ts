import { type Draft, groupBy } from './dataset.ts'

/**
 * Notes the numbers held back that arithmetic would uncover: "10 in all: 7 by post, <5 by e-mail" tells the 3 that was
 * held back. The bound stays as the authority published it; whoever prints total and parts together should know.
 */
export function noteRecoverable(figures: readonly Draft[]): readonly Draft[] {
  const found = new Set<string>()
  const counts = figures.filter(({ quantity, timing }) => quantity === 'count' && timing === 'during')
  for (const together of groupBy(counts, placeOf).values()) {
    const parts = together.filter(({ category }) => category !== null && !category.includes(' / '))
    const totals = new Set(
      together.flatMap(({ category, relation, stated }) => (category === null && relation === '=' ? [stated] : [])),
    )
    const [total] = totals
    if (totals.size === 1 && total != null) for (const id of uncovered(parts, total)) found.add(id)
  }
  if (found.size === 0) return figures
  return figures.map((each) => (found.has(each.id) ? { ...each, caveats: [...each.caveats, 'recoverable'] } : each))
}

function placeOf({ document, question, measure, unit, period_from, period_to }: Draft): string {
  return JSON.stringify([document, question, measure, unit, period_from, period_to])
}

/** The parts that the total and the other parts hold to less than was published of them. */
function uncovered(parts: readonly Draft[], total: number): readonly string[] {
  const low = sum(parts, (each) => each.low ?? 0)
  const high = sum(parts, (each) => each.high ?? Infinity)
  // Two breakdowns of one total, or one that leaves something out, tell nothing.
  if (low > total || high < total || new Set(parts.map(({ category }) => category)).size < parts.length) return []
  return parts.flatMap((part) => {
    const [least, most] = [part.low ?? 0, part.high ?? Infinity]
    if (least === most || (part.relation === '~' && part.stated !== null)) return []
    const left = total - (low - least)
    const needed = Number.isFinite(high) ? total - (high - most) : -Infinity
    return left < most || needed > least ? [part.id] : []
  })
}

function sum(parts: readonly Draft[], of: (part: Draft) => number): number {
  return parts.reduce((all, part) => all + of(part), 0)
}
