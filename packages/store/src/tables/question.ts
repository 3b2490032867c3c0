import { incidentTypeCodes, outcomeCodes } from '@disclosed/reference'
import { askedIn } from '../same-question/index.ts'
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
  about:
    'One row for each question as it was put to anybody: put in other words, in another order or of other years it is the same.',
  columns: {
    id: text('The id of the wording that most documents have; any other of its wordings leads here too.'),
    wording: text('Its shortest clear wording.'),
    wordings: integer('How many wordings it has, as in question_wording.'),
    questions: integer('How many questions belong to it.'),
    authorities: integer('How many authorities were asked, as far as their letters are here.'),
  },
})

export const questionWording = table({
  name: 'question_wording',
  about: 'One row for each wording of a question: the members of a question_group.',
  columns: {
    id: text('Made of the words, without years, and of the question that they lean on.'),
    question_group: refersTo('question_group', text('The question that it is a wording of.')),
    text: text('The words, as the shortest of them has it.'),
    after: orNull(text('The question before it, where it means nothing without: "How many of these were upheld?"')),
    questions: integer('How many questions have this wording.'),
    authorities: integer('How many authorities were asked in it.'),
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
    leans_on: orNull(refersTo('question', text('The earlier question without which it means nothing.'))),
    stem: orNull(text('The words before a list of questions that belong to each of them.')),
    text: text('Its words.'),
    matter: orNull(
      text('What it asks, without the ways of putting it; null where it leans on something that is not there.'),
    ),
    question_wording: refersTo('question_wording', text('Its wording.')),
    question_group: refersTo('question_group', text('The same question, asked of anybody.')),
    ...wordsColumns,
  },
  *rows({ document, reading, questions, requests, questionId }) {
    const places = new Map(questions.map(({ finding }, index) => [finding.id, index]))
    const worded = questions.map(({ finding: { text, stem, parent } }) => ({
      text,
      stem,
      parent: parent === null ? null : (places.get(parent) ?? null),
    }))
    const asked = askedIn(worded, namesOf(reading.authority?.name), document.id)
    for (const [index, { id, finding }] of questions.entries()) {
      const { wording = id, matter = null, leansOn = null } = asked[index] ?? {}
      yield {
        id,
        document: document.id,
        request: finding.request === null ? null : (requests.get(finding.request) ?? null),
        number: finding.number,
        parent: questionId(finding.parent),
        leans_on: leansOn === null ? null : (questions[leansOn]?.id ?? null),
        stem: finding.stem,
        text: finding.text,
        matter,
        question_wording: wording,
        // Which group that is, settling tells.
        question_group: wording,
        ...wordsOf(document, finding.evidence),
      }
    }
  },
})

/** "Amblethorpe Borough Council" and "Amblethorpe": the names by which a question may call whom it asks. */
function namesOf(name: string | undefined): readonly string[] {
  if (name === undefined) return []
  const plain = name.replace(/\s\([^()]{0,40}\)$/, '')
  const short = plain.replace(
    /(?:\s(?:Metropolitan|London|City|County|Borough|District|Council|Authority|Police|Trust|NHS|Foundation)){1,5}$/,
    '',
  )
  return [...new Set([plain, short])]
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
    as_read: orNull(
      json('Outcome and yes or no as they were read, as JSON, where a person said otherwise; null where nobody did.'),
    ),
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
        as_read: null,
        ...wordsOf(document, evidence),
      }
    }
  },
})
