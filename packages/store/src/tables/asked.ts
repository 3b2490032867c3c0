import { contentId, plainWords } from '../ids.ts'
import { day, oneOf, orNull, type RowOf, refersTo, table, text } from '../table.ts'
import { askedRules, askedStates, codesOf } from '../vocabularies.ts'

export const asked = table({
  name: 'asked',
  about:
    'One row for each request that was sent: who was asked in which round. Who has no row was not asked, and silence is no zero.',
  columns: {
    id: text('Made of the round and what the list says of the request.'),
    round: refersTo('round', text('The round of requests.'), 'name'),
    authority: orNull(refersTo('authority', text('Who was asked; null where nobody knows whom the list means.'))),
    named: orNull(text('Who was asked, as the list writes it.')),
    sent: orNull(day('The day the request was sent.')),
    reference: orNull(text("The authority's reference of the request.")),
    email: orNull(text('The address it was sent to.')),
    state: oneOf(codesOf(askedStates), 'What came of it.'),
    response: orNull(refersTo('response', text('The answer, where one is here.'))),
    rule: orNull(oneOf(codesOf(askedRules), 'Why that is the answer to this request.')),
  },
})

export type AskedRow = RowOf<typeof asked.columns>

/** One line of a list of who was asked; null where it is silent. */
export interface Sent {
  readonly authority: string | null
  readonly sent: string | null
  readonly reference: string | null
  readonly email: string | null
}

/** The same line of the same round has the same id, wherever in the list it stands. */
export function askedId(round: string, { authority, sent, reference, email }: Sent): string {
  return contentId('asked', round, plainWords(authority ?? ''), sent, reference, email)
}
