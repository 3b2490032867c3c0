import type { Span } from '@disclosed/document'
import type { Law } from '@disclosed/reference'
import type { Cited } from './anchors.ts'

/**
 * Does the paragraph speak of exemptions? A bare "Section 31" is only then a citation: councils have Section 106
 * agreements, Section 21 notices and Section 31 grants.
 */
export function isOfExemptions(text: string, { start, end }: Span): boolean {
  return exemptionTalk.test(text.slice(start, end))
}

const exemptionTalk =
  /\bexempt|\bexception\b|\brefus(?:al|e|ed|ing)\b|\bwith(?:hold|held)|\bdisclos(?:e|ed|ure|ing)\b|\bpublic interest\b|\b(?:qualified|absolute)\b|\bneither confirm|\bconfirm n?or deny|\bprejudice|\bvexatious\b|\bredact|\b(?:appropriate|cost|fees) limit\b|\bcost of compliance\b|\bduty to confirm\b|\bpersonal (?:data|information)\b|\bcommercial interests\b|\blaw enforcement\b|\bnational security\b|\bfuture publication\b|\bother means\b|\breasonably accessible\b|\bin confidence\b|\blegal professional privilege\b|\bmanifestly unreasonable\b/i

/** Does the paragraph speak of what the section is about? «Section 21: the reports are available online», «s.12 – 30 hours». */
export function isOfItsSubject(text: string, { start, end }: Span, law: Law, number: string): boolean {
  return subjects[law]?.[number]?.test(text.slice(start, end)) ?? false
}

const cost = /\b(?:costs?|hours|excessive)\b/i
const vexatious = /\b(?:vexatious|repeated)\b/i
const published = /\b(?:available|accessible|published|public domain|online|website)\b/i
const confidential = /\bconfiden/i
const commercial = /\bcommercial/i
const people = /\b(?:personal|individuals?|identif\w{1,8}|names?)\b/i

const subjects: Readonly<Partial<Record<Law, Readonly<Record<string, RegExp>>>>> = {
  FOIA: {
    '12': cost,
    '14': vexatious,
    '21': published,
    '22': /\bpublish|\bpublication/i,
    '40': people,
    '41': confidential,
    '43': commercial,
  },
  FOISA: {
    '12': cost,
    '14': vexatious,
    '25': published,
    '27': /\bpublish|\bpublication/i,
    '33': commercial,
    '36': confidential,
    '38': people,
  },
}

/** Do its neighbours say that a section is of something else: a grant, a notice, a policy, another Act by its subject? */
export function isElsewhere(text: string, { start, end }: Span, { list, kind }: Cited): boolean {
  const before = text.slice(Math.max(0, start - 60), start)
  const after = text.slice(end, end + 80)
  const [first] = list
  if (kind === 'none')
    return (
      /^\s?(?:%|am\b|pm\b)/.test(after) ||
      /(?:£|question|paragraph|para|table|page|item|article|part|schedule|rule|question)\.?\s?$/i.test(before)
    )
  if (kind === 'exemption')
    return (
      /^\s?(?:%|days|years|people|cases|properties|[a-z]+s\b(?! exempt))/.test(after) &&
      list.every(({ groups }) => groups.length === 0)
    )
  if (
    /\b(?:article|schedule|part|chapter|paragraph|para|annex|appendix|GDPR)\.?\s?(?:\d{1,2}\w?|[IVX]{1,4})?,?\s{0,2}(?:of\s)?$/i.test(
      before,
    )
  )
    return true
  // "Section 30(3) Investigations" gives the exemption its own name.
  if (things.test(after))
    return (
      !(first?.number === '30' && /^\s{0,2}Investigations\b/.test(after)) &&
      !(first && /^1[24]$/.test(first.number) && /^\s{0,2}(?:refusal )?notices?\b/i.test(after))
    )
  return ofAnother.test(after) || /^\s{0,2}(?:of|under)\s(?!FO[Ii]|EI)[A-Z]{2,8}\b/.test(after)
}

const things =
  /^\s{0,2}(?:agreements?|notices?|grants?|fund(?:s|ing|ed)?|mon(?:ey|ies)|works?|assessments?|enquir(?:y|ies)|inquir(?:y|ies)|investigations?|orders?|reports?|payments?|tenan\w{2,6}|evictions?|detentions?|possession|offences?|officers?|accommodation|schools?|land|licen[cs]es?|areas?|powers|searche?s?|stops?|contributions?|obligations?|meetings?|checks?|aftercare|statements?|referrals?|thresholds?|proceedings|duties|training)\b/i

const ofAnother =
  /^\s{0,2}(?:\([^()\n]{1,40}\)\s{0,2})?(?:of|in|on|to)\s{1,2}(?:the|our|your|their|this|that|its|an?)\s{1,2}(?!(?:Freedom|FOI|Act\b|EIR|Environmental|said|above|Regulations?\b|Regs\b|2000|request|public|information|legislation|basis|grounds|requested))(?:[\w'’-]{1,20}\s){0,3}[\w'’-]{1,20}/i
