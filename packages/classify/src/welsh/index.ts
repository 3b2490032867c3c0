import { type Block, type Cell, type Document, type Note, quote, type Span } from '@disclosed/document'
import { allMatches } from '../all-matches.ts'
import { tally } from './words.ts'

/**
 * A letter of a Welsh authority without its Welsh: both halves say the same, and what is said twice would be read twice.
 * Its words become spaces, so that every span stays true. Names of bodies stay: they tell whose letter it is.
 */
export function withoutWelsh(document: Document): Document {
  const { text } = document
  if (!maybe.test(text)) return document
  const units = unitsOf(text)
  const languages = languagesOf(units.map((span) => ({ ...span, words: quote(text, span) })))
  const welsh = units.filter((_, at) => languages[at] === 'welsh')
  const [first] = welsh
  if (!first) return document
  const isAside = (span: Span) => !isName(quote(text, span))
  const read: Document = { ...document, text: blank(text, welsh.filter(isAside)) }
  const much = welsh.reduce((sum, span) => sum + tally(quote(text, span)).words, 0) >= fewestWords
  return {
    ...read,
    blocks: withoutBlanks(read, read.blocks),
    notes: much ? [...document.notes, noteOf(first, languages)] : document.notes,
  }
}

/** Signs of Welsh that hardly a page of it is without: a quick no for all other letters. */
const maybe = /\b(?:yn|yr|wedi|mae|eich|gan)\b/i

/** Below this it is a footer or a heading, and nobody needs to be told. */
const fewestWords = 40

type Language = 'welsh' | 'english' | null

/** Lines, in a table or two columns the cells of a line, and both sides of «Cwestiwn 1 / Question 1». */
function unitsOf(text: string): readonly Span[] {
  return allMatches(text, /(?:(?! \/ )[^\n\t|]){1,20000}/g)
    .map(({ 0: words, index }) => {
      const start = index + words.length - words.trimStart().length
      return { start, end: start + words.trim().length }
    })
    .filter(({ start, end }) => start < end)
}

/** What each line is in; those without telling words ("2019: 14", "1.") are in the language they stand among. */
function languagesOf(units: readonly (Span & { readonly words: string })[]): readonly Language[] {
  const told = units.map(({ words }) => languageOf(words))
  // A word or two of Welsh in a heading count only where there are Welsh sentences.
  if (!told.some((each) => each === 'welsh')) return told
  const leaning = told.map((each, at) => each ?? leanOf(units[at]?.words ?? ''))
  // How many lines of Welsh stand here without one of English between them.
  let run = 0
  return leaning.map((each, at) => {
    if (each !== null) run = each === 'welsh' ? run + 1 : 0
    // "Answer / Ateb / 14": below a heading in both languages the figure belongs to both.
    if (each !== null || run < fewestLines) return each
    const after = leaning.slice(at + 1, at + 1 + farthest).find((other) => other !== null)
    // The last figures of the Welsh half and not the heading of the English one.
    return after !== 'english' || isFigures(units[at]?.words ?? '') ? 'welsh' : null
  })
}

const fewestLines = 3
const farthest = 40

/** A sentence tells: unlike Welsh words, and more of them than English ones. Place names and words borrowed do not. */
function languageOf(words: string): Language {
  const { welsh, english, kinds, words: all } = tally(words)
  if (kinds >= 3 && welsh > 2 * english && welsh >= all * 0.25) return 'welsh'
  return english >= 2 && english > welsh ? 'english' : null
}

/** «Ymateb i'ch cais», «Dear applicant»: short lines lean. */
function leanOf(words: string): Language {
  const { welsh, english, words: all } = tally(words)
  if (welsh > english && welsh >= all * 0.25) return 'welsh'
  return english > 0 ? 'english' : null
}

function isFigures(words: string): boolean {
  return /^[^A-Za-z]{0,40}\d[^A-Za-z]{0,40}$/.test(words)
}

/** «Cyngor Sir Ceredigion», «Heddlu Dyfed-Powys». */
function isName(words: string): boolean {
  return (
    words.length <= 80 && /^(?:Cyngor|Heddlu|Prifysgol|Bwrdd|Awdurdod|Llywodraeth|Ymddiriedolaeth)\s[A-ZŴŶ]/.test(words)
  )
}

function blank(text: string, spans: readonly Span[]): string {
  const pieces: string[] = []
  let from = 0
  for (const { start, end } of spans) {
    // The stroke between the languages goes with the first of them.
    const to = text.startsWith(' / ', end) ? end + 3 : end
    pieces.push(text.slice(from, start), ' '.repeat(to - start))
    from = to
  }
  return pieces.join('') + text.slice(from)
}

/** A Welsh table is gone with its words; a column of Welsh beside the English leaves the English. */
function withoutBlanks(document: Document, blocks: readonly Block[]): readonly Block[] {
  const isBlank = (span: Span) => quote(document.text, span).trim() === ''
  return blocks
    .filter((block) => !isBlank(block))
    .map((block): Block => {
      if (block.kind === 'quoted') return { ...block, blocks: withoutBlanks(document, block.blocks) }
      if (block.kind !== 'table') return block
      const rows = block.rows.filter((row) => !isBlank(row))
      const gone = columnsWithout(document.text, block.rows, rows)
      return { ...block, rows: rows.map((row) => ({ ...row, cells: row.cells.filter((_, at) => !gone.has(at)) })) }
    })
}

/** The columns that had words and have none now, where every row has a cell for each. */
function columnsWithout(
  text: string,
  all: readonly { readonly cells: readonly Cell[] }[],
  left: typeof all,
): ReadonlySet<number> {
  const width = all[0]?.cells.length ?? 0
  const isEven = all.every(({ cells }) => cells.length === width && cells.every(({ columns }) => columns === 1))
  if (!isEven || width < 2) return new Set()
  const columns = Array.from({ length: width }, (_, at) => at)
  return new Set(
    columns.filter((at) =>
      left.every(({ cells }) => {
        const cell = cells[at]
        return cell !== undefined && cell.start < cell.end && quote(text, cell).trim() === ''
      }),
    ),
  )
}

function noteOf(span: Span, languages: readonly Language[]): Note {
  const isAlone = !languages.includes('english')
  return isAlone
    ? {
        code: 'welsh-only',
        message: 'The letter is in Welsh, which is not read: nothing was taken from it.',
        place: null,
        span,
      }
    : {
        code: 'welsh-half',
        message: 'The letter says the same in Welsh and in English; the English was read.',
        place: null,
        span,
      }
}
