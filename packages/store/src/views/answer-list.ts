import { decimal, type View, whole, words } from '../view.ts'
import { linkSql } from './linked.ts'
import { saidSql } from './said.ts'
import { whoseColumns, whoseJoins, whoseSql } from './whose.ts'

export const answerList: View = {
  name: 'answer_list',
  about:
    'One row for each question that a document answers: how, and in what words. Answers that a person rejected are left out.',
  columns: {
    ...whoseColumns,
    question_group: words('The same question asked of anybody, as in question_group.id.'),
    asked: words('Its clearest wording, the same for everybody who was asked.'),
    number: words('The number of the question, as the document shows it.'),
    question_text: words('The question, as it stands in this document.'),
    outcome: words('How it was answered, as in vocabulary.'),
    yes_no: words('yes or no, where the question asked for that and the answer says so.'),
    answer: words('The words of the answer.'),
    confidence: decimal('The chance that the outcome is right.'),
    sure: whole('1 where outcome and authority are sure, or a person confirmed the answer.'),
    checked: whole('1 where a person confirmed or corrected it.'),
    place: words('Where the answer stands.'),
    link: words('Where to open it.'),
    request_reference: words("The authority's own reference of the request."),
    responded: words('The day of the answer.'),
    document: words('The document, as in document.id.'),
    question: words('The question, as in question.id.'),
  },
  select: `SELECT ${whoseSql}, q.question_group, g.wording, q.number, q.text, a.outcome, a.yes_no, a.text, a.confidence,
  (a.sure AND d.authority_sure) OR ${saidSql('q.id', 'checked')}, ${saidSql('q.id', 'checked')},
  a.place, ${linkSql('d', 'a')}, coalesce(d.reference, r.reference), coalesce(d.responded, r.responded), d.id, q.id
FROM question q
JOIN answer a ON a.question = q.id
JOIN document d ON d.id = q.document
JOIN question_group g ON g.id = q.question_group
${whoseJoins}
WHERE NOT ${saidSql('q.id', 'rejected')}`,
}
