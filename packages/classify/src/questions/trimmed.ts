import type { Span } from '@disclosed/document'
import { sentencesOf } from '../sentences.ts'
import { isAsk, isDirectAsk, isQualifier } from './asks.ts'

/**
 * «I ask for information under the Act. Please send me the latest report.»: a question begins where it asks for something, and not
 * at the courtesies before it.
 */
export function fromItsAsk(text: string, span: Span): Span {
  const sentences = sentencesOf(text, span)
  const said = sentences.slice(0, 4).map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '))
  const [first] = said
  if (first === undefined || !(asksInGeneral.test(first) || (!isAsk(first) && tells.test(first)))) return span
  const at = said.findIndex(
    (words, index) => index > 0 && isDirectAsk(words) && !isQualifier(words) && !asksInGeneral.test(words),
  )
  const sentence = sentences[at]
  return sentence ? { start: sentence.start, end: span.end } : span
}

/** «I understand that you publish this.» */
const tells = /^["“*_]{0,2}(?:i|we|my|this|thank|dear|it)\b/i

/** «I ask for information under the Freedom of Information Act 2000.» «I am writing to make a request.» */
const asksInGeneral =
  /^["“”*_]{0,2}(?:(?:under|by way of|in accordance with|pursuant to)\b[^.?]{0,120}?,? )?(?:i|we)(?:['’]d| would| am| are)? (?:(?:also|hereby|now|wish(?:ing)?|want(?:ing)?|like|writ(?:e|ing)|ask(?:ing)?|request(?:ing)?|mak(?:e|ing)|submit(?:ting)?|seek(?:ing)?|to|for|a|an|the|some|certain|this|following) ){1,8}(?:freedom of information |foi |information )?(?:information|request|questions?)\b[^.?]{0,120}[.:]$/i
