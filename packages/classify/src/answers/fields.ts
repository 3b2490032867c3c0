import { type Span, trimmed } from '@disclosed/document'
import { allMatches } from '../all-matches.ts'
import { wholePeriod } from '../periods/index.ts'
import { listedIn, valuesOfList } from './entries.ts'
import type { Context, FoundValue } from './found-value.ts'
import { figureAlone } from './shapes/figure-alone.ts'
import { lineOf } from './shapes/line.ts'
import type { Heading } from './when.ts'

/** A lettered part of one ask: «How many dogs were a) returned b) rehomed?» */
export interface Field {
  readonly letter: string
  readonly heading: Heading
}

/** The lettered parts that the words of a question name, where their letters run from a on; none where they do not. */
export function fieldsOf(text: string, question: Span): readonly Field[] {
  const words = text.slice(question.start, Math.min(question.end, question.start + longest))
  const marks = allMatches(words, /(?:^|[\s:;,])\(?(?<letter>[a-h]|i{1,3}|iv|vi{0,3})[).]{1,2}[ \t]{1,9}(?=\S)/g)
  if (marks.length < 2 || !counts.some((count) => marks.every(({ groups }, at) => groups?.letter === count[at])))
    return []
  return marks.map((mark, at) => {
    const from = mark.index + mark[0].length
    const to = marks[at + 1]?.index ?? endOf(words, from)
    const span = trimmed(text, { start: question.start + from, end: question.start + to })
    const label = text
      .slice(span.start, span.end)
      .replace(/\s+/g, ' ')
      .replace(/(?:[,;.?]|\b(?:and|or)){1,8}$/i, '')
      .trim()
    const period = wholePeriod(label)
    return {
      letter: mark.groups?.letter ?? '',
      heading: { category: period ? null : label, total: false, period, span },
    }
  })
}

const counts = ['a b c d e f g h', 'i ii iii iv v vi vii viii'].map((count) => count.split(' '))

const longest = 1_500

/** The last part ends where its line or its sentence does. */
function endOf(words: string, from: number): number {
  const end = /[?.\n]|\s(?:in|during|between|for) (?:each|the|19|20)/.exec(words.slice(from))
  return end ? from + end.index : words.length
}

/** The heading of what answers the part with this letter; null where the question has no such part. */
export function fieldAt(fields: readonly Field[], letter: string | null): Heading | null {
  return fields.find((field) => field.letter === letter)?.heading ?? null
}

/**
 * «(a) 207 (b) 166 (c) 39» in one line, to a question with three such parts, or «2014: a) 207 b) 166»; empty where a letter has no part or
 * no figure.
 */
export function figuresByLetter(span: Span, fields: readonly Field[], context: Context): readonly FoundValue[] {
  if (fields.length < 2 || span.end - span.start > 400) return []
  const words = context.text.slice(span.start, span.end)
  const marks = allMatches(words, /(?:^|[\s:;,])\(?(?<letter>[a-h]|i{1,3}|iv|vi{0,3})[).]{1,2}[ \t]{0,3}(?=\S)/g)
  const [first] = marks
  if (!first || marks.length < 2) return []
  const said = words.slice(0, first.index).replace(/[\s:–-]{0,4}$/, '')
  const period = wholePeriod(said.trim())
  const found = marks.map((mark, at) => {
    const heading = fieldAt(fields, mark.groups?.letter ?? null)
    const from = mark.index + mark[0].length
    const figure = trimmed(context.text, {
      start: span.start + from,
      end: span.start + (marks[at + 1]?.index ?? words.length),
    })
    const end = figure.start + context.text.slice(figure.start, figure.end).replace(/[;,.]{1,8}$/, '').length
    const dated =
      heading && (period ? { ...heading, period, span: { start: span.start, end: span.start + said.length } } : heading)
    return dated ? figureOf({ start: figure.start, end }, dated, context) : []
  })
  return found.every((each) => each.length === 1) ? found.flat() : []
}

function figureOf(span: Span, heading: Heading, context: Context): readonly FoundValue[] {
  const line = lineOf(context.text.slice(span.start, span.end))
  const entries = figureAlone.read(line)
  const statement = { kind: 'entries', span, line, rule: figureAlone.id, entries } as const
  return valuesOfList(listedIn(statement, heading, context), context)
}
