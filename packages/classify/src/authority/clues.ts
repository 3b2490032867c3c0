import type { Span } from '@disclosed/document'
import type { Authority, Register } from '@disclosed/reference'
import type { RuleId } from '../finding.ts'
import type { Letter, Line } from '../letter.ts'
import type { Part, PartRole } from '../partition/index.ts'
import { widerThanBlank } from '../white-space.ts'
import { abbreviated, type Told } from './abbreviated.ts'
import { findAddresses } from './addresses.ts'
import { findNames, type Named } from './names.ts'
import {
  acts,
  actsAnyhow,
  actsBefore,
  answersAs,
  askedFrom,
  askedOf,
  asksIt,
  asksName,
  became,
  calledFromHere,
  decides,
  decidesRequest,
  headsTitle,
  isAddress,
  isListed,
  isObject,
  isSentence,
  itsAnswer,
  nameField,
  ourSite,
  pointsElsewhere,
  publishOn,
  receivedBy,
  requestedFrom,
  requestsMailbox,
  searchedWithin,
  searchesSite,
  sendsAfter,
  sendsBefore,
  speaksForItself,
  tellsOfItself,
  theirAddress,
  turnsAway,
  writeTo,
  wroteTo,
} from './sayings.ts'

/** Something that speaks for one of these authorities being the sender; the weight says how much. */
export interface Clue {
  readonly authorities: readonly Authority[]
  readonly span: Span
  readonly rule: RuleId
  readonly weight: number
}

/** Every clue of a letter, in no particular order. */
export function findClues(letter: Letter, parts: readonly Part[], register: Register): readonly Clue[] {
  const place = placer(letter, parts)
  const isReply = speaksForItself.test(letter.text)
  const full = findNames(letter.text, register)
  const names = [...full, ...shortened(letter.text, full)].flatMap((named) => {
    const { line, role } = place(named.start)
    if (!line || isRegulator(named)) return []
    const clue = clueOf(letter, named, line, role, isReply)
    return clue.weight > 0
      ? [{ ...clue, authorities: named.authorities, span: { start: named.start, end: named.end } }]
      : []
  })
  const addresses = findAddresses(letter.text, register).flatMap(({ authorities, kind, start, end }) => {
    const { role } = place(start)
    const before = letter.text.slice(Math.max(0, start - 120), start)
    const isOurs = role !== 'request' && ourSite.test(before)
    const isTheirs = role === 'reply' && theirAddress.test(before)
    const weight =
      (isOurs || (role !== 'request' && /^(?:https?:\/\/)?foi\./i.test(letter.text.slice(start, end)))
        ? ourSiteWeight
        : isTheirs
          ? 0.5
          : kind === 'mail' && role === 'request' && requestsMailbox.test(letter.text.slice(start, end))
            ? ownMailboxWeight
            : addressWeights[kind][role]) / (authorities.length > 1 ? 2 : 1)
    return weight > 0 ? [{ authorities, span: { start, end }, rule: 'authority/address' as const, weight }] : []
  })
  return [...names, ...addresses]
}

/** «Anytown County Council (ACC)», and from there on «ACC»: capitals that a letter has explained. */
function shortened(text: string, names: readonly Named[]): readonly Named[] {
  const known = new Set(names.map(({ start }) => start))
  const explained = new Map<string, Named>()
  for (const named of names.slice(0, 500)) {
    const short = /^ ?\(["“'‘]?(?<short>[A-Z][A-Za-z&]{1,7})["”'’]?\)/.exec(text.slice(named.end, named.end + 16))
      ?.groups?.short
    if (
      short &&
      named.form === 'full' &&
      /[A-Z]$/.test(short) &&
      named.authorities.length === 1 &&
      !explained.has(short)
    )
      explained.set(short, named)
  }
  return Array.from(explained, ([short, { authorities, end }]) =>
    placesOf(text, short)
      .filter((start) => start > end + 4 && !known.has(start))
      .map((start): Named => ({ start, end: start + short.length, authorities, form: 'abbreviation' })),
  ).flat()
}

function placesOf(text: string, word: string): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(word); at !== -1 && places.length < 200; at = text.indexOf(word, at + word.length)) {
    if (!/\w/.test(text.charAt(at - 1)) && !/\w/.test(text.charAt(at + word.length))) places.push(at)
  }
  return places
}

const ourSiteWeight = 4
/** Where an asker's words seem to go on; an asker does not print it. */
const ownMailboxWeight = 3

/** An address stands for its owner below a signature; in an answer it may be anybody's. */
const addressWeights: Readonly<Record<'mail' | 'web', Readonly<Record<PartRole, number>>>> = {
  mail: { furniture: 4, opening: 5, request: 0.5, reply: 2.5, rights: 5, closing: 5, disclaimer: 3, quoted_mail: 1 },
  web: { furniture: 3, opening: 4, request: 0, reply: 1, rights: 2.5, closing: 4, disclaimer: 1.5, quoted_mail: 0 },
}

/** "ICO Disclosure Log – Response": the head of the regulator's answers to requests of its own. */
export const regulatorsLog = /^[^\S\n]{0,4}ICO (?:disclosure log|(?:foi )?response)\b/i

/** A regulator's decision names the body complained of as often as itself; it is the regulator's all the same. */
export function isRegulatorsDecision(text: string): boolean {
  const head = text.slice(0, 2000)
  const lower = head.toLowerCase()
  return (
    (lower.includes('decision notice') &&
      /^[^\n.]{0,80}\bdecision notice[^\S\n]{0,9}$/im.test(head) &&
      /\b(?:complainant|public authority\s?:)/i.test(head)) ||
    (lower.includes('first-tier tribunal') &&
      /^[^\S\n]{0,20}(?:in the )?first-tier tribunal\b/im.test(head) &&
      /\b(?:appellant|appeal (?:no|number|reference))\b/i.test(head))
  )
}

/** Whom every letter names: the regulators and tribunals. */
function isRegulator({ authorities }: Named): boolean {
  return authorities.every(
    ({ id, name, type }) =>
      type === 'tribunal' || type === 'court' || /information commissioner/i.test(`${id} ${name}`),
  )
}

function clueOf(letter: Letter, named: Named, line: Line, role: PartRole, isReply: boolean): Told {
  const before = letter.text
    .slice(Math.max(0, line.start - 80, named.start - 90), named.start)
    .replace(widerThanBlank, ' ')
  const after = letter.text.slice(named.end, named.end + 90).replace(widerThanBlank, ' ')
  if (role !== 'request' && role !== 'quoted_mail' && (itsAnswer.test(after) || receivedBy.test(`${before}|${after}`)))
    return { rule: 'authority/sender', weight: isReply ? 4 : 1.5 }
  if (
    /\bthank you for (?:contacting|writing to|your (?:\S{1,20} ){0,3}(?:e-?mail|letter|request|enquiry) to) (?:the )?$/i.test(
      before,
    )
  )
    return { rule: 'authority/addressee', weight: 4 }
  if (role !== 'quoted_mail' && headsAnswer(letter.text, named, line))
    return { rule: 'authority/sender', weight: isReply ? 4 : 1.5 }
  if (headsRunTogether(letter, named, line)) return { rule: 'authority/letterhead', weight: 5 }
  if (role !== 'quoted_mail' && role !== 'request' && answersAs.test(before))
    return { rule: 'authority/sender', weight: isReply ? 4 : 1.5 }
  if ((role === 'opening' || role === 'furniture') && requestedFrom.test(before))
    return { rule: 'authority/addressee', weight: 3 }
  if (wroteTo.test(before)) return { rule: 'authority/addressee', weight: 4 }
  if (role !== 'request' && role !== 'quoted_mail' && calledFromHere.test(after))
    return { rule: 'authority/sender', weight: isReply ? 4 : 2 }
  if (role !== 'quoted_mail' && nameField.test(labelOf(letter, named, line)))
    return { rule: 'authority/sender', weight: 4 }
  if (asksIt.test(before)) return { rule: 'authority/addressee', weight: 3 }
  if (became.test(before)) return { rule: 'authority/sender', weight: isReply ? 3 : 1 }
  if (/^ owns? the copyright\b/i.test(after)) return { rule: 'authority/attribution', weight: 4 }
  if (role !== 'request' && searchesSite.test(`${before}|${after}`)) return { rule: 'authority/letterhead', weight: 4 }
  if (role === 'opening' && askedFrom.test(before) && /\byou(?:r)?\b/i.test(line.text))
    return { rule: 'authority/addressee', weight: 1 }
  if (role !== 'quoted_mail' && isReply && searchedWithin.test(`${before}|${after}`))
    return { rule: 'authority/sender', weight: 4 }
  if (role !== 'request' && role !== 'quoted_mail' && isReply && publishOn.test(before))
    return { rule: 'authority/sender', weight: 3 }
  if (
    pointsElsewhere.test(before) ||
    /^(?:['’]s?)? (?:website|web site|publication|guidance|statistics)\b/i.test(after)
  )
    return { rule: 'authority/elsewhere', weight: role === 'request' ? 0.1 : 0.5 }
  if (named.form === 'abbreviation') return abbreviated(letter, named, line, before, after, role, isReply)
  if (/request email\]?$/.test(after.slice(0, 16)) || /^\] ?request email/.test(after))
    return { rule: 'authority/address', weight: 4 }
  if (/\b(?:dear|f\.?a\.?o\.?) (?:the )?$/i.test(before) && named.start - line.start < 20)
    return { rule: 'authority/addressee', weight: 4 }
  if (/\b(?:request|question|application)s? (?:made )?to (?:the )?$/i.test(before))
    return { rule: 'authority/addressee', weight: 4 }
  if (
    /\b(?:obtained from|information (?:provided|licensed|supplied) by) (?:the )?$|(?:\bcopyright|©|\(c\)) ?(?:\d{4}(?: ?[-–] ?\d{2,4})?,? )?(?:of )?(?:the )?$/i.test(
      before,
    )
  )
    return { rule: 'authority/attribution', weight: role === 'reply' ? 2 : 4 }
  if (/\b(?:request|question|application)s? [^.?!]{0,90}\bmade [^.?!]{0,90}\bto (?:the )?$/i.test(before))
    return { rule: 'authority/addressee', weight: 4 }
  if (
    named.start - line.start < 5 &&
    isAddress.test(line.text.slice(-60)) &&
    role !== 'request' &&
    role !== 'quoted_mail'
  )
    return { rule: 'authority/letterhead', weight: 5 }
  const standsAlone = fillsLine(letter.text, named, line)
  if (standsAlone && role !== 'quoted_mail' && isReply && writeTo.test(before))
    return { rule: 'authority/signature', weight: 4 }
  if (
    askedOf.test(before) &&
    (role === 'request' || /^[^.!?\n]{0,200}\?/.test(letter.text.slice(named.end, named.end + 210)))
  )
    return { rule: 'authority/asked-of', weight: 1 }
  if (role === 'request') return { rule: 'authority/mention', weight: 0.5 }
  if (role === 'quoted_mail') return { rule: 'authority/mention', weight: 0.5 }
  if (
    (role === 'closing' || role === 'rights') &&
    /\b(?:team|unit|officer?|manager|department), (?:the )?$/i.test(before)
  )
    return { rule: 'authority/signature', weight: 5 }
  if (standsAlone && (role === 'closing' || role === 'rights')) return { rule: 'authority/signature', weight: 5 }
  if (standsAlone && role === 'reply' && (line.index < headLines || line.index >= letter.lines.length - headLines))
    return { rule: 'authority/letterhead', weight: isReply ? 4 : 1 }
  if (standsAlone && (role === 'opening' || role === 'furniture')) return { rule: 'authority/letterhead', weight: 5 }
  if (role === 'disclaimer') return { rule: 'authority/disclaimer', weight: 3 }
  if (standsAlone && role === 'reply' && isReply && asksName.test(letter.text))
    return { rule: 'authority/sender', weight: 4 }
  if (isElsewhere(letter.text, named)) return { rule: 'authority/elsewhere', weight: 0.5 }
  if (decidesRequest.test(after)) return { rule: 'authority/sender', weight: isReply ? 6 : 1.5 }
  if (decides.test(after) || (actsBefore.test(before) && !isListed.test(after)))
    return { rule: 'authority/sender', weight: isReply ? 4 : 1.5 }
  if (acts.test(after) && !turnsAway.test(after)) {
    const isOwn = role === 'closing' || role === 'rights'
    return { rule: 'authority/sender', weight: isReply ? (isOwn ? 3 : 2) : 1 }
  }
  if (role === 'opening' && line.index < headLines && named.start - line.start < 5 && headsTitle.test(after))
    return { rule: 'authority/title', weight: 4 }
  if ((role === 'opening' || role === 'furniture') && line.index < 6 && !isSentence.test(line.text))
    return { rule: 'authority/title', weight: isReply && !isObject.test(before) ? 3 : 1 }
  if (role === 'closing' || role === 'rights')
    return {
      rule: 'authority/signature',
      weight: isObject.test(before) && line.text.length > 90 && !/\breview|complain/i.test(line.text) ? 0.75 : 3,
    }
  if (role === 'reply' && isReply && actsAnyhow.test(after) && !/[([] ?$/.test(before) && !turnsAway.test(after))
    return { rule: 'authority/sender', weight: 2 }
  if (role === 'reply' && isReply && tellsOfItself(before, after)) return { rule: 'authority/sender', weight: 2 }
  return { rule: goesElsewhere.test(before) ? 'authority/elsewhere' : 'authority/mention', weight: 0.75 }
}

/** "An e-mail went to Kent County Council": a body that is dealt with, and so another. "The cost to Kent County Council" is not dealt with. */
const goesElsewhere = /(?<!\bcosts? )\b(?:to|from|with|about|against|between|and) (?:the )?$/i

/** So near to its first or last line a name alone stands at the head or the foot of a letter. */
const headLines = 5

/** What stands before a name on its line, or above it where the name begins one. */
function labelOf({ lines }: Letter, { start }: Named, line: Line): string {
  return start - line.start < 5 ? (lines[line.index - 1]?.text ?? '') : line.text.slice(0, start - line.start)
}

/** A letter whose lines were lost begins with the name at its head: "Anytown Agency Clive House 70 Petty France …". */
function headsRunTogether({ text, lines }: Letter, { start, form }: Named, line: Line): boolean {
  if (form !== 'full' || start >= 5 || line.index !== 0) return false
  const next = lines[1]
  return line.end - line.start > 300 || (next !== undefined && !text.slice(line.end, next.start).includes('\n'))
}

/** "Anytown Council Response" on a line of its own. */
function headsAnswer(text: string, { start, end }: Span, line: Line): boolean {
  return (
    start - line.start < 5 &&
    /^(?:['’]s)? (?:response|reply|answer)\s?:?$/i.test(text.slice(end, Math.min(line.end, end + 20)))
  )
}

/** "Cyngor Sir Ceredigion County Council". */
const bilingual = /^(?:cyngor|heddlu|prifysgol|bwrdd|awdurdod)\b[\w ()]{0,60}$/i

const typeWords = /^(?: (?:County|Borough|City|Council|Police|University|Health Board|NHS Trust)){1,4}$/

/** Is the name all that the line holds, an abbreviation in brackets and whom one writes to there aside? */
function fillsLine(text: string, named: Named, line: Line): boolean {
  if (line.end - line.start > 200) return false
  const lead = text.slice(line.start, named.start)
  const after = text.slice(named.end, line.end).replace(/^\s?\([A-Za-z&]{2,10}\)/, '')
  const rest = bilingual.test(text.slice(named.start, named.end)) ? after.replace(typeWords, '') : after
  return rest.length <= 4 && (lead.length <= 4 || /^[\w ()&,-]{0,60}, (?:the )?$/i.test(lead) || bilingual.test(lead))
}

/** "We do not hold this; it is held by Kent County Council", "Kent County Council may hold it": the asker is sent elsewhere. */
function isElsewhere(text: string, { start, end }: Span): boolean {
  const before =
    text
      .slice(Math.max(0, start - 200), start)
      .split('\n\n')
      .at(-1) ?? ''
  const after = text.slice(end, end + 120).split(/[.?!](?:\s|$)|\n\n/)[0] ?? ''
  const two = before
    .split(/(?<=[.?!])\s/)
    .slice(-2)
    .join(' ')
  return sendsBefore.test(two) || sendsAfter.test(after)
}

interface Spot {
  readonly line: Line | null
  readonly role: PartRole
}

/** Finds the line and the part at an offset. */
function placer(letter: Letter, parts: readonly Part[]): (offset: number) => Spot {
  const spans = parts.map(({ span }) => span)
  return (offset) => {
    const line = letter.lines[indexAt(letter.lines, offset)] ?? null
    const role = parts[indexAt(spans, offset)]?.role ?? 'reply'
    return { line, role }
  }
}

function indexAt(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
