import { type View, words } from '../view.ts'
import { linkSql } from './linked.ts'
import { whoseColumns, whoseJoins, whoseSql } from './whose.ts'

export const discrepancyList: View = {
  name: 'discrepancy_list',
  about: 'One row for each place where a document contradicts itself: ask the authority before you print its figures.',
  columns: {
    ...whoseColumns,
    code: words('What it is about, as programs know it.'),
    message: words('What does not agree, as a sentence.'),
    quote: words('The words that show it.'),
    place: words('Where they stand.'),
    link: words('Where to open them.'),
    request_reference: words("The authority's own reference of the request."),
    responded: words('The day of the answer.'),
    kind: words('What the document is, as in vocabulary.'),
    document: words('The document, as in document.id.'),
  },
  select: `SELECT ${whoseSql}, c.code, c.message, c.quote, c.place, ${linkSql('d', 'c')},
  coalesce(d.reference, r.reference), coalesce(d.responded, r.responded), d.kind, d.id
FROM discrepancy c
JOIN document d ON d.id = c.document
${whoseJoins}`,
}
