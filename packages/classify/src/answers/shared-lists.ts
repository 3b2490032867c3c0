import { type Asked, wantedBy, wantsFigure } from '../questions/index.ts'
import { figuresAmong } from './among.ts'
import { type Listed, listedIn, valuesOfList } from './entries.ts'
import type { Context, FoundValue } from './found-value.ts'
import { headingAt } from './headings.ts'
import type { Segment } from './pairing.ts'
import { type Statement, statementsOf } from './statements.ts'
import { valuesIn } from './values.ts'
import type { Heading } from './when.ts'
import { whoseFigures } from './whose.ts'

/**
 * The figures of lists that stand below several questions together, by the question's index. Each goes to the question
 * that its label names; «Questions 1 to 4: none» is said of each.
 */
export function sharedLists(
  segments: readonly Segment[],
  questions: readonly Asked[],
  contextOf: (question: Asked) => Context,
): ReadonlyMap<number, readonly FoundValue[]> {
  const found = new Map<number, FoundValue[]>()
  for (const run of runsOf(segments)) {
    const group = (run[0]?.questions ?? []).flatMap((index) => questions[index] ?? [])
    const given = valuesOfRun(run, group, contextOf)
    const served = new Set(given.flatMap(([question, values]) => (values.length > 0 ? [question] : [])))
    const among = saidAmong(run, group, contextOf).filter(([question]) => !served.has(question))
    for (const [question, values] of [...given, ...among])
      found.set(question.index, [...(found.get(question.index) ?? []), ...values])
  }
  return found
}

function saidAmong(
  run: readonly Segment[],
  group: readonly Asked[],
  contextOf: (question: Asked) => Context,
): readonly (readonly [Asked, readonly FoundValue[]])[] {
  const [first] = group
  const tables = first ? contextOf(first).tables : []
  const spans = run
    .map(({ span }) => span)
    .filter(({ start }) => !tables.some((at) => at.start <= start && start < at.end))
  return figuresAmong(
    spans,
    group.filter(({ words }) => wantsFigure(words)),
    contextOf,
  )
}

/** What is said to the same questions. */
function runsOf(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const runs = new Map<string, Segment[]>()
  for (const segment of new Set(segments)) {
    if (segment.questions.length < 2 || segment.questions.length > most || segment.argues) continue
    const key = `${segment.how} ${segment.questions.join()}`
    runs.set(key, [...(runs.get(key) ?? []), segment])
  }
  return [...runs.values()]
}

/** More questions than these are the whole letter. */
const most = 12

function valuesOfRun(
  run: readonly Segment[],
  group: readonly Asked[],
  contextOf: (question: Asked) => Context,
): readonly (readonly [Asked, readonly FoundValue[]])[] {
  const [first] = group
  if (!first) return []
  const { text, requestDate, tables } = contextOf(first)
  const spans = run
    .map(({ span }) => span)
    .filter(({ start }) => !tables.some((at) => at.start <= start && start < at.end))
  const statements = spans.flatMap((span) => statementsOf(text, span, requestDate))
  const asking = group.filter(({ words }) => wantsFigure(words))
  if (run[0]?.how === 'named' && isNought(statements))
    return asking.map((question) => [question, listOf(statements, contextOf(question))] as const)
  const entries = statements.flatMap((each) => (each.kind === 'entries' ? each.entries : []))
  const whose = whoseFigures(
    entries.map(({ label, figure }) => ({ label, quantity: figure.value.quantity })),
    group,
  )
  if (entries.length < 2 || !whose) return entries.length === 0 ? saidInProse(run, asking, contextOf) : []
  const byLabel = new Set(whose).size > 1
  return asking.map((question) => {
    const mine = new Set(entries.filter((_, at) => whose[at] === question))
    const kept = statements.map((each) =>
      each.kind === 'entries' ? { ...each, entries: each.entries.filter((entry) => mine.has(entry)) } : each,
    )
    const values = listOf(kept, contextOf(question))
    // What told whose it is tells no category beside it.
    return [question, byLabel ? values.map((value) => ({ ...value, category: null })) : values] as const
  })
}

/** A figure told in passing below several questions is for the only one that wants its kind. */
function saidInProse(
  run: readonly Segment[],
  asking: readonly Asked[],
  contextOf: (question: Asked) => Context,
): readonly (readonly [Asked, readonly FoundValue[]])[] {
  return asking.flatMap((question) => {
    const kind = wantedBy(question.words)
    if (asking.some((other) => other !== question && wantedBy(other.words) === kind)) return []
    const values = valuesIn(run, contextOf(question)).filter(({ quantity }) => quantity.quantity === kind)
    return values.length > 0 ? [[question, values] as const] : []
  })
}

function isNought(statements: readonly Statement[]): boolean {
  const [only] = statements
  return (
    statements.length === 1 &&
    only?.kind === 'entries' &&
    only.entries.length === 1 &&
    only.entries.every(({ figure }) => figure.value.number === 0)
  )
}

function listOf(statements: readonly Statement[], context: Context): readonly FoundValue[] {
  let heading: Heading | null = null
  const list: Listed[] = []
  for (const statement of statements) {
    if (statement.kind === 'heading') heading = headingAt(statement.span, heading, context)
    if (statement.kind === 'entries') list.push(...listedIn(statement, heading, context))
  }
  return valuesOfList(list, context)
}
