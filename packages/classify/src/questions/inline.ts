import { quote, type Span, trimmed } from '@disclosed/document'
import { allMatches } from '../all-matches.ts'
import { widerThanBlank } from '../white-space.ts'
import { isAsk, isQualifier } from './asks.ts'

/** An ask, and the answer that stands behind it on the same line. */
export interface Split {
  readonly ask: Span
  readonly answer: Span | null
}

/**
 * Parts the words of a point into what is asked and what is answered: after its question mark, behind a dash,
 * in the next column of a table, or after a wide gap. «… at the depot – 14» holds both; «… in 2019 - 2021?» only asks.
 */
export function splitInline(text: string, body: Span): Split {
  const words = quote(text, body)
  const cut = atTab(words) ?? afterMark(words) ?? behindDash(words) ?? behindColon(words) ?? afterGap(words)
  if (cut === null) return { ask: trimmed(text, body), answer: null }
  const answer = trimmed(text, { start: body.start + cut.from, end: body.end })
  return {
    ask: trimmed(text, { start: body.start, end: body.start + cut.to }),
    answer: /[a-z0-9*-]/i.test(quote(text, answer)) ? answer : null,
  }
}

interface Cut {
  /** Where the ask ends, and where the answer begins. */
  readonly to: number
  readonly from: number
}

function atTab(words: string): Cut | null {
  const at = words.indexOf('\t')
  if (at <= 0 || !isAsk(words.slice(0, at))) return null
  return { to: at, from: at + 1 }
}

/** After the last question mark that only answers follow: «… you employ?- 1.5 FTE», «… last year? No.» */
function afterMark(words: string): Cut | null {
  const mark = /[?](?:["”')]{0,2})/g
  for (const match of allMatches(words, mark)) {
    const to = match.index + match[0].length
    const gap = /^[\s–—:/|-]{0,40}/.exec(words.slice(to))?.[0].length ?? 0
    const rest = words.slice(to + gap)
    if (rest === '') return null
    if (goesOnAsking(rest)) continue
    return { to, from: to + gap }
  }
  return null
}

function goesOnAsking(rest: string): boolean {
  const opening = rest.slice(0, 300).replace(widerThanBlank, ' ')
  // «How much was paid? (in all) £420»: what stands in brackets is of the question, and what follows may answer it.
  const aside = /^\([^()]{1,120}\)[\s–—:-]{1,8}(?=[£\d]|nil\b|none\b)/i.exec(opening)?.[0]
  if (aside !== undefined) return goesOnAsking(opening.slice(aside.length))
  return (
    /^[a-z(]/.test(opening) ||
    isQualifier(opening) ||
    (isAsk(opening) && /[?]/.test(rest)) ||
    /^(?:please(?! (?:see|find|refer)\b)|if|i |for example|e\.g)/i.test(opening)
  )
}

const shortAnswer =
  /^(?:[£<>~]? ?\d[\d,.]*(?: ?(?:%|k|m|million|bn|per ?cent|percent))?\*{0,2}(?: [a-z()/ -]{1,40})?|n\/?a|not applicable|yes|no|none|nil|zero|unknown|not (?:held|known|recorded|available)|no (?:information|data|records?) (?:is |are )?held|none (?:known|recorded|held))\.?$/i

const stand = /[ \t]{1,8}[–—-]{1,4}[ \t]{0,8}|[.?:;)][ \t]{0,8}[–—-][ \t]{1,8}/g
const refuses =
  /^(?:under |this information |information |we |the (?:council|trust|force|authority|information) |not held|see |please see |exempt)/i

/** «33, 41 and 70 respectively», «Nil in all three years.», «The Health Board recorded 61 in 2018.», «There were 14 in 2019.» */
const says =
  /^(?:\d{1,9}(?:[.,]\d{1,9}){0,3}(?:, \d{1,9}(?:[.,]\d{1,9}){0,3}){0,12},? and \d{1,9}(?:[.,]\d{1,9}){0,3}(?: respectively)?\.?$|(?:Nil|None|Zero|Yes|No)\b|[Tt]he (?:[A-Z][\w'’-]{0,30} ){0,4}(?:[Cc]ouncil|[Bb]oard|[Tt]rust|[Ff]orce|[Uu]niversity|[Cc]ollege|[Ss]ervice|[Dd]epartment|[Aa]uthority|[Cc]ommission|[Aa]gency|[Cc]onstabulary) |There (?:were|was|are|is|have|has) |(?:This|It|These) (?:is|was|are|were) |A total of |In total)/

/** «… 31 March 2023 – 31»: behind a day no other end of a range stands so. */
const endsOnDay = /\d (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}$/i

/** «E-mail: 21, Post: 8» */
const listsFigures = /^[A-Z][A-Za-z -]{1,30}: \d[\d,.]{0,9}[,;] /

/** «Price of a new licence - £465.70», «… external provider. – N/A»: the last dash, when an answer stands behind it. */
function behindDash(words: string): Cut | null {
  const dashes = allMatches(words, stand)
  for (const match of dashes.toReversed().slice(0, 4)) {
    const from = match.index + match[0].length
    const rest = words.slice(from).replace(widerThanBlank, ' ').trim()
    const before = words.slice(0, match.index + (/^[.?:;)]/.test(match[0]) ? 1 : 0))
    if (!isAsk(before.replace(widerThanBlank, ' '))) continue
    const years =
      /\d{4}(?:\/\d{2,4})?$/.test(before.trim()) && !endsOnDay.test(before.trim()) && /^\d{2,4}\b/.test(rest)
    const isSaid = says.test(rest) && (!years || /respectively/.test(rest))
    const isRefused = rest.length > 12 && refuses.test(rest)
    if (rest.includes('?') && !shortAnswer.test(rest)) continue
    // «wards 3 - 5 and 7»
    if (/(?:^|\D)\d{1,3}\s*$/.test(before) && !endsOnDay.test(before.trim()) && /^\d/.test(rest)) continue
    if (isSaid || (!years && (isRefused || shortAnswer.test(rest) || listsFigures.test(rest))))
      return { to: before.length, from }
  }
  return null
}

/** «… known when the decision was made: This data is not held.», «Number of licences revoked: 5» */
function behindColon(words: string): Cut | null {
  const { index } = allMatches(words, /:[ \t]{1,3}(?=\S)/g).at(-1) ?? {}
  if (index === undefined) return null
  const rest = words
    .slice(index + 1)
    .replace(widerThanBlank, ' ')
    .trim()
  const isAnswer = (shortAnswer.test(rest) && !/^(?:19|20)\d\d\b/.test(rest)) || isNotGiven.test(rest)
  return isAnswer && isAsk(words.slice(0, index).replace(widerThanBlank, ' ')) ? { to: index, from: index + 1 } : null
}

const isNotGiven =
  /^(?:(?:this|that|the|such) (?:information|data) (?:is|are|was) not|(?:information|data) (?:is )?not|we (?:do|can|are) ?not|(?:this|it) is not|not (?:held|recorded|known|currently|available))\b/i

/** «the day it was sent;          22 December 2023»: a gap that no sentence has. */
function afterGap(words: string): Cut | null {
  const wide = /\S( {3,40}[/|] {3,40}| {4,}|\t+)(?=\S)/.exec(words)
  if (wide) return { to: wide.index + 1, from: wide.index + wide[0].length }
  const narrow = /[.?)]( {2,3})(?=\S{1,12}$)/.exec(words)
  if (narrow) return { to: narrow.index + 1, from: narrow.index + narrow[0].length }
  return null
}
