import { hasHeard, isAnswered } from './addressed.ts'
import type { Look } from './look.ts'

/** "To ask the Secretary of State …", "Written Questions tabled on …", "WQ91711 (e) Tabled on …". */
export function isParliamentary({ all }: Look): boolean {
  return /\bto ask (?:the (?:secretary of state|minister|first minister|prime minister|scottish (?:government|executive)|chancellor|attorney general|leader of the house)|(?:his|her) majesty['’]s government)\b|\bwritten questions? (?:tabled|answered|for answer)\b|^\s{0,8}(?:WQ|WAQ|OAQ|UIN|HL|AQW|S[56]W-) ?\d{2,6}\b[^\n]{0,40}\b(?:tabled|asked|answered)\b/im.test(
    all.slice(0, 3000),
  )
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

/** How a body goes about things, and no answer to anyone. */
export function isPolicy(look: Look): boolean {
  const { head, parts, all } = look
  if (isAnswered(look) || parts.some(({ role }) => role === 'request') || hasHeard.test(all)) return false
  // a menu may lead to policies: "Home page | Complaints procedure | Disclaimer"
  const title = head
    .slice(0, 4)
    .filter((line) => !line.includes('|'))
    .join('\n')
  return (
    /\b(?:policy|procedures?|guidance|publication scheme|privacy notice|strategy|handbook|terms of reference|press release|news)\b/i.test(
      title,
    ) && !/\b(?:foi|freedom of information) (?:request|response|release)\b/i.test(title)
  )
}

/** How requests are made and dealt with, told to everyone: nobody in particular has asked. Its heads may be questions. */
export function isGuidance(look: Look): boolean {
  const { parts, all } = look
  if (isAnswered(look) || parts.some(({ role }) => role === 'request')) return false
  const told =
    all.match(
      /\b(?:how (?:do i|to|can i) (?:make|submit|request|appeal)|what information can (?:be|i) request(?:ed)?|mak(?:e|ing) an? (?:foi |freedom of information |information )?request|publication scheme|disclosure log|you (?:have|can|may) (?:a |the )?(?:right|request|make|ask)|anyone can|whoever wishes|general right of access|(?:we|you) will (?:respond|reply|write|receive|get)|20 working days|your request (?:will|must|should|may|can)|if you (?:make|ask|request|do not))\b/gi,
    )?.length ?? 0
  const past =
    /\b(?:information you (?:have )?requested|was received|we received|(?:date|request) (?:received|id|number)|(?:we|i) (?:have )?(?:found|searched|considered)|i can confirm)\b/i
  return told >= 4 && !past.test(all) && !hasHeard.test(all)
}

/** How many requests came and how they were dealt with, told to everyone: "FOI performance". */
export function isStatistics(look: Look): boolean {
  const { parts, all } = look
  if (isAnswered(look) || parts.some(({ role }) => role === 'request') || hasHeard.test(all)) return false
  // the head of one request, which asked for the figures
  if (
    /^[\s•*-]{0,6}(?:date (?:of )?(?:request|received)|(?:foi|request) (?:number|id|ref\w{0,6})|request and response)\b/im.test(
      all,
    )
  )
    return false
  const told = new Set(
    all
      .match(
        /\b(?:number of (?:\S{1,15} ){0,2}?requests|requests (?:received|responded to|completed|answered|handled|closed)|(?:responded to|answered|completed|a response) within|\d{1,3}% (?:of requests|responded)|how many requests|internal reviews|exemptions? applied|applied the following exemptions|percentage of (?:foi |eir )?(?:requests?|fois?))\b/gi,
      )
      ?.map((words) => words.toLowerCase()),
  )
  const isTitled = look.head.some((line) =>
    /\b(?:FOI|EIR|freedom of information|requests?)\b[^\n]{0,40}\b(?:performance|statistics|compliance|figures)\b|\b(?:performance|statistics|compliance)\b[^\n]{0,60}\b(?:FOI|EIR|freedom of information)\b/i.test(
      line,
    ),
  )
  return told.size >= 2 && isTitled
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
