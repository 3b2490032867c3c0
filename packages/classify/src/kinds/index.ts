import type { RuleId } from '../finding.ts'
import type { Letter } from '../letter.ts'
import type { Part } from '../partition/index.ts'
import type { Kind } from '../reading.ts'
import { acknowledges } from './holding.ts'
import { listsRequests } from './logs.ts'
import { type Facts, type Look, lookAt } from './look.ts'
import { isGuidance, isMinutes, isNews, isParliamentary, isPolicy, isStatistics, reportsIncidents } from './pages.ts'
import { answers, asksOnly, encloses, isRegulators, isSheet, reviews, tellsRightsOnly } from './signs.ts'

export type { Facts } from './look.ts'

export interface ReadKind {
  readonly kind: Kind
  readonly rule: RuleId
}

/** A kind and how it shows. The first that shows wins; the reasons for the order stand on each line. */
interface KindRule extends ReadKind {
  readonly shows: (look: Look) => boolean
}

const rules: readonly KindRule[] = [
  { kind: 'regulator_decision', rule: 'kinds/regulator-decision', shows: isRegulators }, // it tells of requests and answers too
  { kind: 'other', rule: 'kinds/parliamentary', shows: isParliamentary }, // a question and its answer, under no Act
  { kind: 'disclosure_log', rule: 'kinds/disclosure-log', shows: listsRequests }, // each of its rows would be a response
  { kind: 'other', rule: 'kinds/news', shows: isNews }, // it quotes an answer
  { kind: 'other', rule: 'kinds/minutes', shows: isMinutes }, // they report figures, and once a report itself
  { kind: 'request', rule: 'kinds/request', shows: asksOnly }, // before answers: an asker cites the Acts as well
  { kind: 'enclosure', rule: 'kinds/rights-only', shows: tellsRightsOnly }, // it speaks of requests and reviews, and answers none
  { kind: 'internal_review', rule: 'kinds/internal-review', shows: reviews }, // it answers a second time
  { kind: 'incident_report', rule: 'kinds/incident-report', shows: reportsIncidents }, // before sheets: a register may be one
  { kind: 'enclosure', rule: 'kinds/sheet', shows: isSheet }, // its notes may speak of requests
  { kind: 'other', rule: 'kinds/guidance', shows: isGuidance }, // it promises answers, as a receipt does, to everyone
  { kind: 'other', rule: 'kinds/statistics', shows: isStatistics }, // it counts answers, and gives none
  { kind: 'foi_acknowledgement', rule: 'kinds/acknowledgement', shows: acknowledges }, // it speaks of the request, and answers nothing
  { kind: 'other', rule: 'kinds/policy', shows: isPolicy }, // it tells how requests are answered
  { kind: 'foi_response', rule: 'kinds/response', shows: answers },
  { kind: 'enclosure', rule: 'kinds/enclosure', shows: encloses }, // a table that no letter surrounds
]

/** What a document is. `facts` are what other stages found in it, where they have run; without them its words decide. */
export function readKind(letter: Letter, parts: readonly Part[], facts: Facts | null): ReadKind {
  const look = lookAt(letter, parts, facts)
  const found = rules.find(({ shows }) => shows(look))
  return found ? { kind: found.kind, rule: found.rule } : { kind: 'other', rule: 'kinds/none' }
}
