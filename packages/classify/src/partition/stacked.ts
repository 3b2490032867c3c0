import type { Letter, Line } from '../letter.ts'
import { isItem, runsOn } from './lines.ts'
import { goesOnAsking } from './voice.ts'

/**
 * Does the list that begins here ask in one piece, its answers below it, or does each point stand above its own answer? Where its
 * first number comes again the answers count anew, whatever stood between its points. Where it does not, paragraphs that ask nothing
 * between the points are their answers.
 */
export function isStackedList(letter: Letter, index: number): boolean {
  const first = numberOf(letter.lines[index])
  let parted = false
  let answered = false
  for (let at = index + 1; at < Math.min(letter.lines.length, index + farthest); at += 1) {
    const line = letter.lines[at]
    if (!line) break
    const above = letter.lines[at - 1]
    const number = numberOf(line)
    if (number !== null && number === first) return true
    if (number !== null || isItem(line)) {
      if (parted && (number !== null || isAskingItem(line))) answered = true
    } else if (parted && /\?["”’)*_]{0,3}$/.test(line.text) && goesOnAsking(line.text)) {
      answered = true
    } else if (!goesOnAsking(line.text) && !(above && !line.gap && runsOn(above))) {
      parted = true
    }
  }
  return !answered
}

/** Does the first number of the list come again over words that ask nothing? There its answers begin. */
export function isAnsweredByNumber(letter: Letter, index: number): boolean {
  const first = numberOf(letter.lines[index])
  if (first === null) return false
  const again = letter.lines.slice(index + 1, index + farthest).find((line) => numberOf(line) === first)
  return again !== undefined && !isAskingItem(again)
}

/** Does a point ask, its mark left aside? */
export function isAskingItem(line: Line): boolean {
  return isItem(line) && goesOnAsking(line.text.replace(mark, ''))
}

const farthest = 120

const mark =
  /^[([]?(?:q(?:uestion)?\s?)?(?:\d{1,2}(?:\.\d{1,2})?[a-z]?|[a-z]|[ivx]{1,4}|[-–•*▪◦·])[\])]?[.):]{0,2}\s{1,6}/i

/** Numbers alone count a list; letters and bullets stand below its points as well. */
function numberOf(line: Line | undefined): string | null {
  return /^[([]?(?:q(?:uestion)?\s?)?(\d{1,2})[\])]?[.):]{1,2}\s?/i.exec(line?.text ?? '')?.[1] ?? null
}
