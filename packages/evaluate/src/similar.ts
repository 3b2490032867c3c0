/**
 * How alike two texts are, from 0 to 1: twice the characters in matching blocks over the characters of both. The longest block that both
 * share is found first, then those to its left and right, as Ratcliff and Metzener describe it ("Pattern Matching: The Gestalt Approach",
 * Dr. Dobb's Journal, July 1988) and Python's `difflib` does it; other scorers of the same labels are written in Python, and the two must
 * pair the same questions.
 */
export function similarity(one: string, other: string): number {
  const length = one.length + other.length
  if (length === 0) return 1
  const places = placesIn(other)
  let matched = 0
  const open: Stretch[] = [{ from: 0, to: one.length, otherFrom: 0, otherTo: other.length }]
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const block = longestBlock(one, other, places, stretch)
    if (block.size === 0) continue
    matched += block.size
    const end = block.at + block.size
    const otherEnd = block.otherAt + block.size
    if (stretch.from < block.at && stretch.otherFrom < block.otherAt)
      open.push({ ...stretch, to: block.at, otherTo: block.otherAt })
    if (end < stretch.to && otherEnd < stretch.otherTo) open.push({ ...stretch, from: end, otherFrom: otherEnd })
  }
  return (2 * matched) / length
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly otherFrom: number
  readonly otherTo: number
}

/** Where each character stands. In a long text those that stand everywhere begin no block: they would match by chance. */
function placesIn(text: string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    const own = places.get(character)
    if (own) own.push(at)
    else places.set(character, [at])
  }
  if (text.length < longText) return places
  const most = Math.floor(text.length / 100) + 1
  for (const [character, own] of places) if (own.length > most) places.delete(character)
  return places
}

const longText = 200

function longestBlock(
  one: string,
  other: string,
  places: ReadonlyMap<string, readonly number[]>,
  { from, to, otherFrom, otherTo }: Stretch,
): { readonly at: number; readonly otherAt: number; readonly size: number } {
  let best = { at: from, otherAt: otherFrom, size: 0 }
  let lengths = new Map<number, number>()
  for (let at = from; at < to; at += 1) {
    const next = new Map<number, number>()
    for (const otherAt of places.get(one.charAt(at)) ?? []) {
      if (otherAt < otherFrom) continue
      if (otherAt >= otherTo) break
      const size = (lengths.get(otherAt - 1) ?? 0) + 1
      next.set(otherAt, size)
      if (size > best.size) best = { at: at - size + 1, otherAt: otherAt - size + 1, size }
    }
    lengths = next
  }
  let { at, otherAt, size } = best
  for (; at > from && otherAt > otherFrom && one.charAt(at - 1) === other.charAt(otherAt - 1); size += 1) {
    at -= 1
    otherAt -= 1
  }
  while (at + size < to && otherAt + size < otherTo && one.charAt(at + size) === other.charAt(otherAt + size)) size += 1
  return { at, otherAt, size }
}
