import type { Span } from '@disclosed/document'
import type { Passage } from '../passages/index.ts'
import { sentencesOf } from '../sentences.ts'
import { asksInSeries } from './in-series.ts'
import type { Asked } from './index.ts'

/**
 * The request where the letter only tells of it: «Thank you for your request, in which you asked for the number of swans.»
 * The first sentence that says what was wanted; what its paragraph says after it answers.
 */
export function questionsTold(text: string, passages: readonly Passage[]): readonly Asked[] {
  const published = questionsPublished(text, passages)
  if (published.length > 0) return published
  let replies = 0
  for (const [at, passage] of passages.entries()) {
    if (at > farthest) return []
    if (passage.role !== 'opening' && passage.role !== 'reply') continue
    if (passage.role === 'reply') replies += 1
    if (replies > 3) return []
    for (const sentence of sentencesOf(text, passage.body)) {
      const span = wantedIn(text, sentence)
      if (!span) continue
      const series = seriesIn(text, passage, sentence)
      if (series.length > 0)
        return series.map((each, index) => toldIn(text, passage, { index, span: each, answer: null }))
      const rest = { start: sentence.end, end: passage.end }
      const answer = text.slice(rest.start, rest.end).trim() === '' ? null : rest
      return [toldIn(text, passage, { index: 0, span, answer })]
    }
  }
  return []
}

/**
 * «You requested the number of swans, how many were ringed, and whether any were lost. You also asked for the cost.»: a paragraph that tells
 * of asks and of nothing else. Empty where some of its sentences may answer.
 */
function seriesIn(text: string, passage: Passage, sentence: Span): readonly Span[] {
  const sentences = sentencesOf(text, passage.body)
  const told = sentences.filter(({ start }) => start >= sentence.start)
  const spans = told.map((each) => {
    const words = text.slice(each.start, each.end).replace(/\s/g, ' ')
    const said = saysYouAsked.exec(words)?.[0]
    return said === undefined ? null : { start: each.start + said.length, end: each.end }
  })
  const [first] = spans
  if (!first || spans.includes(null)) return []
  const series = asksInSeries(text, first)
  return series.length > 0 ? [...series, ...spans.slice(1).flatMap((span) => span ?? [])] : []
}

const saysYouAsked =
  /^(?:in (?:it|your \S{1,12}),? )?you (?:have |had |also |then |finally ){0,2}(?:asked|requested|sought|wanted to know)(?: (?:us|also|finally))?(?: for| to know)?[: ]{1,3}/i

function toldIn(
  text: string,
  { role, index: passage }: Passage,
  { index, span, answer }: Pick<Asked, 'index' | 'span'> & { readonly answer: Span | null },
): Asked {
  const words = text.slice(span.start, span.end).replace(/\s+/g, ' ').trim()
  return { index, number: null, span, words, stem: null, role, occurrences: [{ passage, passages: 1, answer }] }
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
      told.push(toldIn(text, passage, { index: told.length, span, answer }))
    }
  }
  return told
}

/** «The request to the Bank was for», «Another request was for», «The requester asked for» */
const publishes =
  /^(?:in (?:19|20)\d\d,? )?(?:the|a|an|another|this|one|a second|a further) (?:(?:foi|freedom of information|information|original|first) )?(?:request(?:er)?|applicant|enquirer)\b(?: (?:to|made to|from|by|received by) [^.,;:]{1,60}?)? (?:(?:was|were) (?:also )?(?:for|to know|to see|to have)|(?:also )?(?:asked|requested|sought|wanted)(?: (?:for|to know|to see|to have))?)\s{1,3}/i

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
  /\b(?:(?:in which |where |whereby )?you (?:have |had |also )?(?:asked|requested|sought|request|seek|wished|wanted|wish|want)|your (?:\S{1,20} ){0,4}(?:request|e-?mail|letter|enquiry)(?: (?:of|dated|received)[^.,]{0,40},?)?(?: for information)?,? (?:asking|requesting|seeking|for|about|asked|sought|requested|concerning|regarding|relating to|in relation to)|(?:asking|requesting|seeking)|which (?:asked|requested|sought))\b/gi

/** From the words that ask to the end of their sentence, where they name a thing and not only a law, a day or a letter. */
function wantedIn(text: string, sentence: Span): Span | null {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + longest))
  const found = [...words.matchAll(tells)].filter((match) => {
    const rest = words.slice(match.index + match[0].length).replace(/\s+/g, ' ')
    return (
      !/:\W{0,12}$/.test(rest) && !namesNoThing.test(rest) && namesThing.test(`${match[0].replace(/\s+/g, ' ')}${rest}`)
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
  /\b(?:how (?:many|much|often|long)|whether|what|which|who|why|when|numbers? of|(?:information|details|data|figures|statistics|documents?|correspondence|e-?mails?|records|reports?|answers|questions)(?: held)?(?: by [^.,]{0,40})? (?:about|on|of|regarding|concerning|relating|in relation|with regards?|in respect|for|between|from|held|as to|into)|(?:copy|copies|list|lists|breakdown|cost|costs|amount|total|names?|sum|percentage|proportion|spend|spending|expenditure|minutes|policy|policies) (?:of|on|for|to|spent|paid))\b/i
