import type { PrintedDay } from '../adapter.ts'
import { findDay, readDay } from './days.ts'
import type { Line } from './lines.ts'
import { plainLabel } from './plain-label.ts'

/** The fields of a record that a label on a page can name. */
export const fieldNames = [
  'reference',
  'title',
  'authority',
  'received',
  'responded',
  'published',
  'status',
  'regime',
  'category',
] as const
export type FieldName = (typeof fieldNames)[number]
export type Labels = Readonly<Partial<Record<FieldName, readonly string[]>>>

export interface Labelled {
  readonly field: FieldName
  readonly label: string
  readonly value: string
  readonly day: PrintedDay | null
  /** The lines that it takes: from `at`, so many. */
  readonly at: number
  readonly taken: number
}

const days: ReadonlySet<FieldName> = new Set(['received', 'responded', 'published'])

/**
 * Reads labelled values from lines: "Label: value", a label in bold before its value, a label on a line of its own (a term, a head
 * cell, a heading) before the line of its value, and "Requested Wed 29 November 2023", where what follows is a day or a reference.
 * A label whose value is not of its kind is no label: "Request received:" before prose names no day.
 */
export function readLabelled(lines: readonly Line[], labels: Labels): readonly Labelled[] {
  const known = new Map<string, FieldName[]>()
  for (const field of fieldNames)
    for (const label of labels[field] ?? [])
      known.set(plainLabel(label), [...(known.get(plainLabel(label)) ?? []), field])
  const byWord = Map.groupBy(known.keys(), firstWord)
  const found: Labelled[] = []
  for (const [at, line] of lines.slice(0, mostLines).entries()) {
    const parts = partsOfLine(
      line,
      lines[at + 1],
      known,
      byWord.get(firstWord(plainLabel(line.text.slice(0, 60)))) ?? [],
    )
    for (const { label, value, taken } of parts) {
      const read = (known.get(label) ?? []).flatMap((field) => {
        const asRead = asValue(field, value)
        return asRead ? [{ field, label, ...asRead, at, taken }] : []
      })
      if (read.length > 0) {
        found.push(...read)
        break
      }
    }
  }
  return found
}

/** No item is told in more. */
const mostLines = 5_000

function firstWord(label: string): string {
  return label.split(' ', 1)[0] ?? ''
}

interface Part {
  readonly label: string
  readonly value: string
  readonly taken: number
}

/** The ways in which a line may part into label and value, the surest first. */
function partsOfLine(
  line: Line,
  next: Line | undefined,
  known: ReadonlyMap<string, unknown>,
  beginnings: readonly string[],
): readonly Part[] {
  const parts: Part[] = []
  const whole = plainLabel(line.text)
  if (known.has(whole) && next && !known.has(plainLabel(next.text)))
    parts.push({ label: whole, value: next.text, taken: 2 })
  if (line.lead !== null && known.has(plainLabel(line.lead)))
    parts.push({ label: plainLabel(line.lead), value: afterMark(line.text.slice(line.lead.length)), taken: 1 })
  const colon = line.text.slice(0, 120).indexOf(':')
  if (colon > 0 && known.has(plainLabel(line.text.slice(0, colon))))
    parts.push({ label: plainLabel(line.text.slice(0, colon)), value: line.text.slice(colon + 1).trim(), taken: 1 })
  for (const label of beginnings) {
    const rest = restAfter(line.text, label)
    if (rest !== null && (readDay(rest) || isReference(rest) || label.split(' ').length > 3))
      parts.push({ label, value: rest, taken: 1 })
  }
  return parts
}

function asValue(field: FieldName, value: string): { readonly value: string; readonly day: PrintedDay | null } | null {
  const words = value.trim()
  if (words === '') return null
  if (field === 'reference') {
    const reference = words.replace(/^[([]|[)\].,;]$/g, '').trim()
    return /\d/.test(reference) && reference.length <= 60 && reference.split(' ').length <= 6
      ? { value: reference, day: null }
      : null
  }
  if (!days.has(field)) return words.length <= 500 ? { value: words, day: null } : null
  const day = readDay(words) ?? (words.length <= 80 ? findDay(words) : null)
  return day ? { value: words, day } : null
}

/** What follows a label that a line begins with, word by word; null where it does not begin with it. */
export function restAfter(text: string, label: string): string | null {
  const begins = text.slice(0, label.length + 20)
  for (let end = label.length; end <= Math.min(text.length, label.length + 12); end += 1) {
    if (plainLabel(begins.slice(0, end)) === label && !/[a-z0-9]/i.test(text.charAt(end)))
      return afterMark(text.slice(end))
  }
  return null
}

function afterMark(words: string): string {
  return words.replace(/^[\s:–—-]{1,10}/, '').trim()
}

/** "FOI 9805", "101003979436", "01.FOI.22.027324": few signs, a digit among them, and no sentence. */
export function isReference(words: string): boolean {
  return (
    words.length <= 40 && /\d/.test(words) && /^[A-Za-z]{0,12}[\s./_-]{0,2}[\dA-Za-z][\dA-Za-z./_-]{1,30}$/.test(words)
  )
}
