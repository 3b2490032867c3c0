import type { Span } from '@disclosed/document'
import { reachingRules } from './contacts.ts'
import { isPersonName } from './person-name.ts'
import { type PersonRule, patterned } from './rule.ts'

/** A word of a name with a capital: Doe, O'Hara, Smith-Jones, or all in capitals. */
const word = "\\p{Lu}[\\p{L}'’-]{1,24}"
/** One to four of them, initials between: "J. R. Doe". No line break inside. */
const name = `(?:(?:\\p{Lu}\\.?[ \\u00a0]){0,3}${word}(?:[ \\u00a0](?:\\p{Lu}\\.?[ \\u00a0]){0,2}(?:(?:de|van|von|al|bin|Mc|Mac)[ \\u00a0])?${word}){0,3})`
const title = '(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Rev|Reverend)\\.?'

const titled = patterned({
  id: 'people/title',
  about: 'A name behind a title: "Mrs Doe".',
  sign: /M[rsx]|Miss|Dr|Prof|Cllr|Councillor|Sir|Dame|Rev/,
  pattern: new RegExp(
    `(?<![\\w'’])${title}[ \\u00a0](?<who>(?:\\p{Lu}\\.?[ \\u00a0]){0,3}${word}(?:[ \\u00a0]${word}){0,2})`,
    'dgu',
  ),
  holds: (words, _, after) =>
    isPersonName(words) &&
    !/^(?:['’]s)? (?:Hospital|School|Surgery|Practice|Academy|College|House|Road|Street|Park|Trust|Ward)/.test(after),
  examples: [
    'We wrote to Mrs «Doe» in May.',
    'Dear Mr «J. R. Doe»,',
    "Cllr «Siân O'Hara» asked",
    'Dr «Jane Roe-Doe», 3 May',
  ],
  nearMisses: ['Station Dr 12', "Dr Gray's Hospital", 'Dear Sir Or Madam', 'a miss for Amblethorpe', 'Mr Council'],
})

const saluted = patterned({
  id: 'people/salutation',
  about: 'Whom a letter greets by name.',
  sign: /Dear|Hi|Hello|Good/,
  pattern: new RegExp(
    `(?<=^[ \\t>]{0,8}(?:Dear|Hi|Hello|Good (?:morning|afternoon|day))[ ,]{1,2}(?:${title}[ \\u00a0])?)(?<who>${name})(?=[ \\t]{0,4}(?:[,:;.–-]|\\n|$))`,
    'dgmu',
  ),
  holds: isPersonName,
  examples: [
    'Dear «Jane Roe»,\n\nThank you',
    'Dear «Jane»\nThank you',
    'Hi «Jane»,\nThe answer',
    'Good morning «Jane»\n',
  ],
  nearMisses: [
    'Dear Sir/Madam,',
    'Dear Requester\n',
    'Dear Amblethorpe Borough Council,',
    'Dear Information Governance Team,',
    'Dear Applicant:',
    'Dear All,',
    'Hi All,',
    'High Street,',
  ],
})

const closings =
  '(?:Yours (?:sincerely|faithfully|truly)|(?:Kind|Best|Warm|Many)? ?[Rr]egards|Kindest regards|Best wishes|Many thanks|Thanks|Thank you|Cheers)'

const signed = patterned({
  id: 'people/sign-off',
  about: 'Who signs below "Yours sincerely".',
  sign: /Yours |egards|Best wishes|hanks|Thank you|Cheers/,
  pattern: new RegExp(
    `(?<=^[ \\t]{0,8}${closings}[,.!]?[ \\t\\n]{1,8})(?<who>${name})(?=[ \\t]{0,4}(?:[,;(|]|\\n|$))`,
    'dgmu',
  ),
  holds: isPersonName,
  examples: [
    'Yours sincerely\n\n«Jane Roe»\nInformation Governance Officer',
    'Kind regards,\n«Jane»\n',
    'Yours faithfully,\n«J. ROE» (Miss)\n',
    'Kind regards «Jane Roe»\n',
  ],
  nearMisses: [
    'Yours sincerely\n\nInformation Governance Team\nAmblethorpe Borough Council',
    'Yours faithfully,\nAmblethorpe Borough Council\n',
    'Regards\nFreedom of Information\n',
    'Thank you\nAll Questions Are Answered Below.\n',
  ],
})

const labels =
  '(?:From|To|Cc|Bcc|Sent by|Requested by|Requester|Requestor|Applicant|Name|Full name|Your name|Contact|Contact name|Contact officer|Case officer|Officer|Investigating officer|Author|Signed|Signature|Please ask for|Ask for|Prepared by|Reviewed by|Approved by|Completed by|Dealt with by|Attn|FAO)'

const labelled = patterned({
  id: 'people/label',
  about: 'A name behind its label: "From: …", "Case officer: …".',
  sign: /:/,
  pattern: new RegExp(
    `(?<=^[ \\t>]{0,8}${labels}[ \\t]{0,2}:[ \\t]{0,8}["']?)(?<who>${word}, ${word}|${name})(?=["']?[ \\t]{0,4}(?:[<[;,(|]|\\n|\\t|$))`,
    'dgmu',
  ),
  holds: isPersonName,
  examples: [
    'From: «Jane Roe» <jr@mail.example>',
    'Case officer: «J Roe»\n',
    'To: «Roe, Jane»\n',
    'Please ask for: «Jane Roe»',
  ],
  nearMisses: [
    'From: Information Governance',
    'From: 1 April 2019',
    'To: Amblethorpe Borough Council',
    'Contact: Customer Services',
    'Name: Type of breach',
  ],
})

const asking = patterned({
  id: 'people/asker',
  about: 'Who is said to have asked or written.',
  sign: /made this |wrote:|left an annotation/,
  pattern: new RegExp(
    `(?<who>(?<![\\p{L}'’])${name})(?= (?:made this (?:Freedom of Information|Environmental Information|FOI)|wrote:|left an annotation))`,
    'dgu',
  ),
  holds: isPersonName,
  examples: ['«Jane Roe» made this Freedom of Information request to Amblethorpe', 'On 3 May 2021, «Jane Roe» wrote:'],
  nearMisses: ['Amblethorpe Borough Council wrote:', 'The Requester wrote:', 'Jane Street was closed'],
})

/** Two words or more. */
const fullName = new RegExp(
  `(?<![\\p{L}'’])(?:\\p{Lu}\\.?[ \\u00a0]){0,2}${word}(?:[ \\u00a0]\\p{Lu}\\.?)?(?:[ \\u00a0]${word}){1,2}(?![\\p{L}'’])`,
  'gu',
)

/** So far before what reaches a person the name may stand. */
const farthest = 90

const reached: PersonRule = {
  id: 'people/reached',
  about:
    'A name before a telephone number or an e-mail, with nothing but a post between: "Jane Roe (Data Officer), 01234 567890".',
  sign: new RegExp(reachingRules.map(({ sign }) => sign.source).join('|'), 'i'),
  *find(text) {
    const contacts = reachingRules.flatMap((rule) => [...rule.find(text)])
    const found = new Map<number, Span>()
    for (const { start: at } of contacts) {
      const from = Math.max(0, at - farthest, text.lastIndexOf('\n', at - 1) + 1)
      const before = text.slice(from, at)
      const last = [...before.matchAll(fullName)].findLast(([words]) => isPersonName(words) && !isPlace(words))
      if (!last || !isPostOnly(before.slice(last.index + last[0].length))) continue
      found.set(from + last.index, { start: from + last.index, end: from + last.index + last[0].length })
    }
    yield* [...found.values()].toSorted((one, other) => one.start - other.start)
  },
  examples: [
    'passed to «Jane Roe» (Data Protection Officer, 01234 567890).',
    'The head is «Jane Roe-Doe», who can be reached on 01234 567890.',
    '| «Jane Roe» | Clerk | 01234 567890 |',
    'Please ask «Jane Roe» at jane (at) mail.example',
  ],
  nearMisses: [
    'Water Lane, Wilmslow, Cheshire, telephone 01234 567890',
    'Data Protection Officer, 01234 567890',
    'Jane Street was closed. Call 01234 567890',
    'Amblethorpe Borough Council, 01234 567890',
    'AMB South West, 01234 567890',
    'Fax No: 01234 567890',
  ],
}

/** "BBC South West": letters for a name beside words, and parts of the country. */
function isPlace(words: string): boolean {
  const letters = /\b\p{Lu}{2,4}\b/u.test(words) && words !== words.toUpperCase()
  return letters || /\b(?:North|South|East|West)\b/.test(words)
}

/** No other name, no end of a sentence. */
function isPostOnly(between: string): boolean {
  const capitals = between.match(/\p{Lu}[\p{L}'’-]{1,30}/gu) ?? []
  return (
    !/[.;:]\s/.test(between.replace(/\b(?:tel|ext|no|email|e-mail|phone|mobile)\b[.:]?/gi, '')) &&
    !capitals.some(isPersonName)
  )
}

/** What names a person. */
export const nameRules: readonly PersonRule[] = [titled, saluted, signed, labelled, asking, reached]
