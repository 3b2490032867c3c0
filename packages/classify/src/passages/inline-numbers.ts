import { allMatches } from '../all-matches.ts'
import type { Line } from '../letter.ts'

/**
 * «"1) How many buildings …? 2) What was the cost? 3) How many people …?"» is a list that lost its line breaks.
 * Its lines are parted at the numbers, where they run from 1 on and stand inside a paragraph; other lines stay as they are.
 */
export function atInlineNumbers(lines: readonly Line[]): readonly Line[] {
  const parted: Line[] = []
  for (const paragraph of paragraphsOf(lines)) parted.push(...part(paragraph))
  return parted
}

function paragraphsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const paragraphs: Line[][] = []
  for (const line of lines) {
    const last = paragraphs.at(-1)
    if (last && !line.gap) last.push(line)
    else paragraphs.push([line])
  }
  return paragraphs
}

const mark = /(?<=^|[\s"“‘:;(])(?<number>\d{1,2})(?<close>[).])\s{1,3}(?=[A-Z"“‘]|how\b|what\b|the\b|please\b)/g

/** «1 Gender 2 Religion 3 Nationality»: without marks they count only where they fill the line, three of them or more; «1 May» is a day. */
const bareMark =
  /(?<=^|\s)(?<number>\d{1,2})(?<close>\s)(?=(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][a-z])/g

function isBareList({ text }: Line): boolean {
  const numbers = allMatches(text.slice(0, longest), bareMark).map(({ groups }) => Number(groups?.number))
  return /^1\s/.test(text) && numbers.length > 2 && numbers.every((number, at) => number === at + 1)
}

function cutAt(line: Line, places: readonly number[]): readonly Line[] {
  const cuts = [...new Set([0, ...places])]
  return cuts.flatMap((from, at) => {
    const text = line.text.slice(from, cuts[at + 1]).trimEnd()
    return text === '' ? [] : { ...line, start: line.start + from, end: line.start + from + text.length, text }
  })
}

function part(lines: readonly Line[]): readonly Line[] {
  const [alone] = lines
  const pattern = lines.length === 1 && alone && isBareList(alone) ? bareMark : mark
  const marks = lines.flatMap((line) =>
    allMatches(line.text.slice(0, longest), pattern).map(({ index, groups }) => ({
      line,
      at: line.text.charAt(index - 1) === '(' ? index - 1 : index,
      number: Number(groups?.number),
      close: groups?.close,
    })),
  )
  const inside = marks.filter(({ at }) => at > 2)
  const [first] = marks
  if (marks.length < 2 || inside.length === 0) return lines
  // Beside numbers at the heads of lines, one inside a line counts where a sentence ends before it.
  const isInline = inside.length >= marks.length - 1
  if (
    !isInline &&
    inside.some(({ line, at }) => !/[.?;:]["”’')]?\s{1,3}$/.test(line.text.slice(Math.max(0, at - 6), at)))
  )
    return lines
  if (marks.some(({ number, close }, at) => number !== at + 1 || close !== first?.close)) return lines
  return lines.flatMap((line) =>
    cutAt(
      line,
      inside.filter((each) => each.line === line).map(({ at }) => at),
    ),
  )
}

const longest = 4_000
