import type { Span } from '@disclosed/document'
import { findQuantities } from '../quantities/index.ts'
import { sentencesOf } from '../sentences.ts'
import { fits } from './fit.ts'
import type { Context, FoundValue } from './found-value.ts'
import { yearsOf } from './of-years.ts'
import { daysOf } from './when.ts'

/**
 * «9, 14 and 17 respectively» to a question about 2020, 2021 and 2022: as many figures as times, and nothing else. So is the end of a
 * sentence, «dismissals numbered 22, 19 and 11», and where the question does not name its times, those that the answers above told; neither
 * is ever sure. Empty where their numbers differ, or where the sentence joins things that the figures could be of: «in Ash and Birch were 12 and 14».
 */
export function figuresInOrder(span: Span, context: Context): readonly FoundValue[] {
  const { text, words } = context
  const told = seriesIn(text, span)
  if (!told) return []
  const { series, offset, alone } = told
  const found = findQuantities(series).filter(({ value }) => value.number !== null && fits(value, words))
  const times = timesOf(found.length, context)
  if (!times) return []
  return found.flatMap(({ value, span: at }, index) => {
    const time = times[index]
    return time
      ? {
          quantity: value,
          span: { start: offset + at.start, end: offset + at.end },
          category: null,
          total: false,
          rule: 'answers/in-order' as const,
          ...time,
          ...(alone ? {} : { doubt: 'counted-off' as const }),
        }
      : []
  })
}

/** The series that a stretch is, ends with, or says to be of several times respectively, and where it begins. */
function seriesIn(text: string, span: Span) {
  const said = text.slice(span.start, span.end)
  const alone = onlyFigures.exec(said)?.groups?.series
  const whole = alone ?? sayingSeries.exec(said)?.groups?.series
  if (whole !== undefined)
    return { series: whole, offset: span.start + said.lastIndexOf(whole), alone: alone !== undefined }
  if (!/respectively/i.test(said)) return null
  for (const sentence of sentencesOf(text, span)) {
    const words = text.slice(sentence.start, sentence.end)
    const series = sayingRespectively.exec(words)?.groups?.series
    if (series !== undefined) return { series, offset: sentence.start + words.indexOf(series), alone: false }
  }
  return null
}

type Time = Pick<FoundValue, 'period' | 'leansOn' | 'doubt'>

/** The times that are asked about, or those that the answers above told, where there are just so many. */
function timesOf(count: number, { asked, before }: Context): readonly Time[] | null {
  const parts = asked ? yearsOf(asked.parts) : []
  if (asked && parts.length > 1 && parts.length === count)
    return parts.map((part) => ({ leansOn: [asked.span], period: { ...daysOf(part), basis: asked.basis } }))
  const told = new Map(
    before
      .filter(({ period: { from, basis }, category }) => from !== null && basis !== 'question' && category === null)
      .map((each) => [`${each.period.from} ${each.period.to}`, each]),
  )
  if (told.size < 2 || told.size !== count) return null
  return [...told.values()].map(({ period, leansOn }) => ({
    leansOn,
    period: { ...period, basis: 'document' },
    doubt: 'counted-off',
  }))
}

const figure = String.raw`(?:[£<~]\s?)?\d[\d,.]{0,14}(?:%|k|m)?|nil|none|zero`
const series = `(?:${figure})(?:(?:, | and |, and |; ?| ?/ ?)(?:${figure})){1,11}`
const behind = String.raw`(?:,? respectively|,? \(?(?:in|by) (?:(?:year|date|that|this|the same) )?order(?: of years?)?\)?)?\.?\s{0,9}$`

const onlyFigures = new RegExp(
  String.raw`^\s{0,9}(?:(?:there were|these were|the (?:numbers?|figures?|totals?) (?:is|are|was|were)):? )?(?<series>${series})${behind}`,
  'i',
)

/** «The University recorded 7, 12 and 31 such incidents respectively.» */
const sayingRespectively = new RegExp(
  String.raw`^[^.:\d]{0,160} (?<series>${series}) (?:[a-z’'-]{1,20} ){0,6}respectively\.?\s{0,9}$`,
  'i',
)

/** «On the third part, dismissals for that numbered 22, 19, 11, 14 and 20.» */
const sayingSeries = new RegExp(
  String.raw`^(?!.{0,200}\b(?:and|or|both|between) [a-z])(?:(?:on|as to|for|in) [^.:\d]{3,60}, )?[^.:,\d]{3,120} (?:were|was|numbered|totalled|came to) (?<series>${series})${behind}`,
  'i',
)
