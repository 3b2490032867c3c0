import type { Remark } from '@disclosed/classify'
import { integer, refersTo, table, text } from '../table.ts'
import type { Told } from '../told.ts'
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

function* remarks({ document }: Told, list: readonly Remark[]) {
  for (const [index, { code, message, evidence }] of list.entries()) {
    yield { document: document.id, nth: index + 1, code, message, ...wordsOf(document, evidence) }
  }
}
