import type { ReferenceRule } from './index.ts'
import { law, matchesOf } from './rules.ts'

/** "Swans (905A/20)", "Ducks (1748_15)", "FOI request (FOIR-675827841)", "Geese (R008739)". */
const inBrackets =
  /[([](?<value>(?:FOIR?[- ]|EIR[- ]|F-)?\d{1,14}[A-Z]{0,2}(?:[-/_][A-Z]{0,4}\d{1,14}[A-Z]{0,2}){0,3}|(?:[A-Z]{2,6}[-/ ]?|[C-LN-Z])\d{4,12}(?:[-/]\d{1,12}){0,2})[)\]]\s*$/dg
/** "FOI 9137 Agency spend", "EIR 2021/0123", "FOI / 1596 / 2018", "FOI 10042022-1". */
const afterLaw = new RegExp(
  `(?:^|[\\s(–/-])(?<value>${law}\\s?[-./:#_–]?\\s?(?:\\d{1,14}[-/]\\d{1,12}(?:[-/]\\d{1,12})?|\\d{1,7}(?: / \\d{1,12}){1,3}|[A-Z]{0,3}\\d{3,14}(?:\\.\\d{2}(?!\\d))?))(?![\\d/]|-\\d)`,
  'gd',
)
/** "Freedom of Information request - 12345/18", "Request for Information – ABCDE 16301". */
const afterRequest =
  /(?:(?:freedom of information|environmental information(?: regulations)?|foi|eir|information)(?: act)?(?: 2000)?(?: \(FOIA?\))?(?: [–-])? (?:request|enquiry|response|release)|request for information)\s?[-–:(]?\s?(?:(?:ref(?:erence)?|no|number)\.?\s?)?(?<value>[A-Z]{0,5}[-/]?\d{3,14}(?:[-/]\d{1,12}| \/ \d{1,6}){0,3}|[A-Z]{2,6} \d{3,14}|[A-Z]{1,6}(?:-[A-Z]{1,5}){1,2}-\d{2,12}|\d{2}[-/]\d{2,12})(?![\d/]|-\d)/dgi
/** "F0013056 - Aircraft", "360 01 25 – Callouts", "2021-0345: Swans": a code that leads the title. */
const leads =
  /^\s{0,8}(?<value>(?:[C-LN-Z]|[A-Z]{2,6}[-/ ]?)\d{3,12}(?:[-/]\d{1,12}){0,3}|\d{3,6}[-/]\d{2,6}|\d{3,5}(?: \d{2}){2})\s{0,2}(?:[–:]|-(?!\d))\s{0,2}[A-Z]/dg
/** "Mental health - 359/13", "Cameras - 1003/16": a number behind a dash closes the title. */
const closes = /[A-Za-z)] ?\s[-–] (?<value>\d{2,6}[A-Z]?\/\d{2}(?:\d{2})?)\s*$/dg
/** "Disclosure Log – Response IRQ0648490": a code behind "Response" closes the title. */
const closesResponse = /\b(?:response|reply|release)\s(?<value>[A-Z]{2,6}[-/]?\d{4,12})\s*$/dgi
/** "Home > Responses > Swans lost 3357/17": the way to a page ends in its number. */
const closesWay = /> [^>\n]{3,80}[a-z] (?<value>\d{3,6}\/\d{2})\s*$/dg
/** "Freedom of Information request – ALB ref 2021/0302": the authority's letters before the label. */
const byName = /\b[A-Z]{2,8} ref(?:erence)?:? (?<value>\d{2,6}[-/]\d{2,6}(?:[-/]\d{1,6})?)(?![\d/]|-\d)/dg
/** "F-2024-09116 Swans": letters, a year and a number that lead the subject of a mail. */
const leadsSubject = /^\s{0,8}(?<value>[A-Z]{1,5}-(?:19|20)\d\d-\d{3,8})\s{1,3}[A-Z]/dg
/** "FI16734", "FOI2023/07335": the title is nothing but a code. */
const alone =
  /^\s{0,8}(?<value>(?:[C-LN-Z]|[A-Z]{2,6})[-/]?\d{4,12}(?:[-/]\d{1,12}){0,3}|[A-Z]{2,4}\d{1,3}[./]\d{2,6}|[A-Z]{2,5}(?:[-/][A-Z]{1,5}){0,2}[-/]\d{2,12}(?:[-/]\d{1,12}){0,3})\s*$/dg

export const titled: ReferenceRule = {
  id: 'references/title',
  about:
    'A reference in the title of a letter or page: beside the name of the law, before or behind a dash, in brackets, or alone.',
  // a letter whose head speaks of a review may be taken for its rights
  roles: ['opening', 'reply', 'rights', 'closing'],
  lastLine: 10,
  find: (text) => inTitles(text, 30),
}

/** "FOI 12 – Swans" above a request that begins at once. */
export const titledRequest: ReferenceRule = {
  id: 'references/title',
  about: 'A reference in the title above a request with which the page begins.',
  roles: ['request'],
  lastLine: 2,
  find: (text) => inTitles(text, 2),
}

/** A title stands at the head: no line after the first `most` is looked at. */
function inTitles(text: string, most: number): ReturnType<ReferenceRule['find']> {
  let offset = 0
  return text.split('\n', most).flatMap((line) => {
    const from = offset
    offset += line.length + 1
    if (!isTitle(line)) return []
    const said = subjectOf.exec(line)?.[0].length ?? 0
    const title = line.slice(said)
    return [inBrackets, afterLaw, afterRequest, leads, closes, closesResponse, closesWay, byName, leadsSubject, alone]
      .flatMap((pattern) => matchesOf(title, pattern))
      .filter(({ value }) => !isOfYears(value))
      .map(({ value: read, span }) => ({
        value: read,
        span: { start: from + said + span.start, end: from + said + span.end },
      }))
  })
}

/** "Subject: RE: " */
const subjectOf = /^[ \t]{0,8}subject ?:[ \t]{0,4}(?:(?:re|fwd?) ?:[ \t]{0,4}){0,3}/i

/** Not a sentence, not the name of a file, nothing about an earlier request. */
function isTitle(line: string): boolean {
  return line.length <= 130 && !/[.?!]\s*$|\.[a-z]{3,4}\s*$|\b(?:previous|earlier|your)\b/i.test(line)
}

/** "Arrests - 12/13", "Fines - 2018/19", "FY 2019: Fines": the year that the title is about. */
function isOfYears(read: string): boolean {
  if (/^(?:[A-Z]{1,6}[-/ ])?(?:19|20)\d\d$/.test(read)) return true
  const [, first = '', second = ''] = /^(?:[A-Z]{1,6}[-/ ])?(?:20|19)?(\d\d)[/-](?:20|19)?(\d\d)$/.exec(read) ?? []
  return first !== '' && Number(second) === (Number(first) + 1) % 100
}
