import type { Letter, Line } from '../letter.ts'
import { isItem, runsOn } from './lines.ts'
import { goesOnAsking } from './voice.ts'

/**
 * Does the list that goes on here ask in one piece, its answers below it, or does each point stand above its own answer? In the
 * second case a paragraph that asks nothing is followed by another point of the list, whose number is new.
 */
export function isStackedList(letter: Letter, index: number): boolean {
  const seen = new Set<string>()
  let parted = false
  for (let at = index; at < Math.min(letter.lines.length, index + farthest); at += 1) {
    const line = letter.lines[at]
    if (!line) break
    const above = letter.lines[at - 1]
    const number = numberOf(line)
    if (number !== null) {
      if (parted) return seen.has(number) || !goesOnAsking(line.text)
      seen.add(number)
    } else if (parted && /\?["”’)*_]{0,3}$/.test(line.text) && goesOnAsking(line.text)) {
      return false
    } else if (!isItem(line) && !goesOnAsking(line.text) && !(above && !line.gap && runsOn(above))) {
      parted = true
    }
  }
  return true
}

const farthest = 60

function numberOf({ text }: Line): string | null {
  return (
    /^[([]?(?:q(?:uestion)?\s?)?(\d{1,2}(?:\.\d{1,2})?[a-z]?|[a-z]|[ivx]{1,4})[\])]?[.):]{0,2}\s/i
      .exec(text)?.[1]
      ?.toLowerCase() ?? null
  )
}
