import type { Span } from '@disclosed/document'
import { exemption, type Law } from '@disclosed/reference'
import type { Finding } from '../finding.ts'
import { paragraphAround } from '../outcomes/sentence.ts'
import { findLaws, isAccessLaw, type NamedLaw } from '../regimes/laws.ts'
import { type Cited, findCited } from './anchors.ts'
import { type Belonging, type LawContext, lawsOf, letterLaw } from './belonging.ts'
import type { Citation } from './citation.ts'
import { isElsewhere, isOfExemptions, isOfItsSubject } from './company.ts'
import { isCondition, type Provision, readProvision } from './provision.ts'
import { citeOf, subjectRules } from './subjects.ts'
import type { Written } from './written.ts'

export type { Citation } from './citation.ts'
export { subjectRules } from './subjects.ts'

/**
 * Every exemption, exception and other ground of refusal that the text cites, each time it does, in order. Procedure
 * (FOIA 1, 8, 10, 16, 17, 45, 50), other Acts and other documents' sections are none. A ground told by its subject is
 * given only where the text nowhere gives its number. Spans count from the start of the text.
 */
export function findCitations(text: string, context: LawContext): readonly Finding<Citation>[] {
  const laws = findLaws(text)
  const cited = findCited(text)
  const belongings = lawsOf(text, cited, laws, context)
  const candidates = cited.flatMap((each, index) => {
    const belonging = belongings[index]
    return belonging ? readCited(text, each, belonging, context) : []
  })
  const sure = new Set(candidates.filter(({ believed }) => believed).map(({ finding }) => topOf(finding.value.cite)))
  const numbered = candidates
    .filter(({ believed, finding, negated }) => believed || (!negated && sure.has(topOf(finding.value.cite))))
    .map(({ finding }) => finding)
  return [...numbered, ...findSubjects(text, context, numbered)].toSorted(
    (one, other) => one.span.start - other.span.start || one.span.end - other.span.end,
  )
}

interface Candidate {
  readonly finding: Finding<Citation>
  /** Its law is named, or the words around it speak of exemptions. */
  readonly believed: boolean
  /** The words say that it belongs elsewhere. */
  readonly negated: boolean
}

function readCited(text: string, cited: Cited, belonging: Belonging, context: LawContext): readonly Candidate[] {
  const last = cited.list.at(-1)
  if (!last) return []
  const span = { start: cited.start, end: last.end }
  if (isOfPersonalData(text, cited, belonging))
    return readCited(text, cited, { law: 'FOIA', by: 'named' }, context).map(repaired)
  if (!isAccessLaw(belonging.law)) return []
  const negated = belonging.by === 'assumed' && isElsewhere(text, span, cited)
  if (negated) return []
  const paragraph = paragraphAround(text, span, 300)
  const spoken = isOfExemptions(text, paragraph) || isOfItsSubject(text, paragraph, belonging.law, last.number)
  return cited.list.flatMap((written, index) =>
    readAnyLaw(belonging, written, context).map(({ law, provision }) => {
      const words =
        index === 0 && !written.continued
          ? { start: cited.start, end: written.end }
          : { start: written.start, end: written.end }
      return {
        finding: {
          value: asCitation(text, law, provision, words),
          span: words,
          rule: ruleOf(cited, belonging, provision),
        },
        believed: isBelieved(cited, belonging, provision, spoken, written),
        negated,
      }
    }),
  )
}

/** «exempt under section 40(2) of the Data Protection Act»: personal data are exempt under the other Act's section 40. */
function isOfPersonalData(text: string, { list, start }: Cited, { law }: Belonging): boolean {
  const [first] = list
  return (
    law === 'DPA' &&
    list.length === 1 &&
    first?.number === '40' &&
    first.groups[0] === '2' &&
    isOfExemptions(text, paragraphAround(text, { start, end: first.end }, 300))
  )
}

function repaired({ finding, ...candidate }: Candidate): Candidate {
  return {
    ...candidate,
    finding: { ...finding, value: { ...finding.value, repaired: true }, rule: 'citations/repaired' },
  }
}

/** Authorities write "Section 12(4)(b)" for a regulation: where the letter's first law lacks it, its other one may have it. */
function readAnyLaw(
  { law, by }: Belonging,
  written: Written,
  context: LawContext,
): readonly { readonly law: Law; readonly provision: Provision }[] {
  if (!isAccessLaw(law)) return []
  const own = readProvision(law, written).map((provision) => ({ law, provision }))
  if (by === 'named' || own.some(({ provision }) => provision.exact)) return own
  const other = (['FOIA', 'EIR', 'FOISA', 'EISR'] as const).filter(
    (each) => each !== law && context.regimes.includes(each),
  )
  const elsewhere = other.flatMap((each) =>
    readProvision(each, written)
      .filter(({ exact }) => exact)
      .map((provision) => ({ law: each, provision })),
  )
  return elsewhere.length > 0 ? elsewhere : own
}

function isBelieved(
  cited: Cited,
  { by }: Belonging,
  { exact }: Provision,
  spoken: boolean,
  { groups, number, start, end }: Written,
): boolean {
  if (by === 'named') return true
  // «in the last 12 (2) months»: with one bracket alone a number must at least be written as citations are.
  if (cited.kind === 'none')
    return exact && spoken && (groups.length > 1 || end - start === number.length + groups.join('').length + 2)
  return spoken || (exact && groups.length > 1)
}

function asCitation(text: string, law: Law, { exemption, repaired }: Provision, span: Span): Citation {
  return {
    cite: exemption.cite,
    law,
    provision: exemption.provision === '' ? null : exemption.provision,
    asWritten: text.slice(span.start, span.end),
    repaired,
    told: 'number',
    condition: isCondition(exemption.cite),
  }
}

function ruleOf(cited: Cited, { by }: Belonging, { repaired }: Provision): Finding<Citation>['rule'] {
  if (repaired) return 'citations/repaired'
  if (cited.kind === 'none') return 'citations/bare-number'
  return by === 'named' ? 'citations/with-its-law' : 'citations/without-its-law'
}

function findSubjects(
  text: string,
  context: LawContext,
  numbered: readonly Finding<Citation>[],
): readonly Finding<Citation>[] {
  const law = lawOfSubjects(context)
  const told = new Set(numbered.map(({ value }) => topOf(value.cite)))
  return subjectRules.flatMap((rule) =>
    rule.find(text).flatMap(({ value, span, rule: id }): readonly Finding<Citation>[] => {
      const cite = citeOf(value, law)
      const known = cite === null ? null : exemption(cite)
      if (!cite || !known || told.has(topOf(cite))) return []
      const provision = { exemption: known, repaired: false, exact: true }
      return [{ value: { ...asCitation(text, law, provision, span), told: 'subject' }, span, rule: id }]
    }),
  )
}

function lawOfSubjects(context: LawContext): Law {
  const environmental =
    context.regimes.some(isEnvironmental) && !context.regimes.some((each) => each === 'FOIA' || each === 'FOISA')
  return letterLaw(environmental ? 'regulation' : 'section', context)
}

function isEnvironmental(law: NamedLaw): boolean {
  return law === 'EIR' || law === 'EISR'
}

/** "FOIA 31" for "FOIA 31(1)(a)". */
function topOf(cite: string): string {
  return cite.split('(')[0] ?? cite
}
