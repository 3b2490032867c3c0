import { findCues } from '../outcomes/index.ts'
import type { Turns } from '../partition/index.ts'
import { goesOnAsking, speaksAsAnswerer } from '../partition/voice.ts'
import type { Passage } from '../passages/index.ts'
import { type Asked, isAsk } from '../questions/index.ts'
import { leading } from '../questions/points.ts'
import { tellsFigure } from './given.ts'

/**
 * Where the reply speaks in a letter whose request seems to go on: below its questions, from the first paragraph that answers up to
 * the next question. Where the reply is heard further down, only what stands between the last question and it may be its beginning.
 * Null where nothing in the request answers: a letter may hold no reply.
 */
export function hiddenReply(passages: readonly Passage[], questions: readonly Asked[]): Turns | null {
  const asked = new Set(questions.flatMap(({ occurrences }) => occurrences.flatMap(passagesOfOne)))
  const first = Math.min(...asked)
  if (questions.length === 0) return null
  const replied = passages.find((each) => each.index > first && isReply(each) && !asked.has(each.index))?.index
  const anew = replied === undefined ? answersCountedAnew(passages) : null
  if (anew?.lines[0]) return new Map([[anew.lines[0].index, 'reply']])
  const isOfAuthority = passages.some(({ role, words }) => role !== 'request' && quotes.test(words))
  const turns = new Map<number, 'request' | 'reply'>()
  let run: Passage[] = []
  const turn = (to: Passage | null, only: 'marked' | 'any' = 'any') => {
    const from = only === 'marked' ? firstMarked(run) : firstAnswering(run, isOfAuthority)
    run = []
    if (!from?.lines[0]) return
    turns.set(from.lines[0].index, 'reply')
    if (to?.lines[0]) turns.set(to.lines[0].index, 'request')
  }
  for (const passage of passages.slice(0, replied)) {
    if (passage.index <= first || passage.role !== 'request') continue
    const begins = asked.has(passage.index) || passage.label?.style === 'number'
    if (begins) turn(passage, replied === undefined ? 'any' : 'marked')
    run = begins ? [] : [...run, passage]
  }
  turn(null, replied === undefined || isOfAuthority ? 'any' : 'marked')
  // Where the reply was heard it still speaks, whatever turns stand above it.
  const heard = replied === undefined ? undefined : passages[replied]?.lines[0]
  if (turns.size > 0 && heard && !turns.has(heard.index)) turns.set(heard.index, 'reply')
  return turns.size > 0 ? turns : null
}

/**
 * «1.) Numbers of awards …» to «4.) …», and below them «1.) We keep none.» to «4.) £80,219»: where the numbers of a list that asks begin anew
 * and none of the new points asks, they answer. Null where some of them may ask.
 */
function answersCountedAnew(passages: readonly Passage[]): Passage | null {
  const counted = passages.filter(
    ({ role, label }) => role === 'request' && label !== null && counts.includes(label.style),
  )
  const at = counted.findIndex((point, index) => {
    const above = counted[index - 1]
    return index > 1 && above !== undefined && leading(point) < leading(above)
  })
  const [asked, anew] = [counted.slice(0, at), counted.slice(at)]
  const [first] = anew
  if (at < 2 || !first || anew.length < 2 || first.label?.style !== asked[0]?.label?.style) return null
  const numbers = new Set(asked.map(({ number }) => number))
  const answering = anew.filter(({ words }) => tellsFigure(words) || speaksAsAnswerer(words) || says(words))
  const areAnswers =
    anew.every(({ words, number }) => numbers.has(number) && !isAskers(words) && !isAsk(words)) &&
    answering.length * 2 > anew.length &&
    asked.filter(({ words }) => isAsk(words) || words.includes('?')).length * 2 > asked.length
  return areAnswers ? first : null
}

const counts: readonly string[] = ['number', 'word']

function passagesOfOne({ passage, passages }: Asked['occurrences'][number]): readonly number[] {
  return Array.from({ length: passages }, (_, at) => passage + at)
}

/** More than «Response» or «Dear Sir». */
function isReply({ role, words }: Passage): boolean {
  return role === 'reply' && (words.length > 40 || /\d/.test(words))
}

/**
 * «Answer 1», a figure that a remark follows, or the figures of several years upon each other: between two questions only a reply has them, wherever else it is heard.
 */
function firstMarked(run: readonly Passage[]): Passage | null {
  const marked = run.find(
    ({ label, words }) => label?.style === 'answer' || (label === null && beginsWithFigure.test(words)),
  )
  if (marked) return marked
  const years = run.filter(({ words }) => givesFigureOfYear.test(words))
  return years.length > 1 ? (years[0] ?? null) : null
}

/** «180 (all of them by the council)», «12. Although …»: a figure, and then something of it. */
const beginsWithFigure = /^(?!(?:19|20)\d\d\b)(?:[£<>~] ?)?\d[\d,]{0,14}%?(?:\. [A-Z]| \()/

/** «2019 – 54», «2019/20: £1,200» */
const givesFigureOfYear =
  /^(?:19|20)\d\d(?: ?[/–-] ?(?:\d\d|(?:19|20)\d\d))? ?[:=–-] ?(?:[£<>~] ?)?\d[\d,.]{0,14}(?:%|k|m)?[.*]?$/i

/** The first that answers; «The database changes all the time.» right above «The attached sheet gives …» belongs to it. */
function firstAnswering(run: readonly Passage[], isOfAuthority: boolean): Passage | null {
  let at = run.findIndex(({ words }) => answers(words, isOfAuthority))
  if (at === -1) return null
  for (;;) {
    const above = run[at - 1]
    if (!above || !isOfAuthority || above.words.length < 40 || !/\.$/.test(above.words) || isAskers(above.words)) break
    at -= 1
  }
  return run[at] ?? null
}

function answers(words: string, isOfAuthority: boolean): boolean {
  if (isAskers(words) || /[:;,]$/.test(words)) return false
  if (speaksAsAnswerer(words)) return true
  return isOfAuthority && (says(words) || (words.length > aRow && tellsFigure(words)))
}

function says(words: string): boolean {
  return findCues(words).some(({ value }) => value.strength === 'says')
}

/** Shorter words with a figure may be a row of a table that somebody asks about. */
const aRow = 20

function isAskers(words: string): boolean {
  return words.includes('?') || /\b(?:I|me|my)\b/.test(words) || goesOnAsking(words)
}

/** «Thank you for your request», «You asked:»: the authority repeats the request. */
const quotes =
  /\b(?:thank you for|your (?:\S{1,20} ){0,3}(?:request|e-?mail|letter|enquiry)|you (?:have )?(?:asked|requested)|in which you)\b|^(?:our |the )?(?:response|reply|answer)\W*$/i
