import { allMatches } from '../all-matches.ts'
import { isSalutation, voiceAt } from '../partition/messages.ts'
import type { Look } from './look.ts'

export const laws = /\b(?:freedom of information|environmental information|FOI(?:A|SA)?\b|EIRs?\b|data protection act)/i
/** An answer to somebody: "your request", "you asked", "information requested". */
export const toSomebody =
  /\b(?:your (?:\S{1,20} ){0,4}(?:request|enquiry|e-?mail)|you (?:have )?(?:asked|requested)|information (?:you )?(?:have )?requested|information (?:released|disclosed)|request(?:er)? (?:id|number|ref)|(?:foi|eir|information) (?:request|release|response|disclosure)|request and (?:our )?(?:response|answer)|disclosure id)\b/i

/** Words that only follow a request of somebody's: "Thank you for your request", "In reply to your request received on 4 April". */
export const hasHeard =
  /\b(?:thank you for your|in (?:reply|response|answer) to your|your (?:\S{1,20} ){0,5}(?:request|enquiry) (?:received|dated|of \d|was received)|you (?:have )?(?:asked|requested)\b|(?:we|i) (?:have )?received your)\b/i

/** Does a letter to an asker stand here: a greeting by the authority, or both a request and an answer to it? */
export function isAnswered({ letter, parts, said }: Look): boolean {
  const greeted = letter.lines
    .slice(0, 400)
    .some((line) => isSalutation(line) && voiceAt(letter, line.index) === 'answerer')
  const roles = new Set(parts.map(({ role }) => role))
  return (greeted && toSomebody.test(said)) || (roles.has('request') && roles.has('reply') && laws.test(said))
}

/** Lines that are nothing but an answer: "1685", "18/19 = 6794", "2018/19 - £1,735k (all car parks)", "- 57". */
export function hasFigures(words: string): boolean {
  const lines = words.split('\n').map((line) => line.trim())
  return lines.filter((line) => line.length <= 160 && isFigure(line)).length >= 2
}

function isFigure(line: string): boolean {
  if (
    /^(?:19|20)\d\d$/.test(line) ||
    /\b(?:tel|telephone|phone|fax|ref|reference|id|number|no|ext|mobile|dated?|page)\b/i.test(line.slice(0, 40))
  )
    return false
  return (
    /^[\s•*\-–o]{0,6}(?:\(?\d{1,2}[.)]\s+)?(?:[£]?\d[\d,.]{0,12}%?|none|nil|yes|no|n\/a)\.?$/i.test(line) ||
    /^[^.?!]{1,60}(?:[:=–]\s?|\s-\s)£?\d[\d,.]{0,12}(?:%|k|m)?(?:\s\([^()]{1,60}\))?\.?$/.test(line)
  )
}

/** "Responded Fri 28 July 2017", "Date responded: 5 January 2022": at the head of its line. */
export function tellsAnswered(words: string): boolean {
  return /^\s{0,8}(?:responded|answered|(?:date (?:of )?)?respon(?:se|ded)(?: date)?)\b\s?:?\s{0,4}(?:[a-z]{3,9},? )?\d{1,2}\D/im.test(
    words,
  )
}

/** «How many plots have you? 11», «How many came in: 21784»: somebody has typed the answers into what was asked. */
export function hasTypedIn(words: string): boolean {
  return allMatches(words.slice(0, 20_000), typedIn).length >= 2
}

const typedIn =
  /\?["”’]?[^\S\n]{0,4}\n?[^\S\n]{0,4}(?!\d{1,2}[.)])(?:approx\w{0,9}\.? )?(?:[£<]?\d[\d,.]{0,12}%?|yes|no|none|nil|n\/a|zero|not held|unknown)\.?(?=[^\S\n]{0,4}(?:\n|$))|^\W{0,4}(?:\d{1,2}[.)]\W{0,3})?(?:how|what|number|total)\b.{5,200}[:=–-][^\S\n]{0,3}£?\d[\d,]{0,12}(?=[^\S\n]{0,4}$)|^[^|\n]{2,60}\|[ \t]{0,3}\d[\d,.]{0,12}[ \t]{0,3}\|/gim
