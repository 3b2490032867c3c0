import type { Span } from '@disclosed/document'
import { speaksAsAnswerer } from '../partition/voice.ts'
import type { Passage } from '../passages/index.ts'
import { sentencesOf } from '../sentences.ts'
import { widerThanBlank } from '../white-space.ts'
import { isAsk, isDirectAsk, isQualifier } from './asks.ts'
import { answeredByLetter, asksInSeries } from './in-series.ts'
import { splitInline } from './inline.ts'
import { leadsToFields, type Point } from './points.ts'

interface ProseAsk {
  /** A letter, where the sentence counts its asks: «(a) the number of …, (b) the cost of …». */
  readonly number: string | null
  readonly span: Span
  readonly stem: null
  readonly occurrence: { readonly passage: number; readonly passages: number; readonly answer: Span | null }
  readonly role: Passage['role']
}

/**
 * Asks worded in running text: one for each sentence that asks on its own, with the sentences after it that only say
 * how it is meant. In a reply only a passage that is nothing but a question counts, for authorities, too, ask readers
 * to look, write and note.
 */
export function asksInProse(
  text: string,
  passages: readonly Passage[],
  points: readonly Point[],
  answeredLetters: ReadonlySet<string> = new Set(),
): readonly ProseAsk[] {
  const taken = new Set(points.flatMap(({ first, last }) => range(first.index, last.index)))
  const asks: ProseAsk[] = []
  const listed = new Set(points.map(({ first }) => first.role))
  const unmarked = unmarkedLists(passages, taken)
  const interleaved = passages.filter((each, at) => isOverAnswer(each, passages[at + 1])).length >= 2
  for (const [at, passage] of passages.entries()) {
    if (taken.has(passage.index) || (passage.label?.style === 'answer' && !/\?$/.test(passage.words))) continue
    if (passage.role === 'request' || passage.role === 'quoted_mail') {
      const lettered = passage.label ? [] : answeredByLetter(text, passage.body, answeredLetters)
      if (lettered.length > 0) {
        asks.push(...lettered.map(({ number, span }) => ({ ...ask(passage, span), number })))
        continue
      }
      if (unmarked.stems.has(passage.index)) continue
      if (unmarked.points.has(passage.index)) {
        asks.push(ask(passage, passage.body))
        continue
      }
      if (/^[a-z]/.test(passage.words) && !isAnnounced(passage) && !isLedTo(passage, passages[at - 1])) continue
      if (listed.has(passage.role) && !leadsToFields(passages, at)) continue
      if (isBreakdown(passages, at) || leadsToAsks(passage, passages[at + 1]) || leadsToList(passages, at, taken))
        continue
      if (
        isUnmarkedPoint(passage, passages[at - 1]) ||
        namesWhatIsWanted.test(passage.words.replace(/^["“‘'*_]{1,3}/, ''))
      )
        asks.push(ask(passage, passage.body))
      else asks.push(...asksOfRequest(text, passage))
    } else if (
      (isRestatedAsk(passage, passages[at + 1]) || (interleaved && isNamedOverAnswer(passage, passages[at + 1]))) &&
      !leadsToList(passages, at, taken)
    ) {
      asks.push(ask(passage, passage.body))
    } else {
      const { ask: opening, answer } = splitInline(text, passage.body)
      if (answer && isAskBeforeAnswer(text, opening, passage)) asks.push(ask(passage, opening, answer))
    }
  }
  return asks
}

/** «You asked: how many …»: what follows such a mark is a sentence of its own, small letter or not. */
function isAnnounced({ label, start, body }: Passage): boolean {
  return label === null && body.start > start
}

/** «Data breaches, 2016/17 to 2018/19:» over «how many were there, …»: a small letter goes on with what leads to it. */
function isLedTo({ words, role }: Passage, above: Passage | undefined): boolean {
  return above?.role === role && above.label === null && /:$/.test(above.words) && isDirectAsk(words)
}

/** «I am requesting the following information about quad bikes:» over the first of the asks. */
function leadsToAsks(passage: Passage, next: Passage | undefined): boolean {
  const { words, role } = passage
  if (next === undefined || next.role !== role || !isAsk(next.words)) return false
  return (
    /\bfollowing\b[^.?]{0,200}:$/i.test(words) ||
    (/^[a-z]/.test(next.words) && isLedTo(next, passage) && leadsOn(words))
  )
}

/** «Please send the information below», «would you please answer these questions:» above a list, or above words on all of it. */
function leadsToList(passages: readonly Passage[], at: number, taken: ReadonlySet<number>): boolean {
  const words = passages[at]?.words ?? ''
  if (leadsToFields(passages, at)) return false
  const below = passages.slice(at + 1, at + 9).findIndex(({ index }) => taken.has(index))
  if (below < 0) return false
  return (below === 0 && /:$/.test(words)) || speaksOfList.test(words)
}

const speaksOfList =
  /\b(?:(?:information|data|details|figures|questions?) (?:below|that follow)|the following|these (?:\w+ )?questions|(?:answer|reply to|respond to) (?:the|my|some|a few|these) (?:\w+ )?questions?)\b/i

function asksOfRequest(text: string, passage: Passage): readonly ProseAsk[] {
  const asks: ProseAsk[] = []
  for (const sentence of sentencesOf(text, passage.body)) {
    const words = text.slice(sentence.start, sentence.end).replace(widerThanBlank, ' ')
    const last = asks.at(-1)
    if (
      isDirectAsk(words) &&
      !isCourtesy(words) &&
      !speaksAsAnswerer(words) &&
      (!isQualifier(words) || (!last && /^please \w+ down \w/i.test(words)))
    ) {
      // "Also, …" and a question of its own begin a new ask; a second demand on the same thing goes on with the first.
      const series = passage.label ? [] : asksInSeries(text, sentence)
      if (series.length > 0) asks.push(...series.map(({ number, span }) => ({ ...ask(passage, span), number })))
      else if (last && !isIndependent(words))
        asks[asks.length - 1] = { ...last, span: { start: last.span.start, end: sentence.end } }
      else asks.push(ask(passage, sentence))
    } else if (last && isQualifier(words)) {
      asks[asks.length - 1] = { ...last, span: { start: last.span.start, end: sentence.end } }
    }
  }
  return asks
}

/** «The largest single payment;» on a line of its own, below «… please provide:» and its like. */
function isUnmarkedPoint(passage: Passage, above: Passage | undefined): boolean {
  if (!above || above.role !== passage.role || passage.lines.length > 3 || passage.words.length > 300) return false
  return /[:;]$/.test(above.words) && isAsk(passage.words) && !isDirectAsk(passage.words)
}

/**
 * «Please supply the following for 2021» over «Number of breaches», «Number by type» and «Number where somebody was told», one upon the
 * other and without marks: points of a list, each of which asks. Most must be worded so, or begin alike.
 */
function unmarkedLists(passages: readonly Passage[], taken: ReadonlySet<number>) {
  const stems = new Set<number>()
  const points = new Set<number>()
  for (const [at, stem] of passages.entries()) {
    if (stem.role !== 'request' && stem.role !== 'quoted_mail') continue
    if (taken.has(stem.index) || stem.label || !leadsOn(stem.words)) continue
    const below: Passage[] = []
    for (const each of passages.slice(at + 1, at + 1 + mostPoints)) {
      if (each.role !== stem.role || each.label || taken.has(each.index)) break
      if ((each.gap && below.length > 0) || each.words.length > longestPoint) break
      below.push(each)
    }
    const asking = below.filter(({ words }) => beginsAsk(words) && !isQualifier(words))
    if (below.length < 2 || asking.length < 2 || asking.length < below.length * 0.6) continue
    stems.add(stem.index)
    for (const each of below) points.add(each.index)
  }
  return { stems, points }
}

const mostPoints = 20
const longestPoint = 260

/** «Please supply the following for calendar years 2021 and 2022», «Please could you tell me under FOI:» */
function leadsOn(words: string): boolean {
  return (
    words.length <= longestPoint &&
    !/\?/.test(words) &&
    isDirectAsk(words) &&
    (/:$/.test(words) ? !isWholeAsk.test(words) : /\b(?:the )?following\b[^.]{0,80}$/i.test(words))
  )
}

function beginsAsk(words: string): boolean {
  return isDirectAsk(words) || namesWhat.test(words)
}

const namesWhat =
  /^(?:(?:the|a|an|any|all|total|overall|full) )*(?:numbers?|costs?|amounts?|value|cop(?:y|ies)|lists?|names?|details|percentage|proportion|breakdown|total)\b/i

/** «How many complaints were made in these years:» is an ask, and what follows are its parts. */
const isWholeAsk =
  /\b(?:how (?:many|much|often)|(?:number|cost|amount|breakdown|copy|list) of|by|split|broken down|includ\w{1,4})\b/i

/** «The total number of fines issued in 2021.» */
const namesWhatIsWanted =
  /^(?:the |a |an )?(?:(?:total|full|annual|overall|complete) )*(?:number|list|copy|copies|breakdown|amount|cost|details) of\b/i

/** Below «Please break these down as follows:» come breakdowns and no asks. */
function isBreakdown(passages: readonly Passage[], at: number): boolean {
  for (let back = at - 1; back >= 0 && back >= at - 8; back -= 1) {
    const above = passages[back]
    if (!above || passages[back + 1]?.gap) return false
    if (/\b(?:broken down|break (?:this|these|it|them|down)|split)\b[^.?]{0,60}:$/i.test(above.words)) return true
  }
  return false
}

function isIndependent(words: string): boolean {
  if (/[?]["”']?$/.test(words)) return true
  // «I'd also like a list of the lakes, with the number for each.»
  if (/^(?:finally,? |i(?:['’]d| would) also like (?:a|an|the|to know|to see)\b)/i.test(words)) return true
  // "Also, what caused those breaches." goes on about the same thing.
  if (/\b(?:this|these|those|them|they|it|each)\b/i.test(words)) return false
  return /^(?:how|what|which|when|where|who|please (?:also )?(?:give|provide|list|state|confirm|supply|send|tell)|also|finally|i (?:would|also))\b/i.test(
    words,
  )
}

export function isCourtesy(words: string): boolean {
  if (
    asksForNothing.test(words) ||
    saysWhenOnly.test(words) ||
    asksHowToAsk.test(words) ||
    /^what (?:we were|you|was)(?: have)? asked\W{0,3}$/i.test(words)
  )
    return true
  return /^(?:i (?:look forward|hope|understand|believe|am (?:aware|writing|asking|making|contacting)|make this request|write)|(?:under|by way of|in accordance with|pursuant to) (?:the )?(?:freedom|foi|section|act)[^?]{0,120}(?:ask|request|like|write)[^?]{0,60}(?:for this|following|information|:)?\W{0,12}$|please (?:acknowledge|contact|let me know if|do not hesitate|reply|respond|find|see|help)|(?:please|could you|can you|i would like you to) (?:please )?(?:provide|supply|send|give)(?: me)?(?: with)? (?:the )?following(?: information)?[.:]?$|thank|can you (?:please )?acknowledge|would you (?:please )?(?:put|be))/i.test(
    words,
  )
}

/** «How do I make a request for information?», «What information can be requested?»: a page on requests asks for its readers. */
const asksHowToAsk =
  /^(?:how (?:do|can|should|will|would|long|much) (?:i|we|you|it|does|will|do)\b[^?]{0,80}\b(?:requests?|appeal|complain|apply|foi)\b|what (?:information )?(?:can|may) (?:be|i|you) (?:be )?request|what (?:is|are) (?:the )?(?:freedom of information|foi|eir|environmental information|publication scheme|exemptions?)\b|who can\b|forgotten (?:your )?password)[^?]{0,80}\?$/i

/** «Will you please send me information for these calendar years, 2012, 2013 and 2014 to date?» says when, and not what. */
const saysWhenOnly =
  /\binformation (?:for|in|from|over|covering|between) (?:each of )?(?:the|these) (?:\w{3,9} ){0,4}(?:years?|months?|periods?|dates?)\b(?:[\s,:;]{1,3}(?:\d[\d/–-]{1,8}|to date|and|to|inclusive|only)){0,14}[?.:]?$/i

/** «For each account, please give me:» leads on and wants nothing of its own. */
const asksForNothing =
  /(?:please|could you|can you)\b[^.?:]{0,40}\b(?:give|provide|supply|state|include|list)(?: me| us)?(?: with)?(?: the following)?(?: (?:information|details|fields))?:$/i

/** «Please provide a copy of the apology.» alone in a reply, before its answer; «Please contact us» is the authority's own. */
function isRestatedAsk(passage: Passage, next: Passage | undefined): boolean {
  const { words, label } = passage
  if (label?.style === 'bullet' || label?.style === 'letter') return false
  if (
    words.length > 900 ||
    (/^[a-z]/.test(words) && !isAnnounced(passage)) ||
    words.includes('\t') ||
    isOwnRequest.test(words)
  )
    return false
  const last = /[?]["”')*_]{0,2}$/.test(words)
  const demands =
    /^to ask the\b|^please (?:also |could you |can you )?(?:provide|state|list|confirm|supply|give|send|tell)\b.{10,}[.]$/i.test(
      words,
    )
  // «Please list the type of equipment» right above «Answer: …» needs no mark.
  const isOverAnswer = next !== undefined && announcesAnswer.test(next.words) && words.length < longestUnmarked
  if (!last && !demands && !isOverAnswer) return false
  if (!isDirectAsk(words) || isCourtesy(words) || isQualifier(words)) return false
  return next?.index === passage.index + 1
}

const announcesAnswer = /^(?:(?:our |the )?(?:answer|response|reply)|ans)\s{0,2}[:–-]/i
const longestUnmarked = 400

/** A question over words that ask nothing: two of them, and the reply is laid out so. */
function isOverAnswer(passage: Passage, next: Passage | undefined): boolean {
  return passage.role === 'reply' && isRestatedAsk(passage, next) && next !== undefined && !isAsk(next.words)
}

/** «Number of these reported to the ICO.» over «1», where others are asked right over their answers. */
function isNamedOverAnswer({ words, label, gap, role }: Passage, next: Passage | undefined): boolean {
  if (role !== 'reply' || label || !gap || !next?.gap || next.role !== role || next.words.length > 160) return false
  return /\.$/.test(words) && words.length <= 300 && namesWhatIsWanted.test(words) && !isAsk(next.words)
}

/** «How many wards have you? The Trust has one ward.»: the question and its answer in one paragraph. */
function isAskBeforeAnswer(text: string, opening: Span, { label, words }: Passage): boolean {
  const asked = text.slice(opening.start, opening.end).replace(widerThanBlank, ' ')
  if (label || !/\?["”')*_]{0,2}$/.test(asked) || asked.split(' ').length < fewestWords) return false
  return (
    isDirectAsk(asked) &&
    !/^[a-z]/.test(asked) &&
    !isOwnRequest.test(words) &&
    !isCourtesy(asked) &&
    !isQualifier(asked)
  )
}

/** Shorter questions are headings, and what a speaker asks himself. */
const fewestWords = 6

const isOwnRequest =
  /^(?:please (?:find|see|note|refer|contact|be aware|let us|quote|accept|do not|visit|allow|feel|write|click|ensure|send (?:your|any|us)|state (?:your|that)|provide (?:us|your)|confirm (?:your|that you|whether you (?:wish|still)))|could you (?:please )?(?:let us|clarify|confirm (?:your|whether you))|would you|are you|did you (?:find|know)|(?:not|un)(?:happy|satisfied)|need|want|can(?:'t| we)|was this|is this page|how (?:useful|satisfied|did we|to)|what happens next|why)/i

function ask(passage: Passage, span: Span, answer: Span | null = null): ProseAsk {
  return {
    number: null,
    span,
    stem: null,
    occurrence: { passage: passage.index, passages: 1, answer },
    role: passage.role,
  }
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
