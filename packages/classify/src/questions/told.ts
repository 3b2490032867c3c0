import type { Span } from '@disclosed/document'
import { allMatches } from '../all-matches.ts'
import type { Passage } from '../passages/index.ts'
import { sentencesOf } from '../sentences.ts'
import { widerThanBlank } from '../white-space.ts'
import { asksInSeries, type InSeries } from './in-series.ts'
import type { Asked } from './index.ts'

/**
 * The request where the letter only tells of it: «Thank you for your request, in which you asked for the number of swans.»
 * The first sentence that says what was wanted; what its paragraph says after it answers.
 */
export function questionsTold(text: string, passages: readonly Passage[]): readonly Asked[] {
  const published = questionsPublished(text, passages)
  if (published.length > 0) return published
  const told = firstPassages(passages).flatMap((passage) =>
    sentencesOf(text, passage.body).flatMap((sentence) => {
      const span = wantedIn(text, sentence)
      return span ? [{ passage, sentence, span }] : []
    }),
  )
  // «… requesting information about breaches. You specifically asked how many …, how many … and whether …»: the latter says what.
  for (const { passage, sentence, span } of told) {
    const series = seriesIn(text, passage, sentence, span)
    const first = series.map(({ number, span: each }, index) =>
      toldIn(text, passage, { index, number, span: each, answer: null }),
    )
    if (first.length > 0) return [...first, ...questionsToldLater(text, passages, first)]
  }
  return told.slice(0, 1).flatMap(({ passage, sentence, span }) => {
    const first = [toldIn(text, passage, { index: 0, number: null, span, answer: restOf(text, passage, sentence) })]
    return [...first, ...questionsToldLater(text, passages, first)]
  })
}

/** Where a request is told: in what opens the letter, and in the first paragraphs of the reply. */
function firstPassages(passages: readonly Passage[]): readonly Passage[] {
  const first = passages.slice(0, farthest + 1)
  const reply = first.filter(({ role }) => role === 'reply').slice(0, 3)
  return first.filter((passage) => passage.role === 'opening' || reply.includes(passage))
}

/**
 * «You requested the number of swans, how many were ringed, and whether any were lost. You also asked for the cost.»: a paragraph that tells
 * of asks and of nothing else. An authority that tells of two, each by words of its own, answers two. Empty where some of its sentences may answer.
 */
function seriesIn(text: string, passage: Passage, sentence: Span, wanted: Span): readonly InSeries[] {
  const told = sentencesOf(text, passage.body).filter(({ start }) => start >= sentence.start)
  const spans = told.map((each) => {
    const said = saysYouAsked.exec(oneLine(text, each))?.[0]
    return said === undefined ? null : { start: each.start + said.length, end: each.end }
  })
  const [first, ...others] = spans
  if (others.includes(null)) return []
  const series = asksInSeries(text, first ?? wanted, 2)
  return series.length > 0 ? [...series, ...others.flatMap((span) => (span ? { number: null, span } : []))] : []
}

const saysYouAsked =
  /^(?:in (?:it|your \S{1,12}),? )?you (?:have |had |also |then |finally |specifically |further |in particular ){0,2}(?:asked|requested|sought|wanted to know|ask(?= (?:for|how|what|whether|which|us)\b))(?: (?:us|also|finally|specifically))?(?: for| to know)?[: ]{1,3}/i

/**
 * What a reply tells further below: «You also asked for the cost. It was £40.», «Your request also asked for the names.» Where the request was
 * repeated, in one question, it counts if it tells of something else.
 */
export function questionsToldLater(
  text: string,
  passages: readonly Passage[],
  questions: readonly Asked[],
): readonly Asked[] {
  const from = questions.at(-1)?.span.end
  if (from === undefined || questions.some(({ number }) => number !== null)) return []
  const later: Asked[] = []
  for (const passage of passages.slice(0, farthest)) {
    if (passage.role !== 'opening' && passage.role !== 'reply') continue
    for (const sentence of sentencesOf(text, passage.body)) {
      if (sentence.start < from) continue
      const span = wantedFurther(text, sentence)
      if (!span || questions.some(({ words }) => saysAgain(oneLine(text, span), words))) continue
      const index = questions.length + later.length
      later.push(toldIn(text, passage, { index, number: null, span, answer: restOf(text, passage, sentence) }))
    }
  }
  return later
}

const tellsFurther =
  /^(?<added>in addition,? |further,? |finally,? |lastly,? )?(?:you|your (?:request|e-?mail|letter)) (?:have |had )?(?<also>also |further |finally |then |lastly |additionally )?(?:asked|requested|sought|wanted to know)(?<behind> also| finally| further| lastly| additionally| in addition)?(?: us)?(?: (?:for|to know))?[: ]{1,3}/i

function wantedFurther(text: string, sentence: Span): Span | null {
  const found = tellsFurther.exec(oneLine(text, sentence).slice(0, longest))
  const { added, also, behind } = found?.groups ?? {}
  if (!found || !(added || also || behind)) return null
  const span = { start: sentence.start + found[0].length, end: sentence.end }
  const wanted = oneLine(text, span)
  return namesThing.test(wanted) && !namesNoThing.test(` ${wanted}`) ? span : null
}

/** Most of its longer words are words of that question. */
function saysAgain(words: string, question: string): boolean {
  const [said, asked] = [words, question].map((each) => new Set(each.toLowerCase().match(/[a-z]{4,}/g) ?? []))
  if (!said || !asked) return false
  return [...said].filter((word) => asked.has(word)).length > said.size * 0.6
}

function restOf(text: string, passage: Passage, { end }: Span): Span | null {
  return text.slice(end, passage.end).trim() === '' ? null : { start: end, end: passage.end }
}

/** Its words with each space plain, so that places in it are places in the text. */
function oneLine(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s/g, ' ')
}

function toldIn(
  text: string,
  { role, index: passage }: Passage,
  { index, number, span, answer }: Pick<Asked, 'index' | 'number' | 'span'> & { readonly answer: Span | null },
): Asked {
  const words = text.slice(span.start, span.end).replace(widerThanBlank, ' ').trim()
  return { index, number, span, words, stem: null, role, occurrences: [{ passage, passages: 1, answer }] }
}

/**
 * The requests that a page tells of: «The request was for the number of cases. The Bank said that 21 … . The request was also for …».
 * What follows each in its paragraph answers it, or else the paragraphs below.
 */
function questionsPublished(text: string, passages: readonly Passage[]): readonly Asked[] {
  const told: Asked[] = []
  for (const passage of passages.slice(0, farthest)) {
    if (passage.role !== 'opening' && passage.role !== 'reply') continue
    const sentences = sentencesOf(text, passage.body)
    const wanted = sentences.flatMap((sentence, at) => {
      const span = publishedIn(text, sentence)
      return span ? [{ at, span, sentence }] : []
    })
    for (const [nth, { span, sentence }] of wanted.entries()) {
      const next = wanted[nth + 1]?.sentence.start ?? passage.end
      const answer = text.slice(sentence.end, next).trim() === '' ? null : { start: sentence.end, end: next }
      told.push(toldIn(text, passage, { index: told.length, number: null, span, answer }))
    }
  }
  return told
}

/** «The request to the Bank was for», «Another request was for», «The requester asked for» */
const publishes =
  /^(?:in (?:19|20)\d\d,? )?(?:the|a|an|another|this|one|a second|a further) (?:(?:foi|freedom of information|information|original|first) )?(?:request(?:er)?|applicant|enquirer)\b(?:, (?:made|sent|received|dated) [^.,;:]{1,60},)?(?: (?:to|made to|from|by|received by) [^.,;:]{1,60}?)? (?:(?:was|were) (?:also )?(?:for|to know|to see|to have)|(?:also )?(?:asked|requested|sought|wanted)(?: (?:for|to know|to see|to have))?)\s{1,3}/i

function publishedIn(text: string, sentence: Span): Span | null {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + longest))
  const said = publishes.exec(words.replace(/\s/g, ' '))?.[0]
  if (said === undefined || namesNoThing.test(` ${words.slice(said.length)}`)) return null
  const end = /, (?:of which|but|to which|which|and (?:we|the))\b/.exec(words.slice(said.length))?.index
  const to = end === undefined ? words.length : said.length + end
  return { start: sentence.start + said.length, end: sentence.start + to }
}

/** What was asked is told before it is answered, in the first paragraphs. */
const farthest = 60

const tells =
  /\b(?:(?:in which |where |whereby )?you (?:have |had |also |specifically )?(?:asked|requested|sought|request|seek|ask(?= (?:for|how|what|whether|which|us)\b)|wished|wanted|wish|want)|your (?:\S{1,20} ){0,4}(?:request|e-?mail|letter|enquiry)(?: (?:of|dated|received)[^.,]{0,40},?)?(?: for information)?,? (?:asking|requesting|seeking|for|about|asked|sought|requested|concerning|regarding|relating to|in relation to)|(?:asking|requesting|seeking)|which (?:asked|requested|sought))\b/gi

/** From the words that ask to the end of their sentence, where they name a thing and not only a law, a day or a letter. */
function wantedIn(text: string, sentence: Span): Span | null {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + longest))
  const found = allMatches(words, tells).filter((match) => {
    const rest = words.slice(match.index + match[0].length).replace(widerThanBlank, ' ')
    return (
      !/:\W{0,12}$/.test(rest) &&
      !namesNoThing.test(rest) &&
      namesThing.test(`${match[0].replace(widerThanBlank, ' ')}${rest}`)
    )
  })
  // «your request for information of 3 May, in which you asked for …»: the latter says what
  const best = found.find(([said]) => /\byou (?:\S+ )?(?:asked|requested|sought)/i.test(said)) ?? found[0]
  return best ? { start: sentence.start + best.index, end: Math.min(sentence.end, sentence.start + longest) } : null
}

const longest = 700

/** «asked for the following», «requested an internal review», «requesting information under the Freedom of Information Act 2000» */
const namesNoThing =
  /^(?: (?:for|about|to|us|be|under|in|by|on|that|the|an?|some|certain|following))*(?: ?(?:the )?following| (?:internal )?review| (?:clarification|information|details)(?: (?:from|held by) [^.]{0,60})?(?: (?:under|pursuant to|in accordance with|in line with) [^.]{0,120})?[.,]?$| (?:Freedom of Information|Environmental Information|FOI|EIR|Act|section)\b[^.]{0,60}$)/i

/** «the number of …», «information about …», «how many …» */
const namesThing =
  /\b(?:how (?:many|much|often|long)|whether|what|which|who|why|when|numbers?(?: and [a-z]+)? of|(?:information|details|data|figures|statistics|documents?|correspondence|e-?mails?|records|reports?|answers|questions)(?: held)?(?: by [^.,]{0,40})? (?:about|on|of|regarding|concerning|relating|in relation|with regards?|in respect|for|between|from|held|as to|into)|(?:copy|copies|list|lists|breakdown|cost|costs|amount|total|titles?|names?|sum|percentage|proportion|spend|spending|expenditure|minutes|policy|policies) (?:of|on|for|to|spent|paid))\b/i
