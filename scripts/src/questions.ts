/** A question to the dataset, the one statement that answers it, and what to know of the answer. */
export interface Worked {
  readonly title: string
  readonly about: string
  readonly sql: string
}

/** Ten questions that people bring, each answered by one SELECT over the views. */
export const questions: readonly Worked[] = [
  {
    title: 'Which ten councils had most data breaches for each 100,000 residents in 2019/20?',
    about:
      'Whole years only: `comparison_safe` leaves part years, breakdowns and all but one answer for each cell out, and shows no county beside districts, for they do different things. The residents are those of the middle of that year, named beside the rate.',
    sql: `SELECT authority, number, population, population_year, rate_per_100k, place, link
FROM comparison_safe
WHERE measure = 'data_breaches' AND year_kind = 'financial' AND year = 2019 AND rate_per_100k IS NOT NULL
ORDER BY rate_per_100k DESC
LIMIT 10`,
  },
  {
    title:
      'How many data breaches were there in all councils together each year, over how many councils, and how many refused?',
    about:
      "`SUM(number)` over `comparison_safe` is a true sum: no two authorities in it overlap. Beside it stands how many councils it holds, how many gave a bound instead of a number, and how many gave none. Where counties are left out beside districts, with their refusals, their own sum is over `comparison WHERE left_out = 'other_level' AND type = 'county'`.",
    sql: `SELECT year_kind, year, SUM(number) AS total, COUNT(number) AS councils,
  SUM(number IS NULL AND outcome = 'disclosed') AS without_exact_number,
  SUM(outcome IN ('withheld', 'ncnd', 'cost_limit', 'vexatious')) AS refused,
  SUM(outcome = 'not_held') AS not_held
FROM comparison_safe
WHERE measure = 'data_breaches' AND year_kind IN ('calendar', 'financial')
GROUP BY year_kind, year
ORDER BY year_kind, year`,
  },
  {
    title: 'Who would neither confirm nor deny attacks that other councils disclosed?',
    about:
      'Of the measures of attacks: who used that answer, and how many other councils gave a figure for the same measure.',
    sql: `SELECT r.authority, r.measure, COUNT(DISTINCT r.year) AS years,
  (SELECT COUNT(DISTINCT d.authority_id) FROM comparison d
   WHERE d.measure = r.measure AND d.number IS NOT NULL AND d.authority_id <> r.authority_id) AS others_disclosed,
  MIN(r.link) AS link
FROM comparison r
WHERE r.outcome = 'ncnd' AND r.measure LIKE '%attacks'
GROUP BY r.authority_id, r.measure
HAVING others_disclosed > 0
ORDER BY r.authority, r.measure`,
  },
  {
    title: 'Whose figure doubled from one year to the next?',
    about:
      'Years of one kind are compared with each other, never a calendar year with a financial one. Nothing is added up here, so counties and districts both belong in it: `comparison` has them.',
    sql: `SELECT later.authority, later.measure, earlier.year AS from_year, earlier.number AS before,
  later.year AS to_year, later.number AS after, later.year_kind, later.link
FROM comparison later
JOIN comparison earlier ON earlier.authority_id = later.authority_id AND earlier.measure = later.measure
  AND earlier.year_kind = later.year_kind AND earlier.year = later.year - 1
WHERE later.chosen = 1 AND later.category IS NULL AND later.covers = 'whole'
  AND earlier.chosen = 1 AND earlier.category IS NULL AND earlier.covers = 'whole'
  AND earlier.number > 0 AND later.number >= 2 * earlier.number
ORDER BY later.authority, later.measure, later.year`,
  },
  {
    title: 'How often is section 31 (law enforcement) relied on, and how often section 12 (cost), by type of council?',
    about:
      'Letters that rely on it, to withhold or to neither confirm nor deny; provisions that are only mentioned do not count.',
    sql: `SELECT type, COUNT(DISTINCT CASE WHEN section = 'FOIA 31' THEN document END) AS section_31,
  COUNT(DISTINCT CASE WHEN section = 'FOIA 12' THEN document END) AS section_12
FROM exemption_use
WHERE role <> 'mentioned' AND section IN ('FOIA 31', 'FOIA 12')
GROUP BY type
ORDER BY section_31 DESC, section_12 DESC, type`,
  },
  {
    title: 'How many letters went to a wrong address, by council and year?',
    about:
      'The types are those of the Information Commissioner, whatever words a council uses; `covers` says whether it is the whole year.',
    sql: `SELECT authority, year, year_kind, covers, SUM(number) AS letters, GROUP_CONCAT(label, ' / ') AS in_their_words, MIN(link) AS link
FROM breach_types
WHERE type = 'post_wrong_recipient'
GROUP BY authority_id, year, year_kind, covers, period_from, period_to
ORDER BY authority, year`,
  },
  {
    title: 'Who was asked and is silent, and for how many days?',
    about:
      'Needs the list of who was asked (`ingest --asked asked.csv --round NAME`). `days_silent` counts until today; here the days until 1 March 2022 are counted, so that this page stays as it is.',
    sql: `SELECT authority, round, state, silent_since,
  CAST(julianday('2022-03-01') - julianday(silent_since) AS INTEGER) AS days
FROM coverage
WHERE silent_since IS NOT NULL
ORDER BY days DESC, authority`,
  },
  {
    title: 'How many councils said yes when they were asked whether they train all staff in data protection?',
    about: 'Questions in the same words, or almost, are one group; `SELECT * FROM question_group` lists them.',
    sql: `SELECT asked, COUNT(DISTINCT authority_id) AS councils,
  SUM(yes_no = 'yes') AS yes, SUM(yes_no = 'no') AS no, SUM(yes_no IS NULL) AS neither
FROM answer_list
WHERE question_group = (SELECT question_group FROM answer_list WHERE question_text LIKE '%train all staff%' ORDER BY 1 LIMIT 1)
GROUP BY question_group`,
  },
  {
    title: 'The list of a fact-checker: which numbers has no person looked at yet?',
    about:
      'Every figure with the words it was read from, their place and their link. Here a person has confirmed all but the figures about devices; of those the first five.',
    sql: `SELECT authority, measure, category, year, low AS read_as, quote, place, link
FROM comparison
WHERE checked = 0 AND observation IS NOT NULL
ORDER BY authority, measure, year, category, link, low
LIMIT 5`,
  },
  {
    title: 'Which answers came later than 20 working days?',
    about:
      'Counted from the day after receipt, as section 10 says. `days_in_law` leaves out bank holidays in any part of the United Kingdom (in Scotland those of Scotland), `working_days` those of the nation. `late` is said only where both days and the authority are sure, or a person confirmed them.',
    sql: `SELECT authority, nation, received, responded, working_days, days_in_law, link
FROM timeliness
WHERE late = 1
ORDER BY days_in_law DESC`,
  },
]
