import type { Span } from '@disclosed/document'
import type { Law } from '@disclosed/reference'
import { allMatches } from '../all-matches.ts'
import { remembered } from '../remembered.ts'

/** A law that a letter can name: the four that answers are given under, data protection, and every other. */
export type NamedLaw = Law | 'DPA' | 'GDPR' | 'other'

/** Words that name a law. */
export interface LawMention {
  readonly law: NamedLaw
  readonly span: Span
  /**
   * `full` "Freedom of Information Act 2000" · `short` "FOIA", "the EIRs" ·
   * `bare` "Freedom of Information request", "FOI 9137": the right to information, and no Act.
   */
  readonly form: 'full' | 'short' | 'bare'
}

/** Every law that the text names, in order. Where two names share words, the one that stands earlier in the list below is right. */
export const findLaws: (text: string) => readonly LawMention[] = remembered((text): readonly LawMention[] => {
  const taken = new Uint8Array(text.length)
  const found: LawMention[] = []
  for (const { law, form, pattern } of names) {
    for (const match of allMatches(text, pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (taken[start] || taken[end - 1]) continue
      taken.fill(1, start, end)
      found.push({ law, form, span: { start, end } })
    }
  }
  return found.toSorted((one, other) => one.span.start - other.span.start)
})

/** Is it one of the laws that a request for information is answered under? */
export function isAccessLaw(law: NamedLaw): law is Law {
  return law === 'FOIA' || law === 'EIR' || law === 'FOISA' || law === 'EISR'
}

interface Name {
  readonly law: NamedLaw
  readonly form: LawMention['form']
  readonly pattern: RegExp
}

/** «FOIA 18553» and «EIR /986848» are references and name no Act; «FOIA 2000» does. */
const noReference = String.raw`(?!\s?[/#:-]?\s?(?!2000\b|2002\b|2004\b)\d{3,})(?![/-]\w)`

const names: readonly Name[] = [
  // The regulations on fees are named beside the Act, and nobody answers under them.
  {
    law: 'other',
    form: 'full',
    pattern:
      /\b(?:Freedom\s+of\s+Information\s+(?:and\s+Data\s+Protection\s+)?)?\(?(?:Appropriate\s+Limit\s+and\s+Fees|Fees\s+for\s+Required\s+Disclosure)\)?(?:\s+\(Scotland\))?\s+Regulations(?:\s+20\d\d)?/gi,
  },
  {
    law: 'FOISA',
    form: 'full',
    pattern: /\bFreedom\s+of\s+Information\s{0,2}\(?\s?(?:Scotland|\(?S\)?)\s?\)?\s{0,2}Act(?:,?\s+2002)?/gi,
  },
  { law: 'FOISA', form: 'short', pattern: new RegExp(String.raw`\bFO[Ii]\s?\(?S\)?A(?![\w])${noReference}`, 'g') },
  {
    law: 'EISR',
    form: 'full',
    pattern: /\bEnvironmental\s+Information\s{0,2}\(?\s?Scotland\s?\)?\s{0,2}Regulations?(?:,?\s+2004)?/gi,
  },
  { law: 'EISR', form: 'short', pattern: new RegExp(String.raw`\bEI\s?\(?S\)?Rs?(?![\w])${noReference}`, 'g') },
  {
    law: 'FOIA',
    form: 'full',
    pattern:
      /\bFreedom\s+of\s+Information(?:\s{0,2}[('‘“"]{1,2}F\.?O\.?I\.?A?\.?[)'’”"]{1,2})?\s{1,2}Act(?:,?\s+(?:of\s+)?2000)?/gi,
  },
  { law: 'FOIA', form: 'short', pattern: /\bF\.?O\.?I\.?\s+Act(?:\s+2000)?\b/gi },
  { law: 'FOIA', form: 'short', pattern: new RegExp(String.raw`\bF\.?[Oo]\.?[Ii]\.?A\b${noReference}`, 'g') },
  {
    law: 'EIR',
    form: 'full',
    pattern:
      /\bEnvironmental\s+Information(?:\s{0,2}\(EIRs?\))?\s+Reg(?:ulation)?s?\b(?!\s+requests?)(?:,?\s+(?:\(?EIRs?\)?\s+)?2004)?/gi,
  },
  { law: 'EIR', form: 'short', pattern: new RegExp(String.raw`\bEIRs?\b(?!\s+requests?)${noReference}`, 'g') },
  {
    law: 'EIR',
    form: 'bare',
    pattern: /\bEnvironmental\s+Information(?:\s+Regulations?)?(?=\s+requests?\b)|\bEIR\b/gi,
  },
  { law: 'DPA', form: 'full', pattern: /\bData\s+Protection\s+Act(?:s\b|,?\s+(?:1998|2018))?/gi },
  { law: 'DPA', form: 'short', pattern: /\bDPA(?:\s?(?:1998|2018))?\b/g },
  { law: 'GDPR', form: 'full', pattern: /\bGeneral\s+Data\s+Protection\s+Regulations?\b/gi },
  { law: 'GDPR', form: 'short', pattern: /\b(?:UK[\s-]?)?GDPR\b/gi },
  { law: 'FOIA', form: 'bare', pattern: /\bFreedom\s+of\s+Information\b/gi },
  { law: 'FOIA', form: 'bare', pattern: /(?<![\w.@/-])F\.?O\.?IA?\b(?!@)/gi },
  {
    law: 'other',
    form: 'full',
    pattern:
      /\b(?:[A-Z][\w'’()-]{0,24},?\s(?:(?:of|and|the|for|in|etc\.?|to)\s){0,2}){1,8}(?:Act|Regulations|Order|Rules|Directive)(?:\s\(Northern Ireland\))?,?\s(?:19|20)\d\d\b/g,
  },
  {
    law: 'other',
    form: 'short',
    pattern: /\b(?!The\b|This\b|That\b|Said\b|Under\b|Both\b)[A-Z][a-z]{2,20}\sAct\b|\bPACE\b|\bCRCA\b/g,
  },
]
