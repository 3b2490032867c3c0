import { belongsTo, json, oneOf, orNull, table, text } from '../table.ts'
import { codesOf, correctables, corrections, judgements } from '../vocabularies.ts'

export const correction = table({
  name: 'correction',
  about:
    'One row for each thing that a person said of a finding. It outlives every new reading; nothing is ever taken out.',
  columns: {
    id: text('Made of all the rest.'),
    about: oneOf(codesOf(correctables), 'What it is about.'),
    subject: text('The id of the figure, question, document or word that it is about.'),
    document: text('The document, as in document.id; kept even where that is gone.'),
    kind: oneOf(codesOf(corrections), 'What the person did.'),
    value: orNull(json('What holds instead of what was read, as JSON; null where nothing does.')),
    saw: orNull(json('What was read when the person looked, as JSON; null where nothing was.')),
    quote: orNull(text('The words that the person looked at.')),
    place: orNull(text('Where they stand.')),
    link: orNull(text('Where they could be opened then.')),
    why: orNull(text('The reason, or the remark.')),
    by: text('Who.'),
    made: text('When: ISO date and time.'),
  },
  indexes: [{ by: ['subject'] }],
})

export const judgement = table({
  name: 'judgement',
  about: 'One row for each thing that a person said, and what became of it.',
  columns: {
    correction: belongsTo('correction', text('What was said.')),
    state: oneOf(codesOf(judgements), 'What became of it.'),
    subject: orNull(text('The id that the finding has now; null where it is not there.')),
  },
  indexes: [{ by: ['subject'] }],
})
