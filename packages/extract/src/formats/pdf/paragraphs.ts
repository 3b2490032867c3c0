import type { PrintedLine } from './lines.ts'
import { asLine, isBold, textOf } from './lines.ts'
import { labelOf } from './list-labels.ts'
import type { TextPart } from './parts.ts'

/** What the whole document has in common: the size of its running text, and the larger sizes, largest first. */
export interface Setting {
  readonly body: number
  readonly larger: readonly number[]
}

/** A heading is short. */
const longestHeading = 120

/** Lines of one column put together into headings, paragraphs and points of lists. */
export function paragraphsOf(lines: readonly PrintedLine[], setting: Setting): readonly TextPart[] {
  const groups = groupsOf(lines)
  const labels = [...new Set(groups.flatMap(({ label, lines: [first] }) => (label && first ? [first.box[0]] : [])))]
  return groups.flatMap((group, index) => asPart(group, groups[index - 1], setting, labels))
}

/** The sizes of type that a document is set in. */
export function settingOf(lines: readonly PrintedLine[]): Setting {
  const lengths = new Map<number, number>()
  for (const { size, words } of lines) {
    const key = Math.round(size * 2) / 2
    const letters = words.reduce((sum, { text }) => sum + text.length, 0)
    lengths.set(key, (lengths.get(key) ?? 0) + letters)
  }
  const body = [...lengths].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 0
  const larger = [...lengths.keys()].filter((size) => isLarger(size, body)).toSorted((one, other) => other - one)
  return { body, larger }
}

interface Group {
  readonly lines: PrintedLine[]
  readonly label: string | null
}

function groupsOf(lines: readonly PrintedLine[]): readonly Group[] {
  const usual = usualPitch(lines)
  const right = Math.max(...lines.map(({ box }) => box[2]))
  const groups: Group[] = []
  lines.forEach((line, index) => {
    const group = groups.at(-1)
    const label = labelOf(line)
    const before = lines[index - 1]
    const goesOn = group && before && continues({ group, before, line, next: lines[index + 1], usual, right })
    if (goesOn && (label === null || isWrappedLabel(before, right))) group.lines.push(line)
    else groups.push({ lines: [line], label })
  })
  return groups
}

interface Meeting {
  readonly group: Group
  readonly before: PrintedLine
  readonly line: PrintedLine
  readonly next: PrintedLine | undefined
  readonly usual: number
  readonly right: number
}

/** Does the line belong to the group that ends with the line before? */
function continues({ group, before, line, next, usual, right }: Meeting): boolean {
  const pitch = line.base - before.base
  const size = Math.max(line.size, before.size)
  if (pitch <= 0 || pitch > Math.max(usual * 1.22, 1.22) * size + 0.5) return false
  if (Math.abs(line.size - before.size) > 0.12 * size) return false
  if (isBold(line) !== isBold(before) && !endsInside(before, line, right)) return false
  const [first] = group.lines
  if (group.label !== null && first) return staysInItem(group, first, before, line, right)
  const inwards = line.box[0] - before.box[0]
  if (areCentred(before, line)) return true
  // "    The study showed": a first line set inwards begins a paragraph where the next one returns to the margin.
  const returns = next !== undefined && next.box[0] < line.box[0] - 0.8 * size
  if (inwards > 0.8 * size) return !returns && group.lines.length < 2 && !isFull(before, right)
  if (inwards < -0.8 * size) return group.lines.length === 1
  return true
}

function staysInItem(group: Group, first: PrintedLine, before: PrintedLine, line: PrintedLine, right: number): boolean {
  const hangs = line.box[0] > first.box[0] + 0.5 * line.size
  if (hangs) return true
  const hung = group.lines.length > 1 && before.box[0] > first.box[0] + 0.5 * line.size
  return !hung && line.box[0] > first.box[0] - 0.5 * line.size && isFull(before, right)
}

/** A number that begins a line only because the sentence was broken there: "… under section" / "40. The". */
function isWrappedLabel(before: PrintedLine, right: number): boolean {
  return isFull(before, right) && /[\p{Ll},]$/u.test(textOf(before)) && labelOf(before) === null
}

/** Bold that begins or ends within a sentence: the line before is full and does not end one. */
function endsInside(before: PrintedLine, line: PrintedLine, right: number): boolean {
  return isFull(before, right) && !/[.:;?!]$/.test(textOf(before)) && /^[\p{Ll}(]/u.test(textOf(line))
}

function isFull(line: PrintedLine, right: number): boolean {
  return line.box[2] > right - 8 * line.size
}

function areCentred(one: PrintedLine, other: PrintedLine): boolean {
  return (
    Math.abs(one.box[0] + one.box[2] - other.box[0] - other.box[2]) < 0.6 * one.size &&
    Math.abs(one.box[0] - other.box[0]) > one.size
  )
}

/** The commonest distance of lines, times their size; where several are common the closest. */
function usualPitch(lines: readonly PrintedLine[]): number {
  const counts = new Map<number, number>()
  let all = 0
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    if (!before || Math.abs(before.size - line.size) > 0.5) return
    const pitch = Math.round(((line.base - before.base) / line.size) * 20) / 20
    if (pitch < 0.9 || pitch > 2.2) return
    counts.set(pitch, (counts.get(pitch) ?? 0) + 1)
    all += 1
  })
  const common = [...counts].filter(([, times]) => times >= 0.2 * all).map(([pitch]) => pitch)
  return common.length > 0 ? Math.min(...common) : 1.2
}

function asPart(
  { lines, label }: Group,
  before: Group | undefined,
  setting: Setting,
  labels: readonly number[],
): readonly TextPart[] {
  const [first, ...rest] = lines
  if (!first) return []
  const { page } = first
  if (label !== null) {
    const level = 1 + new Set(labels.filter((x) => x < first.box[0] - 4).map((x) => Math.round(x / 9))).size
    const words = first.words.slice(countLabelWords(first, label))
    const head = asLine(words)
    const [start, ...more] = head ? [head, ...rest] : rest
    if (start) return [{ kind: 'item', page, label, level, lines: [start, ...more] }]
  }
  const level = isAnswer(lines, before) ? null : headingLevel([first, ...rest], setting)
  const kind = level === null ? 'paragraph' : 'heading'
  return [{ kind, page, label: null, level: Math.min(level ?? 0, 6), lines: [first, ...rest] }]
}

function countLabelWords(line: PrintedLine, label: string): number {
  let length = 0
  let count = 0
  for (const { text } of line.words) {
    if (length >= label.length) break
    length += text.length
    count += 1
  }
  return count
}

/** A bold "2 known" or "None" after a question is its answer, and announces nothing. */
function isAnswer(lines: readonly PrintedLine[], before: Group | undefined): boolean {
  const asked = before?.lines.at(-1)
  const [first] = lines
  if (asked && textOf(asked).trimEnd().endsWith('?')) return true
  return first !== undefined && /^(?:[\d£<>]|(?:yes|no|none|nil|n\/a)\b)/i.test(textOf(first))
}

/** Short lines, larger than the running text or all bold, that do not end like a sentence. */
function headingLevel(lines: readonly [PrintedLine, ...PrintedLine[]], { body, larger }: Setting): number | null {
  if (lines.length > 2) return null
  const words = lines.map(textOf).join(' ')
  if (words.length > longestHeading || words.includes('\t')) return null
  if (/[.,;?]$/.test(words) || !/\p{L}{2}/u.test(words)) return null
  const [{ size }] = lines
  if (isLarger(size, body)) return 1 + larger.filter((other) => other > size + 0.5).length
  return lines.every(isBold) && size > 0.9 * body ? 1 + larger.length : null
}

function isLarger(size: number, body: number): boolean {
  return size > 1.12 * body
}
