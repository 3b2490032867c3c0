import { type View, whole, words } from '../view.ts'
import { saidSql } from './said.ts'
import { whoseColumns } from './whose.ts'

/** The weekdays from Monday 3 January 2000 to a day, itself included. */
function weekdaysTo(day: string): string {
  const days = `CAST(julianday(${day}) - 2451546.5 AS INTEGER)`
  return `(${days} / 7 * 5 + min(${days} % 7 + 1, 5))`
}

/** Those after the day of receipt, up to and with the day of the answer, less the holidays that count. */
function workingDays(holidays: string): string {
  return `CASE WHEN isTold THEN ${weekdaysTo('responded')} - ${weekdaysTo('received')}
    - (SELECT count(DISTINCT h.day) FROM bank_holiday h WHERE h.day > t.received AND h.day <= t.responded AND ${holidays}) END`
}

export const timeliness: View = {
  name: 'timeliness',
  about:
    'One row for each request whose first answer is here, and for each that a log lists: how many working days the answer took.',
  columns: {
    ...whoseColumns,
    law: words('Whose working days count: FOIA (with the EIR), or in Scotland FOISA (with the EISR).'),
    request_reference: words("The authority's own reference."),
    subject: words('What a log says the request is about; null elsewhere.'),
    round: words('The round of requests it belongs to.'),
    received: words('The day the request was received.'),
    responded: words('The day of the first full answer. Later answers and internal reviews do not count.'),
    working_days: whole(
      "Working days of the authority's own nation after the day of receipt, up to the day of the answer; null where a day is not told, or the nation.",
    ),
    days_in_law: whole(
      'Working days as the law counts them: FOIA s.10(6) leaves out the bank holidays of every part of the United Kingdom, FOISA s.73 those of Scotland.',
    ),
    late: whole('1 where days_in_law is above 20; null where the days or the authority are not sure.'),
    sure: whole('1 where both days and the authority are sure, or a person confirmed the document.'),
    link: words('Where to open the answer.'),
    document: words('The document, as in document.id.'),
    response: words('The response, as in response.id; null for the rows of a log.'),
  },
  select: `WITH first_answer AS (
  SELECT d.*, row_number() OVER (PARTITION BY coalesce(d.response, d.id) ORDER BY d.responded IS NULL, d.responded, d.id) AS nth
  FROM document d
  WHERE d.kind = 'foi_response'
    AND NOT EXISTS (SELECT 1 FROM request q WHERE q.document = d.id AND q.stage <> 'first')
), arrival AS (
  SELECT response, min(received) AS received, min(received_sure) AS received_sure
  FROM document WHERE kind IN ('request', 'foi_acknowledgement') AND response IS NOT NULL AND received IS NOT NULL
  GROUP BY response HAVING count(DISTINCT received) = 1
), told AS (
  SELECT coalesce(d.authority, r.authority) AS authority, d.authority_sure, coalesce(d.reference, r.reference) AS reference,
    NULL AS subject, r.round, coalesce(d.received, a.received) AS received,
    CASE WHEN d.received IS NULL THEN coalesce(a.received_sure, 0) ELSE d.received_sure END AS received_sure,
    d.responded, d.responded_sure, d.regimes, d.link, d.id AS document, d.response
  FROM first_answer d
  LEFT JOIN response r ON r.id = d.response
  LEFT JOIN arrival a ON a.response = d.response
  WHERE d.nth = 1
  UNION ALL
  SELECT d.authority, d.authority_sure, q.reference, q.subject, NULL, q.received, q.received_sure, q.responded,
    q.responded_sure, d.regimes, d.link, d.id, NULL
  FROM request q JOIN document d ON d.id = q.document
  WHERE d.kind = 'disclosure_log' AND q.stage = 'first'
), placed AS (
  SELECT t.*, x.name, x.type, x.nation, x.region,
    CASE WHEN x.type = 'scottish' OR (x.nation = 'Scotland' AND (t.regimes LIKE '%FOISA%' OR t.regimes LIKE '%EISR%'))
      OR (x.nation IS NULL AND t.regimes LIKE '%FOISA%' AND t.regimes NOT LIKE '%"FOIA"%') THEN 'FOISA' ELSE 'FOIA' END AS law,
    coalesce(t.received <= t.responded AND t.received >= '2005-01-01' AND t.responded <= '2030-12-31', 0) AS isTold,
    (t.received_sure AND t.responded_sure AND t.authority_sure) OR ${saidSql('t.document', 'checked')} AS isSure
  FROM told t LEFT JOIN authority x ON x.id = t.authority
), counted AS (
  SELECT t.*, CASE WHEN t.nation IS NOT NULL THEN ${workingDays('h.nation = t.nation')} END AS working_days,
    ${workingDays("(t.law = 'FOIA' OR h.nation = 'Scotland')")} AS days_in_law
  FROM placed t
)
SELECT authority, name, type, nation, region, law, reference, subject, round, received, responded, working_days, days_in_law,
  CASE WHEN isSure AND days_in_law IS NOT NULL THEN days_in_law > 20 END, isSure, link, document, response
FROM counted
WHERE received IS NOT NULL OR responded IS NOT NULL`,
}
