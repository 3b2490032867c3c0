import type { Law } from '@disclosed/reference'
import type { Regime } from '../reading.ts'
import { isAccessLaw, type LawMention, type NamedLaw } from '../regimes/laws.ts'
import type { Cited } from './anchors.ts'

/** The law that a citation belongs to, and how that is known. */
export interface Belonging {
  readonly law: NamedLaw
  /** `named` beside it · `assumed` from the letter's law and the word "section" or "regulation". */
  readonly by: 'named' | 'assumed'
}

export interface LawContext {
  readonly regimes: readonly Regime[]
  readonly scottish: boolean | null
}

/**
 * Which law each citation belongs to, in order: the law named just after it ("section 31 of the FOIA"), the one named just
 * before ("FOIA section 31"), the one of its neighbour in a list ("Section 24 (…) and Section 31 (…) of the Act"), else
 * the letter's own: sections are of an Act, regulations of the Regulations, and in Scotland of the Scottish ones.
 */
export function lawsOf(
  text: string,
  cited: readonly Cited[],
  laws: readonly LawMention[],
  context: LawContext,
): readonly Belonging[] {
  // From the end, so that a citation can ask what the next one belongs to.
  const found: Belonging[] = []
  let mention = laws.length - 1
  for (let index = cited.length - 1; index >= 0; index -= 1) {
    const each = cited[index]
    if (!each) continue
    const end = each.list.at(-1)?.end ?? each.start
    while (mention >= 0 && (laws[mention]?.span.start ?? 0) >= end) mention -= 1
    const own = letterLaw(each.kind, context)
    const law =
      lawWritten(text, each) ??
      lawAfter(text, end, laws[mention + 1] ?? null, own) ??
      lawBefore(text, each.start, lastBefore(laws, mention, each.start)) ??
      lawOfNeighbour(text, end, cited[index + 1] ?? null, found.at(-1) ?? null)
    found.push(law ? { law: meantBy(law, context), by: 'named' } : { law: own, by: 'assumed' })
  }
  return found.reverse()
}

/** Scottish authorities, too, write "regulation 10(4)(a) of the EIRs", and mean the Scottish ones. */
function meantBy(law: NamedLaw, { regimes }: LawContext): NamedLaw {
  if (law === 'EIR' && regimes.includes('EISR') && !regimes.includes('EIR')) return 'EISR'
  return law === 'FOIA' && regimes.includes('FOISA') && !regimes.includes('FOIA') ? 'FOISA' : law
}

/** The law under which a bare "Section 31" or "Regulation 12" of this letter stands. */
export function letterLaw(kind: Cited['kind'], { regimes, scottish }: LawContext): Law {
  const isScottish = scottish ?? (regimes.includes('FOISA') || regimes.includes('EISR'))
  const environmental = kind === 'regulation' || (kind !== 'section' && isOnly(regimes, ['EIR', 'EISR', 'DPA', 'GDPR']))
  if (environmental) return isScottish ? 'EISR' : 'EIR'
  return isScottish ? 'FOISA' : 'FOIA'
}

function isOnly(regimes: readonly Regime[], these: readonly Regime[]): boolean {
  return regimes.length > 0 && regimes.every((each) => these.includes(each))
}

/** "FOIA 31(1)(a)": the announcing word is the law. */
function lawWritten(text: string, { kind, start }: Cited): NamedLaw | null {
  if (kind !== 'law') return null
  const word = /^[A-Z()]+/i.exec(text.slice(start, start + 8))?.[0].toUpperCase() ?? ''
  if (word.startsWith('FOI')) return word.includes('S') ? 'FOISA' : 'FOIA'
  return word.includes('S)') ? 'EISR' : 'EIR'
}

function lawAfter(text: string, end: number, next: LawMention | null, own: Law): NamedLaw | null {
  if (next && next.span.start - end <= 140) {
    const between = text.slice(end, next.span.start)
    // A title may stand between: "Section 31 (Law Enforcement) of the FOIA", "s.40 – Personal Information – of the Act".
    const title = isAccessLaw(next.law) ? titled : untitled
    if (title.test(between)) return next.law
  }
  return /^[^.;\n]{0,60}?\b(?:of|under|in)\s{1,2}(?:the|this|that|said)\s{1,2}(?:said\s)?(?:Act|Regulations)\b(?!\s(?:19|20)\d)/.test(
    text.slice(end, end + 90),
  ) && onlyTitle.test(text.slice(end, end + 90))
    ? own
    : null
}

const untitled = /^\s{0,2}[,(–-]?\s{0,2}(?:(?:of|under|in|to|from)\s{1,2})?(?:the\s{1,2})?(?:UK\s)?$/
const titled =
  /^\s{0,2}(?:\([^()\n]{2,90}\)|[,:–-]\s{0,2}[‘'“"(]?[A-Za-z][A-Za-z ,&/-]{2,60}[’'”")]?|[‘'“"]?[A-Z][A-Za-z &/-]{2,50}[’'”"]?)?\s{0,2}[,(–-]?\s{0,2}(?:(?:of|under|in|to|from|within)\s{1,2})?(?:the\s{1,2})?$/
const onlyTitle =
  /^\s{0,2}(?:\([^()\n]{2,60}\)\s{0,2}|[–-]\s{0,2}[A-Za-z ]{2,40}[–-]\s{0,2})?(?:of|under|in)\s{1,2}(?:the|this|that|said)\s/

function lawBefore(text: string, start: number, last: LawMention | null): NamedLaw | null {
  if (!last || start - last.span.end > 60) return null
  const between = text.slice(last.span.end, start)
  const near = isAccessLaw(last.law) && last.form !== 'bare' ? nearAccess : nearOther
  return near.test(between) ? last.law : null
}

const nearOther = /^[\s,(]{0,4}$/
const nearAccess =
  /^[\s,:;()–—'"’”-]{0,6}(?:\((?:the\s)?['"“‘]?(?:FOIA?|FOISA|EIRs?|the Act|Act)['"”’]?\)[\s,:–-]{0,3})?(?:(?:and|under|subject to|by virtue of|by|the|at|exemptions?|exceptions?|of|2000)[\s:–-]{1,2}){0,5}$/i

function lastBefore(laws: readonly LawMention[], from: number, start: number): LawMention | null {
  for (let index = from; index >= 0 && index > from - 4; index -= 1) {
    const each = laws[index]
    if (each && each.span.end <= start) return each
  }
  return null
}

/** "sections 31 (…) and 40 (…) of the FOIA", "31(3) by virtue of 31(1)(a) of the Act". */
function lawOfNeighbour(text: string, end: number, next: Cited | null, law: Belonging | null): NamedLaw | null {
  if (!next || !law || law.by === 'assumed' || next.start - end > 140 || next.start < end) return null
  const between = text.slice(end, next.start)
  if (/[.;!?]\s|\n\s*\n/.test(between)) return null
  if (isAccessLaw(law.law)) return law.law
  return /^\s{0,2}(?:\([^()\n]{2,60}\))?\s{0,2}(?:,|and|or|&|,\s?and)\s{0,2}$/.test(between) ? law.law : null
}
