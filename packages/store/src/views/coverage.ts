import { type View, whole, words } from '../view.ts'
import { whoseColumns } from './whose.ts'

export const coverage: View = {
  name: 'coverage',
  about:
    'One row for each request that was sent: who was asked in which round, and what came of it. A council without a row was not asked; missing is not zero.',
  columns: {
    round: words('The round of requests.'),
    ...whoseColumns,
    named: words('Who was asked, as the list of requests writes it.'),
    sent: words('The day the request was sent.'),
    reference: words("The authority's reference of the request."),
    state: words(
      'answered, partly (some of it refused), refused, acknowledged, silent, unclear (answers are here, and nothing tells whether to this request) or unknown (nobody knows whom the list means).',
    ),
    received: words('The day the authority received it.'),
    responded: words('The day of the latest answer.'),
    silent_since: words('The day it was sent, where no answer is here: silent or acknowledged.'),
    days_silent: whole('Days from then until today.'),
    questions: whole('How many questions the answer answers.'),
    given: whole('How many of them were answered, in whole or in part, also with "not held".'),
    refused: whole(
      'How many were refused in whole or in part: withheld, neither confirmed nor denied, on cost, as vexatious.',
    ),
    outcome: words('How the whole was answered; null where only its questions tell.'),
    response: words('The answer, as in response.id.'),
  },
  select: `WITH told AS (
  SELECT d.response, count(*) AS questions,
    sum(a.outcome IN ('disclosed', 'attached', 'partly', 'elsewhere', 'not_held', 'not_applicable')) AS given,
    sum(a.outcome IN ('withheld', 'ncnd', 'cost_limit', 'vexatious', 'partly')) AS refused
  FROM answer a JOIN document d ON d.id = a.document WHERE d.response IS NOT NULL GROUP BY d.response
)
SELECT s.round, x.id, x.name, x.type, x.nation, x.region, s.named, s.sent, s.reference,
  CASE WHEN s.state <> 'answered' THEN s.state
    WHEN coalesce(t.given, 0) = 0 AND (t.refused > 0 OR r.outcome IN ('withheld', 'ncnd', 'cost_limit', 'vexatious')) THEN 'refused'
    WHEN t.refused > 0 OR r.outcome = 'partly' THEN 'partly' ELSE 'answered' END,
  r.received, r.responded,
  CASE WHEN s.state IN ('silent', 'acknowledged') THEN s.sent END,
  CASE WHEN s.state IN ('silent', 'acknowledged') THEN CAST(julianday('now', 'start of day') - julianday(s.sent) AS INTEGER) END,
  t.questions, t.given, t.refused, r.outcome, s.response
FROM asked s
LEFT JOIN authority x ON x.id = s.authority
LEFT JOIN response r ON r.id = s.response
LEFT JOIN told t ON t.response = s.response`,
}
