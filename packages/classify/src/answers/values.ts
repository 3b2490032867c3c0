import type { Span } from '@disclosed/document'
import type { Finding, RuleId } from '../finding.ts'
import { findPeriods, type Period, wholePeriod } from '../periods/index.ts'
import { findQuantities, type Quantity, readCell } from '../quantities/index.ts'
import { isYesNo, wantedBy } from '../questions/index.ts'
import type { AskedPeriod } from './asked-period.ts'
import { isStock } from './asked-period.ts'
import { type Statement, statementsOf } from './statements.ts'

/** A figure that answers a question, before its words are cut. */
export interface FoundValue {
  readonly quantity: Quantity
  /** The words that show the number. */
  readonly span: Span
  /** What else it leans on: its label, the words that tell its period. */
  readonly leansOn: readonly Span[]
  readonly category: string | null
  readonly total: boolean
  readonly period: ReadPeriod
  readonly rule: RuleId
  /** The labels of its row and column where it stands in a table. */
  readonly dimensions?: readonly { readonly name: string | null; readonly label: string }[]
}

export interface ReadPeriod {
  readonly from: string | null
  readonly to: string | null
  readonly timing: 'during' | 'at'
  readonly each: Period['each']
  readonly basis: 'answer' | 'question' | 'heading' | 'document' | 'request_date' | null
}

export const noPeriod: ReadPeriod = { from: null, to: null, timing: 'during', each: null, basis: null }

/** What is known about the question whose answer is read. */
export interface Context {
  readonly text: string
  readonly words: string
  readonly asked: AskedPeriod | null
  /** A period that the reply names for all its answers. */
  readonly replied: { readonly period: Period; readonly span: Span } | null
  readonly requestDate: string | null
  /** Stretches that are read as tables. */
  readonly tables: readonly Span[]
}

/**
 * The figures that an answer gives. Lists are read line by line; of running text only a figure that can be no other
 * thing than what was asked for. A question that asks for no figure gets none.
 */
export function valuesIn(segments: readonly Span[], context: Context): readonly FoundValue[] {
  const wants = wantedBy(context.words)
  const figures = ['count', 'money', 'percent', 'duration'].includes(wants)
  if (!figures && (isYesNo(context.words) || wants === 'document' || wants === 'date' || wants === 'text')) return []
  const values: FoundValue[] = []
  let heading: Heading | null = null
  let proseWithFigure = false
  for (const segment of segments) {
    if (context.tables.some((table) => table.start <= segment.start && segment.start < table.end)) continue
    for (const statement of statementsOf(context.text, segment)) {
      switch (statement.kind) {
        case 'figure':
          values.push(...wholeFigure(statement.span, heading, context))
          break
        case 'labelled':
          values.push(...labelledFigure(statement, heading, context))
          break
        case 'heading':
          heading = headingOf(statement.span, context)
          break
        case 'sentence': {
          const inList = isListLine(context.text, segment)
          if (proseWithFigure && !inList) break
          const found = figures || inList ? figuresInSentence(statement.span, heading, inList, context) : []
          if (found.length > 0 && !inList) proseWithFigure = true
          // Prose parts lists: what headed the one above does not head the one below.
          if (!inList && heading && heading.category !== null) heading = null
          values.push(...found)
          break
        }
        default:
          statement satisfies never
      }
    }
  }
  return values
}

interface Heading {
  readonly category: string | null
  readonly total: boolean
  readonly period: Period | null
  readonly span: Span
}

function headingOf(span: Span, { text, requestDate }: Context): Heading {
  const words = text.slice(span.start, span.end).replace(/:$/, '').replace(/\s+/g, ' ').trim()
  const [found] = findPeriods(words, { requestDate }).map(({ value }) => value)
  const total = /^(?:grand |overall )?totals?\b/i.test(words)
  const sentence = words.split(' ').length > 7 || found !== undefined
  return { category: total || sentence ? null : words, total, period: found ?? null, span }
}

function wholeFigure(span: Span, heading: Heading | null, context: Context): readonly FoundValue[] {
  const words = context.text.slice(span.start, span.end)
  const cell = readCell(words.replace(/\s+/g, ' '))
  if (!cell || cell.number === null) return []
  const quantity: Quantity = { ...cell, hedge: hedgeOf(words) }
  if (!fits(quantity, context.words)) return []
  const value = {
    quantity,
    span,
    category: heading?.category ?? null,
    total: heading?.total ?? false,
    rule: 'answers/whole-figure' as const,
  }
  // "For each year since 2019, how many wardens do you employ? 1.5" is said of every one of the years.
  if (
    context.asked &&
    context.asked.parts.length > 1 &&
    /\b(?:each|every|per)\b/i.test(context.words) &&
    isStock(context.words)
  ) {
    const { asked } = context
    return asked.parts.map((part) => ({
      ...value,
      leansOn: [asked.span],
      period: { ...periodFields(part), basis: asked.basis },
    }))
  }
  return [withPeriod(value, null, heading, context)]
}

function labelledFigure(
  statement: Extract<Statement, { kind: 'labelled' }>,
  heading: Heading | null,
  context: Context,
): readonly FoundValue[] {
  const label = context.text.slice(statement.label.start, statement.label.end).replace(/\s+/g, ' ')
  const rest = context.text.slice(statement.rest.start, statement.rest.end)
  const period = wholePeriod(label)
  const [first, second] = findQuantities(rest).filter(({ value }) => value.number !== null)
  const whole = readCell(rest.replace(/\s+/g, ' '))
  const quantity = first?.value ?? (whole && whole.number !== null ? { ...whole, hedge: null } : null)
  if (!quantity || !fits(quantity, context.words)) return []
  if (first && second && !isRemark(rest, first)) return []
  const span = first
    ? { start: statement.rest.start + first.span.start, end: statement.rest.start + first.span.end }
    : statement.rest
  const total = /^(?:grand |overall )?totals?\b/i.test(label) || (heading?.total ?? false)
  const category = period || total || namesWhatWasAsked(label, context.words) ? (heading?.category ?? null) : label
  const rule: RuleId = period ? 'answers/by-period' : 'answers/by-label'
  const own = period ? { period, span: statement.label } : periodWithin(statement.label, context)
  return [withPeriod({ quantity, span, category, total, rule }, own, heading, context, [statement.label])]
}

/** «2 (1 of these was found again)»: what stands in brackets, or after the first words, remarks on the figure. */
function isRemark(rest: string, first: Finding<Quantity>): boolean {
  return /^[^0-9]{0,40}[(]/.test(rest.slice(first.span.end))
}

function figuresInSentence(
  span: Span,
  heading: Heading | null,
  inList: boolean,
  context: Context,
): readonly FoundValue[] {
  const words = context.text.slice(span.start, span.end)
  if (speaksOfOther.test(words)) return []
  const found = findQuantities(words).filter(({ value }) => value.number !== null && fits(value, context.words))
  if (found.length === 0) return []
  const at = (inner: Span): Span => ({ start: span.start + inner.start, end: span.start + inner.end })
  const periods = findPeriods(words, { requestDate: context.requestDate })
  const about =
    found.length === 1 || inList ? found.slice(0, 1) : found.filter(({ value }) => isWhatWasAsked(value, context.words))
  const rule: RuleId = inList ? 'answers/list-line' : 'answers/sentence'
  if (about.length === 1 && about[0]) {
    const [{ value, span: where }] = [about[0]]
    const [period] = periods
    const own = period && periods.length === 1 ? { period: period.value, span: at(period.span) } : null
    if (periods.length > 1) return []
    const category = inList && value.unit ? value.unit : (heading?.category ?? null)
    return [withPeriod({ quantity: value, span: at(where), category, total: false, rule }, own, heading, context)]
  }
  // "47 in 2016/17 and 89 in 2017/18": as many periods as figures, each behind its own.
  if (
    about.length > 1 &&
    about.length === periods.length &&
    about.every(({ span: figure }, index) => isBefore(figure, periods, about, index))
  ) {
    return about.flatMap(({ value, span: where }, index) => {
      const period = periods[index]
      return period
        ? [
            withPeriod(
              { quantity: value, span: at(where), category: null, total: false, rule: 'answers/figures-and-periods' },
              { period: period.value, span: at(period.span) },
              heading,
              context,
            ),
          ]
        : []
    })
  }
  return []
}

function isBefore(
  figure: Span,
  periods: readonly Finding<Period>[],
  figures: readonly Finding<Quantity>[],
  index: number,
): boolean {
  const period = periods[index]
  const next = figures[index + 1]
  return period !== undefined && figure.end <= period.span.start && (!next || period.span.end <= next.span.start)
}

/** Sentences whose figures are no answer: limits, estimates of work, other bodies, what is not, examples. */
const speaksOfOther =
  /\b(?:would (?:take|cost|exceed|require|need)|appropriate limit|cost limit|18 hours|£450|£600|per hour|minutes (?:per|for|to)|in excess of|working days|nationally|across (?:england|the uk|scotland|wales)|for example|e\.g\.|previous (?:response|request|answer)|earlier (?:response|request|answer)|cannot be|have not been inspected|threshold)\b/i

type Bare = Omit<FoundValue, 'period' | 'leansOn'>

/** The answer's own period wins, then its heading's, then the reply's for all answers, then the one asked for. */
function withPeriod(
  value: Bare,
  own: { readonly period: Period; readonly span: Span } | null,
  heading: Heading | null,
  context: Context,
  leansOn: readonly Span[] = [],
): FoundValue {
  const within = own ?? periodWithin(value.span, context)
  if (within)
    return { ...value, leansOn: [...leansOn, within.span], period: { ...periodFields(within.period), basis: 'answer' } }
  if (heading?.period)
    return {
      ...value,
      leansOn: [...leansOn, heading.span],
      period: { ...periodFields(heading.period), basis: 'heading' },
    }
  if (context.replied && !isStock(context.words)) {
    return {
      ...value,
      leansOn: [...leansOn, context.replied.span],
      period: { ...periodFields(context.replied.period), basis: 'document' },
    }
  }
  const { asked } = context
  if (asked?.whole)
    return { ...value, leansOn: [...leansOn, asked.span], period: { ...periodFields(asked.whole), basis: asked.basis } }
  return { ...value, leansOn, period: noPeriod }
}

function periodWithin(
  span: Span,
  { text, requestDate }: Context,
): { readonly period: Period; readonly span: Span } | null {
  const found = findPeriods(text.slice(span.start, span.end), { requestDate })
  const [only] = found
  if (!only || found.length > 1) return null
  return { period: only.value, span: { start: span.start + only.span.start, end: span.start + only.span.end } }
}

function periodFields({ from, to, timing, each }: Period) {
  return { from, to, timing, each }
}

/** Is this the kind of figure that the question wants? */
function fits({ quantity }: Quantity, words: string): boolean {
  switch (wantedBy(words)) {
    case 'money':
      return quantity === 'money' || quantity === 'count' || quantity === 'percent'
    case 'count':
      return quantity !== 'duration'
    case 'percent':
      return quantity === 'percent' || quantity === 'count'
    case 'duration':
      return quantity === 'duration' || quantity === 'count'
    default:
      return quantity === 'count' || quantity === 'money' || quantity === 'percent'
  }
}

function isWhatWasAsked({ unit, quantity }: Quantity, words: string): boolean {
  if (quantity !== 'count') return quantity === wantedBy(words)
  if (!unit) return false
  const asked = words.toLowerCase()
  return unit
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => word.length > 3 && asked.includes(word.replace(/(?:ies|es|s)$/, '')))
}

/** «Number of fines issued: 14» repeats what was asked and is no category. */
function namesWhatWasAsked(label: string, words: string): boolean {
  const own = label.toLowerCase().match(/[a-z]{4,}/g) ?? []
  const asked = words.toLowerCase()
  return own.length > 0 && own.length > 1 && own.every((word) => asked.includes(word.replace(/(?:ies|es|s)$/, '')))
}

function isListLine(text: string, segment: Span): boolean {
  return /^\s*(?:[•·‣▪●○◦∙*–—-]|o|\(?[a-z0-9]{1,3}[.)])\s/.test(text.slice(segment.start, segment.start + 12))
}

function hedgeOf(words: string): string | null {
  return (
    /\b(?:known|recorded|approximately|approx|about|around|circa|to date|so far|identified|reported)\b/i
      .exec(words)?.[0]
      .toLowerCase() ?? null
  )
}
