import { quote, type Span } from '@disclosed/document'
import { matches } from '../partition/lines.ts'
import { replyHeadings, requestHeadings } from '../partition/markers.ts'
import type { Passage } from '../passages/index.ts'
import { wholePeriod } from '../periods/index.ts'
import { widerThanBlank } from '../white-space.ts'
import { isAsk, isDirectAsk, isQualifier } from './asks.ts'
import { splitInline } from './inline.ts'

/** A point of a list that asks: its passage, and the passages of fields below it that belong to it. */
export interface Point {
  readonly first: Passage
  readonly last: Passage
  /** Where the label stands alone ("Question 1"): the passage that holds the words. */
  readonly titled: Passage | null
}

/**
 * The numbered, lettered and bulleted points that ask for something. In a quoted request every point of the list asks,
 * apart from the fields of one ask; in a reply a list asks only where most of its points are worded so,
 * for lists there also argue and answer.
 */
export function pointsThatAsk(text: string, passages: readonly Passage[]): readonly Point[] {
  const labelled = passages.filter(({ label }) => label && label.style !== 'answer')
  const next = new Map(labelled.map((passage, at) => [passage, labelled[at + 1]]))
  const all = lists(labelled)
  const asking = new Set(all.flatMap((list) => askingPoints(text, list, all, passages)))
  const points: Point[] = []
  let open = false
  for (const passage of labelled) {
    const above = open ? points.at(-1) : undefined
    if (above && isFieldOf(text, above, passage, asking)) {
      points[points.length - 1] = { ...above, last: passage }
      continue
    }
    if (!asking.has(passage)) continue
    const titled = passage.words === '' ? titledBy(passage, passages) : null
    if (passage.words === '' && !titled) continue
    open = !isStem(passage, titled ?? passage, next.get(passage), asking, text)
    if (open) points.push({ first: passage, last: titled ?? passage, titled })
  }
  return points.map((point, at) => extended(point, points[at + 1], passages, asking))
}

/** «3) For each report, please name the / a. authority / b. hospital / that was the target.»: an ask left open goes on. */
function extended(
  point: Point,
  next: Point | undefined,
  passages: readonly Passage[],
  asking: ReadonlySet<Passage>,
): Point {
  let { last } = point
  for (;;) {
    const following = passages[placeOf(last, passages) + 1]
    if (!following || following === next?.first || following.role !== last.role || following.index !== last.index + 1)
      break
    if (/[.?!]["”')]?$/.test(last.words) && !following.label) break
    if (/[?!]["”')]?$/.test(last.words) || asking.has(following)) break
    const named = following.label
      ? rank(following) > rank(point.first) &&
        (!answersHere(following.words) ||
          ((/:$|\bin$/.test(last.words) || isPeriodPart(last)) && wholePeriod(following.words) !== null))
      : /^[a-z]/.test(following.words)
    if (!named) break
    last = following
  }
  return { ...point, last }
}

/** «a) 2016/17» below «How many were there in:». */
function isPeriodPart({ label, words }: Passage): boolean {
  return label?.style === 'letter' && wholePeriod(words) !== null
}

/** A figure, a yes or a no is no field of a question. */
function answersHere(words: string): boolean {
  return /\d|[–—:=-] *(?:yes|no|n\/?a|none|nil)\b|^(?:yes|no|n\/?a|none|nil|not|as|see)\b/i.test(words)
}

/** The first of the paragraphs right below it that asks: some begin with «This is a request under the Act». */
function titledBy(passage: Passage, passages: readonly Passage[]): Passage | null {
  const from = placeOf(passage, passages)
  for (let below = 1; below <= mostAbove; below += 1) {
    const next = passages[from + below]
    if (!next || next.label || next.role !== passage.role || next.index !== passage.index + below) return null
    if (isAsk(next.words)) return next
  }
  return null
}

const mostAbove = 3

/** Points of one look that follow each other belong to one list; a numbered list may hold lettered ones between. */
function lists(labelled: readonly Passage[]): readonly (readonly Passage[])[] {
  const groups: Passage[][] = []
  for (const passage of labelled) {
    const group = groups.findLast((each) => sameList(each, passage))
    if (group) group.push(passage)
    else groups.push([passage])
  }
  return groups
}

function sameList(group: readonly Passage[], passage: Passage): boolean {
  const last = group.at(-1)
  if (!last?.label || !passage.label || sideOf(last) !== sideOf(passage)) return false
  if (last.label.style !== passage.label.style) return false
  if ((last.label.look === 'turn') !== (passage.label.look === 'turn')) return false
  if (passage.label.style === 'bullet' && last.label.look !== passage.label.look) return false
  // «1. … a) 2014/15 b) 2015/16» and «2. … a) If so, where»: letters below another number are a list of their own.
  if (passage.label.style === 'letter' && stemNumber(last) !== stemNumber(passage)) return false
  // «Q5. How many …?» and then «Q1 and Q3. Please see table 1», «Q2. Please see table 2»: numbers that begin anew count answers.
  const counts = passage.label.style === 'number' || passage.label.style === 'word'
  return !counts || leading(passage) >= leading(last)
}

/** What opens a reply belongs to it. */
function sideOf({ role }: Passage): Passage['role'] {
  return role === 'opening' ? 'reply' : role
}

function stemNumber({ number }: Passage): string {
  return /^\d+(?:\.\d+)*/.exec(number ?? '')?.[0] ?? ''
}

/** The whole number that a label begins with: 3 of «3a»; 0 where it has none. */
export function leading({ number }: Passage): number {
  return Number.parseInt(number ?? '', 10) || 0
}

/** Is this passage one ask, whose fields the bullets just below it name? */
export function leadsToFields(passages: readonly Passage[], at: number): boolean {
  const below = passages.slice(at + 1, at + 3)
  const bullet = below.findIndex(({ label }) => label?.style === 'bullet')
  return bullet >= 0 && namesFields.test((passages[at + bullet] ?? passages[at])?.words ?? '')
}

/** The points of a list that ask: all of them, only those worded as questions, or none. */
function askingPoints(
  text: string,
  list: readonly Passage[],
  all: readonly (readonly Passage[])[],
  passages: readonly Passage[],
): readonly Passage[] {
  const [first] = list
  if (!first) return []
  if (first.label?.look === 'turn') return list
  // «i) 2014/15», «ii) 2015/16»: the times that are asked about.
  if (list.every(({ words }) => wholePeriod(words.replace(/\s(?:to date|onwards)?(?:\s?\(.{0,60}\))?$/i, '')) !== null))
    return []
  if (list.some(({ words }) => isHeading(words)))
    return askingPoints(
      text,
      list.filter(({ words }) => !isHeading(words)),
      all,
      passages,
    )
  const asked = list.filter((passage) => asksAt(text, passage, passages))
  const direct = list.filter((passage) => isDirectAsk(askOf(text, passage, passages)) && !argues.test(passage.words))
  const lead = passages[placeOf(first, passages) - 1]
  const leads = lead && lead.role === first.role && (!lead.label || rank(lead) < rank(first)) ? lead.words : ''
  if (first.label?.style === 'bullet' && (namesFields.test(leads) || fieldsFollow.test(leads))) return direct
  // «For each of these courts, how many trials …?» is one ask, and the courts below it are no others.
  if (first.label?.style === 'bullet' && /\?$/.test(leads) && asked.length === 0) return []
  if (demandsBelow.test(leads)) return list
  if (first.role === 'request' || first.role === 'quoted_mail') {
    // Beside a numbered list of asks, bullets that ask nothing define words or name examples.
    const numbered = all.some(
      (other) => other !== list && other[0]?.role === first.role && other[0].label?.style !== 'bullet',
    )
    return first.label?.style === 'bullet' && numbered && asked.length / list.length < 0.5 ? direct : list
  }
  if (isAnnounced(first, passages) && isOverAnswers(list, passages)) return list
  if (asked.length === 0) return []
  // "Q5 – Please list …" among answers that bear numbers like it.
  if (first.label?.style === 'word' && asked.length / list.length < 0.6) return direct
  // Lists of arguments name benefits and harms; hardly any of their points is a question.
  const asks =
    asked.length / list.length >= 0.6 &&
    (direct.length > 0 ||
      opensReply(first, passages) ||
      (asked.length === list.length && isAnsweredBelow(list, passages)))
  return asks ? list : goOnAsking(direct, list)
}

/**
 * «1. The number of swans», «2. The cost of their keep» over «£1,200»: points that count on from one, none with a figure behind it,
 * most of them over words without a mark. Reasons are not set so.
 */
function isAnsweredBelow(list: readonly Passage[], passages: readonly Passage[]): boolean {
  const counts =
    list.length > 1 && list.every(({ label, number }, at) => label?.style === 'number' && number === `${at + 1}`)
  if (
    !counts ||
    list.some(({ words }) => /[:=–-] ?£?\d[\d,.]{0,12}%?$|\b(?:was|were|is|are) [^,.]{0,20}\d/.test(words))
  )
    return false
  const answered = list.filter((point) => {
    const below = passages[placeOf(point, passages) + 1]
    return (
      below?.role === 'reply' &&
      below.label === null &&
      below.words.length < 300 &&
      /\d|\b(?:no|none|nil|not|yes)\b/i.test(below.words)
    )
  })
  return answered.length * 2 > list.length
}

/** Points that count on from one, each over words without a mark, as an answer stands below what it answers. */
function isOverAnswers(list: readonly Passage[], passages: readonly Passage[]): boolean {
  const counts = list.length > 1 && list.every(({ number }, at) => number === `${at + 1}`)
  if (!counts || list.some(({ words }) => words.length > longestNamed || givesFigureAtEnd.test(words))) return false
  return list.every((point) => isOverReply(point, passages))
}

const longestNamed = 400
const givesFigureAtEnd = /[:=–-] ?£?\d[\d,.]{0,12}%?$|\b(?:was|were|is|are) [^,.]{0,20}\d/

function isOverReply(point: Passage, passages: readonly Passage[]): boolean {
  const below = passages[placeOf(point, passages) + 1]
  return below?.role === 'reply' && below.label === null && below.index === point.index + 1
}

/** «You asked for the following.» right above the list: the reply sets out what was asked, each point over its answer. */
function isAnnounced(first: Passage, passages: readonly Passage[]): boolean {
  if (first.label?.style === 'word') return true
  const above = passages[placeOf(first, passages) - 1]
  return above !== undefined && announcesPoints.test(above.words.slice(-200))
}

const announcesPoints =
  /\b(?:you (?:have |had |specifically )?(?:asked|requested|sought|wanted)|your (?:\w+ )?(?:request|questions?|enquiry))\b[^.?]{0,90}(?:\bfollow(?:s|ing)|\bbelow|\bin turn|:)\W{0,3}$/i

/** «10. Do you have a contract? No», «11. With whom? N/A» behind a numbered answer: the questions of a list that ends with them. */
function goOnAsking(direct: readonly Passage[], list: readonly Passage[]): readonly Passage[] {
  const marked = direct.filter(({ words, label }) => words.includes('?') && label?.style === 'number')
  const last = list.slice(-marked.length)
  return marked.length >= 2 && marked.every((passage, at) => passage === last[at]) ? marked : []
}

/** «1.0 Request», «2. Our response»: headings that are numbered like the points below them. */
export function isHeading(words: string): boolean {
  return (
    namesPart.test(words) || (words.length < 60 && (matches(requestHeadings, words) || matches(replyHeadings, words)))
  )
}
const namesPart =
  /^(?:(?:the|your|our) )?(?:request|questions?|information requested|response|reply|answers?|decision|rights? of (?:review|appeal)|complaints?|appeals?)\W{0,2}$/i

/** «… including the following fields:», «For each account, please give me:»: what follows are parts of one ask. */
const namesFields =
  /\b(?:fields?|columns?|details?|such as|includ(?:e|ing)|describing|showing|detailing|stating|containing|to cover|limited to it|for (?:each|every) (?!(?:of the )?(?:(?:calendar|financial|academic|last|past|following|five|three|previous) )*(?:years?|months?|quarters?|weeks?|period))[a-z]+)\b[^.?]{0,160}:[*_”"]{0,2}$/i

/** «Please provide a further breakdown by:», «… of each incident, with this information» */
const fieldsFollow =
  /\b(?:breakdown|break(?:ing)? (?:it|this|these|them) down|broken down|split|sorted|grouped)\b[^.?:]{0,60}\bby\W{0,3}$|\b(?:broken down|split|grouped|breakdown) (?:by|into) (?:the )?following (?:categories|types|kinds|groups)\b[^.?]{0,80}$|\bwith (?:this|these|the following) (?:information|details|fields|data)\W{0,3}$/i

/** «Please state:», «Please provide the following:»: each point below is wanted. */
export const demandsBelow =
  /(?:^|[.?,] )(?:please(?! (?:find|see|refer|note|be aware)\b)|could you|can you|i would like|i am requesting|i request|i wish)\b[^.?:]{0,120}\b(?:state|provide|supply|confirm|tell me|give|list|send|know|following|information)\b[^.?:]{0,60}:$/i

const argues =
  /^(?:disclos|releas|promot|improv|encourag|discourag|prejudic|there is|it would|the public|public interest|increas|result in|impact)/i

/** Does the list stand where a reply begins, right below its first courtesies? */
function opensReply(first: Passage, passages: readonly Passage[]): boolean {
  if (first.role !== 'reply') return false
  let between = 0
  for (let at = placeOf(first, passages) - 1; at >= 0; at -= 1) {
    const above = passages[at]
    if (above?.role !== 'reply') continue
    between += 1
    if (matches(replyHeadings, above.words.slice(0, 100))) return between <= 3
    if (between > 3) return false
  }
  return true
}

function asksAt(text: string, passage: Passage, passages: readonly Passage[]): boolean {
  return isAsk(askOf(text, passage, passages)) && !argues.test(passage.words)
}

/** What a point asks: its own words, or those below a label that stands alone. */
function askOf(text: string, passage: Passage, passages: readonly Passage[] = []): string {
  const next = passage.words === '' ? passages[placeOf(passage, passages) + 1] : undefined
  const worded = next && !next.label ? next : passage
  return quote(text, splitInline(text, worded.body).ask).replace(widerThanBlank, ' ')
}

/** Below an ask, a lettered or bulleted point that only names a field, a target or a breakdown of it. */
function isFieldOf(text: string, above: Point, passage: Passage, asking: ReadonlySet<Passage>): boolean {
  if (!above.first.label || !passage.label || passage.role !== above.first.role) return false
  const words = askOf(text, passage)
  // «• Please give data for these years: …» only says how its question is meant.
  if (isDirectAsk(words) && !isQualifier(words)) return false
  const open = above.last === above.first ? above.first.words : ''
  // "How many were there, such as:" leaves its list open, whatever marks the points below.
  if (rank(passage) === rank(above.first))
    return (
      passage.label.style === 'bullet' &&
      (splits.test(above.first.words) || ((/:$/.test(open) || above.last !== above.first) && !isAsk(words)))
    )
  if (rank(passage) < rank(above.first) || !asking.has(passage)) return false
  // Below a whole question a noun is a part of it; below "please give:" it is an ask of its own.
  return !/[:–—-]$/.test(open) || leadsOn.test(open) || !isAsk(words)
}

/** «… in each year, split by:», «broken down as follows»: whatever is named below is a breakdown. */
const splits =
  /\b(?:split|broken down|break(?:ing)? (?:it|this|these|them) down|grouped|sorted|categori[sz]ed)(?: (?:by|into|as follows|as))? ?[:.]?$/i

const leadsOn = /\b(?:to|for|by|of|on|from|with|in|at|about|including|as|the|against|into|such as)\W*$/i

function rank({ label, number }: Passage): number {
  switch (label?.style) {
    case 'number':
    case 'word':
    case 'answer':
      return /[a-z]$/.test(number ?? '') ? 2 : 1
    case 'letter':
      return 2
    case 'bullet':
      return 3
    default:
      return 9
  }
}

/** «3. For that same period, give:» asks nothing alone when the points below it ask. */
function isStem(
  passage: Passage,
  { words }: Passage,
  next: Passage | undefined,
  asking: ReadonlySet<Passage>,
  text: string,
): boolean {
  if (!next || rank(next) <= rank(passage) || !asking.has(next)) return false
  const below = askOf(text, next)
  if (!isAsk(below)) return false
  return /[:]$/.test(words) || (!/[?.]$/.test(words) && !isDirectAsk(words)) || /^broken down/i.test(words)
}

/** The words above a list that every point of it needs. */
export function stemOf(passages: readonly Passage[], first: Passage): Span | null {
  const at = placeOf(first, passages)
  for (let back = at - 1; back >= 0 && back >= at - 40; back -= 1) {
    const above = passages[back]
    if (!above) return null
    if (above.label && rank(above) >= rank(first)) continue
    const words = above.words
    const leads =
      /:$/.test(words) ||
      (above.role !== 'reply' && /\b(?:following|for each|in each|below)\b/i.test(words)) ||
      (above.label !== null && rank(above) < rank(first))
    return leads && above.role === first.role ? above.body : null
  }
  return null
}

/** Where a passage stands among some of its letter's: they keep its order, so halving finds it. */
function placeOf({ index }: Passage, passages: readonly Passage[]): number {
  let low = 0
  let high = passages.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((passages[middle]?.index ?? 0) < index) low = middle + 1
    else high = middle
  }
  return passages[low]?.index === index ? low : -1
}
