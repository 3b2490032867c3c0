import type { Span } from '@disclosed/document'
import type { RuleId } from '../finding.ts'
import { isStock } from './asked-period.ts'
import { fits, namesWhatWasAsked, sharesWords } from './fit.ts'
import type { Context, FoundValue } from './found-value.ts'
import { saidOfEach, yearsOf } from './of-years.ts'
import { placePeriods } from './placed-periods.ts'
import type { Entry } from './shapes/index.ts'
import type { Statement } from './statements.ts'
import { dated, daysOf, type Heading, type ToldPeriod, type Undated } from './when.ts'

type Entries = Extract<Statement, { kind: 'entries' }>

/** A figure of a list, whose category is known when the whole list is. */
export interface Listed {
  readonly entry: Entry
  readonly rule: RuleId
  readonly span: Span
  readonly heading: Heading | null
}

export function listedIn(statement: Entries, heading: Heading | null, context: Context): readonly Listed[] {
  const { entries, rule, span } = statement
  if (titleOfProvision.test(context.text.slice(span.start, span.end))) return []
  return entries
    .filter(({ figure }) => fits(figure.value, context.words))
    .map((entry) => ({ entry, rule, span, heading }))
}

/** «43 Commercial interests»: a section of the Act and its title. */
const titleOfProvision =
  /^\W{0,3}(?:section )?(?:1[24]|2[1-9]|3\d|4[0-4])A?\.?[\s–—:-]{1,4}(?:commercial interests|personal information|law enforcement|health and safety|national security|defence|international relations|the economy|investigations and proceedings|court records|audit functions|parliamentary privilege|formulation of government policy|prejudice to effective|communications with|environmental information|information (?:provided in confidence|accessible|intended|supplied)|legal professional privilege|prohibitions on disclosure|exemption where|vexatious)/i

/** The figures of a list with their days and categories. */
export function valuesOfList(list: readonly Listed[], context: Context): readonly FoundValue[] {
  const inOrder = ofYearsInOrder(list, context)
  if (inOrder) return inOrder
  const labels = list.flatMap(({ entry: { label } }) => (label && !isTotal(label) ? [label.toLowerCase()] : []))
  const distinct = new Set(labels).size
  return placePeriods(list, context).flatMap(({ entry, rule, span, heading }) => {
    const { figure, period, label, isUnit } = entry
    const at = (inner: Span): Span => ({ start: span.start + inner.start, end: span.start + inner.end })
    const total = (label !== null && isTotal(label)) || (label === null && (heading?.total ?? false))
    const own =
      label === null || total ? null : categoryOf(label, { isUnit, distinct, of: labels.length, rule }, context)
    const value: Undated = {
      quantity: figure.value,
      span: at(figure.span),
      category: joined(total ? null : (heading?.category ?? null), own),
      total,
      rule,
    }
    const told: ToldPeriod | null = period ? { period: period.value, span: at(period.span) } : null
    const words = context.text.slice(span.start, span.end)
    const each = told ? null : (saidOfEach(value, words, context) ?? ofEveryYear(value, context))
    const lean = label === null ? [] : [span]
    return each ?? [dated(value, told, heading, context, lean)]
  })
}

/** «12», «14», «9», each on its line, below a question about 2020, 2021 and 2022: as many figures as times, and nothing that says otherwise. */
function ofYearsInOrder(list: readonly Listed[], { asked, words }: Context): readonly FoundValue[] | null {
  const years = asked && (asked.parts.length > 1 || ofParts.test(words)) ? yearsOf(asked.parts) : []
  const kinds = new Set(list.map(({ entry }) => entry.figure.value.quantity))
  const isBare = list.every(
    ({ entry: { label, period }, heading, rule }) =>
      label === null && period === null && heading === null && rule === 'answers/whole-figure',
  )
  if (!asked || !isBare || years.length < 2 || years.length !== list.length || kinds.size > 1) return null
  return list.flatMap(({ entry: { figure }, span }, at) => {
    const part = years[at]
    return part
      ? {
          quantity: figure.value,
          span: { start: span.start + figure.span.start, end: span.start + figure.span.end },
          leansOn: [asked.span],
          category: null,
          total: false,
          period: { ...daysOf(part), basis: asked.basis },
          rule: 'answers/in-order' as const,
        }
      : []
  })
}

/**
 * «For each year since 2019, how many wardens do you employ? 1.5» is said of every one of the years; so is «None», of what
 * happened in each of the years as well, for where a sum is nought its parts are.
 */
function ofEveryYear(value: Undated, { asked, words }: Context): readonly FoundValue[] | null {
  const isNought = value.quantity.number === 0 && value.quantity.relation === '='
  const isOfEach = /\b(?:each|every|per)\b/i.test(words) && isStock(words)
  if (!asked || value.category !== null || !(isOfEach || (isNought && asked.parts.length > 1 && ofParts.test(words))))
    return null
  const years = yearsOf(asked.parts)
  if (years.length < 2) return null
  return years.map((part) => ({ ...value, leansOn: [asked.span], period: { ...daysOf(part), basis: asked.basis } }))
}

const ofParts =
  /\b(?:each|every|per|by|annual(?:ly)?|broken down|break ?down|split|separate(?:ly)?|individual|and (?:in|during|for) (?:19|20)\d\d)\b/i

/**
 * A label is a category where it tells the figures of a list apart. One that all of them have, or that only repeats what
 * was asked, is none.
 */
function categoryOf(
  label: string,
  {
    isUnit,
    distinct,
    of,
    rule,
  }: { readonly isUnit: boolean; readonly distinct: number; readonly of: number; readonly rule: RuleId },
  { words }: Context,
): string | null {
  if (of > 1 && distinct === 1) return null
  if (of === 1 && (rule === 'answers/figure-and-label' || isUnit || sharesWords(label, words))) return null
  return namesWhatWasAsked(label, words) && (of === 1 || isCounting.test(label)) ? null : label
}

const isCounting = /^(?:the )?(?:total )?(?:number|no\.?|count|amount|cost|sum)s?\b/i

function joined(above: string | null, own: string | null): string | null {
  if (above === null || own === null || above === own) return own ?? above
  return `${above} / ${own}`
}

function isTotal(label: string): boolean {
  return /^(?:(?:grand|overall|combined|sub|the) ?-?)?totals?(?: (?:number|amount|cost|figure)?(?: of \w+)?)?$|^overall$|^all$|^total\b/i.test(
    label,
  )
}
