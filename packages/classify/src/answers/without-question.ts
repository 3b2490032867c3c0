import type { Span } from '@disclosed/document'
import { figuresInClauses } from './clauses.ts'
import { type Listed, listedIn, valuesOfList } from './entries.ts'
import type { Context, FoundValue } from './found-value.ts'
import { speaksOfOther } from './in-sentence.ts'
import { type Statement, statementsOf } from './statements.ts'

/**
 * The figures of a reply that does not say what was asked: points of a list that are built alike, and sentences that report, «In the last
 * financial year spending on agency staff was £15 million». None beside a refusal, for then figures are mostly its reasons.
 */
export function figuresWithoutQuestion(spans: readonly Span[], context: Context): readonly FoundValue[] {
  const { text, requestDate, tables } = context
  if (spans.length > most || spans.some(({ start, end }) => refuses.test(text.slice(start, end)))) return []
  const statements = spans
    .filter(({ start }) => !tables.some((table) => table.start <= start && start < table.end))
    .flatMap((span) => statementsOf(text, span, requestDate))
  const listed = statements.flatMap((statement, at): readonly Listed[] =>
    statement.kind === 'entries' && isAmongAlike(statements, at) ? listedIn(statement, null, context) : [],
  )
  const said = statements.flatMap((statement): readonly FoundValue[] => {
    if (statement.kind !== 'sentence') return []
    const words = text.slice(statement.span.start, statement.span.end)
    return reports.test(words) && !speaksOfOther.test(words) && words.length <= longest
      ? figuresInClauses(statement.span, null, context)
      : []
  })
  return [...said, ...valuesOfList(listed, context)].toSorted((one, other) => one.span.start - other.span.start)
}

const most = 60
const longest = 400

/** Beside another line that gives its figures in the same way. */
function isAmongAlike(statements: readonly Statement[], at: number): boolean {
  const own = statements[at]
  return [at - 1, at + 1].some((beside) => {
    const other = statements[beside]
    return own?.kind === 'entries' && other?.kind === 'entries' && own.rule === other.rule
  })
}

const reports =
  /\b(?:there (?:is|are|was|were|have been|has been)|(?:we|it|council|trust|force|constabulary|authority|university|department|assembly|service|board|health board) (?:has |have |had )?(?:received|recorded|issued|employs?|employed|spent|paid|had|made|handled|answered)|(?:spending|spend|expenditure|cost|number|total|figure)\b[^.;]{0,160} (?:was|were|is|came to|stood at|amounted to))\b/i

const refuses =
  /\b(?:appropriate limit|cost limit|section (?:12|1[47]|2\d|3\d|4[0-4])|exempt(?:ion|ed)?|withh\w{2,6}|neither confirm|vexatious)\b/i
