import type { Letter, Line } from '../letter.ts'
import { isAsk } from '../questions/asks.ts'
import type { PartRole } from './index.ts'
import { bare, headOf, isItem, isTitle, longest, matches, runsOn } from './lines.ts'
import { replyHeadings } from './markers.ts'
import { goesOnAsking, speaksAsAnswerer } from './voice.ts'

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
    // «Response 06-03-2018» below points that nothing parts: all their answers come there.
    if (!parted && at > index + 1 && matches(replyHeadings, bare(line.text.slice(0, longest)))) return true
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

/**
 * Is a list that nothing announces the request? Its points name what is wanted, one upon the other, and right below them the authority
 * speaks, or their numbers begin anew. A list of answers has figures in its points, and goes on with its reasons.
 */
export function isListOfRequest(letter: Letter, index: number): boolean {
  const first = numberOf(letter.lines[index])
  if (first !== null && first !== '1') return false
  const points: string[] = []
  let titles = 0
  for (let at = index; at < Math.min(letter.lines.length, index + farthest); at += 1) {
    const line = letter.lines[at]
    if (!line) break
    if (isItem(line)) {
      if (points.length > 1 && first !== null && numberOf(line) === first) return wants(points)
      if (titles > 0) return false
      points.push(line.text.replace(mark, ''))
    } else if (line.gap || !runsOn(letter.lines[at - 1] ?? line)) {
      const words = headOf(letter, line)
      if (speaksAsAnswerer(words) || answersPoint.test(words) || matches(replyHeadings, line.text.slice(0, longest)))
        return wants(points)
      // «Duty to confirm or deny» over «I can confirm that …»
      if (!goesOnAsking(line.text)) titles += 1
      if (titles > mostTitles || (titles > 0 && !isTitle(line))) return false
    }
  }
  return false
}

const mostTitles = 2

function wants(points: readonly string[]): boolean {
  const asking = points.filter((point) => isAsk(point) && !/[=:–-]\s{0,3}£?\d[\d,.]{0,12}%?\s{0,3}$/.test(point))
  return points.length > 1 && asking.length >= points.length * 0.6
}

/** «In response to question 1», «Q1 – This is not held», «As the information you asked for …» */
const answersPoint =
  /^(?:in|with|for|as to|regarding) (?:(?:relation|response|respect|regards?|reference|answer|reply) (?:to|of) )?(?:your )?(?:q|questions?|parts?|points?|items?)\s?\(?\d/i

/** Does a point ask, its mark left aside? */
export function isAskingItem(line: Line): boolean {
  return isItem(line) && goesOnAsking(line.text.replace(mark, ''))
}

/** «3. For that same period, please give:» below «2. How many …» and its answer: the reply's list goes on, and no request begins. */
export function goesOnWithList(letter: Letter, line: Line, roles: readonly PartRole[]): boolean {
  const number = Number(numberOf(line) ?? 0)
  for (
    let at = line.index - 1;
    number > 1 && at >= Math.max(0, line.index - farthest) && roles[at] === 'reply';
    at -= 1
  ) {
    const above = letter.lines[at]
    if (above && numberOf(above) === `${number - 1}`) return isAskingItem(above) || isAsk(above.text.replace(mark, ''))
  }
  return false
}

const farthest = 120

const mark =
  /^[([]?(?:q(?:uestion)?\s?)?(?:\d{1,2}(?:\.\d{1,2})?[a-z]?|[a-z]|[ivx]{1,4}|[-–•*▪◦·])[\])]?(?:[.):]{1,2}\s{0,6}|\s{1,6})/i

/** Numbers alone count a list; letters and bullets stand below its points as well. */
function numberOf(line: Line | undefined): string | null {
  return /^[([]?(?:q(?:uestion)?\s?)?(\d{1,2})[\])]?[.):]{1,2}\s?/i.exec(line?.text ?? '')?.[1] ?? null
}
