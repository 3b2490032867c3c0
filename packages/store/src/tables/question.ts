import { incidentTypeCodes, outcomeCodes } from '@disclosed/reference'
import { contentId, plainWords } from '../ids.ts'
import { belongsTo, chance, day, flag, integer, json, oneOf, orNull, refersTo, table, text } from '../table.ts'
import { codesOf, stages, wants } from '../vocabularies.ts'
import { wordsColumns, wordsOf } from '../words.ts'

export const request = table({
  name: 'request',
  about: 'One row for each request that a document tells of; a log has many.',
  columns: {
    id: text('Made of the document and the reference or subject.'),
    document: refersTo('document', text('The document.')),
    reference: orNull(text("The authority's own reference.")),
    received: orNull(day('The day it was received.')),
    received_sure: flag('1 where that day is sure.'),
    responded: orNull(day('The day it was answered.')),
    responded_sure: flag('1 where that day is sure.'),
    subject: orNull(text('What it is about.')),
    stage: oneOf(codesOf(stages), 'Which answer the document gives to it.'),
    supersedes: orNull(text('The earlier answer that this one replaces, as written.')),
  },
  *rows({ document, reading, requests }) {
    for (const { id, reference, received, responded, ...rest } of reading.requests) {
      yield {
        ...rest,
        id: requests.get(id) ?? id,
        document: document.id,
        reference: reference?.value ?? null,
        received: received?.value ?? null,
        received_sure: received?.sure ?? false,
        responded: responded?.value ?? null,
        responded_sure: responded?.sure ?? false,
      }
    }
  },
})

export const questionGroup = table({
  name: 'question_group',
  about: 'One row for each question as it was put to anybody: the same words, years apart, are one group.',
  columns: {
    id: text('Made of the words.'),
    wording: text('Its shortest wording.'),
    questions: integer('How many questions belong to it.'),
    authorities: integer('How many authorities were asked, as far as their letters are here.'),
  },
})

export const question = table({
  name: 'question',
  about: 'One row for each question that a document answers.',
  columns: {
    id: text('Made of the document and the words.'),
    document: refersTo('document', text('The document.')),
    request: orNull(refersTo('request', text('The request it is part of.'))),
    number: orNull(text('Its number, as the document shows it: 1.2, 3a.')),
    parent: orNull(refersTo('question', text('The question it is part of.'))),
    stem: orNull(text('The words before a list of questions that belong to each of them.')),
    text: text('Its words.'),
    question_group: refersTo('question_group', text('The same question, asked of anybody.')),
    ...wordsColumns,
  },
  *rows({ document, questions, requests, questionId }) {
    for (const { id, finding } of questions) {
      yield {
        id,
        document: document.id,
        request: finding.request === null ? null : (requests.get(finding.request) ?? null),
        number: finding.number,
        parent: questionId(finding.parent),
        stem: finding.stem,
        text: finding.text,
        question_group: groupOf(finding),
        ...wordsOf(document, finding.evidence),
      }
    }
  },
})

/** The group of a question: its stem and words without case, marks and years. */
export function groupOf({ stem, text }: { readonly stem: string | null; readonly text: string }): string {
  const words = plainWords(`${stem ?? ''} ${text}`).replace(/\b(?:19|20)\d\d(?: \d\d(?!\d))?\b/g, '#')
  return contentId('question_group', words.replace(/^(?:\d{1,2}|[a-z]|q\d{1,2}|question \d{1,2}) (?=\D)/, ''))
}

export const ask = table({
  name: 'ask',
  about: 'One row for each thing that a question asks for.',
  columns: {
    question: belongsTo('question', text('The question.')),
    nth: integer('Which of its things, counted from 1.'),
    wanted: oneOf(codesOf(wants), 'What is wanted.'),
    measure: orNull(refersTo('measure', text('What is to be counted; null where no measure fits.'), 'code')),
    incident_type: orNull(oneOf(incidentTypeCodes, 'The one type of incident asked about.')),
    by: json('The breakdowns asked for, as a JSON list.'),
    period_from: orNull(day('The first day of the period asked about.')),
    period_to: orNull(day('The last day.')),
    confidence: chance('The chance that this is right.'),
  },
  key: ['question', 'nth'],
  *rows({ questions }) {
    for (const { id, finding } of questions) {
      for (const [index, each] of finding.asks.entries()) {
        yield {
          question: id,
          nth: index + 1,
          wanted: each.for,
          measure: each.measure,
          incident_type: each.incidentType,
          by: JSON.stringify(each.by),
          period_from: each.from,
          period_to: each.to,
          confidence: each.confidence,
        }
      }
    }
  },
})

export const answer = table({
  name: 'answer',
  about: 'One row for each question: how it was answered, and in what words.',
  columns: {
    question: belongsTo('question', text('The question.')),
    document: refersTo('document', text('The document.')),
    outcome: oneOf(outcomeCodes, 'How it was answered.'),
    yes_no: orNull(oneOf(['yes', 'no'], 'What a yes-or-no question was answered with.')),
    text: text('The words of the answer.'),
    same_as: orNull(text('The question whose answer this one refers to, as written.')),
    links: json('The links in it, as a JSON list.'),
    confidence: chance('The chance that the outcome is right.'),
    sure: flag('1 where it is sure.'),
    ...wordsColumns,
  },
  *rows({ document, questions }) {
    for (const { id, finding } of questions) {
      const { outcome, yesNo, text, sameAs, links, confidence, sure, evidence } = finding.answer
      yield {
        question: id,
        document: document.id,
        outcome,
        yes_no: yesNo,
        text,
        same_as: sameAs,
        links: JSON.stringify(links),
        confidence,
        sure,
        ...wordsOf(document, evidence),
      }
    }
  },
})
