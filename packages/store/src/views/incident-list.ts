import { decimal, type View, whole, words } from '../view.ts'
import { linkSql } from './linked.ts'
import { whoseColumns, whoseJoins, whoseSql } from './whose.ts'

export const incidentList: View = {
  name: 'incident_list',
  about: 'One row for each incident that a register lists, with whose it is.',
  columns: {
    ...whoseColumns,
    date: words('When it happened; null where the register does not say.'),
    reference: words("The authority's own reference."),
    department: words('Where it happened, as written.'),
    incident_type: words('The type of incident, as in vocabulary; null where the words fit none.'),
    type_label: words('The name of that type.'),
    type_as_written: words('The type in the words of the document.'),
    cause: words('The cause, as written.'),
    medium: words('The medium, as written.'),
    action: words('What was done, as written.'),
    reported_to_ico: whole('1 where it was reported to the Information Commissioner; null where nothing is said.'),
    people_affected: decimal('How many people it touched.'),
    people_relation: words('How that number is meant: =, <, <=, >, >=, ~ or range.'),
    other: words('The cells without a column here, as JSON by heading.'),
    period_from: words('The first day of what the report covers.'),
    period_to: words('The last day.'),
    confidence: decimal('The chance that the row is right.'),
    sure: whole('1 where it is sure.'),
    table_title: words('The title of the register.'),
    row: whole('Its row there, counted from 1 below the header.'),
    quote: words('The words of the row.'),
    place: words('Where they stand.'),
    link: words('Where to open them.'),
    document: words('The document, as in document.id.'),
    incident: words('The incident, as in incident.id.'),
  },
  select: `SELECT ${whoseSql}, i.date, i.reference, i.department, i.type, v.label, i.type_as_written, i.cause, i.medium,
  i.action, i.reported_to_ico, i.people_affected, i.people_relation, i.other,
  coalesce(t.period_from, d.period_from), coalesce(t.period_to, d.period_to), i.confidence, i.sure, t.title, i.row,
  i.quote, i.place, ${linkSql('d', 'i')}, i.document, i.id
FROM incident i
JOIN document d ON d.id = i.document
LEFT JOIN data_table t ON t.id = i.data_table
LEFT JOIN vocabulary v ON v.list = 'incident_type' AND v.code = i.type
${whoseJoins}`,
}
