import { decimal, type View, whole, words } from '../view.ts'
import { linkSql } from './linked.ts'

export const exemptionUse: View = {
  name: 'exemption_use',
  about:
    'One row for each provision cited and question refused under it; and for each refusal on cost, as vexatious or as not held that cites none.',
  columns: {
    authority_id: words('The authority, as in authority.id.'),
    authority: words('Its name.'),
    type: words('What it is: unitary, district, county, police_force …'),
    nation: words('England, Wales, Scotland or Northern Ireland.'),
    region: words('The region it lies in.'),
    cite: words('The provision: FOIA 31(1)(a); null where none is cited.'),
    parent: words('The provision it is part of, as in provision.cite; itself where it is part of none.'),
    section: words('Its section or regulation as a whole: FOIA 31.'),
    title: words('What it is about.'),
    ground: words('exemption, cost, vexatious or not_held.'),
    class: words('absolute, qualified, partly or none: is there a public interest test?'),
    role: words('engaged, ncnd or mentioned: only the first two refuse anything.'),
    outcome: words('How the question was answered; of the whole where no question is named.'),
    public_interest: words('How the public interest test was decided: withhold or disclose.'),
    prejudice: words('How likely the harm is said to be.'),
    confidence: decimal('The chance that it is right.'),
    sure: whole('1 where it is sure.'),
    question: words('The question, as in question.id; null where none is named.'),
    question_text: words('Its words.'),
    quote: words('The words that cite it.'),
    place: words('Where they stand.'),
    link: words('Where to open them.'),
    document: words('The document, as in document.id.'),
    responded: words('The day of the answer.'),
  },
  select: `WITH used AS (
  SELECT c.document, cq.question, c.cite, c.role, c.public_interest, c.prejudice, c.confidence, c.sure, c.quote, c.place, c.anchor
  FROM citation c LEFT JOIN citation_question cq ON cq.citation = c.id
), uncited AS (
  SELECT a.document, a.question,
    CASE a.outcome WHEN 'cost_limit' THEN 'cost' WHEN 'vexatious' THEN 'vexatious' ELSE 'not_held' END AS ground,
    a.confidence, a.sure, a.quote, a.place, a.anchor
  FROM answer a
  WHERE a.outcome IN ('cost_limit', 'vexatious', 'not_held') AND NOT EXISTS (
    SELECT 1 FROM citation_question cq JOIN citation c ON c.id = cq.citation
    WHERE cq.question = a.question AND c.role <> 'mentioned')
), grounds AS (
  SELECT u.document, u.question, u.cite, coalesce(p.parent, u.cite) AS parent,
    CASE WHEN p.section IS NULL THEN u.cite ELSE p.law || ' ' || p.section END AS section, p.title,
    CASE WHEN p.kind IN ('cost', 'vexatious', 'not_held') THEN p.kind ELSE 'exemption' END AS ground,
    p.class, u.role, u.public_interest, u.prejudice, u.confidence, u.sure, u.quote, u.place, u.anchor
  FROM used u LEFT JOIN provision p ON p.cite = u.cite
  UNION ALL
  SELECT document, question, NULL, NULL, NULL, NULL, ground, NULL, 'engaged', NULL, NULL, confidence, sure, quote, place, anchor
  FROM uncited
)
SELECT x.id, x.name, x.type, x.nation, x.region, g.cite, g.parent, g.section, g.title, g.ground, g.class, g.role,
  coalesce(n.outcome, d.outcome), g.public_interest, g.prejudice, g.confidence, g.sure, g.question, q.text,
  g.quote, g.place,
  ${linkSql('d', 'g')},
  d.id, coalesce(d.responded, r.responded)
FROM grounds g
JOIN document d ON d.id = g.document
LEFT JOIN response r ON r.id = d.response
LEFT JOIN authority x ON x.id = coalesce(d.authority, r.authority)
LEFT JOIN question q ON q.id = g.question
LEFT JOIN answer n ON n.question = g.question`,
}
