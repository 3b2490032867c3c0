import { incidentTypeCodes } from '@disclosed/reference'
import { belongsTo, chance, day, flag, integer, json, oneOf, orNull, real, refersTo, table, text } from '../table.ts'
import { codesOf, relations, tableKinds } from '../vocabularies.ts'
import { wordsColumns, wordsOf } from '../words.ts'

export const dataTable = table({
  name: 'data_table',
  about: 'One row for each table of a document.',
  columns: {
    id: text('Made of the document, the title and the header.'),
    document: refersTo('document', text('The document.')),
    title: orNull(text('Its title.')),
    kind: oneOf(codesOf(tableKinds), 'What sort of table it is.'),
    columns: integer('How many columns it has.'),
    row_count: integer('How many rows the document has below the header; of a data file only the first stand here.'),
    period_from: orNull(day('The first day of what it covers.')),
    period_to: orNull(day('The last day.')),
    confidence: chance('The chance that header and rows are right.'),
    sure: flag('1 where it is sure.'),
    ...wordsColumns,
  },
  *rows({ document, tables }) {
    for (const { id, finding } of tables) {
      const { title, kind, header, rows, rowCount, period, confidence, sure } = finding
      yield {
        id,
        document: document.id,
        title,
        kind,
        columns: rows.reduce((most, { length }) => Math.max(most, length), header.length),
        row_count: rowCount,
        period_from: period?.from ?? null,
        period_to: period?.to ?? null,
        confidence,
        sure,
        ...wordsOf(document, finding.evidence),
        quote: null,
      }
    }
  },
})

export const dataTableQuestion = table({
  name: 'data_table_question',
  about: 'One row for each table and question that it answers.',
  columns: {
    data_table: belongsTo('data_table', text('The table.')),
    question: belongsTo('question', text('The question.')),
  },
  key: ['data_table', 'question'],
  *rows({ tables, questionId }) {
    for (const { id, finding } of tables) {
      for (const question of new Set(finding.questions.flatMap((each) => questionId(each) ?? []))) {
        yield { data_table: id, question }
      }
    }
  },
})

export const tableCell = table({
  name: 'table_cell',
  about: 'One row for each cell of a table.',
  columns: {
    data_table: belongsTo('data_table', text('The table.')),
    row: integer('Its row, counted from 1; 0 is the header.'),
    column: integer('Its column, counted from 1.'),
    text: text('What stands in it; empty where nothing does.'),
    number: orNull(real('The number in it; null where it is none, as in "<5".')),
  },
  key: ['data_table', 'row', 'column'],
  *rows({ tables }) {
    for (const { id, finding } of tables) {
      for (const [row, cells] of [finding.header, ...finding.rows].entries()) {
        for (const [index, cell] of cells.entries()) {
          const number = typeof cell === 'number' ? cell : null
          yield { data_table: id, row, column: index + 1, text: String(cell), number }
        }
      }
    }
  },
})

export const incident = table({
  name: 'incident',
  about: 'One row for each incident that a register lists.',
  columns: {
    id: text('Made of the document and the words of its row.'),
    document: refersTo('document', text('The document.')),
    data_table: orNull(refersTo('data_table', text('The table it stands in.'))),
    row: integer('Its row there, counted from 1 below the header.'),
    reference: orNull(text("The authority's own reference.")),
    date: orNull(day('When it happened.')),
    department: orNull(text('Where it happened.')),
    type: orNull(oneOf(incidentTypeCodes, 'The type of incident; null where the words fit none.')),
    type_as_written: orNull(text('The type in the words of the document.')),
    cause: orNull(text('The cause, as written.')),
    medium: orNull(text('The medium, as written.')),
    action: orNull(text('What was done, as written.')),
    reported_to_ico: orNull(flag('1 where it was reported to the Information Commissioner.')),
    people_affected: orNull(real('How many people it touched.')),
    people_relation: orNull(oneOf(codesOf(relations), 'How that number is meant.')),
    other: json('The cells without a column here, as JSON by heading.'),
    confidence: chance('The chance that the row is right.'),
    sure: flag('1 where it is sure.'),
    ...wordsColumns,
  },
  *rows({ document, incidents, tables }) {
    const ids = new Map(tables.map(({ id, finding }) => [finding.id, id]))
    for (const { id, finding } of incidents) {
      const { table: of, typeAsWritten, reportedToIco, peopleAffected, other, evidence, ...rest } = finding
      yield {
        ...rest,
        id,
        document: document.id,
        data_table: ids.get(of) ?? null,
        type_as_written: typeAsWritten,
        reported_to_ico: reportedToIco,
        people_affected: peopleAffected?.number ?? null,
        people_relation: peopleAffected?.relation ?? null,
        other: JSON.stringify(other),
        ...wordsOf(document, evidence),
      }
    }
  },
})
