import type { Reading, Value } from '@disclosed/classify'
import type { Gold, GoldValue } from './gold.ts'
import { type AnyValue, numberIn, type ValueLevel, valueKey } from './keys.ts'
import type { Pair } from './match.ts'
import type { Sheet } from './sheet.ts'
import { against } from './tally.ts'

/** Values that stand under one question, or under the letter as a whole: labelled ones and those that were read. */
export interface Place {
  readonly labels: readonly GoldValue[]
  readonly read: readonly Value[]
  /** How the question begins; null for the whole. */
  readonly starts: string | null
}

/** Values count under their own question: those of a question that nobody asked are wrong, and a missed question's are missed. */
export function scoreValues(sheet: Sheet, gold: Gold, reading: Reading | null, pairs: readonly Pair[]): void {
  const asked = placesOfQuestions(gold, reading, pairs)
  const whole = placeOfWhole(gold, reading)
  for (const level of ['number', 'number+period', 'number+period+category'] as const) {
    for (const { labels, read, starts } of gold.values ? [...asked, whole] : asked) {
      const tally = against(keys(labels, level), keys(read, level))
      sheet.add(`values: ${level}`, tally)
      if (level === 'number+period' && starts !== null && tally.invented + tally.missed > 0)
        sheet.errors.push(`values at ${JSON.stringify(starts.slice(0, 40))}: ${difference(labels, read)}`)
    }
  }
  for (const { labels, read } of judgedPlaces(gold, reading, pairs)) {
    const sure = read.filter((value) => value.sure)
    const tally = against(keys(labels, 'number+period'), keys(sure, 'number+period'))
    sheet.add('sure values', tally)
    if (tally.invented > 0)
      sheet.errors.push(`SILENT ERROR: ${tally.invented} sure value(s) wrong in number, relation, period or place`)
  }
}

/** Where a value can be judged: a report's own figures only where they are labelled. */
export function judgedPlaces(gold: Gold, reading: Reading | null, pairs: readonly Pair[]): readonly Place[] {
  const asked = placesOfQuestions(gold, reading, pairs)
  return gold.values || gold.kind === 'foi_response' ? [...asked, placeOfWhole(gold, reading)] : asked
}

function placesOfQuestions(gold: Gold, reading: Reading | null, pairs: readonly Pair[]): readonly Place[] {
  const free = withoutCells(gold)
  const questions = reading?.questions ?? []
  const labelled = gold.questions.map(({ starts, values }, index): Place => {
    const pair = pairs.find(({ label }) => label === index)
    const read = pair ? (questions[pair.read]?.values ?? []) : []
    return { labels: free(values), read: free(read), starts }
  })
  const invented = questions
    .filter((_, index) => !pairs.some(({ read }) => read === index))
    .map(({ values }): Place => ({ labels: [], read: free(values), starts: null }))
  return [...labelled, ...invented]
}

function placeOfWhole(gold: Gold, reading: Reading | null): Place {
  const free = withoutCells(gold)
  return { labels: free(gold.values ?? []), read: free(reading?.values ?? []), starts: null }
}

/** The cells of a crosstab stand in its table and are scored there: as values they neither help nor hurt. */
export function withoutCells({
  tables,
}: Gold): <Own extends Pick<AnyValue, 'number'>>(values: readonly Own[]) => readonly Own[] {
  const cells = new Set(
    tables
      .filter(({ kind }) => kind === 'crosstab')
      .flatMap(({ rows }) => rows.flat())
      .map((cell) => (typeof cell === 'string' ? numberIn(cell.includes(',') ? '' : cell) : cell)),
  )
  return (values) => values.filter(({ number }) => typeof number !== 'number' || !cells.has(number))
}

function keys(values: readonly AnyValue[], level: ValueLevel): readonly string[] {
  return values.map((value) => valueKey(value, level))
}

function difference(labels: readonly AnyValue[], read: readonly AnyValue[]): string {
  const [wanted, found] = [keys(labels, 'number+period'), keys(read, 'number+period')]
  const list = (own: readonly string[], other: readonly string[]) =>
    [...new Set(own.filter((each) => !other.includes(each)))].slice(0, 4).join(' ') || 'none'
  return `missed ${list(wanted, found)}, invented ${list(found, wanted)}`
}
