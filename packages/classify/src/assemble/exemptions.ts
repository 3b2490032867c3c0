import { covers, type Document } from '@disclosed/document'
import type { Answered } from '../answers/index.ts'
import { sureness } from '../calibration.ts'
import type { RoledCitation } from '../exemptions/index.ts'
import type { ReadExemption, Reading } from '../reading.ts'
import { citeAll } from './evidence.ts'
import { idOf } from './questions.ts'
import { sureIfRecognised } from './recognised.ts'
import { signsOfExemption } from './signs-of-facts.ts'

/** One entry for each provision and role, with every place that cites it. */
export function asExemptions(
  document: Document,
  { roles, answered }: { readonly roles: readonly RoledCitation[]; readonly answered: readonly Answered[] },
): Reading['exemptions'] {
  return roles.map((cited) => asExemption(document, cited, answered))
}

function asExemption(document: Document, cited: RoledCitation, answered: readonly Answered[]): ReadExemption {
  const { finding, spans, widerSpans, role, prejudice, publicInterest } = cited
  const places = [...spans, ...widerSpans]
  const questions = answered.flatMap(({ segments }, index) =>
    segments.some((segment) => places.some((place) => covers(segment.span, place))) ? [idOf(index)] : [],
  )
  return {
    cite: finding.value.cite,
    provision: finding.value.provision,
    role,
    told: finding.value.told,
    questions,
    asWritten: finding.value.asWritten,
    repaired: finding.value.repaired,
    prejudice,
    publicInterest: publicInterest
      ? {
          forDisclosure: citeAll(document, publicInterest.forDisclosure),
          forExemption: citeAll(document, publicInterest.forExemption),
          decision: publicInterest.decision,
        }
      : null,
    ...sureIfRecognised(document, sureness('exemption', ...signsOfExemption(cited, questions.length)), spans),
    evidence: citeAll(document, spans),
  }
}
