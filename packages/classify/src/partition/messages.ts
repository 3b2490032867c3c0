import { allMatches } from '../all-matches.ts'
import type { Letter, Line } from '../letter.ts'
import { remembered } from '../remembered.ts'
import { answerersWords, askersWords, signOff } from './markers.ts'

/** Who speaks in the message that a salutation begins. */
export type Voice = 'asker' | 'answerer'

const salutation =
  /^(?:dear\b[^?!]{0,90}|(?:hello|hi|good (?:morning|afternoon|evening)|to whom it may concern)\b)[^.?!]{0,60}[,:;.]?$/i
/** "Dear Sheffield City Council": only somebody who asks greets a body. */
const greetsBody =
  /^(?:dear|hello|hi)\b.{0,80}\b(?:council|authority|police|constabulary|trust|ministry|department|office|service|services|university|college|commission|agency|government|foi|freedom of information|information (?:officer|team|governance|rights)|board|committee)\b/i

/** "Dear Applicant": only somebody who answers greets one; names of those who asked are often left out. */
const greetsAsker =
  /^(?:dear|hello|hi) (?:requester|requestor|applicant|enquirer|customer|correspondent|resident|\[?(?:name|redacted)\b)/i

/** What is asked may be repeated right below the greeting; "my request" nobody repeats. */
const firstPerson =
  /\bmy (?:\S{1,20} ){0,3}(?:request|questions?)\b|\bi(?:['’]d| would) like\b|\bi (?:am (?:requesting|writing to request)|request|wish|hereby|ask)\b/i

/** Is this line a greeting that begins somebody's message? */
export function isSalutation(line: Line): boolean {
  return line.text.length <= 120 && isGreeting(line.text)
}

const isGreeting = remembered((text) => salutation.test(text))

/** Tells from the first words below a greeting who wrote them; the authority where nothing tells. */
export function voiceAt(letter: Letter, index: number): Voice {
  const greeting = letter.lines[index]
  if (!greeting) return 'answerer'
  const below = firstWords(letter, index + 1)
  // Whoever writes "your request" first is not the one who asks, whatever questions he repeats below.
  if (!greetsBody.test(greeting.text) && speaksOfYourRequest.test(below.slice(0, 600))) return 'answerer'
  const asks = count(below, askersWords)
  const answers = count(below, answerersWords)
  if (greetsAsker.test(greeting.text) && !firstPerson.test(below)) return 'answerer'
  if (greetsBody.test(greeting.text)) return answers > asks + 1 ? 'answerer' : 'asker'
  return asks > answers ? 'asker' : 'answerer'
}

const speaksOfYourRequest =
  /\b(?:(?:refer to|regarding|concerning|about|thank you for|further to|response to|reply to|received|answer(?:s|ing)?(?: to)?|with) your (?:\S{1,20} ){0,3}(?:request|questions?|e-?mail|letter|enquiry|correspondence)|your (?:\S{1,20} ){0,3}request (?:was|has|is|of|dated|for|under))\b/i

const mostLines = 25
const mostCharacters = 1500

function firstWords(letter: Letter, from: number): string {
  let words = ''
  for (let index = from; index < Math.min(letter.lines.length, from + mostLines); index += 1) {
    const line = letter.lines[index]
    if (!line || words.length > mostCharacters || isSalutation(line) || isMailHead(letter, index)) break
    if (signOff.test(line.text)) break
    words += `${line.text.slice(0, mostCharacters)} `
  }
  return words
}

function count(words: string, pattern: RegExp): number {
  return allMatches(words, pattern).length
}

const mailLabel = /^(?:[*_]{0,2})(?:from|sent|to|cc|subject|date|received)\s?(?:[*_]{0,2}):/i

/** Is this the head of an earlier mail: "-----Original Message-----", "On Monday … wrote:", or "From:" with "Sent:" below? */
export function isMailHead(letter: Letter, index: number): boolean {
  const line = letter.lines[index]
  if (!line) return false
  const opens = opensMail(line.text)
  if (opens !== 'perhaps') return opens
  const next = letter.lines.slice(index + 1, index + 5)
  return next.filter((each) => mailLabel.test(each.text)).length >= 2
}

/** Does a line open an earlier mail by itself, or perhaps: with others below it? */
const opensMail = remembered((text): boolean | 'perhaps' => {
  if (/^[-_\s]{0,10}(?:original|forwarded) (?:message|mail|e-?mail)\b/i.test(text) && text.length < 60) return true
  if (/^on\b.{4,150}\bwrote:$/i.test(text)) return true
  return /^[*_]{0,2}from\s?[*_]{0,2}:/i.test(text) ? 'perhaps' : false
})
