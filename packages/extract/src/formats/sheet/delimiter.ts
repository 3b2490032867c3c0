export type Delimiter = ',' | ';' | '\t' | '|'

/**
 * What parts the cells of a table in plain text, told from its beginning; null where the text is a letter and no table.
 * In a table nearly all lines have the same number of cells. A letter's lines have commas too, but spaces behind them,
 * and it greets somebody.
 */
export function delimiterOf(text: string): Delimiter | null {
  if (greeting.test(text.slice(0, 4000))) return null
  let best: { delimiter: Delimiter; width: number } | null = null
  for (const delimiter of [',', ';', '\t', '|'] as const) {
    const width = widthOf(text, delimiter)
    if (width !== null && (best === null || width > best.width)) best = { delimiter, width }
  }
  return best?.delimiter ?? null
}

const greeting =
  /^[ \t]{0,20}(?:dear\b|to whom it may|yours (?:sincerely|faithfully|truly)|kind regards|thank you for your)/im

/** How many cells nearly all lines have; null where they differ, or look like prose. */
function widthOf(text: string, delimiter: Delimiter): number | null {
  const { widths, parted, spaced } = measure(text, delimiter)
  if (widths.length < 2 || (delimiter !== '\t' && spaced > parted * 0.3)) return null
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  const [usual] = [...counts].toSorted((one, other) => other[1] - one[1] || other[0] - one[0])
  if (!usual || usual[0] < 2) return null
  const share = usual[1] / widths.length
  const needed = usual[0] === 2 ? 0.9 : 0.7
  const isEnough = usual[0] === 2 ? usual[1] >= 3 : usual[1] >= 2
  return share >= needed && isEnough ? usual[0] : null
}

interface Measure {
  /** How many cells each line with words has; a line goes on inside quotes. */
  readonly widths: readonly number[]
  /** How many delimiters stand outside quotes, and how many of them have a space behind. */
  readonly parted: number
  readonly spaced: number
}

const mostLines = 300

function measure(text: string, delimiter: Delimiter): Measure {
  const widths: number[] = []
  let parted = 0
  let spaced = 0
  let width = 1
  let hasWords = false
  let inQuotes = false
  let atStart = true
  for (let index = 0; index < text.length && widths.length < mostLines; index += 1) {
    const character = text[index]
    if (inQuotes) {
      if (character === '"') inQuotes = false
      hasWords = true
    } else if (character === '"' && (atStart || text[index - 1] === '"')) inQuotes = true
    else if (character === delimiter) {
      width += 1
      parted += 1
      if (text[index + 1] === ' ') spaced += 1
    } else if (character === '\n') {
      if (hasWords) widths.push(width)
      width = 1
      hasWords = false
    } else if (character !== undefined && character.trim() !== '') hasWords = true
    atStart = !inQuotes && (character === delimiter || character === '\n')
  }
  // The last line may be cut; it counts only in a file that is no longer than the look.
  if (hasWords && text.length < 60_000 && !inQuotes) widths.push(width)
  return { widths, parted, spaced }
}
