import type { Incident, Question, ReadExemption, Reading, ReadTable, Value } from '@disclosed/classify'
import type { Document } from '@disclosed/document'
import { plainName } from '@disclosed/reference'
import { contentId, occurrencesIn, plainFigure, plainWords } from './ids.ts'
import { firstWords } from './words.ts'

/** A document with its reading, and the ids that its findings have in the dataset. */
export interface Told {
  readonly document: Document
  readonly reading: Reading
  readonly authority: string | null
  readonly questions: readonly Identified<Question>[]
  readonly requests: ReadonlyMap<string, string>
  readonly attachments: ReadonlyMap<string, string>
  readonly tables: readonly Identified<ReadTable>[]
  readonly citations: readonly Identified<ReadExemption>[]
  readonly incidents: readonly Identified<Incident>[]
  /** Figures, in the order of the reading: those of questions first. */
  readonly observations: readonly Observed[]
  /** The dataset's id of a question of the reading. */
  questionId(id: string | null): string | null
}

export interface Identified<Finding> {
  readonly id: string
  readonly finding: Finding
}

export interface Observed extends Identified<Value> {
  readonly question: string | null
}

/**
 * Gives every finding its id: made of the document, the kind, the words, and which occurrence of them it is. What is told is
 * what everybody may see; the ids are made of the whole words, so that they are the same with people in it and without.
 */
export function told(document: Document, reading: Reading, seen: Seen = { document, reading }): Told {
  const whole = findingsOf(document, reading)
  const shown = <Finding>(
    all: readonly Identified<Finding>[],
    findings: readonly Finding[],
  ): readonly Identified<Finding>[] =>
    all.map(({ id, finding }, index) => ({ id, finding: findings[index] ?? finding }))
  const values = valuesIn(seen.reading)
  return {
    ...whole,
    document: seen.document,
    reading: seen.reading,
    questions: shown(whole.questions, seen.reading.questions),
    tables: shown(whole.tables, seen.reading.tables),
    citations: shown(whole.citations, seen.reading.exemptions),
    incidents: shown(whole.incidents, seen.reading.incidents),
    observations: whole.observations.map((each, index) => ({ ...each, finding: values[index] ?? each.finding })),
  }
}

/** A document and its reading as everybody may see them. */
export type Seen = Pick<Told, 'document' | 'reading'>

function findingsOf(document: Document, reading: Reading): Told {
  const questions = identified(reading.questions, (question) => [document.id, 'question', plainWords(question.text)])
  const questionIds = new Map(questions.map(({ id, finding }) => [finding.id, id]))
  const requests = identified(reading.requests, ({ reference, subject }) => [
    document.id,
    'request',
    plainWords(reference?.value ?? subject ?? ''),
  ])
  const attachments = identified(reading.attachments, ({ name }) => [document.id, 'attachment', plainWords(name)])
  return {
    document,
    reading,
    authority: reading.authority ? authorityId(reading.authority) : null,
    questions,
    requests: new Map(requests.map(({ id, finding }) => [finding.id, id])),
    attachments: new Map(attachments.map(({ id, finding }) => [finding.id, id])),
    tables: identified(reading.tables, ({ title, header }) => [
      document.id,
      'table',
      plainWords([title ?? '', ...header].join(' ')),
    ]),
    citations: identified(reading.exemptions, ({ cite, role }) => [document.id, 'citation', cite, role]),
    incidents: identified(reading.incidents, (incident) => [document.id, 'incident', incidentWords(incident)]),
    observations: observationsOf(document, reading, questionIds),
    questionId: (id) => (id === null ? null : (questionIds.get(id) ?? null)),
  }
}

/** The id of an authority: the register's, or one made of its name where the register does not know it. */
export function authorityId({ id, name }: { readonly id: string | null; readonly name: string }): string {
  return id ?? `named-${plainName(name).replaceAll(' ', '-')}`
}

function observationsOf(
  document: Document,
  reading: Reading,
  questionIds: ReadonlyMap<string, string>,
): readonly Observed[] {
  const nth = occurrencesIn(document.text)
  const all = [
    ...reading.questions.flatMap(({ id, values }) =>
      values.map((value) => ({ value, question: questionIds.get(id) ?? null })),
    ),
    ...reading.values.map((value) => ({ value, question: null })),
  ]
  // One stretch of words may tell several figures: "40 in both years". Period and category tell them apart, not their order.
  const inOrder = all
    .map((each) => [distinction(each.value), each] as const)
    .toSorted(([one], [other]) => compare(one, other))
    .map(([, each]) => each)
  const ids = new Map(
    identified(inOrder, ({ value }) => {
      const words = firstWords(value.evidence)
      const quote = words?.quote ?? value.asWritten
      return [document.id, 'observation', plainFigure(quote), words ? nth(quote, words.start) : 0]
    }).map(({ id, finding }) => [finding, id]),
  )
  return all.map((each) => ({ id: ids.get(each) ?? '', finding: each.value, question: each.question }))
}

/** In the order of `observationsOf`. */
function valuesIn({ questions, values }: Reading): readonly Value[] {
  return [...questions.flatMap((question) => question.values), ...values]
}

function distinction({ from, to, category, measure, quantity, asWritten }: Value): string {
  return JSON.stringify([from, to, category, measure, quantity, asWritten])
}

function incidentWords({ reference, date, typeAsWritten, cause, department, other }: Incident): string {
  return plainWords(reference ?? [date, typeAsWritten, cause, department, ...Object.values(other)].join(' '))
}

/** Findings with the same words are told apart by which of them they are. */
function identified<Finding>(
  findings: readonly Finding[],
  words: (finding: Finding) => readonly (string | number | null)[],
): readonly Identified<Finding>[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const own = words(finding)
    const key = JSON.stringify(own)
    const occurrence = seen.get(key) ?? 0
    seen.set(key, occurrence + 1)
    return { id: contentId(...own, occurrence), finding }
  })
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
