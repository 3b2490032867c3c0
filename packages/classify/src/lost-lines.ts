import type { Span } from '@disclosed/document'
import { allMatches } from './all-matches.ts'
import { isAsk, isDirectAsk, isQualifier } from './questions/asks.ts'
import { sentencesOf } from './sentences.ts'

/** So long is no line but a page that lost its lines. */
const longestLine = 1_000

/**
 * A page whose lines were run together, as scans and copies of PDFs are, has its points, headings and sentences still. Gives where the
 * lines of such a stretch stood: at points that count in order, at the words that announce a part, and at sentences, where what is asked
 * keeps the sentences that say how it is meant. Null for a stretch that is short enough to be a line.
 */
export function linesLost(text: string, span: Span): readonly Span[] | null {
  if (span.end - span.start <= longestLine) return null
  const words = text.slice(span.start, span.end)
  const points = pointsIn(words)
  const cuts = new Set([0, ...points.map(({ at }) => at), ...turnsIn(words)])
  for (const { start } of sentencesOf(words, { start: 0, end: words.length }))
    if (!points.some(({ at, end }) => at < start && start <= end)) cuts.add(start)
  const pieces = parted(words, cuts)
  return joined(words, pieces).map(({ start, end }) => ({ start: span.start + start, end: span.start + end }))
}

function parted(words: string, cuts: ReadonlySet<number>): readonly Span[] {
  const places = [...cuts].toSorted((one, other) => one - other)
  return places.flatMap((from, at) => {
    const piece = words.slice(from, places[at + 1])
    const body = piece.trim()
    if (body === '') return []
    const start = from + piece.indexOf(body)
    return [{ start, end: start + body.length }]
  })
}

/** «How many were there? Please give them by year.» is one ask. */
function joined(words: string, pieces: readonly Span[]): readonly Span[] {
  const lines: Span[] = []
  for (const piece of pieces) {
    const last = lines.at(-1)
    const said = words.slice(piece.start, piece.end)
    if (last && isQualifier(said) && asks(words.slice(last.start, last.end)) && !speaksOfAnswer.test(said))
      lines[lines.length - 1] = { start: last.start, end: piece.end }
    else lines.push(piece)
  }
  return lines
}

function asks(words: string): boolean {
  const said = words.replace(/^\W{0,2}(?:\d{1,2}|[a-z])\W{1,3}/, '')
  return isDirectAsk(said) || isAsk(said)
}

/** «Please find attached», «Please note»: the authority's own words below a question. */
const speaksOfAnswer =
  /^(?:please (?:find|see|note|refer|be aware)|if you|where\b|this|an?y? (?:response|reply)|data (?:is|are)|figures are)/i

interface Mark {
  readonly at: number
  readonly end: number
  readonly number: number
}

/** The points of lists: numbers and letters that count from one on, in order. One alone may be an amount at the end of a sentence. */
function pointsIn(words: string): readonly Mark[] {
  return [
    ...inOrder(marksOf(words, numbered, (mark) => Number(mark))),
    ...inOrder(marksOf(words, lettered, (mark) => mark.charCodeAt(0) - 96)),
  ]
}

function marksOf(words: string, pattern: RegExp, count: (mark: string) => number): readonly Mark[] {
  return allMatches(words, pattern).flatMap(({ 0: whole, index, groups }) =>
    belongs.test(words.slice(Math.max(0, index - 14), index))
      ? []
      : [{ at: index, end: index + whole.length + 2, number: count(groups?.mark ?? '') }],
  )
}

const numbered = /(?<=^|\s)(?:[([]|Q(?:uestion )?)?(?<mark>\d{1,2})(?:[).\]:]{1,2}| -)(?=\s{1,3}(?:[A-Z"“[(]|[a-h]\)))/g
const lettered = /(?<=^|\s)\(?(?<mark>[a-h])\)(?=\s)/g

/** «there were 2. We», «under section 1. The»: the number is a part of the sentence that ends with it. */
const belongs =
  /\b(?:was|were|is|are|been|of|to|section|article|regulation|numbers?|no|total|in|for|and|or|than|by|at|only|page|question|part|point|q|with|from|between|until|till|under|over)\W{0,2}$/i

function inOrder(marks: readonly Mark[]): readonly Mark[] {
  const found: Mark[] = []
  let run: Mark[] = []
  const finish = () => {
    if (run.length > 1) found.push(...run)
    run = []
  }
  for (const mark of marks) {
    if (mark.number === run.length + 1) run.push(mark)
    else if (mark.number === 1) {
      finish()
      run = [mark]
    }
  }
  finish()
  return found
}

/** Where the words themselves announce a part of the letter. */
function turnsIn(words: string): readonly number[] {
  const before = allMatches(words, opens).map(({ index }) => index)
  const day = allMatches(words, dayOfLetter).flatMap(({ 0: whole, index }) => [index, index + whole.length])
  const behindFigures = allMatches(words, goesOnBehindFigures).map(({ index }) => index)
  const after = allMatches(words, announces).map(({ 0: whole, index }) => index + whole.length)
  const handsOver = allMatches(words, /:\s{1,8}(?=["“A-Z])(?!FOI)/g).flatMap(({ 0: whole, index }) => {
    const at = index + whole.length
    return whole.length > 2 || isDirectAsk(words.slice(at, at + 200)) ? [at] : []
  })
  return [...before, ...day, ...behindFigures, ...after, ...handsOver]
}

const opens =
  /(?<=\s)(?:Dear (?:[A-Z]|\[)|(?:Thank you for|Further to|In response to|With reference to|I refer to|I write in response to|I am writing in response to) your\b|Yours (?:sincerely|faithfully)|<?Clarification [Rr]eceived|(?:Our|Your) [Rr]ef(?:erence)?\b|(?:(?:Your|Our|Summary of|The) )?(?:Request|Response|Query|Question|Answer|Reply)\s?:)/g

/** «Response 1. The number …», «Response Please note that …» behind the end of a sentence; «Dear Sir, Thank you …». */
const announces =
  /(?<=[.?!:)>]["”]?\s{1,4})(?:Your |Our |The |Council |Trust )?(?:Response|Answer|Reply|Request|Query|Decision|Clarification)\s{1,3}(?=[A-Z\d][a-z.)]{0,12}\s)|(?<=\s)Dear (?:[A-Z][^,.:]{1,40},|Sir ?(?:\/|or) ?Madam|Sirs?|Madam|Requester|Applicant)(?=\s)/g

/** «2015 2 2016 Nil You are free to use …»: a table has no full stop, and what comes behind its last figure is a sentence. */
const goesOnBehindFigures =
  /(?<=(?:\d|\d%|Nil|None|N\/A)\s{1,3})(?:We|You|The|If|Please|This|These|I|Should|It|By way|Your)(?= [a-z])/g

/** «… Lane, Amblethorpe 3 May 2019 Our Ref: 12 Dear …»: the day of the letter stands between its address and its first words. */
const dayOfLetter =
  /(?<=\s)\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}(?=\s(?:Our|Your|Dear|FREEDOM|Freedom|F[Oo][Ii]|R[Ee][Ff]|R[Ee]:|Request))/g
