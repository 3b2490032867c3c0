import type { Law } from '@disclosed/reference'
import { phrase, type Recogniser } from '../recogniser.ts'

/** A provision of each law, named by its subject alone. */
export interface Subject {
  readonly FOIA: string
  readonly FOISA: string
  readonly EIR: string | null
  readonly EISR: string | null
}

/** The citation of a subject in one of the laws; null where that law has none. */
export function citeOf(subject: Subject, law: Law): string | null {
  const provision = subject[law]
  return provision === null ? null : `${law} ${provision}`
}

const cost: Subject = { FOIA: '12', FOISA: '12', EIR: null, EISR: null }
const vexatious: Subject = { FOIA: '14', FOISA: '14', EIR: '12(4)(b)', EISR: '10(4)(b)' }
const otherMeans: Subject = { FOIA: '21', FOISA: '25', EIR: '6(1)(b)', EISR: '6(1)(b)' }
const future: Subject = { FOIA: '22', FOISA: '27', EIR: null, EISR: null }
const security: Subject = { FOIA: '24', FOISA: '31', EIR: '12(5)(a)', EISR: '10(5)(a)' }
const investigations: Subject = { FOIA: '30', FOISA: '34', EIR: null, EISR: null }
const enforcement: Subject = { FOIA: '31', FOISA: '35', EIR: null, EISR: null }
const conduct: Subject = { FOIA: '36', FOISA: '30', EIR: null, EISR: null }
const safety: Subject = { FOIA: '38', FOISA: '39', EIR: null, EISR: null }
const personal: Subject = { FOIA: '40', FOISA: '38', EIR: '13', EISR: '11' }
const confidence: Subject = { FOIA: '41', FOISA: '36', EIR: null, EISR: null }
const privilege: Subject = { FOIA: '42', FOISA: '36', EIR: '12(5)(b)', EISR: '10(5)(b)' }
const commercial: Subject = { FOIA: '43', FOISA: '33', EIR: '12(5)(e)', EISR: '10(5)(e)' }

const titles: readonly (readonly [RegExp, Subject])[] = [
  [/law enforcement|prevention (?:and|or) detection of crime/i, enforcement],
  [/personal (?:information|data)|third[- ]party data/i, personal],
  [/commercial(?:ly)? (?:interests?|sensitiv\w{1,5})/i, commercial],
  [/legal (?:professional )?privilege/i, privilege],
  [/national security/i, security],
  [/health and safety/i, safety],
  [/future publication/i, future],
  [/(?:otherwise|reasonably) accessible/i, otherMeans],
  [/(?:provided|given) in confidence|confidentiality/i, confidence],
  [/effective conduct/i, conduct],
  [/investigations?/i, investigations],
]

const title =
  'law enforcement|prevention (?:and|or) detection of crime|personal (?:information|data)|third[- ]party data|commercial(?:ly)? (?:interests?|sensitiv\\w{1,5})|legal (?:professional )?privilege|national security|health and safety|future publication|(?:otherwise|reasonably) accessible|(?:provided|given) in confidence|effective conduct(?: of public affairs)?'

/** "the law enforcement exemption", "the exemption for commercial interests". */
export const namedExemption = phrase<Subject>({
  id: 'citations/named-exemption',
  about: 'An exemption told by its title and not by its number.',
  hints: ['exempt', 'exception'],
  pattern: new RegExp(
    String.raw`\b(?:(?:${title})['’”"]?\s{1,2}(?:exemption|exception)|(?:exemption|exception)s?\s{1,2}(?:for|about|on|of|concerning|relating to|regarding|covering)\s{1,2}['‘“"]?(?:the\s)?(?:${title}))\b`,
    'gi',
  ),
  read: (_, match) => titles.find(([words]) => words.test(match[0]))?.[1] ?? null,
  examples: [
    { letter: 'We rely on the «law enforcement exemption» here.', value: enforcement },
    { letter: 'The «exemption for commercial interests» covers the prices.', value: commercial },
  ],
  nearMisses: ['We take law enforcement seriously.', 'A business rates exemption for listed buildings'],
})

/** "would exceed the appropriate limit": refused on cost, with no section named. */
export const costLimit = phrase<Subject>({
  id: 'citations/appropriate-limit',
  about: 'The cost ceiling, named without its section.',
  hints: ['limit'],
  pattern:
    /\b(?:exceed\w{0,3}|over|above|beyond|breach\w{0,3}|inside|within)\s{1,2}the\s{1,2}(?<words>['‘“"]?(?:appropriate|statutory|cost|fees)(?:\s\(?(?:cost|costs|fees)\)?)?['’”"]?\s{1,2}(?:limit|threshold|ceiling))\b/gi,
  read: () => cost,
  examples: [{ letter: 'To answer would exceed the «appropriate limit».', value: cost }],
  nearMisses: ['He drove above the speed limit.', 'Please stay within the word limit.'],
})

/** "we consider your request to be vexatious". */
export const vexatiousRequest = phrase<Subject>({
  id: 'citations/vexatious',
  about: 'A request called vexatious or repeated, with no section named.',
  hints: ['vexatious'],
  pattern:
    /\b(?:consider(?:ed|s)?|deem(?:ed|s)?|regard(?:ed|s)?|judged?|is|be|are|as)\b[^.\n]{0,60}?\b(?<words>vexatious)\b/gi,
  read: () => vexatious,
  examples: [{ letter: 'This request is deemed to be «vexatious».', value: vexatious }],
  nearMisses: ['our policy on vexatious complainants'],
})

export const subjectRules: readonly Recogniser<Subject>[] = [namedExemption, costLimit, vexatiousRequest]
