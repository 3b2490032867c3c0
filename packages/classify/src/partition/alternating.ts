import type { Letter, Line } from '../letter.ts'
import { isFurniture, isItem, matches, runsOn } from './lines.ts'
import { closingMarkers, rightsMarkers } from './markers.ts'
import { isAskingItem } from './stacked.ts'
import { goesOnAsking } from './voice.ts'

/** «A1. 168», «A: 168», «Answer: …»: the line says itself that it answers. */
export function saysItAnswers({ text }: Line): boolean {
  return marksAnswer.test(text)
}

/**
 * «1. How many fines …?» over «A total of 168», «2. How much …?» over «£45,210»: above and below this line, do words that
 * ask for nothing stand below one question after another? Then each of them answers, whatever its own words are. A request whose
 * questions follow each other, or whose asker goes on below each («Please split these by year»), has no such turns.
 */
export function answersAlternate(letter: Letter, index: number): boolean {
  const first = letter.lines[index]
  if (!first || !answersBelow(letter, first)) return false
  let questions = 0
  let answered = 0
  let isOpen = false
  for (let at = Math.max(0, index - farthest); at < Math.min(letter.lines.length, index + farthest); at += 1) {
    const line = letter.lines[at]
    if (!line || (at > index && endsLetter(line))) break
    if (isFurniture(line)) continue
    if (asks(line)) {
      questions += 1
      isOpen = true
    } else if (isOpen && answersBelow(letter, line)) {
      answered += 1
      isOpen = false
    }
  }
  return answered >= 2 && answered * 3 >= questions * 2
}

const farthest = 150

function asks({ text }: Line): boolean {
  return /\?["”’)*_]{0,3}$/.test(text)
}

/** Words of somebody who asks for nothing; years and parts that a question lists are still the question's. */
function answersBelow(letter: Letter, line: Line): boolean {
  const above = letter.lines[line.index - 1]
  if (above && !line.gap && runsOn(above)) return false
  if (marksAnswer.test(line.text) || givesFigure.test(line.text)) return true
  return !isItem(line) && !isAskingItem(line) && !goesOnAsking(line.text)
}

/** «A1. …», «A: …», «Answer: …», «R. …», «– 168» */
const marksAnswer =
  /^(?:(?:our |the )?(?:a(?:ns(?:wer)?)?|r(?:esponse|eply)?)\s?(?:[.:]?\s?\d{1,2}\b|[.:)–-]\s)|[–—»-]\s{1,3}(?:[£<>~]\s?)?\d[\d,.]*%?$)/i

/** «• 2019/20: 168», «a) 24» */
const givesFigure =
  /^(?:[•·▪◦*o–-]|\(?[a-h1-9][.)])\s{1,3}(?:[a-z\d/ –-]{1,40}[:=–-]\s{0,3})?(?:[£<>~]\s?)?\d[\d,.]*(?:%|k|m)?\.?$/i

function endsLetter({ text }: Line): boolean {
  const words = text.slice(0, 300)
  return matches(rightsMarkers, words) || matches(closingMarkers, words)
}
