import type { Span } from '@disclosed/document'
import type { Finding, RuleId } from '../finding.ts'
import { findPeriods, type Period } from '../periods/index.ts'
import { findQuantities, type Quantity } from '../quantities/index.ts'
import { clausesOf } from './clauses-of-sentence.ts'
import { valuesOfList } from './entries.ts'
import { enumeratedIn } from './enumerated.ts'
import { fits, readMeant } from './fit.ts'
import type { Context, FoundValue } from './found-value.ts'
import { addUpTo, type Bracketed, listInBrackets } from './in-brackets.ts'
import { joinedPeriods } from './joined-periods.ts'
import { saidOfEach } from './of-years.ts'
import { withoutTheirs, withoutThoseBefore } from './said-before.ts'
import { lineOf } from './shapes/index.ts'
import { dated, type Heading } from './when.ts'

/** The figures in running text or in a line of a list. Where one could be another than was asked for, there is none. */
export function figuresInSentence(
  span: Span,
  heading: Heading | null,
  inList: boolean,
  context: Context,
): readonly FoundValue[] {
  const isOfOther = speaksOfOther.test(context.text.slice(span.start, span.end))
  const clauses = inList || isOfOther || asksOf(context.words) > 1 ? null : clausesOf(span, context)
  if (!clauses) return figuresInAll(span, heading, inList, context)
  const said = figuresInAll(clauses.isAddedAsked ? clauses.added : clauses.main, heading, inList, context)
  // «60 were issued in 2021/22, of which 12 were withdrawn» to «How many were cancelled?»: in other words than those that were asked.
  const found = said.length > 0 ? said : figuresInAll(span, heading, inList, context)
  const [time, ...others] = periodsIn(context.text.slice(clauses.main.start, clauses.main.end), context)
  return found.map((value): FoundValue => {
    const isOfMain =
      clauses.isAddedAsked && value.period.basis !== 'answer' && time !== undefined && others.length === 0
    const own = isOfMain ? { period: time.value, span: moved(time.span, clauses.main) } : null
    const dating = own ? dated(value, own, heading, context) : value
    return { ...dating, doubt: 'beside-another' }
  })
}

function figuresInAll(span: Span, heading: Heading | null, inList: boolean, context: Context): readonly FoundValue[] {
  const words = context.text.slice(span.start, span.end)
  if (speaksOfOther.test(words)) return []
  const kinds = enumeratedIn(lineOf(words, context.requestDate)).filter(({ figure }) =>
    fits(figure.value, context.words),
  )
  if (kinds.length > 2) {
    const own = periodsIn(words, context)
    const time =
      own.length === 1 && own[0]
        ? { ...headingOf(heading), period: own[0].value, span: moved(own[0].span, span) }
        : heading
    return valuesOfList(
      kinds.map((entry) => ({ entry, rule: 'answers/enumerated', span, heading: time })),
      context,
    )
  }
  const bracketed = listInBrackets(words)
  const found = figuresSaid(bracketed?.words ?? words, span, heading, inList, context)
  return bracketed ? [...found, ...partsInBrackets(bracketed, found, span, context)] : found
}

function headingOf(heading: Heading | null): Pick<Heading, 'category' | 'total'> {
  return { category: heading?.category ?? null, total: false }
}

function moved(inner: Span, { start }: Span): Span {
  return { start: start + inner.start, end: start + inner.end }
}

/** A day on which figures were fetched, «extracted on 1 June 2021», is none that they are of. */
function periodsIn(words: string, { requestDate }: Context): readonly Finding<Period>[] {
  const found = findPeriods(words, { requestDate }).filter(
    ({ value, span }) => value.shape !== 'day' || !fetched.test(words.slice(Math.max(0, span.start - 40), span.start)),
  )
  return joinedPeriods(words, found).map((each) =>
    beginsThere(words, each) ? { ...each, value: { ...each.value, to: null } } : each,
  )
}

/** «Then from 2013/14 50%»: the year with which it begins. */
function beginsThere(words: string, { value, span }: Finding<Period>): boolean {
  const isYear = value.shape === 'financial_year' || value.shape === 'calendar_year'
  return (
    isYear &&
    /\b(?:then|and|but),? from $/i.test(words.slice(0, span.start)) &&
    !/^\s?(?:to|until|till|[-–])/i.test(words.slice(span.end))
  )
}

const fetched =
  /\b(?:extracted|run|taken|produced|generated|compiled|retrieved|downloaded|obtained|published|updated|accessed) (?:on|at|as at|as of)(?: the)? $/i

/** «257 in all (2012=42, 2013=56)»: each of another time, or parts that make up the figure before them. */
function partsInBrackets(
  { entries, span: inner }: Bracketed,
  found: readonly FoundValue[],
  span: Span,
  context: Context,
): readonly FoundValue[] {
  const [whole] = found
  const ofTimes = entries.every(({ period, label }) => period !== null && label === null)
  if (!whole || !(ofTimes || addUpTo(entries, whole.quantity.number))) return []
  const at = moved(inner, span)
  const parts = entries.map((entry) => ({
    entry,
    rule: 'answers/listed-in-brackets' as const,
    span: at,
    heading: null,
  }))
  return valuesOfList(parts, context)
}

function figuresSaid(
  words: string,
  span: Span,
  heading: Heading | null,
  inList: boolean,
  context: Context,
): readonly FoundValue[] {
  const all = findQuantities(words).filter(({ value }) => value.number !== null && fits(value, context.words))
  const found = withoutThoseBefore(withoutTheirs(all, words, context.words), words)
  const ways = new Map(found.map((each) => [each, readMeant(each, words, found.length, inList, context.words)]))
  const meant = found.filter((each) => ways.get(each))
  const at = (inner: Span): Span => moved(inner, span)
  const periods = periodsIn(words, context)
  // "The figures are 24 in 2019 and 19 in 2020": figures and nothing else, each with its time, need not say what they count.
  const [lead, ...rest] = found
  const isAsked = lead !== undefined && (lead.value.unit === null || meant.includes(lead))
  const bare =
    isAsked && rest.length > 0 && found.length === periods.length && rest.every(({ value }) => value.unit === null)
  const about = bare && meant.length < found.length ? found : meant
  const [figure] = about
  const [period] = periods
  if (figure && about.length === 1 && periods.length <= 1) {
    const rule: RuleId = inList ? 'answers/list-line' : (ways.get(figure) ?? 'answers/sentence-opens')
    // "87, up from 74 in 2021-22": the time is that of the other figure.
    if (period && compares.test(words.slice(figure.span.end, period.span.start))) return []
    const own = period ? { period: period.value, span: at(period.span) } : null
    const value = {
      quantity: figure.value,
      span: at(figure.span),
      category: heading?.category ?? null,
      total: false,
      rule,
    }
    const each = own ? null : saidOfEach(value, words, context)
    return each ?? [dated(value, own, heading, context)]
  }
  if (periods.length <= 1)
    return figuresTogether(about, { words, span, heading, inList, context, period: period ?? null })
  if (about.length !== periods.length || !about.every((each, index) => isBefore(each.span, periods, about, index)))
    return []
  // "47 in 2016/17 and 89 in 2017/18": as many periods as figures, each behind its own.
  return about.flatMap((each, index) => {
    const told = periods[index]
    const value = {
      quantity: each.value,
      span: at(each.span),
      category: null,
      total: false,
      rule: 'answers/figures-and-periods' as const,
    }
    return told ? [dated(value, { period: told.value, span: at(told.span) }, heading, context)] : []
  })
}

const compares = /\b(?:up|down|compared|against|than|(?:in|de)crease|rise|fall|fell|rose) (?:from|on|with|to|in|of)?\b/i

interface Together {
  readonly words: string
  readonly span: Span
  readonly heading: Heading | null
  readonly inList: boolean
  readonly context: Context
  readonly period: Finding<Period> | null
}

/**
 * Several figures of one time: «412 claims came in, of which 96 were paid» to «How many claims came in, and how many were paid?»
 * gives both; where only claims were asked for, the first, for the second is a part of it. Anything else is left alone.
 */
function figuresTogether(
  about: readonly Finding<Quantity>[],
  { words, span, heading, inList, context, period }: Together,
): readonly FoundValue[] {
  const [first, second] = about
  if (!first || !second || inList) return []
  const wanted = asksOf(context.words)
  const isPart = partOf.test(words.slice(first.span.end, second.span.start))
  const given =
    wanted >= about.length && wanted > 1
      ? about
      : wanted <= 1 && isPart && first.span.start < second.span.start
        ? [first]
        : []
  const at = (inner: Span): Span => ({ start: span.start + inner.start, end: span.start + inner.end })
  const own = period ? { period: period.value, span: at(period.span) } : null
  return given.map((each) =>
    dated(
      { quantity: each.value, span: at(each.span), category: null, total: false, rule: 'answers/figures-together' },
      own,
      heading,
      context,
    ),
  )
}

/** How many figures a question asks for: «How many cases were there, and what was the highest award?» asks for two. */
export function asksOf(words: string): number {
  return (words.match(asksCount) ?? []).length
}

const asksCount =
  /\b(?:how (?:many|much|long)|what (?:number|amount|percentage|proportion)|(?:the|what (?:was|is|were) the|your|their) (?:(?:total |overall )?(?:number|amount|cost|percentage|proportion) of|total|largest|highest|lowest|average|longest|smallest|maximum|minimum))\b/gi
const partOf =
  /(?:,|;|\(| and)\s{0,3}(?:of (?:which|whom|these|those|them)|(?:out )?of this (?:number|total|figure)|including)\b/i

function isBefore(
  figure: Span,
  periods: readonly Finding<Period>[],
  figures: readonly Finding<Quantity>[],
  index: number,
): boolean {
  const period = periods[index]
  const next = figures[index + 1]
  const [first] = figures
  if (!period) return false
  // "In 2017, 8; in 2018, 12": each behind its period.
  if (first && periods[0] && periods[0].span.end <= first.span.start) {
    const after = periods[index + 1]
    return period.span.end <= figure.start && (!after || figure.end <= after.span.start)
  }
  return figure.end <= period.span.start && (!next || period.span.end <= next.span.start)
}

/** Sentences whose figures are no answer: limits, estimates of work, other bodies, some of the sites, examples. */
export const speaksOfOther =
  /\be\.g\.|\b(?:would (?:take|cost|exceed|require|need|have to|mean)|appropriate limit|cost limit|18 hours|£450|£600|per hour|minutes (?:per|for|to)|in excess of (?:the|this|that|an?|18|24|£450|£600)|(?:20|twenty|within|\d{1,2}) working days|nationally|across (?:england|the uk|scotland|wales)|for example|previous (?:response|request|answer)|earlier (?:response|request|answer)|cannot be|have not been|some of the|threshold|we understand you|you are asking)\b/i
