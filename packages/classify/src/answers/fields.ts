import { type Span, trimmed } from '@disclosed/document'
import { wholePeriod } from '../periods/index.ts'
import type { Heading } from './when.ts'

/** A lettered part of one ask: «How many dogs were a) returned b) rehomed?» */
export interface Field {
  readonly letter: string
  readonly heading: Heading
}

/** The lettered parts that the words of a question name, where their letters run from a on; none where they do not. */
export function fieldsOf(text: string, question: Span): readonly Field[] {
  const words = text.slice(question.start, Math.min(question.end, question.start + longest))
  const marks = [...words.matchAll(/(?:^|[\s:;,])\(?(?<letter>[a-h])[).]{1,2}[ \t]{1,9}(?=\S)/g)]
  if (marks.length < 2 || marks.some(({ groups }, at) => groups?.letter !== 'abcdefgh'[at])) return []
  return marks.map((mark, at) => {
    const from = mark.index + mark[0].length
    const to = marks[at + 1]?.index ?? endOf(words, from)
    const span = trimmed(text, { start: question.start + from, end: question.start + to })
    const label = text
      .slice(span.start, span.end)
      .replace(/\s+/g, ' ')
      .replace(/(?:[,;.?]|\b(?:and|or))+$/i, '')
      .trim()
    const period = wholePeriod(label)
    return {
      letter: mark.groups?.letter ?? '',
      heading: { category: period ? null : label, total: false, period, span },
    }
  })
}

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
