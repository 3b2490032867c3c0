import { allMatches } from '../all-matches.ts'
import type { Finding } from '../finding.ts'
import type { ReferenceRule } from './index.ts'
import { isReference } from './shapes.ts'

export const law = '(?:FOIA?|FOISA|FOIR|EIRs?|EISR|RFI|FoIA?)'
const piece = '[A-Za-z0-9]{1,24}'
/** "FOI / 1596", "01.FOI.22.025733", "EIR /986848", "2019/0123", "FOI-0707-1819/GH". */
const value = `(?<value>(?:${law} \\d\\d \\d{2,6}(?=[ \\t]*(?:\\n|$))|(?:${law}\\s?[-/:#–.]?\\s?)?${piece}(?:[-/_.#]${piece}|\\s/\\s?\\d{1,12}|\\s?/\\s\\d{1,12}|\\s-\\s\\d\\d(?=[ \\t]*(?:\\n|$))){0,6}))(?![A-Za-z0-9@])`
/** A label and its value may stand in two cells or on two lines. */
const gap = '[\\s:.#–-]{0,60}'

const about =
  '(?:foia?|eirs?|foisa|file|freedom of information(?: act)?(?: 2000)?|environmental information(?: regulations?)?(?: 2004)?|information|request|case|enquiry|disclosure|council|trust|unique|the|a|this|please|quote|quoting|our|and|log|application|act)'
/** The first letters of what may follow stand first: to look back from each place of a letter takes long. */
const label = new RegExp(
  `(?=[orfecdl])(?<=^|[\\n\\t(|>•*–:;.,-]\\s{0,3}|\\b${about}\\s{1,2})(?:(?:our|request|foi|eir|case)\\s)?(?:ref(?:erence)?|(?:request|foi|eir|case|disclosure|enquiry|log)\\s(?:id|no|number))\\.?(?:\\s?(?:number|no|id|code|num)\\b\\.?)?(?:\\s(?:is|of))?${gap}${value}`,
  'gid',
)
/** Words before a label, or between it and its value, that make it another's: the asker's, the regulator's, an earlier request's. */
const anothers =
  /\b(?:your|ico|ico['’]s|commissioner['’]?s?|tribunal|crime|property|planning|previous|earlier|related|original|wdtk|whatdotheyknow|invoice|charity|company|vat|complaint|their|his|her)\b(?:[^\S\n]\S{1,12}){0,2}[^\S\n]{0,3}$/i

/** A label and a value: "Our ref: FOI 17551", "Request ID: FOI-0707-1819", "Reference number" over "13428061". */
export const labelled: ReferenceRule = {
  id: 'references/label',
  about: 'A value labelled as the reference, number or ID of the request.',
  roles: ['opening', 'furniture', 'reply', 'closing', 'rights'],
  find: (text) => matchesOf(text, label),
}

const namedLabel = new RegExp(
  `(?<=^|\\n)[A-Z][A-Za-z&]{0,6}[A-Z] [Rr]ef(?:erence)?\\.? ?(?:no\\.? ?)?: ?${value}`,
  'gd',
)
/** "… 26 May 2015 Our Reference: 104637 Freedom of Information Request": the head of a page that lost its lines. */
const ourLabel = new RegExp(`\\b[Oo]ur [Rr]ef(?:erence)?\\.?(?: (?:number|no))?[ ]?:[ ]{0,4}${value}`, 'gd')
const headLabel = new RegExp(
  `^[ \\t*]{0,8}(?:(?:request|foi|eir|case|our)[ ])?(?:ref(?:erence)?|(?:request|case) (?:id|no|number))\\.?(?: (?:number|no|id))?[ ]?:[ ]{0,4}${value}`,
  'gimd',
)

/** "Ref: AbC 2022-0418", "FOI: HQ 22058": the authority's letters, and behind a space its numbers, to the end of the line. */
const ofTwoParts =
  /^[ \t]{0,8}(?:[A-Za-z]{3} ?\/ ?)?(?:(?:[Oo]ur|FOI|[Rr]equest|[Cc]ase) )?(?:[Rr]ef(?:erence)?|FOI|EIR)(?: (?:[Nn]o\.?|[Nn]umber))? ?: ?(?<value>(?!(?:FOI|EIR)\b)[A-Z][A-Za-z]{1,5}(?: [A-Z]{2,5})? \d{2,6}(?:[-/ ]\d{1,6}){0,2})[ \t]{0,8}$/dgm

export const labelledInTwo: ReferenceRule = {
  id: 'references/label',
  about: 'A labelled reference whose letters and numbers stand apart.',
  roles: ['opening', 'furniture', 'reply'],
  lastLine: 30,
  find: (text) => matchesOf(text, ofTwoParts),
}

/** "ABCD Ref: FOI-0633-1718": the label bears the authority's own abbreviation. */
export const labelledByName: ReferenceRule = {
  id: 'references/label',
  about: 'A reference behind an abbreviation and "Ref:" at the head of a line.',
  roles: ['opening', 'furniture'],
  find: (text) =>
    matchesOf(text, namedLabel).filter(
      ({ span }) => !/^(?:ICO|WDTK|VAT)\b/.test(text.slice(text.lastIndexOf('\n', span.start) + 1, span.start)),
    ),
}

/** "Request" as a heading, and below it "Reference: ABC-FOI-00397": the head of a form, where the asker's own words follow. */
export const headsRequest: ReferenceRule = {
  id: 'references/request-head',
  about: 'A labelled reference that begins a line at the head of the request.',
  roles: ['request'],
  find: (text) => {
    const head = text.slice(0, 400).split('\n', 5).join('\n')
    return [...matchesOf(head, headLabel), ...matchesOf(head, ourLabel)]
  },
}

/** "Request 101003849345" on a line of its own. */
export const numberedRequest: ReferenceRule = {
  id: 'references/request-number',
  about: 'A long number that follows "Request" on a line of its own.',
  roles: ['opening', 'request', 'reply'],
  find: (text) =>
    matchesOf(text, /^[ \t]{0,8}(?:(?:FOI |EIR )?request|response):?[ \t]{1,3}(?<value>[A-Z]?\d{5,18})[ \t]{0,8}$/dgim),
}

const given = new RegExp(
  `\\b(?:been )?(?:given|assigned|allocated) (?:the )?(?:following )?(?:unique )?reference(?: number)?:? ${value}`,
  'gd',
)
/** "logged under the above reference 10912", "dealing with it under reference ABC9430818 04 19". */
const dealtWith =
  /\b(?:logged|recorded|registered|dealt with|dealing with (?:it|this|your request)|handled|being processed) under (?:the )?(?:above )?(?:reference|ref)(?: number| no\.?)?:?\s(?<value>[A-Z]{2,5}\d{4,10}(?: \d{2}){2}|[A-Z]{0,5}[-/ ]?\d{3,14}(?:[-/]\d{1,12}){0,3})(?![\d/]|-\d)/dg
/** "Freedom of Information request: FOI-2855", "Customer Request Number: FOI_5366" at the end of a line. */
const named =
  /\b[Rr]equest(?: [Nn]umber| [Nn]o\.?| ID)?: {1,3}(?<value>(?:FOI|EIR)[-_./ ]?\d{2,12}(?:[-/]\d{1,6}){0,3})[ \t]{0,8}$/dgm

/** "Your request has been given the reference: F18535". */
export const givenToRequest: ReferenceRule = {
  id: 'references/given',
  about: 'A reference that the request is said to have been given, or that follows "request:".',
  roles: ['opening', 'reply', 'closing', 'furniture'],
  find: (text) => [...matchesOf(text, named), ...matchesOf(text, given), ...matchesOf(text, dealtWith)],
}

const alone =
  /^[ \t]{0,8}(?<value>(?:FOI|EIR|FOISA|RFI)[ ._/-]?\d{2,6}(?:[-/.]\d{1,6}){0,3}|\d{3,5}-\d{2}|(?:19|20)\d\d\/[A-Z]{1,3}\d{1,5}|[A-Z]{2,5}(?: [A-Z]{2,5})? \d{4} \d{3,5})[ \t]{0,8}$/dgm

/** "FOI.21.466", "9349-16", "2023/F96" on a line of its own, above the letter's first words. */
export const aloneOnLine: ReferenceRule = {
  id: 'references/alone',
  about: 'A line at the head that is nothing but a reference.',
  roles: ['opening', 'request'],
  find: (text) => matchesOf(text, alone),
}

/** The authority's acknowledgement quoted below: "Subject: Re – Freedom of Information Request – Reference – FOI / 17". */
export const quotedSubject: ReferenceRule = {
  id: 'references/quoted-subject',
  about: 'A labelled reference in the subject of earlier mail.',
  roles: ['quoted_mail', 'disclaimer'],
  find: (text) =>
    allMatches(text, /^[>\s*]{0,6}subject\s?:[^\n]{0,200}(?:\n[^\n:]{1,120})?/gim).flatMap((subject) =>
      matchesOf(subject[0], label).map(({ value: read, span }) => ({
        value: read,
        span: { start: subject.index + span.start, end: subject.index + span.end },
      })),
    ),
}

export function matchesOf(text: string, pattern: RegExp): readonly Omit<Finding<string>, 'rule'>[] {
  return allMatches(text, pattern).flatMap((match) => {
    const [start, end] = match.indices?.groups?.value ?? [0, 0]
    const read = text.slice(start, end).replace(/[-/_.:\s]{1,12}$/, '')
    const isOurs = /^our\s/i.test(match[0])
    const before = pattern === label && !isOurs ? text.slice(Math.max(0, match.index - 40), match.index) : ''
    const within = text.slice(match.index, start)
    if (anothers.test(before) || /\byour\s(?:ref|foi ref)/i.test(within) || !isReference(read)) return []
    return [{ value: read.replace(/\s+/g, ' '), span: { start, end: start + read.length } }]
  })
}
