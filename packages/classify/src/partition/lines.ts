import type { Letter, Line } from '../letter.ts'
import { remembered } from '../remembered.ts'
import {
  answersIntroduction,
  furnitureLines,
  likelyAnswer,
  outrightAnswer,
  plainIntroduction,
  requestIntroduction,
  rightsWords,
} from './markers.ts'

/** What a line says of itself it says in its first characters. */
export const longest = 300

/** Only somebody who asks says so. */
export const asksOutright =
  /\b(?:please (?:could|can|may|would|also|kindly|provide|supply|state|tell|list|send|say|confirm|give|describe|break|split)|(?:i (?:would like|should like|ask|request|wish|write to ask|make this request)|i['’]d like))\b/i

export function isOutrightAnswer(words: string): boolean {
  return (
    outrightAnswer.test(words) &&
    !words.includes('?') &&
    !asksOutright.test(words.replace(/please (?:see|find|refer)/gi, ''))
  )
}

export function isLikelyAnswer(words: string): boolean {
  return likelyAnswer.test(words) && !words.includes('?') && !asksOutright.test(words)
}

/** After the rights or the signature a letter may go on: annexes, numbered answers, tables. */
export function isSubstance(line: Line, words: string): boolean {
  if (/^(?:annex|appendix|schedule|attachment|enclosure)\b/i.test(line.text) && line.text.length < 90) return true
  if (/^(?:q(?:uestion)?\s?\d{1,2}[a-z]?)\b/i.test(line.text)) return true
  if (line.block?.kind === 'table') return !rightsWords.test(words)
  if (!line.gap || rightsWords.test(words)) return false
  return isOutrightAnswer(words) || /^public interest\b/i.test(line.text)
}

export function isRequestIntroduction(line: Line, letter: Letter): boolean {
  if (!/[:;]$/.test(line.text)) return false
  const before = letter.lines[line.index - 1]
  const end = line.text.slice(-longest)
  const whole = before && !line.gap && !/[.:?!]$/.test(before.text) ? `${before.text.slice(-longest)} ${end}` : end
  const sentence = whole.split(/[.?!]\s/).at(-1) ?? whole
  if (plainIntroduction.test(sentence)) return true
  return requestIntroduction.test(sentence) && !answersIntroduction.test(sentence)
}

export function isTitle(line: Line): boolean {
  if (line.block?.kind === 'heading') return !/\?$/.test(line.text)
  if (isItem(line) || givesFigure.test(line.text)) return false
  return (
    line.text.length <= 110 &&
    !/[.?!;]$/.test(line.text) &&
    !/\s(?:is|are|was|were|does|did|have|has)\s/i.test(line.text)
  )
}

/** «2020/21: 340», «2021-22 13,004 2,587», «How many wardens do you employ? 14»: what tells figures is no title. */
export const givesFigure =
  /^(?:(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d\d|(?:19|20)\d\d))?(?:\s?[:=–-]\s?|\s{1,8})(?:[£<>~]\s?)?\d[\d,.]{0,14}(?!\d|\s?[/–-]\s?\d)|.{8,100}\?\s{1,4}(?:[£<>~]\s?)?\d[\d,.]{0,14}%?$)/

export function isItem(line: Line): boolean {
  return (
    line.block?.kind === 'item' ||
    /^(?:[•·▪◦‣*o-]\s|[([]?(?:\d{1,2}(?:\.\d{1,2})?|[a-z]|[ivx]{1,4})(?: ?[a-z])?[\]).:,]{1,2}\s?|q(?:uestion)?\s?\d)/i.test(
      line.text,
    )
  )
}

export function isFurniture(line: Line): boolean {
  return line.block?.kind === 'furniture' || (line.text.length <= 200 && matches(furnitureLines, line.text))
}

export function endsMail(words: string): boolean {
  return /^(?:visible links|references visible links|please use this e-?mail address for all replies|disclaimer:)/i.test(
    words,
  )
}

export function matches(patterns: readonly RegExp[], words: string): boolean {
  return patterns.some((pattern) => pattern.test(words))
}

/** Without the bullet, dash or stars that a web page put before a heading, and the stars behind it. */
export const bare: (text: string) => string = remembered((text) => {
  return text
    .replace(/^[-–•*_·#\s]{1,6}(?=\S)/, '')
    .replace(/[*_]{1,3}(?=:?$)/, '')
    .replace(numberedHeading, '')
})

/** "2.0 Reply" */
const numberedHeading =
  /^\d{1,2}(?:\.\d{1,2})?[.)]?\s{1,4}(?=(?:(?:the|your|our) )?(?:request|response|reply|answers?|decision|information requested|questions?|rights? of (?:review|appeal)|complaints?|appeals?|internal review)\s?:?$)/i

/** A line with the next one, where its sentence runs on: enough to know a phrase that was broken over two. */
export function headOf(letter: Letter, line: Line): string {
  const next = letter.lines[line.index + 1]
  const runsOn = next !== undefined && !next.gap && line.text.length < 120 && !/[.:?!]$/.test(line.text)
  return (runsOn ? `${line.text} ${next.text}` : line.text).slice(0, 300)
}

/** Does a sentence of this line go on in the next one, as wrapped text does? */
export function runsOn(line: Line): boolean {
  return line.text.length >= 50 && !/[.:;?!]$/.test(line.text)
}
