import { belongsTo, chance, integer, oneOf, orNull, refersTo, table, text } from '../table.ts'
import { codesOf, correctables, reviewReasons } from '../vocabularies.ts'

export const compared = table({
  name: 'compared',
  about:
    'One row for each measure, and for each question without one: how many authorities have something that stands for a cell of it.',
  columns: {
    what: text('The measure, as in measure.code; else the question, as in question_group.id.'),
    authorities: integer('How many authorities.'),
  },
})

export const review = table({
  name: 'review',
  about:
    "One row for each reason why a figure, answer or document deserves a person's minute: what review_list is made of, in its order.",
  columns: {
    subject: text('The id of the figure, question or document.'),
    reason: oneOf(codesOf(reviewReasons), 'Why.'),
    pressing: integer(
      "1 where a person's word waits, 2 where a figure of the comparison does, 3 for figures in breakdowns and without a measure of many.",
    ),
    worth: integer('How many figures of authorities can be compared once it is settled.'),
    about: oneOf(codesOf(correctables), 'What it is.'),
    measure: orNull(refersTo('measure', text('What is measured.'), 'code')),
    confidence: orNull(chance('The chance that it is right.')),
    document: text('The document, as in document.id; of a word of a person also one that is gone.'),
    figure: orNull(belongsTo('figure', text('The row of the comparison; of several the first.'))),
    correction: orNull(refersTo('correction', text('The word of a person that no longer fits or is disputed.'))),
  },
  key: ['subject', 'reason'],
  indexes: [
    { name: 'order', by: ['pressing', 'worth', 'confidence', 'subject'], falling: ['worth'] },
    { name: 'measure', by: ['measure', 'pressing', 'worth', 'confidence', 'subject'], falling: ['worth'] },
    { by: ['document'] },
  ],
})
