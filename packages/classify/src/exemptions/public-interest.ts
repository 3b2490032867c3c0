import { type Span, trimmed } from '@disclosed/document'
import { allMatches } from '../all-matches.ts'
import type { Finding } from '../finding.ts'
import type { Cue } from '../outcomes/index.ts'

/** A public interest test: what was put on each side, and how it came out. */
export interface PublicInterest {
  /** The arguments for giving the information, one span for each point or paragraph. */
  readonly forDisclosure: readonly Span[]
  /** The arguments for keeping the exemption. */
  readonly forExemption: readonly Span[]
  /** null: the letter does not say, or not at this place. */
  readonly decision: 'withhold' | 'disclose' | null
}

/** One test, and the stretch of the letter that it fills. */
export interface WeighedInterest extends PublicInterest, Span {}

type Side = 'forDisclosure' | 'forExemption'

/**
 * The public interest tests of a letter. Arguments stand below a head that names their side, or in sentences that begin
 * "The public interest in disclosure is …"; a new pair of heads, after a decision or both sides, is a new test.
 *
 * @param cues the letter's cues: `outcomes/outweighed` tells that the interest in withholding was the greater
 */
export function findPublicInterest(text: string, cues: readonly Finding<Cue>[]): readonly WeighedInterest[] {
  const arguments_ = headed(text)
  const sides = arguments_.length > 0 ? arguments_ : inSentences(text)
  const decisions = decisionsOf(text, cues)
  const tests: { start: number; end: number; forDisclosure: Span[]; forExemption: Span[] }[] = []
  let lastSide: Side | null = null
  for (const { side, spans, start, end } of sides) {
    const open = tests.at(-1)
    const decided = open && decisions.some(({ at }) => at > open.end && at < start)
    // Both sides were heard and the first begins again: that is the next exemption's test.
    const again = open && lastSide !== side && open.forDisclosure.length > 0 && open.forExemption.length > 0
    if (!open || decided || again) tests.push({ start, end, forDisclosure: [], forExemption: [] })
    const test = tests.at(-1)
    if (!test) continue
    test[side].push(...spans)
    test.end = end
    lastSide = side
  }
  if (tests.length === 0)
    return decisions
      .slice(-1)
      .map(({ at, decision }) => ({ start: at, end: at, forDisclosure: [], forExemption: [], decision }))
  return tests.map((test, index) => {
    const next = tests[index + 1]?.start ?? text.length
    const decision = decisions.findLast(({ at }) => at >= test.start && at < next)?.decision ?? null
    return { ...test, decision }
  })
}

interface Arguments extends Span {
  readonly side: Side
  readonly spans: readonly Span[]
}

/** Heads and the points or paragraphs below them. */
function headed(text: string): readonly Arguments[] {
  const found: Arguments[] = []
  let side: Side | null = null
  let start = 0
  let points: Span[] = []
  const close = (end: number) => {
    if (side && points.length > 0) found.push({ side, spans: points, start, end })
    side = null
    points = []
  }
  for (const block of paragraphsAndPoints(text)) {
    const words = text.slice(block.start, Math.min(block.end, block.start + 400))
    const head = sideOfHead(words)
    if (head) {
      close(block.start)
      side = head
      start = block.start
    } else if (side && (isEnd(words) || points.length >= 40)) {
      close(block.start)
    } else if (side) {
      points.push(block)
    }
  }
  close(text.length)
  return found
}

/** "Factors favouring disclosure", "Public interest in applying the exemption:": short, and no sentence. */
function sideOfHead(words: string): Side | null {
  const line = words.trim()
  const isHead = line.length <= 120 && !/[.;]$/.test(line) && /^\W{0,4}(?:[A-Z]|[a-z]\))/.test(line)
  if (!isHead || isSentence.test(line) || !ofSides.test(line)) return null
  if (forExemption.test(line)) return 'forExemption'
  return forDisclosure.test(line) ? 'forDisclosure' : null
}

const ofSides = /\b(?:public interest|arguments?|factors?|considerations?|reasons?|favou?r(?:ing)?|points)\b/i
const isSentence = /\b(?:is|are|was|were|has|have|must|will|we|outweighs?)\b/
const forExemption =
  /\b(?:in favour of|favou?ring|supporting|for|public interest in|interests? in)\s{1,2}(?:the\s)?(?:maint|withhold|non-?disclos|not (?:disclos|releas)|apply|uphold|refus|(?:the )?exemption|exclu|neither)|\bagainst\s{1,2}(?:the\s)?(?:disclos|releas)/i
const forDisclosure =
  /\b(?:in favour of|favou?ring|supporting|for|public interest in|interests? in)\s{1,2}(?:the\s)?(?:disclos|releas|providing|confirm)/i

/** Where the arguments are over: the weighing, the next question, the end of the letter. */
function isEnd(words: string): boolean {
  return (
    /^\W{0,4}(?:balanc\w{1,4}|conclusions?|decision|outcome|determination|on balance|public interest (?:balance|decision|test)|having (?:considered|weighed)|(?:after|upon|on) (?:carefully )?(?:consider|examin|weigh)|it is (?:therefore )?(?:our|the)|taking (?:all|everything)|section \d|yours (?:sincerely|faithfully)|if you|should you|please|kind regards)/i.test(
      words,
    ) ||
    /^\[?\(?\d{1,2}(?:\.\d{1,2})?[.)\]]\s/.test(words) ||
    /\boutweigh/i.test(words)
  )
}

/** Sentences that name their side: "The public interest in the disclosure of the information is the accountability …". */
function inSentences(text: string): readonly Arguments[] {
  return allMatches(text, sided).map((match) => {
    const { start, end } = trimmed(text, { start: match.index, end: endOfParagraph(text, match.index) })
    return {
      side: /^\S+\s+\S+\s+\S+\s+in\s+(?:the\s+)?(?:disclos|releas)/i.test(match[0]) ? 'forDisclosure' : 'forExemption',
      spans: [{ start, end }],
      start,
      end,
    }
  })
}

const sided =
  /(?<=^|\n|[.]\s)The\s{1,2}public\s{1,2}interest\s{1,2}in\s{1,2}(?:the\s{1,2})?(?:disclos|releas|maint|withhold|non-?disclos)\w{0,8}[^.\n]{0,60}\n?[^.\n]{0,40}?\b(?:is\s{1,2}(?:the|that)|lies|comes from)\b/g

function endOfParagraph(text: string, from: number): number {
  const stop = text.slice(from, from + 3_000).search(/\n[ \t\u00a0]*\n|\n(?=The public interest in)|\n(?=On balance)/)
  return stop === -1 ? Math.min(text.length, from + 3_000) : from + stop
}

function decisionsOf(
  text: string,
  cues: readonly Finding<Cue>[],
): readonly { readonly at: number; readonly decision: 'withhold' | 'disclose' }[] {
  const kept = cues
    .filter(({ rule, value }) => rule === 'outcomes/outweighed' && value.strength === 'says')
    .map(({ span }) => ({ at: span.start, decision: 'withhold' as const }))
  const given = allMatches(text, favoursDisclosure).map((match) => ({
    at: match.index,
    decision: 'disclose' as const,
  }))
  return [...kept, ...given].toSorted((one, other) => one.at - other.at)
}

const favoursDisclosure =
  /\b(?:public\s{1,2}interest\s{1,2}in\s{1,2}(?:the\s{1,2})?(?:disclosure|disclosing|releas(?:e|ing))[^.;]{0,80}?\boutweighs|balance\s{1,2}(?:of\s{1,2}the\s{1,2}public\s{1,2}interest\s{1,2})?(?:lies\s{1,2}(?:in|with)|favours|is\s{1,2}in\s{1,2}favour\s{1,2}of)\s{1,2}(?:disclosure|disclosing|release))\b/gi

/** Paragraphs, and the points of lists; a line break that the page made parts neither, and a line that looks like a head stands alone. */
function paragraphsAndPoints(text: string): readonly Span[] {
  const blocks: Span[] = []
  let open: { start: number; end: number } | null = null
  let at = 0
  while (at < text.length) {
    const stop = text.indexOf('\n', at)
    const end = stop === -1 ? text.length : stop
    const line = trimmed(text, { start: at, end })
    const words = text.slice(line.start, Math.min(line.end, line.start + 400))
    if (words === '') {
      open = null
    } else if (open && !startsPoint.test(words) && !sideOfHead(words) && !isEnd(words)) {
      open.end = line.end
    } else {
      open = { ...line }
      blocks.push(open)
      if (sideOfHead(words)) open = null
    }
    at = end + 1
  }
  return blocks
}

const startsPoint = /^(?:[•·▪●◦*–-]|o\s|\(?[a-z]\)|\(?\d{1,2}[.)])\s?/
