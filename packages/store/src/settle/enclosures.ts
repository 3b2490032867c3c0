import { plainWords } from '../ids.ts'
import {
  type AskRow,
  type Dataset,
  type DocumentRow,
  groupBy,
  type ObservationRow,
  type QuestionRow,
} from './dataset.ts'
import type { Responses } from './responses.ts'
import { plainFileName } from './shared-places.ts'

/** Which `attached` question each figure of an enclosure answers; those that fit none answer the response as a whole. */
export function fitEnclosures(dataset: Dataset, responses: Responses): ReadonlyMap<string, QuestionRow> {
  const observations = groupBy(dataset.observations, ({ document }) => document)
  const questions = groupBy(
    dataset.questions.filter(({ document }) => responses.of.has(document)),
    ({ document }) => responses.of.get(document)?.response ?? '',
  )
  const fitted = new Map<string, QuestionRow>()
  for (const enclosure of dataset.documents) {
    const joined = responses.of.get(enclosure.id)
    if (enclosure.kind !== 'enclosure' || !joined) continue
    const asked = (questions.get(joined.response) ?? []).filter(({ outcome }) => outcome === 'attached')
    if (asked.length === 0) continue
    const fitting = fitOf(enclosure, observations.get(enclosure.id) ?? [], asked, dataset)
    for (const each of observations.get(enclosure.id) ?? []) {
      const question = fitting(each)
      if (question) fitted.set(each.id, question)
    }
  }
  return fitted
}

/** The file at hand that is meant where a document says that something is enclosed: of that name in the same response, or its only enclosure. */
export function findTargets(
  { documents, places, attachments }: Dataset,
  responses: Responses,
): ReadonlyMap<string, string> {
  const responseOf = (document: string) => responses.of.get(document)?.response
  const names = groupBy(
    places.map(({ document, path, part }) => ({ document, name: plainFileName(part ?? path ?? '') })),
    ({ name }) => name,
  )
  const enclosures = groupBy(
    documents.filter(({ id, kind }) => kind === 'enclosure' && responses.of.has(id)),
    ({ id }) => responseOf(id) ?? '',
  )
  const known = new Set(documents.map(({ id }) => id))
  const targets = new Map<string, string>()
  for (const { id, document, name, file } of attachments) {
    const response = responseOf(document)
    const meant = isFileName(name)
      ? (names.get(plainFileName(name)) ?? [])
          .map((each) => each.document)
          .filter((each) => each !== document && response !== undefined && responseOf(each) === response)
      : (enclosures.get(response ?? '') ?? []).map((each) => each.id)
    const [only, ...others] = new Set(meant)
    const target = file !== null && known.has(file) ? file : others.length === 0 ? only : undefined
    if (target !== undefined) targets.set(id, target)
  }
  return targets
}

/** "Breaches 2017.xlsx", and not the words "see the enclosed spreadsheet". */
function isFileName(name: string): boolean {
  return /\.[a-z]{3,4}$/i.test(name.trim())
}

function fitOf(
  enclosure: DocumentRow,
  observations: readonly ObservationRow[],
  asked: readonly QuestionRow[],
  dataset: Dataset,
): (observation: ObservationRow) => QuestionRow | null {
  const named = namedBy(enclosure, asked, dataset)
  const sheets = [...new Set(observations.flatMap(({ sheet }) => sheet ?? []))]
  const numbered = numberedSheets(sheets, asked)
  return ({ sheet, heading }) =>
    (sheet === null ? null : (numbered.get(sheet) ?? byWords(sheet, asked))) ??
    (heading === null ? null : (byNumber(heading, asked) ?? byWords(heading, asked))) ??
    named
}

/** "Please see Breaches 2017.xlsx", said in the answer to one question and to no other. */
function namedBy(enclosure: DocumentRow, asked: readonly QuestionRow[], dataset: Dataset): QuestionRow | null {
  const own = new Set(
    dataset.places
      .filter(({ document }) => document === enclosure.id)
      .map(({ path, part }) => plainFileName(part ?? path ?? '')),
  )
  const naming = new Set(
    dataset.attachments
      .filter(({ file, name }) => file === enclosure.id || own.has(plainFileName(name)))
      .flatMap(({ question }) => question ?? []),
  )
  const only = asked.filter(({ id }) => naming.has(id))
  return only.length === 1 && naming.size === 1 ? (only[0] ?? null) : null
}

/** Sheets "Q1" to "Q4" may be quarters: they are questions only if every one of them was answered with a file. */
function numberedSheets(sheets: readonly string[], asked: readonly QuestionRow[]): ReadonlyMap<string, QuestionRow> {
  const numbered = sheets.filter((sheet) => numberIn(sheet) !== null)
  const found = numbered.map((sheet) => [sheet, byNumber(sheet, asked)] as const)
  const isComplete = found.every(([, question]) => question !== null)
  return new Map(isComplete ? found.flatMap(([sheet, question]) => (question ? [[sheet, question]] : [])) : [])
}

function byNumber(label: string, asked: readonly QuestionRow[]): QuestionRow | null {
  const number = numberIn(label)
  const fitting = asked.filter((each) => number !== null && plainNumber(each.number ?? '') === number)
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

/** "Q3", "Question 3", "3. Lost devices", "Q 3 (a)"; not "Q3 2019", a quarter, nor "2019", a year. */
function numberIn(label: string): string | null {
  const found =
    /^\s*(?:q(?:uestion|n)?\.?\s{0,2}(?<asked>\d{1,2}(?:\.\d{1,2})?\s?\(?[a-z]?\)?)|(?<listed>\d{1,2}[a-z]?)[.):])(?=\s|$|[:–-])/i.exec(
      label,
    )
  const number = found?.groups?.asked ?? found?.groups?.listed
  if (number === undefined || /\b(?:19|20)\d\d\b|\bquarter\b/i.test(label)) return null
  return plainNumber(number)
}

function plainNumber(number: string): string {
  return number
    .toLowerCase()
    .replace(/^q(?:uestion)?\s{0,2}/, '')
    .replace(/[\s()]/g, '')
}

/** Every telling word of the label stands in one of the questions and in no other of them. */
function byWords(label: string, asked: readonly QuestionRow[]): QuestionRow | null {
  const words = tellingWords(label)
  if (words.length === 0) return null
  const fitting = asked.filter(({ text }) => {
    const known = new Set(tellingWords(text))
    return words.every((word) => known.has(word))
  })
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

const idle: ReadonlySet<string> = new Set([
  'sheet',
  'table',
  'data',
  'figures',
  'results',
  'response',
  'number',
  'total',
  'question',
  'year',
  'years',
])

function tellingWords(words: string): readonly string[] {
  return plainWords(words)
    .split(' ')
    .map((word) => word.replace(/(?<=[a-z]{3})s$/, ''))
    .filter((word) => word.length > 3 && !/\d/.test(word) && !idle.has(word) && !idle.has(`${word}s`))
}

/** The measure that a figure of an enclosure has from the question it answers, where that asks for one measure alone. */
export function measureAsked(asks: readonly AskRow[] | undefined): string | null {
  const measures = [...new Set((asks ?? []).flatMap(({ measure }) => measure ?? []))]
  return measures.length === 1 ? (measures[0] ?? null) : null
}
