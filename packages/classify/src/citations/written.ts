import type { Span } from '@disclosed/document'

/** A provision as it stands on the page: "31(1)(a)". */
export interface Written extends Span {
  /** "31", "22A". */
  readonly number: string
  /** Without their brackets: ["1", "a"]. */
  readonly groups: readonly string[]
  /** Brackets are missing or dots stand for them: "31(1)a", "12.1". */
  readonly loose: boolean
  /** Its number is not written again: the "(b)" of "31(1)(a) and (b)". */
  readonly continued: boolean
}

/** Letters and Roman numbers that name a part of a section, and no short words. */
const inBrackets = String.raw`\d{1,2}\s?[A-Za-z]?|[a-jl]|aa|ab|ac|ad|i{1,3}|iv|vi{0,3}|ix|x|[A-J]`
const number = /(?<number>\d{1,2})(?<suffix>[A-Z](?![A-Za-z]))?(?=of\b|\D|$)/y
const group = new RegExp(
  String.raw`[ \t\u00a0]{0,2}(?<break>\n[ \t\u00a0]{0,20})?[([{]\s{0,2}(?<group>${inBrackets})\s{0,2}(?:[)\]}]|(?=\())`,
  'y',
)
const dotted = /\.(?<group>\d{1,2}[A-Z]?)(?![\d%])/y
const bareLetter = /(?<group>[a-j])(?!\w)/y
const connector =
  /[ \t\u00a0]{0,2}\n?[ \t\u00a0]{0,20}(?<word>,?\s?(?:and\/or|and|or|to|plus|as well as|together with|along with|by virtue of)\b|[,;&+/–-](?:\s?(?:and|or|&)\b)?)[ \t\u00a0]{0,2}\n?[ \t\u00a0]{0,20}/iy
/** A section broken over a line goes on with a bracket only where the words after it belong to it. */
const goesOn = /[ \t\u00a0]{0,2}(?:[([,;.–-]|of\b|under\b|and\b|FOI|EIR|\n)/y

/**
 * Reads a list of provisions that begins with a number at `at`: "31(1)(a) and (b)", "31, 36 and 40", "40(2)&(3)".
 * A bare number goes on the list only where `plural` says that several are announced, or after one with brackets.
 */
export function readWritten(text: string, at: number, plural: boolean): readonly Written[] {
  const list: Written[] = []
  let last = readOne(text, at)
  while (last && list.length < 40) {
    list.push(last)
    const link = match(connector, text, last.end)
    if (!link) break
    const from = last.end + link[0].length
    const next = readPart(text, from, last) ?? readNext(text, from, last, plural)
    if (!next) break
    if (/^(?:to|–|-)$/i.test(link.groups?.word ?? '')) list.push(...between(last, next))
    last = next
  }
  return list
}

function readOne(text: string, at: number): Written | null {
  const start = match(number, text, at)
  if (!start?.groups) return null
  const { number: digits = '', suffix } = start.groups
  const groups: string[] = []
  let end = at + digits.length
  let loose = false
  // "22A" is a section; "31a" is section 31, point a.
  const name = suffix === undefined ? digits : `${digits}${suffix}`
  end = at + name.length
  const dot = match(dotted, text, end)
  if (dot) {
    groups.push(dot.groups?.group ?? '')
    end += dot[0].length
    loose = true
  }
  return readGroups(text, { start: at, end, number: name, groups, loose, continued: false })
}

function readGroups(text: string, begun: Written): Written {
  const groups = [...begun.groups]
  let { end, loose } = begun
  while (groups.length < 5) {
    const next = match(group, text, end)
    const broken = next?.groups?.break !== undefined
    if (next && !(broken && !match(goesOn, text, end + next[0].length))) {
      groups.push(plain(next.groups?.group ?? ''))
      end += next[0].length
      continue
    }
    const letter = match(bareLetter, text, end)
    if (!letter) break
    groups.push(letter.groups?.group ?? '')
    end += letter[0].length
    loose = true
  }
  // "31(1(a))": one bracket too many.
  if (text[end] === ')' && /\(\w{1,2}\(/.test(text.slice(begun.start, end))) end += 1
  return { ...begun, groups, end, loose }
}

/** "(b)" after "31(1)(a)" is 31(1)(b); "(3)" after "40(2)" is 40(3). */
function readPart(text: string, at: number, last: Written): Written | null {
  const part = match(group, text, at)
  if (!part || last.groups.length === 0) return null
  const first = plain(part.groups?.group ?? '')
  const level = last.groups.findLastIndex((each) => kindOf(each) === kindOf(first))
  if (level === -1) return null
  const begun = { ...last, groups: [...last.groups.slice(0, level), first], end: at + part[0].length, continued: true }
  return readGroups(text, begun)
}

function readNext(text: string, at: number, last: Written, plural: boolean): Written | null {
  const next = readOne(text, at)
  if (!next) return null
  // «section 40 and 12 people», «31 January and 4 February»: a number alone counts only among announced ones.
  if (
    next.groups.length === 0 &&
    !(plural && !/^\s?(?:%|[a-z]*days|months|years|people|hours)/.test(text.slice(next.end)))
  )
    return null
  return next.groups.length > 0 || last.groups.length > 0 || plural ? next : null
}

/** The points that "31(1)(a) to (c)" passes over. */
function between(from: Written, to: Written): readonly Written[] {
  const one = from.groups.at(-1) ?? ''
  const other = to.groups.at(-1) ?? ''
  if (from.number !== to.number || !/^[a-z]$/.test(one) || !/^[a-z]$/.test(other)) return []
  const codes = Array.from(
    { length: Math.max(0, other.charCodeAt(0) - one.charCodeAt(0) - 1) },
    (_, step) => one.charCodeAt(0) + step + 1,
  )
  return codes.map((code) => ({ ...to, groups: [...to.groups.slice(0, -1), String.fromCharCode(code)] }))
}

/** "(5 B)" is 5B, "(A)" is a, and "(l)" a 1 that somebody mistyped or a machine misread. */
function plain(written: string): string {
  const group = written.replace(/\s/g, '')
  if (group === 'l') return '1'
  return /^\d/.test(group) ? group.toUpperCase() : group.toLowerCase()
}

/** Which level a point is of: (1), (a) or (i). */
export function kindOf(group: string): 'digit' | 'roman' | 'letter' {
  if (/^\d/.test(group)) return 'digit'
  return /^(?:i{1,3}|iv|vi{0,3}|ix)$/.test(group) ? 'roman' : 'letter'
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
