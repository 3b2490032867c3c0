import { isSalutation, voiceAt } from '../partition/messages.ts'
import { widerThanBlank } from '../white-space.ts'
import { hasFigures, tellsAnswered } from './addressed.ts'
import type { Look } from './look.ts'

const receipt =
  /\b(?:acknowledge(?:s|ment of)? (?:receipt|your)|acknowledg(?:e|ing) (?:the )?(?:receipt|your)|will (?:now )?be (?:dealt with|processed|considered|answered|logged|passed|forwarded|sent)|will (?:respond|reply|aim|endeavour|write|contact you|go to the)|being (?:dealt with|processed|considered|looked into|handled)|(?:currently|now) (?:processing|considering|being)|you (?:will|should|can expect to) (?:receive|hear|have)|(?:with)?in(?:side)? (?:the )?(?:statutory )?(?:20|twenty) working days|has been (?:passed|forwarded|logged|allocated)|cael ei|(?:20|ugain) niwrnod)/i
const wants =
  /\b(?:clarif(?:y|ication|ied)(?! ?:)|could you (?:please )?(?:let us know|confirm|tell us|provide|explain|specify)|please (?:could you |can you )?(?:clarify|let us know|confirm (?:which|what|whether|that)|specify|provide (?:us|me) with|narrow|refine)|(?:unable to|cannot|not able to) (?:\S{1,20} ){0,2}?process|need (?:more|further) (?:information|details|time)|not (?:a )?valid (?:request)?|your full name)\b/i
const holds =
  /\b(?:extend(?:ed|ing)? (?:the )?(?:time|deadline|period)|extension|further (?:\d{1,2} )?working days|additional time|more time|we (?:hope|expect|aim) to (?:respond|provide|be able|reply|send)|revised (?:deadline|date)|delay in (?:our|my)? ?respon\w+|not yet (?:been )?(?:able|complete)|(?:still|currently) (?:gathering|collating|working on|searching|waiting for)|(?:hope|expect|aim) to (?:send|let) you)\b/i
const substance =
  /\b(?:please (?:find|see) (?:(?:the |our |my |a )?(?:attached|enclosed|below|following|response|answers?|table|copy)|(?:\S{1,20} ){0,8}response)|receiving this response|together with (?:the|our) (?:response|answers?)|(?:have )?(?:attached|enclosed) (?:our|the|a|my|is)|information (?:requested )?is (?:attached|enclosed|below|exempt|not held)|(?:we|i|council|trust|force|constabulary|department|police|university) (?:do(?:es)? not|neither|did not) (?:hold|confirm|record)|refusal notice|exempt(?:ion)? (?:from|under|by virtue|applies|engaged)|i can confirm (?:that )?(?:the |we |this )?(?:\S{1,20} ){0,8}(?:holds?|held)|(?:our|the) (?:response|answers?) (?:is|are|follows?)|below is your request and our (?:response|reply|answers?)|(?:we|council|trust|force|constabulary|department|police|university|authority) (?:do |does )?holds? |there (?:were|was|have been|are|is) (?:\d|no\b|none)|neither confirms? n?or|appropriate limit|exceed(?:s|ed)? the (?:\S{1,20} )?limit|(?:unable|not able|cannot|can not) (?:to )?(?:provide|release|disclose|supply) (?:you with )?(?:the|this|that|any|some) (?:\S{1,20} ){0,2}?information|(?:this|that) (?:information|data) (?:can|may) be (?:found|seen|viewed|accessed|downloaded)|is published|were attached|are attaching|see attached)/i

/** "This is an automated message": whatever it promises, nobody has looked yet. */
const automatic =
  /\b(?:this is an (?:automated|automatic) (?:message|response|reply|e-?mail|acknowledgement)|automated (?:acknowledgement|receipt)|auto-?reply|your (?:correspondence|e-?mail|message) has been received)\b/i

/** "We have not yet reached a decision on the balance of the public interest": more time is taken, and the exemption only named. */
const extendsTime =
  /\b(?:have not yet (?:reached|made|come to) (?:a|our) (?:decision|conclusion|view)|time limit for (?:responding|our response|reply)[^.]{0,120}\bextend|(?:need|require|propose|intend|are (?:going|having)) to extend the (?:time|deadline|period)|(?:extend(?:ed|ing)?|extension (?:of|to)) (?:the )?(?:time|deadline|period)[^.]{0,120}\bpublic interest)\b/i

/** «Before we can answer we need you to clarify …», «if we do not hear from you the request will lapse»: whatever else is said, it waits. */
const waits =
  /\b(?:(?:to )?ask (?:you )?for (?:some |further |your )?clarification|before we (?:can|are able to) (?:give|provide|send|make|answer|respond|process|deal|proceed|begin)|(?:do|have) not (?:receive|received|hear|heard|had)\b[^.]{0,80}\b(?:lapse\w{0,2}|closed?|withdrawn)|until (?:we|i) (?:receive|hear|have)|(?:considered|treated as|deemed)(?: to have)?(?: been)? (?:lapsed|withdrawn|closed))\b/i

/** Receipt, a question back, or more time: spoken of the request, and nothing answered. */
export function acknowledges(look: Look): boolean {
  const { parts, facts, reply, opening, said, all } = look
  if (facts?.refuses || (facts?.answered ?? 0) > 1 || tellsAnswered(all)) return false
  const last = lastMessage(look)
  if (last && waits.test(last.words) && !hasFigures(last.words)) return true
  // A receipt stands above the answer that followed it.
  if (last?.follows && !receipt.test(last.words) && !wants.test(last.words) && !holds.test(last.words)) return false
  // it may be printed below the request as if the asker went on
  if (reply === '' && automatic.test(all) && receipt.test(all)) return true
  const closing = parts.flatMap(({ role, lines }) =>
    role === 'closing' ? lines.map(({ text }) => text.slice(0, 1000)) : [],
  )
  const spoken = [opening, reply, ...closing].join(' ').replace(widerThanBlank, ' ')
  if (!/\b(?:request|enquiry|e-?mail|cais|foi)\b/i.test(spoken)) return false
  const delays = receipt.test(spoken) || wants.test(reply) || wants.test(opening) || holds.test(spoken)
  if (extendsTime.test(spoken) && !hasFigures(reply) && reply.length < 3500 && !(facts && facts.tables > 0)) return true
  if (automatic.test(spoken) && receipt.test(spoken) && !hasFigures(reply) && !(facts && facts.tables > 0)) return true
  if (!delays || (facts && facts.tables > 0)) return false
  if (substance.test(spoken.replace(/\b(?:if|where|may|unless|whether|might|could|should)\b[^.]{0,200}\./gi, ' ')))
    return false
  const longReply = reply.length > 3500
  return !longReply && !hasFigures(reply) && said.length < 9000
}

/** What the authority wrote below its last greeting, and whether it had greeted the asker before. */
function lastMessage({ letter, parts }: Look): { readonly words: string; readonly follows: boolean } | null {
  const greetings = letter.lines
    .slice(0, 1000)
    .filter((line) => isSalutation(line) && voiceAt(letter, line.index) === 'answerer')
  const last = greetings.at(-1)
  if (!last) return null
  const words = parts
    .filter(({ role }) => role === 'opening' || role === 'reply' || role === 'closing')
    .flatMap(({ lines }) => lines)
    .filter(({ index }) => index > last.index)
    .map(({ text }) => text.slice(0, 1000))
    .join(' ')
  return words.length < fewestCharacters ? null : { words, follows: greetings.length > 1 }
}

/** A greeting with less below it says nothing by itself. */
const fewestCharacters = 80
