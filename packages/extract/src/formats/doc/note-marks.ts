import { type Bytes, plcOf } from './bytes.ts'

/** Which characters mark notes; notes are numbered in the order of their marks, footnotes and endnotes together. */
export function noteMarks(footnotes: Bytes, endnotes: Bytes, body: number) {
  const [foot, end] = [plcOf(footnotes, 2), plcOf(endnotes, 2)].map(({ places }) =>
    // A mark outside the body is damage, and so are all behind it.
    places.slice(0, -1).slice(0, indexOutside(places, body)),
  )
  const all = [...(foot ?? []), ...(end ?? [])].map((character, index) => ({ character, index }))
  const inOrder = all.toSorted((one, other) => one.character - other.character)
  const numbers = new Map(inOrder.map(({ character }, index) => [character, index + 1]))
  return {
    get: (character: number) => numbers.get(character),
    order: inOrder.map(({ index }) => index),
    footnotes: foot?.length ?? 0,
    endnotes: end?.length ?? 0,
  }
}

function indexOutside(places: readonly number[], body: number): number {
  const outside = places.findIndex((place, index) => place >= body || place <= (places[index - 1] ?? -1))
  return outside === -1 ? places.length : outside
}
