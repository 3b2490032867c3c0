import { type Authority, firstWord, plainName, type Register } from '@disclosed/reference'
import { allMatches } from '../all-matches.ts'

/** A stretch of a letter that is a name of these authorities. */
export interface Named {
  readonly start: number
  readonly end: number
  readonly authorities: readonly Authority[]
  /** `full`: a name that no place or ordinary word has; `abbreviation`: capitals such as HMRC. */
  readonly form: 'full' | 'abbreviation'
}

interface Node {
  readonly next: Map<string, Node>
  readonly here: Authority[]
}

interface Names {
  /** All names that begin with a word; only those of words that letters hold are ever looked into. */
  readonly after: (word: string) => Node | undefined
  readonly abbreviated: (word: string) => readonly Authority[]
}

const kept = new WeakMap<Register, Names>()

/** All names of authorities in a text, the longest where several begin at one word; in order and without overlap. */
export function findNames(text: string, register: Register): readonly Named[] {
  let names = kept.get(register)
  if (!names) {
    names = namesOf(register)
    kept.set(register, names)
  }
  const tokens = tokensOf(text)
  const found: Named[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token || !/^[A-ZÀ-Þ]/.test(token.written)) continue
    const length = longestFrom(names, tokens, at, text)
    if (length && !isPartOfLonger(text, token)) {
      const last = tokens[at + length.tokens - 1] ?? token
      found.push({ start: token.start, end: length.end ?? last.end, authorities: length.authorities, form: 'full' })
      at += length.tokens - 1
      continue
    }
    const abbreviated = isAbbreviation(token.written) ? names.abbreviated(token.written) : []
    if (abbreviated.length > 0 && !isWithinName(text, token)) {
      found.push({ start: token.start, end: token.end, authorities: abbreviated, form: 'abbreviation' })
    }
  }
  return found
}

interface Token {
  readonly start: number
  readonly end: number
  readonly written: string
  readonly plain: string
}

function tokensOf(text: string): readonly Token[] {
  return allMatches(text, /[0-9A-Za-zÀ-ÿŴŵŶŷ]+(?:['’][A-Za-z]{1,2}(?![A-Za-z]))?|&/g).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    written: match[0],
    plain: plainWord(match[0]),
  }))
}

function plainWord(written: string): string {
  if (written === '&') return 'and'
  const lower = written.toLowerCase()
  return lower.includes("'") || lower.includes('’') ? lower.replace(/['’]/, '') : lower
}

interface Match {
  readonly tokens: number
  readonly authorities: readonly Authority[]
  /** Where the name ends, where that is inside its last word: before the "'s". */
  readonly end?: number
}

function longestFrom({ after }: Names, tokens: readonly Token[], from: number, text: string): Match | null {
  let next = after
  let best: Match | null = null
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at]
    const before = tokens[at - 1]
    if (!token || (at > from && before && !joins(text.slice(before.end, Math.min(token.start, before.end + 8))))) break
    // "Sheffield City Council's": the name ends before the "s"
    const plain = token.plain
    const bare = /['’]s$/i.test(token.written) ? plain.slice(0, -1) : null
    const owner: Node | undefined = bare === null ? undefined : next(bare)
    if (owner && owner.here.length > 0) best = { tokens: at - from + 1, authorities: owner.here, end: token.end - 2 }
    const node: Node | undefined = next(plain)
    if (!node) break
    next = (word) => node.next.get(word)
    if (
      node.here.length > 0 &&
      /^(?:[A-Z0-9À-Þ]|(?:invented|council|police|constabulary|service|trust)$)/.test(token.written)
    )
      best = { tokens: at - from + 1, authorities: node.here }
  }
  return best
}

/** May these characters stand between two words of one name? One line break may, for names are wrapped. */
function joins(between: string): boolean {
  return between.length < 8 && /^[ \u00a0]?[,('’-]?[)]?[ \u00a0]{0,3}\n?[ \u00a0]{0,3}$/.test(between)
}

/** "North Hampshire Hospitals" is not Hampshire Hospitals. */
function isPartOfLonger(text: string, { start }: Token): boolean {
  return /\b(?:North|South|East|West|Mid|Royal|Greater|Upper|Lower)(?:ern)? $/.test(
    text.slice(Math.max(0, start - 9), start),
  )
}

/** "DfT OLR Holdings Limited" is not the DfT. */
function isWithinName(text: string, token: Token): boolean {
  return /^ [A-Z][A-Za-z]+ (?:[A-Z][a-z]+ )?(?:Limited|Ltd|plc|LLP)\b/.test(text.slice(token.end, token.end + 60))
}

function namesOf(register: Register): Names {
  const trees = new Map<string, Node | undefined>()
  const after = (word: string): Node | undefined =>
    remembered(trees, word, () => treeOf(formsFrom(word, register)).next.get(word))
  const abbreviations = new Map<string, readonly Authority[]>()
  const abbreviated = (word: string): readonly Authority[] =>
    remembered(abbreviations, word, () =>
      register.beginningWith(plainName(word)).filter((each) => namesOfOne(each).has(word)),
    )
  return { after, abbreviated }
}

/** Letters share most of their words; those of a million letters are forgotten now and then. */
const mostWords = 20_000

function remembered<Value>(known: Map<string, Value>, word: string, make: () => Value): Value {
  const before = known.get(word)
  if (before !== undefined || known.has(word)) return before as Value
  if (known.size >= mostWords) known.clear()
  const made = make()
  known.set(word, made)
  return made
}

interface NamedForm {
  readonly form: string
  readonly name: string
  readonly authority: Authority
}

/** All forms of names that begin with a word. */
function formsFrom(word: string, register: Register): readonly NamedForm[] {
  return register.beginningWith(word).flatMap((authority) =>
    Array.from(namesOfOne(authority))
      .filter((name) => !isAbbreviation(name))
      .flatMap((name) => writtenForms(name, authority).map((form) => ({ form, name, authority })))
      .filter(({ form }) => firstWord(form) === word),
  )
}

function namesOfOne(authority: Authority): ReadonlySet<string> {
  return new Set([authority.name, authority.shortName, ...authority.aliases, ...formsOf(authority)])
}

function writtenForms(name: string, { invented }: Authority): readonly string[] {
  if (!invented && !/^the /i.test(name)) return [name]
  return [name, ...(/^the /i.test(name) ? [name.slice(4)] : []), ...(invented ? [name.replace('(invented)', '')] : [])]
}

function treeOf(named: readonly NamedForm[]): Node {
  const root: Node = { next: new Map(), here: [] }
  for (const { form, name, authority } of named) if (isTelling(name, authority)) add(root, form, authority)
  return root
}

/** Portals and letters call a London borough by its kind as well: "Brent Borough Council". */
function formsOf({ type, name, shortName }: Authority): readonly string[] {
  // "Anytown Health and Care - NHS Trust": pages leave out that it is a foundation trust
  if (type === 'nhs_trust' && name.endsWith(' NHS Foundation Trust'))
    return [name.replace(' Foundation Trust', ' Trust'), name.replace(' NHS Foundation Trust', ' Foundation Trust')]
  return type === 'london_borough'
    ? [`${shortName} Borough Council`, `${shortName} Council`, `${shortName} London Borough`]
    : []
}

function add(root: Node, name: string, authority: Authority): void {
  let node = root
  for (const word of plainName(name).split(' ')) {
    let next: Node | undefined = node.next.get(word)
    if (!next) {
      next = { next: new Map(), here: [] }
      node.next.set(word, next)
    }
    node = next
  }
  if (!node.here.includes(authority)) node.here.push(authority)
}

const councils = new Set([
  'district',
  'unitary',
  'county',
  'metropolitan_district',
  'london_borough',
  'scottish',
  'welsh',
  'ni',
  'combined_authority',
])
const councilWords =
  /\b(?:council|borough of|london borough|corporation|comhairle|cyngor|authority|city of (?:london|westminster)|city and county of)\b/i

/** Words that alone would be taken for something else: the place, or an ordinary phrase. */
const commonPhrases = new Set([
  'companies list',
  'internal audit profession',
  'policy profession',
  'operational delivery profession',
  'medical profession',
  'intelligence analysis',
  'disability unit',
  'race equality unit',
  'open innovation team',
  'policy lab',
  'modernisation and reform',
  'national security and intelligence',
  'certification officer',
  'evaluation task force',
  'high court',
  'county court',
  'crown court',
  'court of appeal',
  'supreme court',
  'magistrates court',
  'probation service',
  'audit commission',
  'data protection',
  'first tier tribunal',
  'upper tribunal',
  'information tribunal',
  'internal audit',
])

/** Would this name mean that body to anyone, wherever it stood? "York" and "Dover District" would not. */
function isTelling(name: string, authority: Authority): boolean {
  const words = plainName(name).split(' ')
  if (words.length < 2 || commonPhrases.has(words.join(' '))) return false
  if (councils.has(authority.type) && !authority.invented) return councilWords.test(name)
  if (name === authority.name) return true
  // a short form needs a word that says what it is, or two words of the full name beside the place: "Kent Police"
  return kindWords.test(name)
}

const kindWords =
  /\b(?:police|constabulary|nhs|trust|university|college|department|ministry|office|agency|service|services|commission|commissioner|authority|board|ccg|fire|ambulance|council|government|partnership|inspectorate|hospital|hospitals|cyngor|heddlu|ombudsman|corporation|met police|executive|assembly|brigade|audit|invest|libraries|limited|ltd)\b/i

/** Capitals, with at most one small letter among them: HMRC, DfE, TfL. */
function isAbbreviation(name: string): boolean {
  if (name.length > 13) return false
  if (coined.has(name)) return true
  return /^[A-Za-z&]{3,8}$/.test(name) && (name.match(/[A-Z]/g)?.length ?? 0) >= 2 && !tooCommon.has(name)
}

/** One word, made up for the body and for nothing else. */
const coined = new Set([
  'Ofcom',
  'Ofgem',
  'Ofqual',
  'Ofsted',
  'Ofwat',
  'Cafcass',
  'Estyn',
  'Translink',
  'Merseytravel',
  'HS2',
  'NatureScot',
])

/** Abbreviations that letters use of many things. */
const tooCommon = new Set(
  'ICO ACE ARB ATE BIS BSC BSR CAC CAT CCC CFP CGC CIP COM COP COT CSC CST ESC ETF FSA FSC GCS GLA GLD HE IPO IRC IRM IRP JAC LPC MAC MCA MRC NAM NDG NFC NGO PHE SFO SIA TRA UKAS VOA HOS GES CIC CAS FFC GPF EIC HRA'.split(
    ' ',
  ),
)
