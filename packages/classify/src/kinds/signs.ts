import { isRegulatorsDecision } from '../authority/clues.ts'
import { isSalutation, voiceAt } from '../partition/messages.ts'
import type { Look } from './look.ts'

const laws = /\b(?:freedom of information|environmental information|FOI(?:A|SA)?\b|EIRs?\b|data protection act)/i
/** An answer to somebody: "your request", "you asked", "information requested". */
const toSomebody =
  /\b(?:your (?:\S{1,20} ){0,4}(?:request|enquiry|e-?mail)|you (?:have )?(?:asked|requested)|information (?:you )?(?:have )?requested|information (?:released|disclosed)|request(?:er)? (?:id|number|ref)|(?:foi|eir|information) (?:request|release|response|disclosure)|request and (?:our )?(?:response|answer)|disclosure id)\b/i
const refuses =
  /\b(?:exempt (?:under|by virtue|from disclosure|information)|exemption|refusal notice|neither confirms? n?or den(?:y|ies)|does not hold|do not hold|not held|appropriate limit|section \d{1,2}\b)/i

/** "Decision notice" with a complainant, or a tribunal's decision. */
export function isRegulators({ letter, said }: Look): boolean {
  return isRegulatorsDecision(letter.text) && !/\bthank you for your (?:\S{1,20} ){0,4}request\b/i.test(said)
}

/** "To ask the Secretary of State …". */
export function isParliamentary({ all }: Look): boolean {
  return /\bto ask (?:the (?:secretary of state|minister|prime minister|scottish (?:government|executive)|chancellor|attorney general|leader of the house)|(?:his|her) majesty['’]s government)\b/i.test(
    all.slice(0, 3000),
  )
}

const logColumns: readonly RegExp[] = [
  /^(?:foi |request |case |our )?(?:ref(?:erence)?|id|number|no\.?)(?: (?:no|number|id))?\.?$/i,
  /^(?:date )?(?:received|of request|requested|request received|logged|opened)$|^(?:request |received )date$/i,
  /^(?:request|subject|title|summary|description|topic|case label|details?|information requested|request (?:text|details|summary|subject|title)|summary of request|question)$/i,
  /^(?:date )?(?:closed|responded|completed|answered|of response|sent|replied|response sent)$|^(?:response|closed|reply|completion) date$/i,
  /^(?:status|outcome|decision|result|response|exemptions?(?: (?:applied|used))?|information (?:released|disclosed)|disclosed|scheme|legislation|act)$/i,
  /^(?:requester|applicant)(?: (?:type|category))?$/i,
]

const logDates = [logColumns[1], logColumns[3]].flatMap((column) => column ?? [])

/** A head whose columns are those of a log, with requests below it; or one request after another, each with its reference. */
export function listsRequests({ letter }: Look): boolean {
  const hasHead = letter.lines.slice(0, 40).some(({ text, index }) => {
    const cells = text
      .slice(0, 1000)
      .split(/\t|\s?\|\s?|,/)
      .map((cell) => cell.replace(/^["\s*]{1,20}|["\s*:]{1,20}$/g, ''))
    const known = logColumns.filter((column) => cells.some((cell) => column.test(cell)))
    // "No. | Question | Response" heads the answers to one request; a log says when requests came or went.
    const tellsWhen = logDates.some((column) => known.includes(column)) || known.length >= 4
    return cells.length >= 3 && known.length >= 3 && tellsWhen && letter.lines.length > index + 3
  })
  if (hasHead) return true
  const references = new Set(
    letter.lines
      .slice(0, 3000)
      .flatMap(
        ({ text }) =>
          /^(?:foi|eir|request|case|our)?\s?(?:ref(?:erence)?|id|number)(?: (?:no|number))?\.?\s?[:#-]?\s?((?:[A-Z]{1,6}[\s/-]{0,3})?\d[\w/-]{2,20})$/i.exec(
            text.slice(0, 80),
          )?.[1] ?? [],
      ),
  )
  return references.size >= 5
}

/** A reporter's words about a body: nobody is answered. */
export function isNews(look: Look): boolean {
  if (isAnswered(look)) return false
  const { all } = look
  const reported =
    /\b(?:spokes(?:person|man|woman)|a source) (?:\S{1,20} ){0,6}(?:said|told|added)|(?:freedom of information|FOI) (?:request|figures|data|act request)s? (?:\S{1,20} ){0,4}(?:revealed|reveals?|shows?|showed|brought|uncovered|found|obtained|seen)|\b(?:figures|data|documents) (?:obtained|released|seen|uncovered|revealed) (?:\S{1,20} ){0,4}(?:under|through|by|via|following)|\bcan reveal\b/i
  return reported.test(all) && !/\byour request\b|\byou asked\b/i.test(all)
}

/** "RESOLVED", "the Committee noted", "Apologies for absence". */
export function isMinutes(look: Look): boolean {
  if (isAnswered(look)) return false
  const { all, head } = look
  const title = head.some((line) =>
    /\b(?:minutes|agenda|issue - meetings?|meeting\s?:|committee\b.{0,40}\b(?:item|meeting))\b/i.test(line),
  )
  const tale = all.match(
    /\b(?:resolved|the (?:committee|board|panel|members) (?:noted|considered|agreed|heard|asked)|councillor [A-Z]\w+|apologies for absence|members (?:asked|noted|raised)|in attendance)\b/gi,
  )
  return (title && (tale?.length ?? 0) >= 1) || (tale?.length ?? 0) >= 4
}

/** Does a letter to an asker stand here: a greeting by the authority, or both a request and an answer to it? */
function isAnswered({ letter, parts, said }: Look): boolean {
  const greeted = letter.lines
    .slice(0, 400)
    .some((line) => isSalutation(line) && voiceAt(letter, line.index) === 'answerer')
  const roles = new Set(parts.map(({ role }) => role))
  return (greeted && toSomebody.test(said)) || (roles.has('request') && roles.has('reply') && laws.test(said))
}

const asks =
  /\b(?:i (?:would like|wish|hereby|request|am (?:writing to request|requesting|making|seeking)|make this request|should be grateful|ask)|please (?:provide|supply|send|tell|let me|could|can)|could you|can you|what i am after|my (?:foi |freedom of information )?request)\b/i

/** An asker's letter that nobody has answered. */
export function asksOnly(look: Look): boolean {
  const { letter, parts, said, reply, request, all } = look
  if (
    /\bthank you for (?:your|the) (?:\S{1,20} ){0,5}(?:request|e-?mail|letter|enquiry)|\byour (?:\S{1,20} ){0,3}request\b|\bwe (?:hold|do not hold|can confirm)|\bi can confirm|refusal notice\b/i.test(
      all,
    )
  )
    return false
  const voices = letter.lines
    .slice(0, 400)
    .filter((line) => isSalutation(line))
    .map(({ index }) => voiceAt(letter, index))
  if (voices.includes('answerer') || refuses.test(said) || hasFigures(reply)) return false
  const order = parts.filter(({ role }) => role === 'request' || role === 'reply').map(({ role }) => role)
  if (order.lastIndexOf('reply') > order.indexOf('request') && order.includes('request')) return false
  if (voices.includes('asker')) return asks.test(request)
  return asksOutright.test(look.head.slice(0, 6).join(' '))
}

/** "Please treat this as a Freedom of Information request", "Under the Act I would like …", in its first lines. */
const asksOutright =
  /\bplease treat (?:the following|this)(?: \S{1,20}){0,3} as an? (?:request|foi|freedom|\S{1,20} request)|\bi (?:would like|am writing|wish|hereby|want)(?: to)? (?:make|submit|request)\b|\b(?:freedom of information|environmental information)\b[^.]{0,60}\bi (?:would like|request|wish to|am requesting|ask)\b/i

/** "I have completed the internal review": in the first lines, where a letter says what it is. */
export function reviews({ head, opening, reply }: Look): boolean {
  const start = `${head.join('\n')}\n${opening.slice(0, 2500)}\n${reply.slice(0, 1500)}`.replace(/\s+/g, ' ')
  return /\b(?:(?:your|the) (?:request|e-?mail|letter|complaint)(?: of| dated)?[^.]{0,80}\b(?:requesting|asking for|asked for|for|seeking) (?:an |a )?internal review|(?:outcome|result|findings|conclusions?) of (?:the|your|my|our|this|an) (?:internal )?review|i have (?:now )?(?:conducted|completed|carried out|undertaken) (?:the|an|a|my|your|this) (?:internal )?review|internal review (?:decision|response|outcome|of (?:foi|request|your)|[-–:] )|you (?:have )?(?:asked|requested) (?:for )?(?:an |that )?internal review)/i.test(
    start,
  )
}

const receipt =
  /\b(?:acknowledge(?:s|ment of)? (?:receipt|your)|acknowledg(?:e|ing) (?:the )?(?:receipt|your)|will (?:now )?be (?:dealt with|processed|considered|answered|logged|passed|forwarded|sent)|will (?:respond|reply|aim|endeavour|write|contact you|go to the)|being (?:dealt with|processed|considered|looked into|handled)|(?:currently|now) (?:processing|considering|being)|you (?:will|should|can expect to) (?:receive|hear|have)|(?:with)?in(?:side)? (?:the )?(?:statutory )?(?:20|twenty) working days|has been (?:passed|forwarded|logged|allocated)|cael ei|(?:20|ugain) niwrnod)/i
const wants =
  /\b(?:clarif(?:y|ication|ied)|could you (?:please )?(?:let us know|confirm|tell us|provide|explain|specify)|please (?:could you |can you )?(?:clarify|let us know|confirm (?:which|what|whether|that)|specify|provide (?:us|me) with|narrow|refine)|(?:unable to|cannot|not able to) (?:\S{1,20} ){0,2}?process|need (?:more|further) (?:information|details|time)|not (?:a )?valid (?:request)?|your full name)\b/i
const holds =
  /\b(?:extend(?:ed|ing)? (?:the )?(?:time|deadline|period)|extension|further (?:\d{1,2} )?working days|additional time|more time|we (?:hope|expect|aim) to (?:respond|provide|be able|reply|send)|revised (?:deadline|date)|delay in (?:our|my)? ?respon\w+|not yet (?:been )?(?:able|complete)|(?:still|currently) (?:gathering|collating|working on|searching|waiting for)|(?:hope|expect|aim) to (?:send|let) you)\b/i
const substance =
  /\b(?:please (?:find|see) (?:(?:the |our |my |a )?(?:attached|enclosed|below|following|response|answers?|table|copy)|(?:\S{1,20} ){0,4}response)|(?:have )?(?:attached|enclosed) (?:our|the|a|my|is)|information (?:requested )?is (?:attached|enclosed|below|exempt|not held)|(?:we|i|council|trust|force|constabulary|department|police|university) (?:do(?:es)? not|neither|did not) (?:hold|confirm|record)|refusal notice|exempt(?:ion)? (?:from|under|by virtue|applies|engaged)|i can confirm (?:that )?(?:the |we |this )?(?:\S{1,20} ){0,8}(?:holds?|held)|(?:our|the) (?:response|answers?) (?:is|are|follows?)|(?:we|council|trust|force|constabulary|department|police|university|authority) (?:do |does )?holds? |there (?:were|was|have been|are|is) (?:\d|no\b|none)|neither confirms? n?or|appropriate limit|is published|were attached|are attaching|see attached)/i

/** "We have not yet reached a decision on the balance of the public interest": more time is taken, and the exemption only named. */
const extendsTime =
  /\b(?:have not yet (?:reached|made|come to) (?:a|our) (?:decision|conclusion|view)|time limit for (?:responding|our response|reply)[^.]{0,120}\bextend|(?:need|require|propose|intend|are (?:going|having)) to extend the (?:time|deadline|period)|(?:extend(?:ed|ing)?|extension (?:of|to)) (?:the )?(?:time|deadline|period)[^.]{0,120}\bpublic interest)\b/i

/** Receipt, a question back, or more time: spoken of the request, and nothing answered. */
export function acknowledges(look: Look): boolean {
  const { parts, facts, reply, opening, said } = look
  const closing = parts.flatMap(({ role, lines }) =>
    role === 'closing' ? lines.map(({ text }) => text.slice(0, 300)) : [],
  )
  const spoken = [opening, reply, ...closing].join(' ').replace(/\s+/g, ' ')
  if (!/\b(?:request|enquiry|e-?mail|cais|foi)\b/i.test(spoken)) return false
  const delays = receipt.test(spoken) || wants.test(reply) || wants.test(opening) || holds.test(spoken)
  if (extendsTime.test(spoken) && !hasFigures(reply) && reply.length < 3500 && !(facts && facts.tables > 0)) return true
  if (!delays || (facts && facts.tables > 0)) return false
  if (substance.test(spoken.replace(/\b(?:if|where|may|unless|whether|might|could|should)\b[^.]{0,200}\./gi, ' ')))
    return false
  const longReply = reply.length > 3500
  return !longReply && !hasFigures(reply) && said.length < 9000
}

/** Lines that are nothing but an answer: "1685", "18/19 = 6794", "- 57". */
function hasFigures(reply: string): boolean {
  const lines = reply.split('\n')
  return (
    lines.filter(
      (line) =>
        /^[\s•*\-–o]{0,6}(?:\(?\d{1,2}[.)]\s+)?(?:[£]?\d[\d,.]{0,12}%?|none|nil|yes|no|n\/a)\.?$/i.test(line.trim()) ||
        /^[^.?!]{1,60}[:=–]\s?£?\d[\d,.]{0,12}%?$/.test(line.trim()),
    ).length >= 2
  )
}

/** "Data security incident report", "Breach register": a body's own account, which no request is part of. */
export function reportsIncidents(look: Look): boolean {
  const { head, all, parts } = look
  if (isAnswered(look) || parts.some(({ role }) => role === 'request')) return false
  const title = head.slice(0, 8).join('\n')
  const isTitled =
    /\b(?:incidents?|breach(?:es)?)\b[^\n]{0,60}\b(?:report|summary|register|log|review|update|statistics|analysis)\b|\b(?:report|summary|register|log|review|update)\b[^\n]{0,60}\b(?:incidents?|breach(?:es)?)\b/i.test(
      title,
    )
  const counts = all.match(/\b(?:breach(?:es)?|incidents?|near miss(?:es)?)\b/gi)?.length ?? 0
  return isTitled && counts >= 4 && !/\b(?:your request|you asked|foi request)\b/i.test(all.slice(0, 4000))
}

/** How a body goes about things, and no answer to anyone. */
export function isPolicy(look: Look): boolean {
  const { head, parts } = look
  if (isAnswered(look) || parts.some(({ role }) => role === 'request')) return false
  const title = head.slice(0, 4).join('\n')
  return (
    /\b(?:policy|procedures?|guidance|publication scheme|privacy notice|strategy|handbook|terms of reference|press release|news)\b/i.test(
      title,
    ) && !/\b(?:foi|freedom of information) (?:request|response|release)\b/i.test(title)
  )
}

/** How requests are made and dealt with, told to everyone: nobody in particular has asked. */
export function isGuidance(look: Look): boolean {
  const { parts, all, facts } = look
  if (isAnswered(look) || parts.some(({ role }) => role === 'request') || (facts && facts.questions > 1)) return false
  const told =
    all.match(
      /\b(?:how (?:do i|to|can i) (?:make|submit|request|appeal)|mak(?:e|ing) an? (?:foi |freedom of information |information )?request|publication scheme|disclosure log|you (?:have|can|may) (?:a |the )?(?:right|request|make|ask)|anyone can|(?:we|you) will (?:respond|reply|write|receive|get)|20 working days|your request (?:will|must|should|may|can)|if you (?:make|ask|request|do not))\b/gi,
    )?.length ?? 0
  const past =
    /\b(?:thank you for|you asked|you (?:have )?requested|information (?:you )?requested|was received|we received|(?:date|request) (?:received|id|number)|(?:we|i) (?:have )?(?:found|searched|considered)|refusal notice|neither confirms? n?or)\b/i
  return told >= 4 && !past.test(all)
}

/** Somebody's request is answered, in a letter or without its courtesies. */
export function answers(look: Look): boolean {
  const { all, facts, parts, tabular } = look
  const roles = new Set(parts.map(({ role }) => role))
  if ((laws.test(all) && toSomebody.test(all)) || isAnswered(look)) return true
  if (roles.has('request') && roles.has('reply')) return true
  if (refuses.test(all) && /\b(?:act|regulations?)\b/i.test(all) && laws.test(all)) return true
  if (facts) return facts.questions > 0 && (tabular < 0.6 || facts.cues > 0)
  return (
    tabular < 0.3 && (all.match(/\?/g)?.length ?? 0) >= 2 && /^\s{0,8}[([]?(?:q(?:uestion)?\s?)?1[\]).:\s]/im.test(all)
  )
}

/** A spreadsheet, where it is no letter typed into one. */
export function isSheet(look: Look): boolean {
  const { letter, parts } = look
  const roles = new Set(parts.map(({ role }) => role))
  return (
    /sheet|csv|excel/i.test(letter.document.mediaType) &&
    !(roles.has('request') && roles.has('reply')) &&
    !(look.facts && look.facts.questions > 0 && look.facts.cues > 0)
  )
}

/** The rights and contacts that are sent with every letter, on a sheet of their own. */
export function tellsRightsOnly({ letter, parts }: Look): boolean {
  if (letter.lines.some((line) => isSalutation(line)) || !parts.some(({ role }) => role === 'rights')) return false
  return parts.every(
    ({ role, lines }) =>
      ['rights', 'closing', 'furniture', 'disclaimer'].includes(role) || (role === 'opening' && lines.length < 3),
  )
}

/** Tables and hardly a sentence. */
export function encloses({ tabular, facts }: Look): boolean {
  return tabular >= 0.5 || (facts !== null && facts.tables > 0 && facts.questions === 0 && tabular >= 0.3)
}
