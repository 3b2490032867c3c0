import { type Span, trimmed } from '@disclosed/document'
import { readLabel } from '../passages/index.ts'
import { wholePeriod } from '../periods/index.ts'
import { readCell } from '../quantities/index.ts'
import { sentencesOf } from '../sentences.ts'

/** What an answer says, one thing at a time. */
export type Statement =
  /** The whole of it is a figure: «1,685», «None known». */
  | { readonly kind: 'figure'; readonly span: Span }
  /** A figure under its label: «18/19 = 6794», «Phishing: 461», «Depot Lane – 3 wardens». */
  | { readonly kind: 'labelled'; readonly span: Span; readonly label: Span; readonly rest: Span }
  /** A few words that announce the figures below: «Mobile phones:», «From July to September:». */
  | { readonly kind: 'heading'; readonly span: Span }
  | { readonly kind: 'sentence'; readonly span: Span }

/** Parts a stretch of an answer into statements. */
export function statementsOf(text: string, span: Span): readonly Statement[] {
  const body = withoutLabel(text, span)
  const words = text.slice(body.start, body.end)
  if (words === '') return []
  // "2023" or "2020/21" alone on its line heads the figures below it.
  if (wholePeriod(words) !== null) return [{ kind: 'heading', span: body }]
  if (isFigure(words)) return [{ kind: 'figure', span: body }]
  if (isHeading(words)) return [{ kind: 'heading', span: body }]
  const listed = chunksOf(text, body)
  if (listed) return listed
  return sentencesOf(text, body).map(
    (sentence): Statement => labelled(text, sentence) ?? { kind: 'sentence', span: sentence },
  )
}

/** «Answer:», «A1.», «•», «o»: the mark before an answer is none of its words. */
function withoutLabel(text: string, span: Span): Span {
  const whole = trimmed(text, span)
  const words = text.slice(whole.start, whole.end)
  const announced =
    /^(?:(?:our |the )?(?:answer|response|reply|a|total(?: number)?)\s*[:=–—-]+\s*)+/i.exec(words)?.[0].length ?? 0
  const bullet = announced === 0 ? readLabel(words) : null
  const length = announced || (bullet && bullet.style !== 'word' ? bullet.length : 0)
  return trimmed(text, { start: whole.start + length, end: whole.end })
}

/** Is it a figure and nothing else, apart from the words that hedge it or name its unit? */
function isFigure(words: string): boolean {
  return words.length <= 60 && readCell(words.replace(/\s+/g, ' ')) !== null
}

function isHeading(words: string): boolean {
  return words.length <= 120 && /:$/.test(words) && !/[.?!] /.test(words)
}

/** «Malware: 5; Phishing: 461; Spam: 191», «2019: 7, 2020: 3 and 2021: 5»: several labels with their figures in one line. */
function chunksOf(text: string, span: Span): readonly Statement[] | null {
  if (span.end - span.start > 600) return null
  const byMark = labelledChunks(text, span, /;|\|/g)
  if (byMark && byMark.length > 1) return byMark
  // A comma also parts thousands and words: every piece must be a period with its figure.
  // What stands before the first year is said of all: "Reports: 2021 - 3,377, 2022 - 3,902".
  const lead = /^[A-Z][^:;\d]{1,50}:\s+(?=(?:19|20)\d\d)/.exec(text.slice(span.start, span.end))?.[0].length ?? 0
  const byComma = labelledChunks(
    text,
    { start: span.start + lead, end: span.end },
    /,\s{1,4}(?:and\s{1,4})?|\s{1,4}and\s{1,4}/g,
  )
  const isOfPeriods = byComma?.every(({ label }) => wholePeriod(text.slice(label.start, label.end)) !== null)
  return byComma && byComma.length > 1 && isOfPeriods ? byComma : byMark
}

type Labelled = Extract<Statement, { kind: 'labelled' }>

function labelledChunks(text: string, span: Span, parts: RegExp): readonly Labelled[] | null {
  const chunks: Span[] = []
  let from = span.start
  for (const match of text.slice(span.start, span.end).matchAll(parts)) {
    chunks.push({ start: from, end: span.start + match.index })
    from = span.start + match.index + match[0].length
  }
  chunks.push({ start: from, end: span.end })
  const all = chunks.flatMap((chunk) => labelled(text, trimmed(text, chunk)) ?? [])
  return all.length > 0 && all.length === chunks.length ? all : null
}

const separator = /\s*[:=]\s*|\s+[–—-]+\s*|\s*[–—]\s*|\t+|\s{3,}/g

/** A label, a mark between, and a figure with at most a few words after it. */
function labelled(text: string, span: Span): Labelled | null {
  const words = text.slice(span.start, span.end)
  if (words.length > 240) return null
  const marks = [...words.matchAll(separator)]
  for (const mark of marks.slice(0, 4)) {
    const label = words.slice(0, mark.index).trim()
    const rest = words.slice(mark.index + mark[0].length)
    if (label === '' || label.length > 90 || /[.?!]\s/.test(label) || !beginsWithFigure(rest)) continue
    if (/^\d+$/.test(label) && wholePeriod(label) === null) continue
    return {
      kind: 'labelled',
      span,
      label: trimmed(text, { start: span.start, end: span.start + mark.index }),
      rest: trimmed(text, { start: span.start + mark.index + mark[0].length, end: span.end }),
    }
  }
  return periodThenFigure(text, span)
}

/** «November 2018 32», «2021/22 1,012»: only a period needs no mark behind it. */
function periodThenFigure(text: string, span: Span): Labelled | null {
  const words = text.slice(span.start, span.end)
  const match = /^(?<label>.{4,40}?)\s{1,20}(?<rest>[£<>]?\s?\d[\d,.]*[%km]?\*?|nil|none|zero)$/i.exec(words)
  const label = match?.groups?.label
  const rest = match?.groups?.rest
  if (!label || !rest || wholePeriod(label) === null) return null
  const start = span.end - rest.length
  return {
    kind: 'labelled',
    span,
    label: trimmed(text, { start: span.start, end: start }),
    rest: { start, end: span.end },
  }
}

function beginsWithFigure(rest: string): boolean {
  return /^(?:(?:about|around|approximately|approx\.?|circa|c\.|over|under|more than|less than|fewer than|at least|up to|a total of|total(?: of)?)\s+)?(?:[£<>~≤≥]\s?)*\d|^(?:nil|none|zero|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|less than|fewer than)\b/i.test(
    rest,
  )
}
