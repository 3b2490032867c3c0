import type { Span } from '@disclosed/document'
import type { Finding, RuleId } from '../finding.ts'
import { findPeriods, type Period, wholePeriod } from '../periods/index.ts'
import { findQuantities, type Quantity, readCell } from '../quantities/index.ts'
import { isStock } from './asked-period.ts'
import { fits, isMeant, namesWhatWasAsked } from './fit.ts'
import type { Context, FoundValue } from './found-value.ts'
import type { Statement } from './statements.ts'
import { dated, daysOf, type Heading, periodWithin, type Undated } from './when.ts'

/** «1,685», «None known»: the whole statement is the figure. */
export function wholeFigure(span: Span, heading: Heading | null, context: Context): readonly FoundValue[] {
  const words = context.text.slice(span.start, span.end)
  const cell = readCell(words.replace(/\s+/g, ' '))
  if (!cell || cell.number === null) return []
  const quantity: Quantity = { ...cell, hedge: hedgeOf(words) }
  if (!fits(quantity, context.words)) return []
  const category = heading?.category ?? null
  const value = { quantity, span, category, total: heading?.total ?? false, rule: 'answers/whole-figure' as const }
  const { asked } = context
  const years =
    asked && /\b(?:each|every|per)\b/i.test(context.words) && isStock(context.words) ? yearsOf(asked.parts) : []
  // "For each year since 2019, how many wardens do you employ? 1.5" is said of every one of the years.
  if (asked && years.length > 1) {
    return years.map((part) => ({ ...value, leansOn: [asked.span], period: { ...daysOf(part), basis: asked.basis } }))
  }
  const share = shareOf(words, span)
  return [
    dated(value, null, heading, context),
    ...(share ? [dated({ ...value, ...share, total: false }, null, heading, context)] : []),
  ]
}

/** «9,128 (11.3%)»: a count, and what share of them it is. */
function shareOf(words: string, span: Span): { readonly quantity: Quantity; readonly span: Span } | null {
  const match = /^\s{0,9}\d[\d,.]{0,12} \((?<share>\d{1,3}(?:\.\d{1,3})?) ?%\)\.?\s{0,9}$/.exec(words)
  const share = match?.groups?.share
  if (share === undefined) return null
  const start = span.start + words.indexOf(share, words.indexOf('('))
  const found = findQuantities(`${share}%`)[0]
  return found ? { quantity: found.value, span: { start, end: start + share.length + 1 } } : null
}

/** The calendar years of a span of whole ones, «2019-2023»; the parts themselves where several are named. */
function yearsOf(parts: readonly Period[]): readonly Period[] {
  const [only] = parts
  if (!only || parts.length > 1) return parts
  if (!only.from?.endsWith('-01-01') || !only.to?.endsWith('-12-31')) return parts
  const first = Number(only.from.slice(0, 4))
  const last = Number(only.to.slice(0, 4))
  return Array.from({ length: Math.min(last - first + 1, mostYears) }, (_, at) => ({
    ...only,
    from: `${first + at}-01-01`,
    to: `${first + at}-12-31`,
    each: null,
  }))
}

const mostYears = 30

/** «18/19 = 6794», «Phishing: 461»: the label is a period or a category. */
export function labelledFigure(
  { label: labelSpan, rest: restSpan }: Extract<Statement, { kind: 'labelled' }>,
  heading: Heading | null,
  context: Context,
): readonly FoundValue[] {
  const label = context.text.slice(labelSpan.start, labelSpan.end).replace(/\s+/g, ' ')
  const rest = context.text.slice(restSpan.start, restSpan.end)
  const [first, second] = findQuantities(rest).filter(({ value }) => value.number !== null)
  const whole = readCell(rest.replace(/\s+/g, ' '))
  const quantity = first?.value ?? (whole && whole.number !== null ? { ...whole, hedge: null } : null)
  if (!quantity || !fits(quantity, context.words)) return []
  if (first && second && !isRemark(rest, first)) return []
  const span = first ? { start: restSpan.start + first.span.start, end: restSpan.start + first.span.end } : restSpan
  const period = wholePeriod(label)
  const total = /^(?:grand |overall )?totals?\b/i.test(label) || (heading?.total ?? false)
  const plain = period !== null || total || namesWhatWasAsked(label, context.words)
  const value = {
    quantity,
    span,
    category: plain ? (heading?.category ?? null) : label,
    total,
    rule: (period ? 'answers/by-period' : 'answers/by-label') as RuleId,
  }
  const own = period ? { period, span: labelSpan } : periodWithin(labelSpan, context)
  return [dated(value, own, heading, context, [labelSpan])]
}

/** «2 (1 of these was found again)»: what stands in brackets remarks on the figure before it. */
function isRemark(rest: string, first: Finding<Quantity>): boolean {
  return /^[^0-9]{0,40}[(]/.test(rest.slice(first.span.end))
}

/** A figure in running text or in a line of a list. Where it could be another one than was asked for, there is none. */
export function figuresInSentence(
  span: Span,
  heading: Heading | null,
  inList: boolean,
  context: Context,
): readonly FoundValue[] {
  const words = context.text.slice(span.start, span.end)
  if (speaksOfOther.test(words)) return []
  const all = findQuantities(words).filter(({ value }) => value.number !== null && fits(value, context.words))
  const found = withoutTheirs(all, words, context.words)
  const meant = found.filter((each) => isMeant(each, words, found.length, inList, context.words))
  const at = (inner: Span): Span => ({ start: span.start + inner.start, end: span.start + inner.end })
  const periods = findPeriods(words, { requestDate: context.requestDate })
  // "The figures are 24 in 2019 and 19 in 2020": figures and nothing else, each with its time, need not say what they count.
  const [lead, ...rest] = found
  const isAsked = lead !== undefined && (lead.value.unit === null || meant.includes(lead))
  const bare =
    isAsked && rest.length > 0 && found.length === periods.length && rest.every(({ value }) => value.unit === null)
  const about = bare && meant.length < found.length ? found : meant
  const [figure] = about
  const [period] = periods
  if (figure && about.length === 1 && periods.length <= 1) {
    const category = inList && figure.value.unit ? figure.value.unit : (heading?.category ?? null)
    const rule: RuleId = inList ? 'answers/list-line' : 'answers/sentence'
    // "87, up from 74 in 2021-22": the time is that of the other figure.
    if (period && compares.test(words.slice(figure.span.end, period.span.start))) return []
    const own = period ? { period: period.value, span: at(period.span) } : null
    const value = { quantity: figure.value, span: at(figure.span), category, total: false, rule }
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

/** «Fewer than five in each year»: one figure for every year that was asked about. */
function saidOfEach(value: Undated, words: string, { asked, before }: Context): readonly FoundValue[] | null {
  if (!ofEachYear.test(words)) return null
  const years = asked ? yearsOf(asked.parts) : []
  if (!asked || years.length < 2) return ofYearsBefore(value, words, before)
  return years.map((part) => ({
    ...value,
    leansOn: [asked.span],
    period: { ...daysOf(part), basis: asked.basis },
  }))
}

/** «Nil in each of the two years»: those two that the answers above told, where they told just so many. */
function ofYearsBefore(value: Undated, words: string, before: readonly FoundValue[]): readonly FoundValue[] | null {
  const said = /\beach of (?:the|these|those) (?<count>two|three|four|five)\b/i.exec(words)?.groups?.count
  if (!said) return null
  const told = new Map(
    before
      .filter(({ period }) => period.from !== null && period.to !== null)
      .map((each) => [`${each.period.from} ${each.period.to}`, each]),
  )
  if (told.size !== ['two', 'three', 'four', 'five'].indexOf(said.toLowerCase()) + 2) return null
  return [...told.values()].map(({ period, leansOn }) => ({
    ...value,
    leansOn,
    period: { ...period, basis: 'document' as const },
  }))
}

const ofEachYear =
  /\b(?:in|for|during) (?:each|every one) (?:of (?:the|these|those) )?(?:(?:two|three|four|five|calendar|financial) ){0,2}years?\b|\b(?:each|every|per) year\b/i

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

/** «11 were paid more than £100,000»: beside an answer, what the question said itself answers nothing. */
function withoutTheirs(
  found: readonly Finding<Quantity>[],
  words: string,
  asked: string,
): readonly Finding<Quantity>[] {
  if (found.length < 2) return found
  const own = found.filter(({ span }) => {
    const figure = /£?\d[\d,.]*\d|£?\d/.exec(words.slice(span.start, span.end))?.[0]
    return figure === undefined || !standsIn(asked, figure)
  })
  return own.length > 0 ? own : found
}

/** Is this figure in the words, as a whole and not as a part of another? */
function standsIn(words: string, figure: string): boolean {
  for (let at = words.indexOf(figure); at !== -1; at = words.indexOf(figure, at + 1)) {
    const end = at + figure.length
    if (!/[\d,.]/.test(words.slice(Math.max(0, at - 1), at)) && !/^,?\d/.test(words.slice(end, end + 2))) return true
  }
  return false
}

/** Sentences whose figures are no answer: limits, estimates of work, other bodies, some of the sites, examples. */
const speaksOfOther =
  /\b(?:would (?:take|cost|exceed|require|need)|appropriate limit|cost limit|18 hours|£450|£600|per hour|minutes (?:per|for|to)|in excess of|(?:20|twenty|within|\d{1,2}) working days|nationally|across (?:england|the uk|scotland|wales)|for example|e\.g\.|previous (?:response|request|answer)|earlier (?:response|request|answer)|cannot be|have not been|some of the|threshold)\b/i

function hedgeOf(words: string): string | null {
  return (
    /\b(?:known|recorded|approximately|approx|about|around|circa|to date|so far|identified|reported)\b/i
      .exec(words)?.[0]
      .toLowerCase() ?? null
  )
}
