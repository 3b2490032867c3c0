import type { Register } from '@disclosed/reference'
import type { Letter, Line } from '../letter.ts'
import { type Part, partsOf } from '../partition/index.ts'
import type { FoundAuthority } from './index.ts'

const word = "(?:[A-Z][A-Za-z&'’.-]{0,30}|&|of|and|the|for)"
const body = `(?<name>(?:[A-Z][A-Za-z&'’.-]{0,30} )(?:${word} ){0,6}(?:Limited|Ltd|plc|PLC|LLP|Council|University|College|School|Academy|Trust|Authority|Commission|Board))`
/** "Company Secretary, DfT OLR Holdings Limited": somebody signs for the body. */
const signedFor = new RegExp(
  `^(?:(?:Company Secretary|Chief Executive|Clerk|Town Clerk|Parish Clerk|Secretary|Director|Head|Manager|Officer|FOI (?:Officer|Team|Lead)|Data Protection Officer|Information (?:Governance|Rights|Access)[A-Za-z ]{0,30}|Freedom of Information[A-Za-z() ]{0,30})[A-Za-z ]{0,30}, ?(?:for |on behalf of )?|(?:for and )?on behalf of )(?:the )?${body}\\.?$`,
)

/** A name whose last words say what the body is: "Swan Lake NHS Foundation Trust", "Swan and Lake Constabularies". */
const telling = `(?<name>(?:[A-Z][A-Za-z&'’.,-]{1,30} )(?:(?:[A-Z][A-Za-z&'’.,-]{1,30}|&|of|and|the|for) ){0,7}(?:NHS (?:Foundation )?Trust|(?:Parish|Town|Community|City|Borough|District|County) Council|Health Board|Academy Trust|Constabulary|Constabularies|Fire (?:and|&) Rescue (?:Service|Authority)|Ambulance Service|Housing Association|Housing Executive))`
/** … on a line of its own at the head or below the signature. */
const letterhead = new RegExp(`^${telling}$`)
/** … that says of itself what only who answers does: "Swan and Lake Constabularies have considered your request". */
const says = new RegExp(
  `(?:^|[.:!] |\\b(?:that|received by|on behalf of) )(?:[Tt]he )?${telling}(?:,? (?:has|have) (?:now |carefully |today )?(?:considered|processed|received|completed|dealt with|searched) (?:your|its|their|our|all)\\b| (?:does|do|can|cannot|is|are) (?:not |unable to )?(?:hold|confirm|able to confirm|provide you)\\b|,? and (?:has been |was )?(?:considered|handled|dealt with)\\b| \\((?:the|“the|"the|‘the|'the) (?:[A-Z][a-z]{3,14}))`,
)
const lastHeadLine = 8

/** Words that begin a sentence and no name. */
const noName =
  /^(?:The|Our|This|Your|Each|Every|All|Any|No|Both|Local|A|An|Other|Another|If|When|Where|Only|Some|Many|Most|Dear|Which|That) /

/** A body that is on no list, where somebody signs in its name or it says that it answers; null where none or two do. */
export function selfNamed(letter: Letter, parts: readonly Part[], register: Register): FoundAuthority | null {
  const signed = partsOf(parts, 'opening', 'furniture', 'closing', 'rights').flatMap(({ role, lines }) =>
    lines.flatMap((line) => nameIn(line, line.index < lastHeadLine || role === 'closing')),
  )
  const said = partsOf(parts, 'opening', 'reply', 'closing', 'rights').flatMap(({ lines }) =>
    lines.flatMap((line) => named(line, says.exec(line.text.slice(0, longestLine)))),
  )
  const all = [...signed, ...said].filter(({ name }) => !noName.test(name) && register.named(name).length === 0)
  const [first] = all
  if (!first || all.some(({ name }) => name !== first.name)) return null
  const isRegulator = /commissioner|tribunal|ombudsman/i.test(first.name)
  if (isRegulator || !letter.text.includes(first.name)) return null
  return { id: null, name: first.name, evidence: [first.span], rule: 'authority/self-named' }
}

const longestLine = 2000

function nameIn(line: Line, mayStandAlone: boolean) {
  if (line.text.length > 160) return []
  return named(line, signedFor.exec(line.text) ?? (mayStandAlone ? letterhead.exec(line.text) : null))
}

function named(line: Line, match: RegExpExecArray | null) {
  const name = match?.groups?.name
  if (!match || name === undefined) return []
  const start = line.start + match.index + match[0].indexOf(name)
  return [{ name, span: { start, end: start + name.length } }]
}
