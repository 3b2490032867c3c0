import type { Rule } from './drawn.ts'

/** Lines closer than this are one (double borders, borders drawn cell by cell); in points. */
const same = 2.6
/** Ends that miss each other by this much still touch. */
const touch = 3

/** A page with more separate lines than this is a drawing. */
const mostRules = 4_000

/** Rules put together: pieces of one line become one, and what is too short to part cells is left out. */
export function mergedRules(rules: readonly Rule[]): readonly Rule[] {
  return [...merged(rules.filter(({ upright }) => upright)), ...merged(rules.filter(({ upright }) => !upright))]
}

/** Rules that touch each other, group by group: one frame, one grid. */
export function connected(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  if (rules.length > mostRules) return []
  const groups = rules.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (groups[root] !== root) root = groups[root] ?? root
    groups[index] = root
    return root
  }
  const level = rules.flatMap((rule, index) => (rule.upright ? [] : [{ rule, index }]))
  rules.forEach((upright, one) => {
    if (!upright.upright) return
    for (const { rule, index } of level) if (cross(upright, rule)) groups[rootOf(one)] = rootOf(index)
  })
  const byRoot = Map.groupBy(rules, (_, index) => rootOf(index))
  return [...byRoot.values()].filter((group) => group.length > 1)
}

/** The places of parallel rules, in order, those closer than `apart` counted once. */
export function positions(rules: readonly Rule[], apart = 3.5): readonly number[] {
  const found: number[] = []
  for (const at of rules.map((rule) => rule.at).toSorted((one, other) => one - other)) {
    const last = found.at(-1)
    if (last === undefined || at - last > apart) found.push(at)
  }
  return found
}

/** Does a rule at about `at` part what lies from `from` to `to`? */
export function parts(rules: readonly Rule[], at: number, from: number, to: number): boolean {
  const covered = rules
    .filter((rule) => Math.abs(rule.at - at) <= 3.5)
    .reduce((sum, rule) => sum + Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from)), 0)
  return covered >= 0.6 * (to - from)
}

function cross(upright: Rule, level: Rule): boolean {
  return (
    upright.at >= level.from - touch &&
    upright.at <= level.to + touch &&
    level.at >= upright.from - touch &&
    level.at <= upright.to + touch
  )
}

function merged(rules: readonly Rule[]): readonly Rule[] {
  const found: Rule[] = []
  let near: Rule[] = []
  const end = (): void => {
    found.push(...joined(near))
    near = []
  }
  for (const rule of rules.toSorted((one, other) => one.at - other.at)) {
    const [first] = near
    if (first && rule.at - first.at > same) end()
    near.push(rule)
  }
  end()
  return found.filter(({ from, to }) => to - from > 4)
}

/** Rules at about the same place, put together where they overlap or nearly meet. */
function joined(near: readonly Rule[]): readonly Rule[] {
  const found: Rule[] = []
  for (const rule of near.toSorted((one, other) => one.from - other.from)) {
    const last = found.at(-1)
    if (last && rule.from <= last.to + touch) found[found.length - 1] = { ...last, to: Math.max(last.to, rule.to) }
    else found.push(rule)
  }
  return found
}
