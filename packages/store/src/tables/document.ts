import { outcomeCodes } from '@disclosed/reference'
import {
  belongsTo,
  bytes,
  chance,
  day,
  flag,
  integer,
  json,
  oneOf,
  orNull,
  real,
  refersTo,
  table,
  text,
} from '../table.ts'
import { codesOf, joinRules, kinds, stages } from '../vocabularies.ts'

export const source = table({
  name: 'source',
  about: 'One row for each web site or folder that documents were found in.',
  columns: {
    id: text('The host of the site, or the folder.'),
    kind: oneOf(['site', 'folder'], 'site or folder.'),
  },
})

export const round = table({
  name: 'round',
  about: 'One row for each round of requests that a list of sources names: one request, sent to many.',
  columns: { name: text('Its name, as the list of sources has it.') },
})

export const response = table({
  name: 'response',
  about: 'One row for each answer to a request: a letter with whatever was sent along with it.',
  columns: {
    id: text('Made of the document that leads it.'),
    authority: orNull(refersTo('authority', text('Who answers; null where nobody knows.'))),
    reference: orNull(text("The authority's own reference.")),
    received: orNull(day('The day the request was received.')),
    responded: orNull(day('The day of the latest answer.')),
    outcome: orNull(oneOf(outcomeCodes, 'How the whole was answered; null where only its questions tell.')),
    stage: oneOf(codesOf(stages), 'Which answer it is.'),
    round: orNull(refersTo('round', text('The round of requests it belongs to.'), 'name')),
    documents: integer('How many documents it is made of.'),
  },
})

export const document = table({
  name: 'document',
  about: 'One row for each original that was read. Its text is what every quote is cut from.',
  columns: {
    id: text('"sha256:" and the SHA-256 of the bytes as published.'),
    kind: oneOf(codesOf(kinds), 'What it is.'),
    authority: orNull(refersTo('authority', text('Whose it is; null where it does not tell.'))),
    authority_confidence: orNull(chance('The chance that this authority is right.')),
    authority_sure: flag('1 where the authority is sure.'),
    reference: orNull(text("The authority's own reference of the request answered.")),
    received: orNull(day('The day the request was received.')),
    received_sure: flag('1 where that day is sure.'),
    responded: orNull(day('The day of the answer.')),
    responded_sure: flag('1 where that day is sure.'),
    period_from: orNull(day('The first day of what a report covers.')),
    period_to: orNull(day('The last day.')),
    regimes: json('The laws the answer is given under, as a JSON list: FOIA, EIR …'),
    outcome: orNull(oneOf(outcomeCodes, 'How the whole was answered.')),
    response: orNull(refersTo('response', text('The response it is part of; null for what answers no request.'))),
    rule: orNull(oneOf(codesOf(joinRules), 'Why it is part of that response.')),
    link: text('Where to open it: its web address, else its path.'),
    media_type: text('Its format.'),
    bytes: integer('Its size.'),
    pages: orNull(integer('How many pages; null where it has none.')),
    ocr: flag('1 where pages were recognised from pictures.'),
    as_read: orNull(
      json('Authority and days as they were read, as JSON, where a person said otherwise; null where nobody did.'),
    ),
    reader: text('The reader that made its text: pdf@1.'),
    text: text('All its words, as `disclosed text` prints them.'),
  },
})

export const documentPlace = table({
  name: 'document_place',
  about: 'One row for each place where a document was found: a path, a part of an archive, a web address.',
  columns: {
    id: text('Made of path, part and address.'),
    document: refersTo('document', text('The document.')),
    path: orNull(text('The file it was read from.')),
    part: orNull(text('Its name inside that file, where that is an archive or an e-mail.')),
    url: orNull(text('The web address it was published at, as a list of sources says.')),
    retrieved: orNull(text('When it was fetched from there.')),
    licence: orNull(text('The licence it is under, as a list of sources says.')),
    round: orNull(refersTo('round', text('The round of requests, as a list of sources says.'), 'name')),
    told_authority: orNull(text('Whose document it is, as a list of sources says.')),
    item: orNull(
      text('The published item that it belongs to, as its sidecar says: the source and the name of the item there.'),
    ),
    page: orNull(text('The web page that published it, where its own address is that of a file.')),
    told_site: orNull(json('What the site told that published it, as JSON.')),
    source: orNull(refersTo('source', text('The site or folder.'))),
  },
  indexes: [{ by: ['path'] }],
})

export const kept = table({
  name: 'kept',
  about: 'What everything else is made from: for each place, the document as it was read and what was read in it.',
  columns: {
    place: refersTo('document_place', text('The place.')),
    document: refersTo('document', text('The document found there.')),
    bytes: orNull(integer('The size of the file on disk.')),
    mtime: orNull(real('When the file was last changed, in milliseconds since 1970.')),
    reader: json('The versions that read it, as JSON.'),
    document_packed: bytes('The document: JSON, compressed with Brotli.'),
    reading_packed: bytes('The reading: JSON, compressed with Brotli.'),
  },
  passing: ['bytes', 'mtime', 'document_packed', 'reading_packed'],
})

export const failure = table({
  name: 'failure',
  about: 'One row for each file that could not be read, with the reason.',
  columns: {
    id: text('Made of path and part.'),
    path: text('The file.'),
    part: orNull(text('Its name inside that file, where that is an archive or an e-mail.')),
    sha256: orNull(text('The SHA-256 of its bytes; null where they could not be read.')),
    bytes: orNull(integer('Its size.')),
    mtime: orNull(real('When the file was last changed, in milliseconds since 1970.')),
    code: text('The reason, as programs know it.'),
    message: text('The reason, as a sentence.'),
    reader: json('The versions that tried, as JSON.'),
  },
  passing: ['mtime'],
  indexes: [{ by: ['path'] }],
})

export const attachment = table({
  name: 'attachment',
  about: 'One row for each file that a document says is enclosed.',
  columns: {
    id: text('Made of the document and the name.'),
    document: refersTo('document', text('The document that names it.')),
    name: text('Its name, as written.'),
    file: orNull(text('The id of the file where the reading knows it.')),
    target: orNull(refersTo('document', text('The file itself; null where it is not at hand.'))),
  },
  *rows({ document, reading, attachments }) {
    for (const { id, name, document: file } of reading.attachments) {
      yield { id: attachments.get(id) ?? id, document: document.id, name, file, target: null }
    }
  },
})

export const answerAttachment = table({
  name: 'answer_attachment',
  about: 'One row for each answer and enclosed file that it points to.',
  columns: {
    question: belongsTo('question', text('The question answered.')),
    attachment: belongsTo('attachment', text('The file.')),
  },
  key: ['question', 'attachment'],
  *rows({ questions, attachments }) {
    for (const { id, finding } of questions) {
      for (const each of new Set(finding.answer.attachments)) {
        const attachment = attachments.get(each)
        if (attachment) yield { question: id, attachment }
      }
    }
  },
})
