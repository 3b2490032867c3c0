import type { Span } from '@disclosed/document'
import { allMatches } from '../all-matches.ts'
import type { Finding } from '../finding.ts'
import type { Letter } from '../letter.ts'
import type { Attachment } from './index.ts'
import { isDecoration, nameInText, plainNameInText } from './names.ts'

const thing =
  '(?:(?:excel |pdf |word |csv )?(?:spread-?sheets?|documents?|files?|tables?|appendi(?:x|ces)|annex(?:es)?|schedules?|pdfs?|work-?books?|reports?|lists?|letters?|copy|copies|data|information|response|attachments?|enclosures?|e-?mails?|correspondence|policy|policies|guidance|figures|breakdown))'
/** "see the enclosed spreadsheet", "attached to this letter", "in the attached PDF", "please find attached". */
const says = new RegExp(
  [
    `(?:please )?(?:see|find|refer to|consult) (?:(?:the|our|a|your|also|you will find|it|this) ){0,3}(?:attached|enclosed|attachments?|enclosures?)(?: (?:\\S{1,24} ){0,4}?${thing})?`,
    `(?:in|within|on|is|are|as per|per|by|from) (?:the |an? |our )?(?:attached|enclosed) (?:\\S{1,24} ){0,4}?${thing}`,
    `(?:the|an?|our|this) (?:attached|enclosed) (?:\\S{1,24} ){0,4}?${thing}`,
    `(?:is|are|has been|have been|was|were) (?:also |now |therefore )?(?:attached|enclosed|provided in the attach\\w{1,5}|included as an attachment)(?: (?:to|with|in|as|at|below|separately|herewith)\\b(?: \\S{1,24}){0,4})?`,
    `(?:i|we) (?:have |also |am |are |now ){0,2}(?:attach|enclose|attached|enclosed|attaching|enclosing)\\b(?: \\S{1,24}){0,6}`,
    `(?:attached|enclosed)\\s?[–-]\\s?\\S{1,24}(?: \\S{1,24}){0,6}`,
    `${thing} (?:is |are )?(?:attached|enclosed)`,
    'see attached|attached separately|please find enclosed|please find attached',
  ]
    .map((each) => each.replaceAll(' ', '\\s{1,3}'))
    .join('|'),
  'gi',
)

/** Not of this letter: the asker's wish, a condition, a warning of the mail system, a licence. */
const before =
  /\b(?:if|unless|any|should|whether|may|might|not|no|nothing|please|can you|could you|you|never|open(?:ing)?|viruses|e-?mails? and)\s{1,3}(?:\S{1,20}\s{1,3}){0,1}$/i

/** Where the words stand: most of a letter is far from any of them. */
function neighbourhoods(text: string): readonly Span[] {
  const near: Span[] = []
  for (const { index } of allMatches(text, /attach|enclos/gi)) {
    const last = near.at(-1)
    if (last && index - longestLead <= last.end) near[near.length - 1] = { start: last.start, end: index + longestTail }
    else near.push({ start: Math.max(0, index - longestLead), end: index + longestTail })
  }
  return near
}

const longestLead = 200
const longestTail = 400

/** Sentences of the authority that say that something is enclosed, and names of files in them. */
export function mentions(letter: Letter): readonly Finding<Attachment>[] {
  const found: Finding<Attachment>[] = []
  const near = neighbourhoods(letter.text).flatMap(({ start, end }) =>
    allMatches(letter.text.slice(start, end), says).map((match) => ({ words: match[0], at: start + match.index })),
  )
  for (const { words, at } of near) {
    const lead = letter.text.slice(Math.max(0, at - 40), at)
    if (isAnothers(words, lead)) continue
    const following = letter.text.slice(at, at + words.length + 160).split(/\n\s*\n/)[0] ?? words
    const named = firstName(following)
    const end = at + (named ? Math.max(words.length, named.end) : words.length)
    found.push({
      value: { name: named?.name ?? null, words: letter.text.slice(at, end).replace(/\s+/g, ' ').trim() },
      span: { start: at, end },
      rule: named ? 'attachments/named' : 'attachments/mentioned',
    })
  }
  return found
}

function isAnothers(words: string, lead: string): boolean {
  if (/\bplease\b/i.test(words)) return false
  return (
    before.test(lead) ||
    /\bany attach|\battachments? (?:may|to this e-?mail|are|is) (?:confidential|intended)/i.test(`${lead}${words}`)
  )
}

function firstName(words: string): { readonly name: string; readonly end: number } | null {
  for (const pattern of [nameInText, plainNameInText]) {
    for (const match of allMatches(words, pattern)) {
      const name = match.groups?.name
      if (name !== undefined && !isDecoration(name))
        return { name, end: match.index + match[0].indexOf(name) + name.length }
    }
  }
  return null
}
