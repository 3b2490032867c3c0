/** A wording of a question, and how many documents have it. */
export interface Wording {
  readonly wording: string
  readonly matter: string | null
  readonly documents: number
}

/** What people said: wordings of one question, and wordings that are none of the questions they look like. */
export interface ToldGroups {
  readonly joined: readonly (readonly [string, string])[]
  readonly apart: ReadonlySet<string>
}

/**
 * By wording: the one that leads its group, which is the wording most documents have. Two are one question where they
 * have the same words of matter, be it in another order or joined otherwise ("fly tipping", "flytipping"), and want the
 * same. Which are one rests on their words alone; which leads does not change while it is asked most.
 */
export function sameQuestions(
  wordings: readonly Wording[],
  { joined, apart }: ToldGroups = { joined: [], apart: new Set() },
): ReadonlyMap<string, string> {
  const sets = disjointSets()
  for (const { wording, matter } of wordings) {
    sets.join(wording, wording)
    for (const key of matter === null || apart.has(wording) ? [] : keysOf(matter)) sets.join(wording, key)
  }
  for (const [one, other] of joined) sets.join(one, other)
  const documents = new Map<string, number>()
  for (const each of wordings) documents.set(each.wording, (documents.get(each.wording) ?? 0) + each.documents)
  const leaders = new Map<string, string>()
  for (const wording of [...documents.keys()].toSorted()) {
    const leader = leaders.get(sets.find(wording))
    if (leader === undefined || (documents.get(wording) ?? 0) > (documents.get(leader) ?? 0))
      leaders.set(sets.find(wording), wording)
  }
  return new Map([...documents.keys()].map((wording) => [wording, leaders.get(sets.find(wording)) ?? wording]))
}

function keysOf(matter: string): readonly string[] {
  const [wanted = '', words = ''] = matter.split(': ')
  const sorted = words.split(' | ').map((part) => [...new Set(part.split(' '))].toSorted().join(' '))
  return [`as said: ${wanted}: ${words.replaceAll(' ', '')}`, `in any order: ${wanted}: ${sorted.join(' | ')}`]
}

function disjointSets() {
  const above = new Map<string, string>()
  const find = (one: string): string => {
    let top = one
    for (let next = above.get(top); next !== undefined && next !== top; next = above.get(top)) top = next
    for (let at = one; at !== top; ) {
      const next = above.get(at) ?? top
      above.set(at, top)
      at = next
    }
    return top
  }
  return {
    find,
    join: (one: string, other: string): void => {
      above.set(find(one), find(other))
    },
  }
}
