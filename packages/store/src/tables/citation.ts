import { belongsTo, chance, flag, oneOf, orNull, refersTo, table, text } from '../table.ts'
import { codesOf, provisionClasses, provisionKinds, roles } from '../vocabularies.ts'
import { wordsColumns, wordsOf } from '../words.ts'

export const provision = table({
  name: 'provision',
  about: 'One row for each provision that authorities refuse under, and for any other that a document cites.',
  columns: {
    cite: text('As the field writes it: FOIA 31(1)(a).'),
    law: orNull(text('FOIA, EIR, FOISA or EISR.')),
    section: orNull(text('The number of its section or regulation alone.')),
    title: orNull(text('What it is about.')),
    class: orNull(oneOf(codesOf(provisionClasses), 'Is there a public interest test?')),
    kind: orNull(oneOf(codesOf(provisionKinds), 'What it allows.')),
    parent: orNull(text('The provision that it is part of.')),
    legislation: orNull(text('Its address below http://www.legislation.gov.uk/id/')),
  },
})

export const citation = table({
  name: 'citation',
  about: 'One row for each provision that a document cites, in each role, with the words that cite it.',
  columns: {
    id: text('Made of the document, the provision and the role.'),
    document: refersTo('document', text('The document.')),
    cite: refersTo('provision', text('The provision.'), 'cite'),
    role: oneOf(codesOf(roles), 'Relied on, or only mentioned?'),
    told: oneOf(['number', 'subject'], 'Was its number told, or only its subject: "the appropriate limit"?'),
    as_written: text('The citation as the document has it.'),
    repaired: flag('1 where the citation had to be repaired.'),
    prejudice: orNull(oneOf(['would', 'would_be_likely'], 'How likely the harm is said to be.')),
    public_interest: orNull(oneOf(['withhold', 'disclose'], 'How the public interest test was decided.')),
    for_disclosure: orNull(text('What speaks for disclosure, in the words of the document.')),
    for_exemption: orNull(text('What speaks for withholding, in the words of the document.')),
    confidence: chance('The chance that it is right.'),
    sure: flag('1 where it is sure.'),
    ...wordsColumns,
  },
  *rows({ document, citations }) {
    for (const { id, finding } of citations) {
      const { cite, role, told, asWritten, repaired, prejudice, publicInterest, confidence, sure } = finding
      yield {
        id,
        document: document.id,
        cite,
        role,
        told,
        as_written: asWritten,
        repaired,
        prejudice,
        public_interest: publicInterest?.decision ?? null,
        for_disclosure: publicInterest?.forDisclosure.map(({ quote }) => quote).join('\n') || null,
        for_exemption: publicInterest?.forExemption.map(({ quote }) => quote).join('\n') || null,
        confidence,
        sure,
        ...wordsOf(document, finding.evidence),
      }
    }
  },
})

export const citationQuestion = table({
  name: 'citation_question',
  about: 'One row for each citation and question that is refused under it.',
  columns: {
    citation: belongsTo('citation', text('The citation.')),
    question: belongsTo('question', text('The question.')),
  },
  key: ['citation', 'question'],
  *rows({ citations, questions, questionId }) {
    for (const { id, finding } of citations) {
      const here = questions.filter(({ finding: { exemptions } }) => exemptions.includes(finding.cite))
      const listed = finding.questions.flatMap((each) => questionId(each) ?? [])
      const refused = finding.role === 'mentioned' ? [] : here.map((each) => each.id)
      for (const question of new Set([...listed, ...refused])) yield { citation: id, question }
    }
  },
})
