import type { Span } from '@disclosed/document'
import { allMatches } from '../all-matches.ts'
import { sentenceAround } from '../outcomes/index.ts'
import type { Asked } from '../questions/index.ts'

/** Which questions an answer says that it answers. */
export type Named =
  | { readonly kind: 'these'; readonly questions: readonly number[] }
  | { readonly kind: 'all' }
  | { readonly kind: 'rest' }

const one = String.raw`\d{1,2}(?:\.\d{1,2})?[a-z]?`
const mark = String.raw`(?:q(?:uestions?|ns?)?[ .]{0,2}|r(?=\d)|points? |parts? |items? )?`
const numbers = String.raw`${one}\)?\.?(?:(?: ?[–—-] ?| to | ?& ?| and | ?, (?:and )?)${mark}${one}\)?\.?){0,12}`

const atStart = new RegExp(
  `^(?<word>q(?:uestions?|ns?)?[ .]{0,2}|R(?=\\d)|points? |parts? |items? )?(?<list>${numbers})(?= ?[.:)–—-]| |$)`,
  'i',
)
const said = new RegExp(
  String.raw`\b(?:answers?|answering|responses?|respond|respect|relation|regards?|regarding|concerning|information (?:for|on)|(?:requested|asked for|sought|raised|contained) (?:in|at|under|by)|details (?:for|of)|for|to|of|on|in) (?:to |for |of )?(?:the )?(?:parts? |your )?(?:(?:questions?|points?|parts?|items?|requests?)(?: numbers?| nos?\.?)?|q)[ .]{0,2}(?<list>${numbers})(?![\w%])`,
  'gi',
)

/**
 * The questions that the first words of an answer name: «Q1 - Q4 -», «3.-5.», «answers to questions 1 & 2»,
 * «as to every other question». «Same as question 1» names an answer and no question: that is `sameAs`.
 */
export function namedQuestions(words: string, questions: readonly Asked[]): Named | null {
  return namedByNumber(...lettersAsNumbers(words, questions))
}

/** «In respect of (c) the cost …», «the information for (a) and (b)»: where letters count the questions they name them as numbers do. */
function lettersAsNumbers(words: string, questions: readonly Asked[]): readonly [string, readonly Asked[]] {
  const letters = questions.map(({ number }) => number)
  const count = letters.every((letter, at) => letter === 'abcdefghijkl'[at])
  if (!count || letters.length < 2 || !/\([a-l]\)/.test(words)) return [words, questions]
  return [
    words.replace(/(?:\b(?:questions?|parts?|points?|items?) {0,2})?\((?<letter>[a-l])\)/gi, (_, letter: string) => {
      const at = letters.indexOf(letter.toLowerCase())
      return at === -1 ? letter : `question ${at + 1}`
    }),
    questions.map((question, at) => ({ ...question, number: `${at + 1}` })),
  ]
}

function namedByNumber(words: string, questions: readonly Asked[]): Named | null {
  const opening = words.slice(0, 260)
  const start = atStart.exec(opening)
  if (start?.groups) {
    const { word, list = '' } = start.groups
    const several = /[–—&,-]|\bto\b|\band\b/i.test(list)
    const found = asked(list, questions)
    if (several && found.length > 0 && (word || looksLikeLabels(list, found.length)))
      return { kind: 'these', questions: found }
  }
  const behind = headed.exec(words)?.groups?.list
  const headedOnes = behind ? asked(behind, questions) : []
  if (headedOnes.length > 0) return { kind: 'these', questions: headedOnes }
  if (
    /\b(?:all|any|every|each|the) (?:of )?(?:the |your )?(?:other|remaining)\b[^.]{0,30}\b(?:questions?|points?|parts?|requests?)\b|\brest of (?:the|your) (?:questions?|request)\b/i.test(
      opening,
    )
  ) {
    return { kind: 'rest' }
  }
  if (refersBack(opening)) return null
  // «Questions 6 and 7 we can answer», «… . Questions 6 and 7 are answered below.»
  const subject = answerable.exec(opening)?.groups?.list
  const answeredOnes = subject ? asked(subject, questions) : []
  if (answeredOnes.length > 0) return { kind: 'these', questions: answeredOnes }
  const several = firstSeveral.exec(opening)?.groups?.count?.toLowerCase()
  if (several) {
    const count = several === 'both' ? 2 : counts.indexOf(several) + 2
    if (count <= questions.length)
      return { kind: 'these', questions: questions.slice(0, count).map(({ index }) => index) }
  }
  const told = (ordinal.exec(opening) ?? thirdAlone.exec(opening))?.groups?.which?.toLowerCase()
  if (told) {
    const nth = told === 'last' || told === 'final' ? questions.length - 1 : ordinals.indexOf(told)
    if (nth < questions.length) return { kind: 'these', questions: [nth] }
  }
  const named = allMatches(opening, said)
    .filter(({ index }) => !pointsBack.test(opening.slice(Math.max(0, index - 40), index)))
    .flatMap((match) => asked(match.groups?.list ?? '', questions))
  if (named.length > 0) return { kind: 'these', questions: [...new Set(named)] }
  if (/\b(?:all|each|every one) (?:of )?(?:the |your |these |above |\d+ )*questions\b/i.test(opening))
    return { kind: 'all' }
  return null
}

/**
 * The questions that a sentence names right beside some words of it, where it names several groups: «we give you questions 1 and 3, as the
 * information for questions 2 and 4 is exempt» refuses the latter. Null where it names one group or none.
 */
export function namedBeside(text: string, span: Span, questions: readonly Asked[]): readonly number[] | null {
  const { start, end } = sentenceAround(text, span)
  const words = text.slice(start, end).replace(/\s/g, ' ')
  const groups = allMatches(words, said)
    .map((match) => ({ at: start + match.index, found: asked(match.groups?.list ?? '', questions) }))
    .filter(({ found }) => found.length > 0)
  if (new Set(groups.map(({ found }) => found.join())).size < 2) return null
  return (groups.findLast(({ at }) => at < span.end) ?? groups[0])?.found ?? null
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** «Devices (questions 3 and 4)»: a heading with those it is for in brackets. */
const headed = new RegExp(
  String.raw`^[A-Z][^.?!()]{2,60} \((?:questions?|qs?|points?|parts?|items?)[ .]{0,2}(?<list>${numbers})\)[:.]?$`,
  'i',
)

/** «In answer to your second question», «The last part of your request» */
const ordinal = new RegExp(
  String.raw`^(?:(?:in|with|as|for|to|on|re|regarding|concerning|turning)\b[^.;]{0,40}?)?(?:the |your ){0,2}(?<which>${ordinals.join('|')}|last|final) (?:questions?|points?|parts? of (?:your|the) request|items?)\b`,
  'i',
)

const counts = ['two', 'three', 'four', 'five']

/** «In respect of your first two questions, …» */
const firstSeveral =
  /^(?:in|with|as|for|to|on|re|regarding|concerning)\b[^.;]{0,40}?\b(?:the |your )?first (?<count>two|three|four|five)(?: of)?(?: the| your)? (?:questions?|points?|parts)\b/i

/** «As to the third, the spend was …»: no question is said, and none else can be meant. */
const thirdAlone = new RegExp(
  `^(?:as (?:to|for|regards)|regarding|concerning|in (?:answer|reply|response|respect|relation|regard) (?:to|of)|on) the (?<which>${ordinals.join('|')}|last|final)(?=, )`,
  'i',
)

/** «Not applicable. See response to question 1», «… as shown in our answer to question 2»: another answer, and not whose this is. */
const pointsBack =
  /\b(?:see|refer(?:red)? to|as (?:per|in|under|stated in|shown in|given in|set out in|explained in)|same as|per|identical to|similar to|given in|because of|based on|due to)(?: (?:the|our|my|your|also|above|previous)){0,2} ?(?:(?:answers?|response|reply|comments?|figures?|information)? ?(?:above|given|provided)?) ?$/i

const answerable = new RegExp(
  String.raw`(?:^|[.;] )questions? (?<list>${numbers}) (?:we can|can be|are|is) (?:\w+ )?answer(?:ed)?\b`,
  'i',
)

/** «3.-5.» or «1-4:» name questions; «10-20 people» is an answer. */
function looksLikeLabels(list: string, found: number): boolean {
  return found > 1 && /[.)]/.test(list)
}

function asked(list: string, questions: readonly Asked[]): readonly number[] {
  const parts = list.toLowerCase().split(/( ?[–—-] ?| to | ?& ?| and | ?, (?:and )?)/)
  const wanted = new Set<number>()
  // A list that lost its numbers is answered by them all the same.
  const isNumbered = questions.some((question) => question.number !== null)
  let from: number | null = null
  for (let at = 0; at < parts.length; at += 2) {
    const number = plainNumber(parts[at] ?? '')
    const isRange = /[–—-]|to/.test(parts[at - 1] ?? '')
    const here = questions
      .filter((question) => isOrIsBelow(isNumbered ? question.number : `${question.index + 1}`, number))
      .map(({ index }) => index)
    if (isRange && from !== null && here.length > 0) {
      for (let index = from; index <= Math.max(...here); index += 1) wanted.add(index)
    }
    for (const index of here) wanted.add(index)
    from = here[0] ?? null
  }
  return [...wanted].toSorted((first, second) => first - second)
}

function plainNumber(part: string): string {
  return /\d{1,2}(?:\.\d{1,2})?[a-z]?/.exec(part)?.[0] ?? ''
}

/** Is it that question, or one below it: 1.2 and 1a are below 1. */
export function isOrIsBelow(number: string | null, outer: string): boolean {
  if (number === null || outer === '') return false
  return number === outer || (number.startsWith(outer) && /^(?:\.|[a-z])/.test(number.slice(outer.length)))
}

/** Whose answer this one repeats. */
export type SameAs = { readonly question: number } | 'above'

const back =
  /\b(?:same|as|see|refer(?:red)? to|per|repeat(?:ed)?|identical to|covered (?:in|by|under)|answered (?:in|at|under)|provided (?:in|at|under)|included in)\b(?:[^.\d]{0,60}?\b(?:questions?|points?|parts?|items?|answers?|response|reply|q|number|no\.?)[ .]{0,2}(?:(?:to|in|at|for|of) (?:questions? |points? |q)?)?\(?|[^.\d]{0,20}\(| (?:as |for |to |at |per )?)(?<number>\d{1,2}(?:\.\d{1,2})?[a-z]?)\)?(?!\d|\/|%| (?:of the|hours|days|months|years|[A-Z][a-z]+ \d{4}))/i

/** An answer that only points to another one: «Same as point (1.2)», «As Question 1», «Please see above». */
export function sameAs(words: string, self: number, questions: readonly Asked[]): SameAs | null {
  const plain = words.trim()
  if (plain.length > 160) return null
  const named = back.exec(plain)?.groups?.number
  if (named && refersBack(plain)) {
    const found = questions.find(({ number, index }) => number === named.toLowerCase() && index !== self)
    if (found) return { question: found.index }
  }
  if (
    /^(?:\W*(?:please )?(?:see|refer to|as per|as|same as)(?: (?:the )?(?:answer|response|information|comments?|reply))?(?: (?:provided|given|to))?(?: (?:the )?(?:previous|last|preceding) (?:question|answer|response)| above| previous(?:ly)?(?: (?:stated|answered|answer|response))?)|as above|ditto|same as above|see above|as previously (?:stated|answered)|same (?:answer|response))\W*(?:\.|$)/i.test(
      plain,
    )
  ) {
    return 'above'
  }
  return null
}

function refersBack(words: string): boolean {
  return (
    /^\W*(?:(?:please )?(?:see|refer to)|same|as(?! (?:to|for|regards?|concerns|far) )|this (?:is|has been)|(?:the )?answer (?:is )?(?:the )?same|covered|answered|included|repeat)\b[^.]{0,60}\b(?:as (?:in |for |per |at |to )?|see |to |in |for |per |at |by |under |above|below)?/i.test(
      words,
    ) && !/\b(?:attach|enclos|spreadsheet|pdf|link|website|https?)\b/i.test(words)
  )
}
