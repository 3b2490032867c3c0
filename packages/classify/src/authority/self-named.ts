import type { Span } from '@disclosed/document'
import type { Register } from '@disclosed/reference'
import type { Letter, Line } from '../letter.ts'
import { type Part, partsOf } from '../partition/index.ts'
import type { FoundAuthority } from './index.ts'
import { speaksForItself } from './sayings.ts'

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

const words = "(?:(?:[A-Z][A-Za-z&'’.-]{1,30}|&|of|and|the|for) ){0,7}"
/** Bodies whose names stand in titles too: they are taken for the sender only where the letter calls itself so. */
const ownKinds: ReadonlyMap<string, RegExp> = new Map(
  ['College', 'School', 'Academy', 'University', 'Group', 'Board', 'Company', 'Partnership', 'Institute', 'Museum'].map(
    (kind) => [kind, new RegExp(`\\b(?:[Tt]he|[Oo]ur|[Tt]his) ${kind}\\b`)],
  ),
)
/** "Swan Lake Regional College" on a line of its own, over "the College considers". */
const kindAlone = new RegExp(
  `^(?<name>[A-Z][A-Za-z&'’.-]{1,30} ${words}(?:College|School|Academy|University|Commissioning Group|Care Board|Combined Authority|Housing Group|Housing Company|Partnership|Institute|Museum))$`,
)
/** "Swan Homes Ltd - FOI 2021-64": a head of its own; "FOI 42 Office of the Police and Crime Commissioner for Swanshire". */
const titled = new RegExp(
  `^(?:(?<name>[A-Z][A-Za-z&'’.-]{1,30} ${words}(?:Ltd|Limited|plc|Homes|Council|Trust|College|School|Academy|University|Group|Authority|Commission|Board|Service|Association|Partnership|Police))(?: [–-]|:) (?:FOI|EIR|Freedom of Information)\\b|(?:FOI|EIR|Ref)[\\w./ -]{2,20} (?<office>(?:Office of the )?Police(?:, Fire)? and Crime Commissioner for (?:the )?(?:[A-Z][a-z]{2,20}(?: and)? ?){1,4})$)`,
)
/** "I can confirm that Swan Lake’s does hold the information" */
const confirmed =
  /\bcan confirm that (?:the )?(?<name>[A-Z][A-Za-z&'’.-]{1,30}(?: [A-Z][A-Za-z&'’.-]{1,30}){0,6}) (?:does|do) (?:not )?hold\b/
/** "From: Swan Lake Learning", over the answer to somebody who wrote "Dear Swan Lake Learning". */
const sentFrom = new RegExp(`^From: (?<name>[A-Z][A-Za-z&'’.-]{1,30} ${words}[A-Z][A-Za-z&'’.-]{1,30})$`)

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
  const told = [...signed, ...said]
  const all = (told.length > 0 ? told : heads(letter, parts)).filter(
    ({ name }) => !noName.test(name) && register.named(name).length === 0,
  )
  const [first] = all
  if (!first || all.some(({ name }) => name !== first.name)) return null
  const isRegulator = /commissioner|tribunal|ombudsman/i.test(first.name)
  if (isRegulator || !letter.text.includes(first.name)) return null
  return { id: null, name: first.name, evidence: [first.span], rule: 'authority/self-named' }
}

/** A body on no list whose name heads the page: "Swan Homes Ltd - FOI 2021-64". Its title stands above whoever is talked about. */
export function selfTitled(letter: Letter, register: Register): FoundAuthority | null {
  if (!speaksForItself.test(letter.text)) return null
  const [first] = letter.lines
    .slice(0, lastHeadLine)
    .flatMap((line) => (line.text.length > 160 ? [] : named(line, titled.exec(line.text))))
    .filter(({ name }) => !noName.test(name) && register.named(name).length === 0)
  return first ? { id: null, name: first.name, evidence: [first.span], rule: 'authority/self-named' } : null
}

/** What a letter's head, its mail and its first confirmation tell of a body on no list. */
function heads(letter: Letter, parts: readonly Part[]) {
  if (!speaksForItself.test(letter.text)) return []
  const inHead = letter.lines.slice(0, lastHeadLine).flatMap((line) => {
    if (line.text.length > 160) return []
    return named(line, kindAlone.exec(line.text)).filter(({ name }) =>
      ownKinds.get(name.split(' ').at(-1) ?? '')?.test(saidIn(letter, parts)),
    )
  })
  const sent = letter.lines
    .slice(0, 400)
    .flatMap((line) => (line.text.length > 160 ? [] : named(line, sentFrom.exec(line.text))))
    .filter(({ name }) => letter.text.includes(`Dear ${name}`))
  const confirms = partsOf(parts, 'opening', 'reply').flatMap(({ lines }) =>
    lines.flatMap((line) => named(line, confirmed.exec(line.text.slice(0, longestLine)))),
  )
  const others = [...inHead, ...sent]
  if (others.length > 0) return others
  return confirms.map((each) => inFull(letter.text, each)).filter(({ name }) => / |['’]s$/.test(name))
}

function saidIn({ text }: Letter, parts: readonly Part[]): string {
  return partsOf(parts, 'opening', 'reply', 'closing', 'rights')
    .map(({ span }) => text.slice(span.start, Math.min(span.end, span.start + 20_000)))
    .join('\n')
}

/** «Swan Lake’s», where the letter also writes «Swan Lake’s School». */
function inFull(text: string, { name, span }: { readonly name: string; readonly span: Span }) {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const more = /^ (?:[A-Z][a-z]{2,12} )?(?:School|College|Academy|University|Hospital|Trust)\b/.exec(
      text.slice(at + name.length, at + name.length + 40),
    )?.[0]
    if (more) return { name: name + more, span: { start: at, end: at + name.length + more.length } }
  }
  return { name, span }
}

const longestLine = 2000

function nameIn(line: Line, mayStandAlone: boolean) {
  if (line.text.length > 160) return []
  return named(line, signedFor.exec(line.text) ?? (mayStandAlone ? letterhead.exec(line.text) : null))
}

function named(line: Line, match: RegExpExecArray | null) {
  const name = match?.groups?.name ?? match?.groups?.office
  if (!match || name === undefined) return []
  const start = line.start + match.index + match[0].indexOf(name)
  return [{ name, span: { start, end: start + name.length } }]
}
