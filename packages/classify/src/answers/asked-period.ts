import type { Span } from '@disclosed/document'
import type { Finding } from '../finding.ts'
import type { Passage } from '../passages/index.ts'
import { findPeriods, type Period } from '../periods/index.ts'
import { type Asked, wantsFigure } from '../questions/index.ts'
import { leansOn } from './leaning.ts'

/** The period that a question asks about, and the words that say so; null where it asks about none, or about several. */
export interface AskedPeriod {
  /** One for each year, month … that the question names; a figure for all of them has `whole`. */
  readonly parts: readonly Period[]
  readonly whole: Period | null
  readonly span: Span
  readonly basis: 'question' | 'request_date'
}

/**
 * The periods of all questions, in their order. «Of these, how many …» and «during the same period» take over the
 * period of the question above; what stands before a list, or before all questions, holds for each that names none.
 */
export function askedPeriods(
  text: string,
  questions: readonly Asked[],
  passages: readonly Passage[],
  requestDate: string | null,
): readonly (AskedPeriod | null)[] {
  const general = generalPeriod(text, questions, passages, requestDate)
  const found: (AskedPeriod | null)[] = []
  for (const question of questions) {
    const { span, stem, words } = question
    const withStem = stem ? `${text.slice(stem.start, stem.end)} ${words}` : words
    const own = periodIn(text, span, requestDate) ?? (isStock(words) ? null : periodOfNamed(withStem, questions, found))
    const above = leansOn(question, questions, ({ index }) => (found[index] ?? null) !== null)
    const taken = (above && found[above.index]) ?? null
    const inherited = taken && sinceThen.test(words) ? openFrom(taken) : taken
    const led = (stem && periodOfStem(text, stem, requestDate)) ?? null
    found.push(own ?? (isStock(words) ? led : (inherited ?? led ?? general)))
  }
  return found
}

/** «Has there been any since May 2021? How many since then?» has no end yet. */
function openFrom(asked: AskedPeriod): AskedPeriod {
  const from = asked.whole?.from ?? null
  const whole: Period = { from, to: null, timing: 'during', each: null, shape: 'since' }
  return from === null ? asked : { ...asked, parts: [whole], whole }
}

const sinceThen = /\bsince (?:then|that (?:date|time|day|point))\b/i

/** «Responded 2 February. Please provide:» is a day on which something came, and no time that figures are wanted for. */
function periodOfStem(text: string, stem: Span, requestDate: string | null): AskedPeriod | null {
  const told = periodIn(text, stem, requestDate)
  const isOfFigures = wantsFigure(text.slice(stem.start, stem.end))
  return told?.parts.every(({ shape, timing }) => shape === 'day' && timing !== 'at') && !isOfFigures ? null : told
}

/** «How many times in the years listed in Question 1 …»: that question's. */
function periodOfNamed(
  words: string,
  questions: readonly Asked[],
  found: readonly (AskedPeriod | null)[],
): AskedPeriod | null {
  const number =
    /\b(?:years?|periods?|dates?|time ?(?:frame|scale|span)s?|(?:of|from|out of) (?:the |your |those |these )?(?:figures?|numbers?|totals?|answers?|those|these|people|cases|ones))\b[^.?]{0,30}\b(?:question|point|part|item|q)\s?\(?(?<number>\d{1,2}[a-h]?)\b/i
      .exec(words)
      ?.groups?.number?.toLowerCase()
  const named = number ? questions.find((question) => question.number === number) : undefined
  return named ? (found[named.index] ?? null) : null
}

/** «How many staff have you got?» asks how things are, and not what happened over a time. */
export function isStock(words: string): boolean {
  return /\b(?:currently|now|at present|at the moment|to date you have|do you (?:currently )?(?:have|hold|own)|(?:that )?you (?:currently )?employ|have you(?: got)?\b(?!.{0,300}\b(?:had|received|issued|recorded)\b)|has (?:your|the) (?!.{0,80}\b(?:had|received|issued|recorded|suffered|reported|experienced|made|paid|lost|spent|dealt|sent)\b)[^?]{2,60}\?$|does (?:your|the) [^?]{2,60}(?:have|employ|hold|own))/i.test(
    words,
  )
}

function periodIn(text: string, span: Span, requestDate: string | null): AskedPeriod | null {
  const words = text.slice(span.start, span.end)
  const dated = findPeriods(words, { requestDate }).filter(({ value }) => value.from !== null || value.to !== null)
  // "in the last year (September 2023 - August 2024)": the days that are told say what the words mean.
  const told = dated.filter(({ value }) => value.shape !== 'relative')
  const findings = withoutOpen(told.length > 0 ? told : dated)
  const [first] = findings
  const last = findings.at(-1)
  if (!first || !last) return null
  const parts = distinct(findings.map(({ value }) => value))
  const whole = parts.length === 1 ? (parts[0] ?? null) : spanOf(parts)
  return {
    parts,
    whole,
    span: { start: span.start + first.span.start, end: span.start + last.span.end },
    basis: parts.some(({ shape }) => shape === 'relative') ? 'request_date' : 'question',
  }
}

/** «Between 1 May 2020 and 1 May 2023 … please work from 1 May 2020 to the most recent»: the end that is told once holds. */
function withoutOpen(findings: readonly Finding<Period>[]): readonly Finding<Period>[] {
  return findings.filter(
    ({ value }) =>
      value.shape !== 'since' ||
      findings.every(
        (other) => other.value.from !== value.from || other.value.to === null || other.value.shape !== 'span',
      ),
  )
}

function distinct(periods: readonly Period[]): readonly Period[] {
  return [...new Map(periods.map((period) => [`${period.from} ${period.to}`, period])).values()]
}

/** Years that follow each other without a gap make one span; others make none. The last may still be open: «2022, 2023 and 2024 to date». */
export function spanOf(parts: readonly Period[]): Period | null {
  const sorted = parts.toSorted((one, other) => (one.from ?? '').localeCompare(other.from ?? ''))
  const [first] = sorted
  const last = sorted.at(-1)
  if (!first?.from || !last) return null
  for (const [at, part] of sorted.entries()) {
    const next = sorted[at + 1]
    if (next && (!part.to || !next.from || !(next.from === dayAfter(part.to) || opens(next, part)))) return null
  }
  return { from: first.from, to: last.to, timing: 'during', each: null, shape: 'span' }
}

/** «2024/25, 2025 to present»: the year that is open begins before the one above it ends. */
function opens(next: Period, { from, to }: Period): boolean {
  return next.to === null && next.from !== null && (from ?? '') < next.from && next.from <= (to ?? '')
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** The one period that the request names above its questions. */
function generalPeriod(
  text: string,
  questions: readonly Asked[],
  passages: readonly Passage[],
  requestDate: string | null,
): AskedPeriod | null {
  const filled = new Set(
    questions.flatMap(({ occurrences }) =>
      occurrences.flatMap(({ passage, passages: count }) => Array.from({ length: count }, (_, at) => passage + at)),
    ),
  )
  const first = Math.min(...questions.flatMap(({ occurrences }) => occurrences.map(({ passage }) => passage)))
  const last = Math.max(...questions.flatMap(({ occurrences }) => occurrences.map(({ passage }) => passage)))
  const around = passages.filter(
    ({ role, index, words }) =>
      !filled.has(index) &&
      (role === 'request'
        ? index < first || (index > last && saysOfAll.test(words))
        : (role === 'opening' || role === 'reply') && index < first && index >= first - nearest && announces(words)),
  )
  // "Your request, received on 17 January": a day on which something came is no time that figures are wanted for.
  const found = around
    .flatMap((passage) => periodIn(text, passage, requestDate) ?? [])
    .filter(({ parts }) => parts.every(({ shape }) => shape !== 'day'))
  const [only] = found
  return only && found.every(({ whole }) => whole?.from === only.whole?.from && whole?.to === only.whole?.to)
    ? only
    : null
}

/** So many lines above the first question may lead to it where nothing shows that the request begins there. */
const nearest = 3

/** «For 2021/22, please tell me:», «All questions relate to 2021/22.», «Time period: 2021/22» */
function announces(words: string): boolean {
  return (
    words.length <= (beginsWithTime.test(words) ? longestStem * 2 : longestStem) &&
    !/\b(?:thank you|dated|received|responded|published|requested (?:on|mon|tue|wed|thu|fri|sat|sun)|our ref)\b/i.test(
      words,
    ) &&
    (/:$/.test(words)
      ? /^(?:for|from|between|in|during|over|since|within|covering)\b|\b(?:please|i would|i['’]d|could you|can you|my request|requests?)\b/i.test(
          words,
        )
      : /^(?:time |date )?(?:period|range|time ?frame)\b.{0,12}:|^(?:all|my|these|the(?: following)?) (?:questions?|requests?) (?:relates?|refers?|covers?|concerns?|is|are)\b/i.test(
          words,
        ))
  )
}

const longestStem = 300

/** «Between 1 January 2020 and 1 January 2023, please give the information below …:» */
const beginsWithTime = /^(?:for|from|between|in|during|over|since|within|covering) (?:the )?\d/i

/** Below the last question: «Please give all of this for 2019 to 2022.» */
const saysOfAll =
  /^(?:please|if possible|i (?:would|am)|for (?:all|each|the above)|all\b|the (?:above|period|time|information|data|figures)|this\b|these\b|can\b|could\b)[^.?]{0,80}\b(?:this|these|above|all|information|data|figures|questions|answers|period|time ?frame|dates)\b/i
