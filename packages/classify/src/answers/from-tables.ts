import { covers, overlaps, type Span } from '@disclosed/document'
import { type Period, wholePeriod } from '../periods/index.ts'
import { placedIn } from '../periods/placed.ts'
import { type Asked, wantedBy } from '../questions/index.ts'
import type { FoundTable } from '../tables/index.ts'
import { questionIn } from '../tables/sides.ts'
import { type TableValue, valuesOfTable } from '../tables/values.ts'
import type { AskedPeriod } from './asked-period.ts'
import { namesWhatWasAsked } from './fit.ts'
import type { FoundValue } from './found-value.ts'
import { isOrIsBelow } from './naming.ts'
import type { Pairs } from './pairing.ts'
import { daysOf, toDate } from './when.ts'
import { whoseFigures } from './whose.ts'
import { type Column, whoseColumns } from './whose-columns.ts'
import { whoseOpeningTable, whoseTable } from './whose-table.ts'

/** Which tables answer which questions, and the figures that each question gets from them. */
export interface SharedTables {
  /** By the question's index. */
  readonly values: readonly (readonly FoundValue[])[]
  /** By the table's: the questions it answers. */
  readonly questions: readonly (readonly number[])[]
  /** By the table's: figures that answer no question. */
  readonly left: readonly (readonly FoundValue[])[]
}

/**
 * A table answers the question in whose answer it stands. Where its rows are named after questions («Question 1»),
 * each row answers its own; where it stands below several questions, its columns or its rows say whose they are; where
 * nothing does, it answers none of them surely and its figures stay with the table.
 */
export function shareTables(
  text: string,
  tables: readonly FoundTable[],
  questions: readonly Asked[],
  pairs: Pairs,
  periods: readonly (AskedPeriod | null)[],
): SharedTables {
  const values: FoundValue[][] = questions.map(() => [])
  const left: FoundValue[][] = tables.map(() => [])
  const owners = tables.map((table, at) => {
    const standing = ownersOf(table, questions, pairs)
    const byHeads = headsAreQuestions(table, standing, { text, questions, pairs })
    const figures = valuesOfTable(table, {
      unit: null,
      told: isInTurn(table, standing),
      headsAreQuestions: byHeads,
    })
    const shared = rowsByLetter(figures, questions) ?? share(table, figures, standing, { text, questions, pairs })
    for (const [index, figure] of figures.entries()) {
      const inRow = rowQuestion(figure, questions)
      const given = shared[index]
      const own = inRow ?? given?.question
      if (own === undefined) {
        left[at]?.push(asFound(table, figure, null))
        continue
      }
      const found = asFound(table, given?.figure ?? figure, periods[own] ?? null)
      // Heads that may be quarters after all tell nothing for sure.
      const byWords = byHeads || (inRow === undefined && given?.byWords)
      values[own]?.push(byWords ? { ...found, rule: 'tables/placed-by-words' } : found)
    }
    const rows = figures.flatMap((figure) => rowQuestion(figure, questions) ?? [])
    const told = rows.length > 0 ? rows : shared.flatMap((each) => each?.question ?? [])
    return [...new Set(told.length > 0 ? told : standing)]
  })
  return { values, questions: owners, left }
}

/**
 * «Q1 Q2 Q3 Q4» over years are quarters, unless the letter has exactly as many questions, none of them is answered elsewhere, and it
 * speaks of quarters nowhere; «Q5» is none.
 */
function headsAreQuestions(
  { figureColumns, heads, title }: FoundTable,
  standing: readonly number[],
  { questions, pairs }: Letter,
): boolean {
  if (questions.some(({ index }) => !standing.includes(index) && (pairs.answers[index] ?? []).length > 0)) return false
  const numbers = figureColumns.map((column) => questionIn(heads[column]?.at(-1)?.text ?? ''))
  const asked = new Set(questions.map(({ number }) => number?.toLowerCase()))
  if (numbers.length < 2 || !numbers.every((number) => number !== null && asked.has(number))) return false
  if ([title?.text ?? '', ...questions.map(({ words }) => words)].some((words) => /\bquarter/i.test(words)))
    return false
  return numbers.length === questions.length || numbers.length > 4
}

interface Letter {
  readonly text: string
  readonly questions: readonly Asked[]
  readonly pairs: Pairs
}

/** The question of a figure, and the figure with the labels that tell it from the question's others. */
interface Shared {
  readonly question: number
  readonly figure: TableValue
  /** Is it given for what its table's words speak of, and not for where that stands? */
  readonly byWords?: true
}

function share(
  table: FoundTable,
  figures: readonly TableValue[],
  standing: readonly number[],
  letter: Letter,
): readonly (Shared | undefined)[] {
  const [owner] = standing
  if (owner === undefined) {
    // Where each question stands over its answer, what stands above the first of them answers something else.
    const areOver = letter.questions.length > 0 && letter.questions.every(({ role }) => role === 'reply')
    if (areOver && letter.questions.every(({ span }) => table.span.end <= span.start)) return []
    const whose = whoseTable(table, letter.text, letter.questions) ?? whoseOpeningTable(table, letter)
    return whose ? named(figures).map((figure) => ({ question: whose.index, figure, byWords: true as const })) : []
  }
  const above = pointedTo(standing, letter)
  const columns = byColumns(figures, above, letter) ?? columnsInTurn(table, figures, standing)
  if (columns) return columns
  if (standing.length === 1) {
    const asked = letter.questions[owner]?.words ?? ''
    return withoutCommonLabel(named(figures), asked).map((figure) => ({ question: owner, figure }))
  }
  const labelled = byLabels(figures, standing, letter.questions)
  const rows = labelled ?? byWords(table, figures, standing, letter)
  const apart = countsApart(rows, figures, standing, letter.questions)
  if (apart) return apart
  const several = new Set(rows).size > 1
  // What told whose it is tells no category beside it.
  return figures.map((figure, at) => {
    const question = rows?.[at]
    if (question === undefined) return undefined
    const own = { question, figure: several ? { ...figure, category: null } : figure }
    return labelled ? own : { ...own, byWords: true as const }
  })
}

/** The one of them that the words of the table and around it speak of. */
function byWords(
  table: FoundTable,
  figures: readonly TableValue[],
  standing: readonly number[],
  { text, questions }: Letter,
): readonly number[] | null {
  const whose = whoseTable(
    table,
    text,
    standing.flatMap((index) => questions[index] ?? []),
  )
  return whose && figures.map(() => whose.index)
}

/**
 * «V5C | Licences | % of all issued» below «What is that as a percentage?»: the counts beside a share answer the one other question above
 * the table, or none.
 */
function countsApart(
  whose: readonly number[] | null,
  figures: readonly TableValue[],
  standing: readonly number[],
  questions: readonly Asked[],
): readonly (Shared | undefined)[] | null {
  const [share] = whose ?? []
  if (share === undefined || !whose?.every((index) => index === share) || !figures.some(isShare)) return null
  if (figures.every(isShare) || wantedBy(questions[share]?.words ?? '') !== 'percent') return null
  const [other, ...more] = standing.filter((index) => index !== share)
  const counts = figures.filter((figure) => !isShare(figure))
  const labelled = named(counts)
  return figures.map((figure): Shared | undefined => {
    if (isShare(figure)) return { question: share, figure, byWords: true }
    const own = labelled[counts.indexOf(figure)]
    return other !== undefined && more.length === 0 && own ? { question: other, figure: own, byWords: true } : undefined
  })
}

function isShare({ quantity }: TableValue): boolean {
  return quantity === 'percent'
}

function ownersOf(table: FoundTable, questions: readonly Asked[], pairs: Pairs): readonly number[] {
  // «3) Fines issued in year 2019 14 2020 22»: question and table run together.
  const within = questions.find(({ span }) => span.start <= table.span.start && table.span.start < span.end)
  if (within && (pairs.answers[within.index] ?? []).length === 0) return [within.index]
  return questions
    .map(({ index }) => index)
    .filter((index) =>
      (pairs.answers[index] ?? []).some(({ span }) => overlaps(span, table.span) || covers(table.span, span)),
    )
}

/** «The table below has the notices that were issued»: the answers right above a table that hold no more than that share it. */
function pointedTo(standing: readonly number[], { text, pairs }: Letter): readonly number[] {
  const [owner] = standing
  if (owner === undefined || standing.length > 1) return standing
  const pointing: number[] = []
  for (let index = owner - 1; index >= 0; index -= 1) {
    const words = wordsOf(
      text,
      (pairs.answers[index] ?? []).map(({ span }) => span),
    )
    if (words.length > longestPointer || !pointsBelow.test(words)) break
    pointing.unshift(index)
  }
  return [...pointing, owner]
}

const longestPointer = 160
const pointsBelow = /\btables?\b[^.]{0,40}\b(?:below|following|underneath|beneath)\b|\b(?:below|following) table\b/i

function wordsOf(text: string, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join(' ')
}

/** Of several questions above a table the one that each column is for, as its head tells. */
function byColumns(
  figures: readonly TableValue[],
  standing: readonly number[],
  { text, questions, pairs }: Letter,
): readonly (Shared | undefined)[] | null {
  const columns = columnsOf(figures)
  const above = standing.flatMap((index) => questions[index] ?? [])
  const pointer = (question: Asked) =>
    wordsOf(
      text,
      (pairs.answers[question.index] ?? []).filter((each) => each.questions.length === 1).map(({ span }) => span),
    ).slice(0, longestPointer)
  const whose = whoseColumns([...columns.values()], above, (question) => `${question.words} ${pointer(question)}`)
  if (!whose) return null
  const keys = [...columns.keys()]
  const found = figures.map((figure): Shared | undefined => {
    const question = whose[keys.indexOf(figure.column)]
    return question ? { question: question.index, figure: withoutHead(figure) } : undefined
  })
  const byQuestion = new Map<number, readonly TableValue[]>()
  for (const each of found)
    if (each) byQuestion.set(each.question, [...(byQuestion.get(each.question) ?? []), each.figure])
  const withHeads = new Map(
    [...byQuestion.values()].flatMap((mine) => named(mine).map((figure, at) => [mine[at], figure] as const)),
  )
  return found.map((each) => each && { ...each, figure: withHeads.get(each.figure) ?? each.figure })
}

/** «1. & 2.» over «2018/19 91 40»: as many columns without heads as questions answer these in their turn. */
function isInTurn({ heads, figureColumns }: FoundTable, standing: readonly number[]): boolean {
  return standing.length > 1 && figureColumns.length === standing.length && heads.every((labels) => labels.length === 0)
}

function columnsInTurn(
  table: FoundTable,
  figures: readonly TableValue[],
  standing: readonly number[],
): readonly (Shared | undefined)[] | null {
  if (!isInTurn(table, standing)) return null
  return figures.map((figure) => {
    const question = standing[table.figureColumns.indexOf(figure.column)]
    return question === undefined ? undefined : { question, figure }
  })
}

/** A nought among amounts may not say that it is one: the first other figure tells the kind of its column. */
function columnsOf(figures: readonly TableValue[]): ReadonlyMap<number, Column> {
  const columns = new Map<number, Column>()
  for (const { column, head, quantity, number } of figures)
    if (head !== null && (!columns.has(column) || (number !== 0 && columns.get(column)?.quantity === 'count')))
      columns.set(column, { head, quantity })
  return columns
}

/**
 * «Shortest wait», «Longest wait»: where several columns of one kind answer a question, their heads tell their figures apart. Beside «of
 * which reported» no column is a group: each counts something of its own.
 */
function named(figures: readonly TableValue[]): readonly TableValue[] {
  return figures.map((figure) => {
    const { head, quantity } = figure
    const others = figures.filter((other) => other.row === figure.row && other.quantity === quantity)
    const heads = new Set(others.map((other) => other.head))
    if (head === null || heads.size < 2 || heads.size < others.length) return figure
    if (others.some(({ countedAs }) => countedAs !== null)) return withoutHead(figure)
    return labelled(figure, [...withoutHead(figure).dimensions, { name: null, label: head }])
  })
}

/** What told whose it is tells no category beside it. */
function withoutHead(figure: TableValue): TableValue {
  const { head, dimensions } = figure
  return labelled(
    figure,
    dimensions.filter(({ name, label }) => name !== null || label !== head),
  )
}

function labelled(figure: TableValue, dimensions: TableValue['dimensions']): TableValue {
  return { ...figure, dimensions, category: dimensions.map(({ label }) => label).join(' / ') || null }
}

/** «Total number of calls | 13 | 24»: the label of the only row says again what was asked, and tells no figures apart. */
function withoutCommonLabel(figures: readonly TableValue[], asked: string): readonly TableValue[] {
  const [first, second] = figures
  const label = first?.category
  if (!label || !second || figures.some(({ category }) => category !== label)) return figures
  const saysAgain = namesWhatWasAsked(label, asked) || /^(?:total |overall )?(?:number|no\.?|count)s? of\b/i.test(label)
  return saysAgain ? figures.map((figure) => labelled(figure, [])) : figures
}

/** Of several questions above a table the one that each figure is for, as its labels tell. */
function byLabels(
  figures: readonly TableValue[],
  standing: readonly number[],
  questions: readonly Asked[],
): readonly number[] | null {
  const above = standing.flatMap((index) => questions[index] ?? [])
  const named = figures.map(({ category, head, quantity }) => ({ label: category ?? head, quantity }))
  return whoseFigures(named, above)?.map(({ index }) => index) ?? null
}

/**
 * «(A) Lost in transit | 118», «(B) Wrong address | 1,204», or under «Part» only «A», «D - laptops», to asks by these letters: each row answers
 * its own. Null where any row has none.
 */
function rowsByLetter(figures: readonly TableValue[], questions: readonly Asked[]): readonly Shared[] | null {
  const given = figures.map((figure): Shared | null => {
    const lettered = figure.dimensions.find(
      ({ name, label }) => byLetter.test(label) || (ofParts.test(name ?? '') && bareLetter.test(label)),
    )
    const letter = /[A-H]/i.exec(lettered?.label ?? '')?.[0].toLowerCase()
    const asked = letter === undefined ? undefined : questions.find(({ number }) => number === letter)
    const others = figure.dimensions.flatMap((each) => (each === lettered ? beyondLetter(each) : each))
    return asked ? { question: asked.index, figure: labelled(figure, others) } : null
  })
  const all = given.flatMap((each) => each ?? [])
  return all.length === given.length && new Set(all.map(({ question }) => question)).size > 1 ? all : null
}

const byLetter = /^\(?[A-Ha-h][).]\s/
/** Elsewhere «A» may be a band, a ward or a grade. */
const ofParts = /^(?:parts?|questions?|q|items?|points?|requests?)$/i
const bareLetter = /^\(?[A-Ha-h]\)?(?:$|\s?[–—:-]\s)/

/** «D - laptops»: what the row tells apart within its ask. */
function beyondLetter({ name, label }: TableValue['dimensions'][number]): TableValue['dimensions'] {
  const rest = /^\(?[A-Ha-h]\)?\s?[–—:-]\s{1,4}(?=\S)/.exec(label)?.[0]
  return rest ? [{ name, label: label.slice(rest.length) }] : []
}

/** «Question 3a)» at the head of a row. */
function rowQuestion({ question }: TableValue, questions: readonly Asked[]): number | undefined {
  if (question === null) return undefined
  return questions.find(({ number }) => isOrIsBelow(number, question))?.index
}

function asFound(table: FoundTable, figure: TableValue, asked: AskedPeriod | null): FoundValue {
  const { number, relation, quantity, state, unit, from, to, timing, each, basis } = figure
  const whole = basis === null ? (asked?.whole ?? null) : null
  const month = whole ? monthOf(figure, whole) : null
  const dimensions = month?.rest ?? figure.dimensions
  const told = { from, to, timing, each, basis }
  return {
    quantity: { number, relation, quantity, state, unit, hedge: null },
    span: figure.span,
    leansOn: whole && asked ? [...figure.leansOn, asked.span] : figure.leansOn,
    category: month ? month.rest.map(({ label }) => label).join(' / ') || null : figure.category,
    total: figure.total,
    period: month
      ? { ...daysOf(month.period), basis: 'answer' }
      : whole && asked
        ? { ...daysOf(whole), basis: asked.basis }
        : toDate(told, { asked }),
    rule: `tables/${table.kind}`,
    dimensions,
    countedAs: figure.countedAs,
  }
}

/** «April» at its side, below a question about 2019/20: the month in the days that were asked about, and its other labels. */
function monthOf({ dimensions }: TableValue, whole: Period) {
  for (const each of dimensions) {
    const open = wholePeriod(each.label)
    const period = open ? placedIn(each.label, open, whole) : null
    if (period) return { period, rest: dimensions.filter((other) => other !== each) }
  }
  return null
}
