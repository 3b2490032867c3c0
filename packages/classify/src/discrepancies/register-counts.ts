import type { Span } from '@disclosed/document'
import { allMatches } from '../all-matches.ts'
import { findIncidents } from '../incidents/index.ts'
import type { Letter } from '../letter.ts'
import { inWords, numberWord } from '../quantities/number-words.ts'
import { sentencesOf } from '../sentences.ts'
import type { FoundTable } from '../tables/index.ts'
import type { FoundDiscrepancy } from './found-discrepancy.ts'

/**
 * What a document says of the number of its breaches against the rows of its one register of them. A count of some of them
 * ("13 breaches were reported late") or of other days is not set against it; nor is any where two counts stand in the document.
 */
export function registerCounts(letter: Letter, tables: readonly FoundTable[]): readonly FoundDiscrepancy[] {
  const [register, ...others] = tables.filter((table) => findIncidents(table).length > 0)
  if (!register || others.length > 0) return []
  const counts = statedCounts(letter, tables)
  const [count] = counts
  if (!count || new Set(counts.map((each) => each.number)).size > 1 || count.number === register.rowCount) return []
  const last = register.rows.at(-1)?.[0]?.span
  const first = register.rows[0]?.[0]?.span
  return [
    {
      code: 'register_count',
      message: `the document states ${count.words}; its register lists ${register.rowCount}`,
      spans: [count.span, ...(first && last ? [first, last] : [])],
    },
  ]
}

interface Stated {
  readonly number: number
  readonly words: string
  readonly span: Span
}

const overall = new RegExp(
  String.raw`\b(?:overall,?|in total,?|altogether,?|a total of|there (?:have been|were|had been)|the council (?:has )?recorded)\s(?:there (?:have been|were|had been)\s)?(?:a total of\s)?(?<words>(?<number>\d{1,5}|${numberWord})\s(?:(?:data|security|information|personal|recorded|reported)\s){0,3}(?:breaches|incidents))\b`,
  'gi',
)

/** Years and months in a sentence make its count one of other days; "of these", "reported late" a count of some. */
const narrower =
  /\b(?:19|20)\d\d\b|\b(?:of these|of those|of which|only|not reported|were reported|late|within|last year|previous(?:ly)?|compared|same period|quarter|january|february|april|june|july|august|september|october|november|december)\b/i

function statedCounts(letter: Letter, tables: readonly FoundTable[]): readonly Stated[] {
  return letter.lines
    .filter(
      (line) =>
        line.text.length < 4_000 &&
        !tables.some((table) => table.span.start <= line.start && line.end <= table.span.end),
    )
    .flatMap((line) => sentencesOf(letter.text, line))
    .flatMap((sentence) => {
      const text = letter.text.slice(sentence.start, sentence.end)
      if (narrower.test(text)) return []
      return allMatches(text, overall).flatMap((match) => {
        const { number = '', words = '' } = match.groups ?? {}
        const read = /^\d/.test(number) ? Number(number) : inWords(number)
        const start = sentence.start + match.index + match[0].length - words.length
        return read === null ? [] : [{ number: read, words, span: { start, end: start + words.length } }]
      })
    })
}
