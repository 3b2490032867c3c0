import type { Remark } from '@disclosed/classify'
import { integer, oneOf, orNull, refersTo, table, text } from '../table.ts'
import type { Told } from '../told.ts'
import { codesOf, corrections } from '../vocabularies.ts'
import { wordsColumns, wordsOf } from '../words.ts'

const remarkColumns = {
  document: refersTo('document', text('The document.')),
  nth: integer('Which of its remarks, counted from 1.'),
  code: text('What it is about, as programs know it.'),
  message: text('What it says, as a sentence.'),
  ...wordsColumns,
}

export const discrepancy = table({
  name: 'discrepancy',
  about: 'One row for each place where a document contradicts itself: a sum that is not the total it states.',
  columns: remarkColumns,
  key: ['document', 'nth'],
  rows: (told) => remarks(told, told.reading.discrepancies),
})

export const note = table({
  name: 'note',
  about: 'One row for each thing that was read imperfectly, or that a person should know.',
  columns: remarkColumns,
  key: ['document', 'nth'],
  rows: (told) => remarks(told, told.reading.notes),
})

export const correction = table({
  name: 'correction',
  about: 'One row for each thing that a person said of a finding. It outlives every new reading.',
  columns: {
    id: text('Made of all the rest.'),
    document: text('The document it is about, as in document.id; kept even where that is gone.'),
    subject: text('The id of the finding.'),
    kind: oneOf(codesOf(corrections), 'What the person did.'),
    value: orNull(text('What the person gave instead, or the remark.')),
    by: text('Who.'),
    made: text('When: ISO date and time.'),
  },
  indexes: [['subject']],
})

function* remarks({ document }: Told, list: readonly Remark[]) {
  for (const [index, { code, message, evidence }] of list.entries()) {
    yield { document: document.id, nth: index + 1, code, message, ...wordsOf(document, evidence) }
  }
}
