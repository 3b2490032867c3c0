import type { Letter } from '../letter.ts'
import { type Part, partsOf } from '../partition/index.ts'
import type { FoundAuthority } from './index.ts'

const word = "(?:[A-Z][A-Za-z&'’.-]{0,30}|of|and|the|for)"
const body = `(?<name>(?:[A-Z][A-Za-z&'’.-]{0,30} )(?:${word} ){0,6}(?:Limited|Ltd|plc|PLC|LLP|Council|University|College|School|Academy|Trust|Authority|Commission|Board))`
/** "Company Secretary, DfT OLR Holdings Limited": somebody signs for the body. */
const signedFor = new RegExp(
  `^(?:(?:Company Secretary|Chief Executive|Clerk|Town Clerk|Parish Clerk|Secretary|Director|Head|Manager|Officer|FOI (?:Officer|Team|Lead)|Data Protection Officer|Information (?:Governance|Rights|Access)[A-Za-z ]{0,30}|Freedom of Information[A-Za-z() ]{0,30})[A-Za-z ]{0,30}, ?(?:for |on behalf of )?|(?:for and )?on behalf of )(?:the )?${body}\\.?$`,
)

/** "Swan Lake NHS Foundation Trust" on a line of its own at the head: only names whose last words say what the body is. */
const letterhead =
  /^(?<name>(?:[A-Z][A-Za-z&'’.-]{1,30} )(?:(?:[A-Z][A-Za-z&'’.,-]{1,30}|of|and|the|for) ){0,7}(?:NHS (?:Foundation )?Trust|(?:Parish|Town|Community|City|Borough|District|County) Council|Health Board|Academy Trust|Constabulary|Fire (?:and|&) Rescue (?:Service|Authority)|Housing Association))$/
const lastHeadLine = 8

/** A body that is on no list, where somebody signs in its name; null where none or two do. */
export function selfNamed(letter: Letter, parts: readonly Part[]): FoundAuthority | null {
  const lines = partsOf(parts, 'opening', 'furniture', 'closing', 'rights').flatMap((part) => part.lines)
  const signed = lines.flatMap((line) => {
    const isHead = line.index < lastHeadLine
    const match =
      line.text.length > 160 ? null : (signedFor.exec(line.text) ?? (isHead ? letterhead.exec(line.text) : null))
    const name = match?.groups?.name
    if (name === undefined) return []
    const start = line.start + line.text.lastIndexOf(name)
    return [{ name, span: { start, end: start + name.length } }]
  })
  const [first] = signed
  if (!first || signed.some(({ name }) => name !== first.name)) return null
  const isRegulator = /commissioner|tribunal/i.test(first.name)
  if (isRegulator || !letter.text.includes(first.name)) return null
  return { id: null, name: first.name, evidence: [first.span], rule: 'authority/self-named' }
}
