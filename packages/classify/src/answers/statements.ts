import { type Span, trimmed } from '@disclosed/document'
import type { RuleId } from '../finding.ts'
import { readLabel } from '../passages/index.ts'
import { findPeriods, wholePeriod } from '../periods/index.ts'
import { mayHoldFigure } from '../quantities/index.ts'
import { sentencesOf } from '../sentences.ts'
import { type Entry, isProse, type Line, lineOf, readShape } from './shapes/index.ts'

/** What an answer says, one thing at a time. */
export type Statement =
  /** A line in one of the shapes that give figures. Spans of its entries are counted from its start. */
  | {
      readonly kind: 'entries'
      readonly span: Span
      readonly line: Line
      readonly rule: RuleId
      readonly entries: readonly Entry[]
    }
  /** Words that announce the figures below: «Mobile phones:», «From July to September:», «2023». */
  | { readonly kind: 'heading'; readonly span: Span }
  /** A few words alone on their line: they may head what is below. */
  | { readonly kind: 'label'; readonly span: Span }
  | { readonly kind: 'sentence'; readonly span: Span }

/** Parts a stretch of an answer into statements. */
export function statementsOf(text: string, span: Span, requestDate: string | null): readonly Statement[] {
  const body = withoutLabel(text, span)
  if (body.end <= body.start) return []
  const whole = statementAt(text, body, requestDate)
  if (whole) return [whole]
  return byLines(text, body, requestDate) ?? bySentences(text, body, requestDate)
}

/** «Answer:», «A1.», «•», «o»: the mark before an answer is none of its words. */
function withoutLabel(text: string, span: Span): Span {
  const whole = withoutStrokes(text, trimmed(text, span))
  const words = text.slice(whole.start, whole.end)
  const announced =
    /^(?:(?:our |the )?(?:answer|response|reply|a|total(?: number)?)\s{0,4}[:=–—-]{1,3}\s{0,4}){1,3}/i.exec(words)?.[0]
      .length ?? 0
  const several = severalNumbers.exec(words)?.[0].length ?? 0
  if (several > 0) return trimmed(text, { start: whole.start + several, end: whole.end })
  const bullet = announced === 0 ? readLabel(words) : null
  // «12.» alone is a figure: its own mark stands before it.
  const isMark = bullet !== null && bullet.length < words.length && (bullet.style !== 'word' || /^q/.test(bullet.look))
  const length = announced || (isMark ? bullet.length : 0)
  return trimmed(text, { start: whole.start + length, end: whole.end })
}

/** «1. & 2.», «1. -3.», «Q4 and Q5:» at the head of one answer to several. */
const severalNumbers =
  /^(?:(?:q(?:uestions?)?[ .]?|points? |parts? )?\d{1,2}[.)]?\s?(?:[–—-]|&|and|to)\s{0,2}(?:q(?:uestion)?[ .]?)?\d{1,2}[.):]\s{1,4})(?=[A-Z])/i

/** «127 | |»: the last cells of a row that a web page printed are empty. */
function withoutStrokes(text: string, { start, end }: Span): Span {
  let to = end
  while (to > start && /[\s|]/.test(text.charAt(to - 1))) to -= 1
  return { start, end: to }
}

/** One statement of the whole stretch; null where it is prose, or more than one thing. */
function statementAt(text: string, span: Span, requestDate: string | null): Statement | null {
  const words = text.slice(span.start, span.end)
  // "2023" or "2020/21" alone on its line heads the figures below it.
  if (wholePeriod(words) !== null) return { kind: 'heading', span }
  if (mayHoldFigure(words) && isOneThing(text, span)) {
    const line = lineOf(words, requestDate)
    const found = readShape(line)
    if (found) return { kind: 'entries', span, line, rule: found.shape.id, entries: found.entries }
  }
  if (words.length <= longestHeading && /:$/.test(words) && !/[.?!] /.test(words)) return { kind: 'heading', span }
  return isLabel(words) || isDatedLabel(words, requestDate) ? { kind: 'label', span } : null
}

/** «Average cost of a funeral 2019/20»: a label whose last words are its time. */
function isDatedLabel(words: string, requestDate: string | null): boolean {
  if (words.length > longestHeading || /[.?!;,:]$|\n/.test(words) || !/\d[)\]]?$/.test(words)) return false
  const [period, ...others] = findPeriods(words, { requestDate })
  if (!period || others.length > 0 || !/^[)\]]?$/.test(words.slice(period.span.end))) return false
  const label = words
    .slice(0, period.span.start)
    .replace(/[\s:([,–-]{1,6}$/, '')
    .replace(/\s(?:in|for|during|over)$/i, '')
  return label.length > 3 && /^[A-Z]/.test(label) && !/\d/.test(label) && !isProse(label)
}

const longestHeading = 120

/** One sentence, or one whose period stands apart: «5,378 notices appealed. Financial year 21/22», «2025/26 (to date). £418». */
function isOneThing(text: string, span: Span): boolean {
  if (span.end - span.start > 600) return false
  const [first, second, third] = sentencesOf(text, span)
  if (!first || third) return false
  return !second || [first, second].some(({ start, end }) => wholePeriod(text.slice(start, end)) !== null)
}

function isLabel(words: string): boolean {
  return (
    words.length <= 70 &&
    /^[A-Z“"'(]/.test(words) &&
    !/[.?!;,]$|\d|\n/.test(words) &&
    words.split(/\s+/).length <= 8 &&
    !isProse(words)
  )
}

/** Lines that a passage holds, where each of them is a statement of its own; null where they are one text. */
function byLines(text: string, span: Span, requestDate: string | null): readonly Statement[] | null {
  const words = text.slice(span.start, span.end)
  if (!words.includes('\n')) return null
  let from = span.start
  const lines = words.split('\n').map((line) => {
    const at = trimmed(text, { start: from, end: from + line.length })
    from += line.length + 1
    return at
  })
  const found = lines.flatMap((line) =>
    line.end > line.start ? [statementAt(text, withoutLabel(text, line), requestDate)] : [],
  )
  const figures = found.filter((each) => each?.kind === 'entries').length
  return figures > 1 && found.every((each) => each !== null) ? found : null
}

function bySentences(text: string, span: Span, requestDate: string | null): readonly Statement[] {
  return sentencesOf(text, span).map((sentence): Statement => {
    const words = text.slice(sentence.start, sentence.end)
    if (!mayHoldFigure(words)) return { kind: 'sentence', span: sentence }
    const line = lineOf(words, requestDate)
    const found = readShape(line)
    return found
      ? { kind: 'entries', span: sentence, line, rule: found.shape.id, entries: found.entries }
      : { kind: 'sentence', span: sentence }
  })
}
