import { orNull, table, text } from '../table.ts'

export const measure = table({
  name: 'measure',
  about: 'One row for each thing that many authorities are asked to count.',
  columns: {
    code: text('Its name in this dataset.'),
    label: text('Its name for people.'),
    counts: text('What one of it is: incidents, devices, people, money.'),
    not_with: orNull(text('The measures it must not be mixed with, parted by commas.')),
  },
})

export const vocabulary = table({
  name: 'vocabulary',
  about:
    'One row for each word that stands for something in a column: outcomes, caveats, types of incident and the rest.',
  columns: {
    list: text('The vocabulary.'),
    code: text('The word in the column.'),
    label: text('Its name for people.'),
    meaning: text('What it means.'),
  },
  key: ['list', 'code'],
})

export const dictionary = table({
  name: 'dictionary',
  about: 'One row for each table and view of this file, and for each of their columns.',
  columns: {
    table_name: text('The table or view.'),
    column_name: text('The column; empty for the table or view itself.'),
    kind: text('table, view or search.'),
    type: text('TEXT, INTEGER or REAL; empty for the table or view itself.'),
    about: text('What it is.'),
  },
  key: ['table_name', 'column_name'],
})
