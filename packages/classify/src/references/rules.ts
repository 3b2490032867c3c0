import type { Finding } from '../finding.ts'
import type { ReferenceRule } from './index.ts'

const law = '(?:FOIA?|FOISA|FOIR|EIRs?|EISR|RFI|FoIA?)'
const piece = '[A-Za-z0-9]{1,24}'
/** "FOI / 1596", "01.FOI.22.025733", "EIR /986848", "2019/0123", "FOI-0707-1819/GH". */
const value = `(?<value>(?:${law}\\s?[-/:#–.]?\\s?)?${piece}(?:[-/_.]${piece}|\\s/\\s?\\d{1,12}|\\s?/\\s\\d{1,12}){0,6})(?![A-Za-z0-9@])`
/** A label and its value may stand in two cells or on two lines. */
const gap = '[\\s:.#–-]{0,60}'

const about =
  '(?:foia?|eirs?|foisa|freedom of information(?: act)?(?: 2000)?|environmental information(?: regulations?)?(?: 2004)?|information|request|case|enquiry|disclosure|council|trust|unique|the|a|this|quote|quoting|our|and|log|application|act)'
const label = new RegExp(
  `(?<=^|[\\n\\t(|>•*–:;.,-]\\s{0,3}|\\b${about}\\s{1,2})(?:(?:our|request|foi|eir|case)\\s)?(?:ref(?:erence)?|(?:request|foi|eir|case|disclosure|enquiry|log)\\s(?:id|no|number))\\.?(?:\\s?(?:number|no|id|code|num)\\b\\.?)?(?:\\s(?:is|of))?${gap}${value}`,
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

/** "Request 101003849345" on a line of its own. */
export const numberedRequest: ReferenceRule = {
  id: 'references/request-number',
  about: 'A long number that follows "Request" on a line of its own.',
  roles: ['opening', 'request', 'reply'],
  find: (text) => matchesOf(text, /^[ \t]{0,8}(?:FOI |EIR )?request:?[ \t]{1,3}(?<value>\d{5,18})[ \t]{0,8}$/dgim),
}

/** "Data Breaches (905A/20)", "Cyber crime (1748_15)", "FOI request (FOIR-675827841)". */
const inBrackets = /\((?<value>(?:FOIR?-|EIR-|F-)?\d{1,14}[A-Z]{0,2}(?:[-/_][A-Z]{0,4}\d{1,14}[A-Z]{0,2}){0,3})\)\s*$/dg
/** "FOI 9137 Agency spend", "EIR 2021/0123". */
const afterLaw = new RegExp(
  `(?:^|[\\s(–-])(?<value>${law}\\s?[-./:#_–]?\\s?(?:\\d{1,7}[-/]\\d{2,12}(?:[-/]\\d{1,12})?|[A-Z]{0,3}\\d{3,14}))(?![\\d/]|-\\d)`,
  'gd',
)
/** "Freedom of Information request - 12345/18". */
const afterRequest =
  /(?:(?:freedom of information|environmental information(?: regulations)?|foi|eir|information)(?: act)?(?: 2000)?(?: \(FOIA?\))? (?:request|enquiry|response)|request for information)\s?[-–:(]?\s?(?:ref\.?\s?)?(?<value>[A-Z]{0,5}[-/]?\d{3,14}(?:[-/]\d{1,12}){0,3}|\d{2}[-/]\d{2,12})(?![\d/]|-\d)/dgi

export const titled: ReferenceRule = {
  id: 'references/title',
  about: 'A reference in the title of a letter or page, beside the name of the law or in brackets at its end.',
  roles: ['opening', 'reply'],
  lastLine: 10,
  find: (text) => {
    let offset = 0
    // a title stands at the head: no later line is looked at
    return text.split('\n', 30).flatMap((line) => {
      const from = offset
      offset += line.length + 1
      if (!isTitle(line)) return []
      return [inBrackets, afterLaw, afterRequest]
        .flatMap((pattern) => matchesOf(line, pattern))
        .map(({ value: read, span }) => ({ value: read, span: { start: from + span.start, end: from + span.end } }))
    })
  },
}

/** Not a sentence, not the name of a file, nothing about an earlier request. */
function isTitle(line: string): boolean {
  return line.length <= 110 && !/[.?!]\s*$|\.[a-z]{3,4}\s*$|\b(?:previous|earlier|your)\b/i.test(line)
}

/** The authority's acknowledgement quoted below: "Subject: Re – Freedom of Information Request – Reference – FOI / 17". */
export const quotedSubject: ReferenceRule = {
  id: 'references/quoted-subject',
  about: 'A labelled reference in the subject of earlier mail.',
  roles: ['quoted_mail', 'disclaimer'],
  find: (text) =>
    Array.from(text.matchAll(/^[>\s*]{0,6}subject\s?:[^\n]{0,200}(?:\n[^\n:]{1,120})?/gim)).flatMap((subject) =>
      matchesOf(subject[0], label).map(({ value: read, span }) => ({
        value: read,
        span: { start: subject.index + span.start, end: subject.index + span.end },
      })),
    ),
}

function matchesOf(text: string, pattern: RegExp): readonly Omit<Finding<string>, 'rule'>[] {
  return Array.from(text.matchAll(pattern)).flatMap((match) => {
    const [start, end] = match.indices?.groups?.value ?? [0, 0]
    const read = text.slice(start, end).replace(/[-/_.:\s]+$/, '')
    const before = pattern === label ? text.slice(Math.max(0, match.index - 40), match.index) : ''
    const within = text.slice(match.index, start)
    if (anothers.test(before) || /\byour\s(?:ref|foi ref)/i.test(within) || !isReference(read)) return []
    return [{ value: read.replace(/\s+/g, ' '), span: { start, end: start + read.length } }]
  })
}

/** Not a year, a day, an Act, a telephone number, a postcode, or words without a number. */
function isReference(read: string): boolean {
  const digits = read.replace(/\D/g, '').length
  if (digits < 2 || read.length > 40) return false
  if (/^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|(?:19|20)\d{2})$/.test(read)) return false
  if (/^(?:(?:FOIA?|FOISA|EIRs?|EISR|FoIA?)[\s:/-]{0,3})?(?:19|20)\d\d$/i.test(read)) return false
  if (/^\d{1,2}(?:st|nd|rd|th)$/i.test(read)) return false
  if (/^(?:19|20)\d\d[-/](?:\d\d|(?:19|20)\d\d)$/.test(read)) return false
  if (/^0\d{9,10}$/.test(read)) return false
  return !/^[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}$/.test(read)
}
