import { speaksAsAnswerer } from '../partition/voice.ts'
import type { Passage } from '../passages/index.ts'
import { isQualifier } from './asks.ts'
import { isHeading } from './points.ts'
import { isCourtesy } from './prose.ts'

/**
 * What stands below «You asked for the following:» is asked, however it is worded: «The model used by the Unit», «How the Unit uses
 * it». Taken only where nothing there is worded as an ask, one for each paragraph or line.
 */
export function wholeRequest(passages: readonly Passage[]): readonly Passage[] {
  const inside = passages.filter(
    ({ role, words, label, lines }) =>
      role === 'request' &&
      label === null &&
      words.split(' ').length >= fewestWords &&
      words.length <= longest &&
      !/[:]$/.test(words) &&
      !/\d{3}\W{0,3}$/.test(words) &&
      lines.every(({ block }) => block?.kind !== 'table') &&
      !isHeading(words) &&
      !isCourtesy(words) &&
      !isQualifier(words) &&
      !tells.test(words) &&
      !/\byour request\b/i.test(words) &&
      !speaksAsAnswerer(words),
  )
  return inside.length <= most ? inside : []
}

const fewestWords = 4
const longest = 900
const most = 6

/** Who writes, and why: nothing that is asked. */
const tells =
  /^["“'*_]{0,2}(?:dear\b|hello\b|hi\b|to whom|i['’]?(?: am|m| have| was| write| understand)\b|we\b|your request\b|my (?:name|request)\b|this is\b|under the\b|on \d|thank|many thanks|kind|best|yours|regards|ref\b|date\b|subject\b|from:|to:|sent:|name\b|title\b|no\b|none\b|yes\b|following\b|clarif|it\b|this\b|that\b|these\b|there\b)/i
