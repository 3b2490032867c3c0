import { hash } from 'node:crypto'

/** An id made of content: the same words give the same id, whenever and in whatever order they come. */
export function contentId(...words: readonly (string | number | null)[]): string {
  return hash('sha256', JSON.stringify(words)).slice(0, 20)
}

/** Words as they are compared: one case, one kind of space, no marks. */
export function plainWords(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Figures as they are compared: "<5" and "5" are not the same. */
export function plainFigure(words: string): string {
  return words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Tells how often words stood in a text before a place, looking for each of them only once. */
export function occurrencesIn(text: string): (words: string, start: number) => number {
  const found = new Map<string, readonly number[]>()
  return (words, start) => {
    if (words === '') return 0
    const places = found.get(words) ?? placesIn(text, words)
    found.set(words, places)
    return countBelow(places, start)
  }
}

function placesIn(text: string, words: string): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) places.push(at)
  return places
}

function countBelow(places: readonly number[], start: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}
