import type { Cell, Comparison, Total } from './comparison.ts'
import type { Wording } from './rows.ts'
import { written } from './shown.ts'
import { roundInWords } from './silence.ts'

/**
 * The comparison for a terminal: as many years beside each other as the width holds, the others below.
 * Colours only where `color` is true.
 */
export function renderTable(comparison: Comparison, { width = 100, color = false } = {}): string {
  const { subject, per, rows, notes } = comparison
  if (!subject || rows.length === 0) {
    return `${[...(subject ? [`${subject.label}: nothing to show.`] : []), ...notes].join('\n')}\n`
  }
  const paint = painter(color)
  const rate = per === null ? '' : `, per ${per.toLocaleString('en-GB')} residents`
  const title = paint.bold(`${subject.label} (${subject.counts}${rate})`)
  return `${[title, ...blocks(comparison, width).map((block) => renderBlock(block, paint)), ...footer(comparison, width)].join('\n\n')}\n`
}

interface Block {
  readonly header: readonly string[]
  readonly lines: readonly (readonly Piece[])[]
  readonly totals: readonly (readonly string[])[]
  readonly widths: readonly number[]
}

interface Piece {
  readonly words: string
  readonly cell: Cell | null
}

type Painter = Readonly<Record<'bold' | 'dim' | 'yellow' | 'red', (words: string) => string>>

function painter(color: boolean): Painter {
  const with_ = (code: number) => (words: string) =>
    color && words.trim() !== '' ? `\u001b[${code}m${words}\u001b[0m` : words
  return { bold: with_(1), dim: with_(2), yellow: with_(33), red: with_(31) }
}

function blocks({ columns, rows, totals }: Comparison, width: number): readonly Block[] {
  const names = rows.map(({ name }) => name)
  const nameWidth = Math.min(
    Math.max(...names.map((name) => name.length), given.length),
    Math.max(20, Math.floor(width / 2)),
  )
  const widths = columns.map(({ label }, index) =>
    Math.max(label.length, sumShown(totals[index]).length, ...rows.map((row) => row.cells[index]?.shown.length ?? 0)),
  )
  const isSilent = totals.some(({ silent }) => silent > 0)
  const made: Block[] = []
  let from = 0
  while (from < columns.length) {
    let to = from + 1
    let used = nameWidth + 2 + (widths[from] ?? 0)
    while (to < columns.length && used + 2 + (widths[to] ?? 0) <= width) {
      used += 2 + (widths[to] ?? 0)
      to += 1
    }
    const [first, last] = [from, to]
    made.push({
      header: ['', ...columns.slice(first, last).map(({ label }) => label)],
      lines: rows.map((row) => [
        { words: shortened(row.name, nameWidth), cell: null },
        ...row.cells.slice(first, last).map((cell) => ({ words: cell.shown, cell })),
      ]),
      totals:
        totals.length === 0
          ? []
          : [
              ['Sum of whole years', ...totals.slice(first, last).map(sumShown)],
              [given, ...totals.slice(first, last).map((total) => `${total.given} of ${total.asked}`)],
              ...(isSilent ? [['silent', ...totals.slice(first, last).map((total) => String(total.silent))]] : []),
            ],
      widths: [
        nameWidth,
        ...widths
          .slice(first, last)
          .map((each, index) =>
            Math.max(each, `${totals[first + index]?.given ?? ''} of ${totals[first + index]?.asked ?? ''}`.length),
          ),
      ],
    })
    from = to
  }
  return made
}

const given = 'given by'

function renderBlock({ header, lines, totals, widths }: Block, paint: Painter): string {
  const line = (pieces: readonly Piece[]) =>
    pieces
      .map(({ words, cell }, index) => {
        const padded = index === 0 ? words.padEnd(widths[0] ?? 0) : words.padStart(widths[index] ?? 0)
        return cell ? colourOf(cell, paint)(padded) : padded
      })
      .join('  ')
      .trimEnd()
  const plain = (words: readonly string[]) => line(words.map((each) => ({ words: each, cell: null })))
  const rule = '─'.repeat(widths.reduce((sum, each) => sum + each + 2, -2))
  return [
    paint.bold(plain(header)),
    rule,
    ...lines.map(line),
    ...(totals.length > 0 ? [rule, ...totals.map((each) => paint.dim(plain(each)))] : []),
  ].join('\n')
}

function colourOf({ kind }: Cell, paint: Painter): (words: string) => string {
  if (kind === 'unsure' || kind === 'disagrees') return paint.yellow
  if (kind === 'refusal') return paint.red
  return kind === 'figure' || kind === 'bound' || kind === 'approximate' ? (words) => words : paint.dim
}

/** The sum of a column as it is printed; nothing where there is none. */
export function sumShown(total: Total | undefined): string {
  if (!total || total.why !== null) return ''
  if (total.sum !== null) return written(total.sum, false, Math.round)
  const [low, high] = [written(total.low, false, Math.floor), written(total.high, false, Math.ceil)]
  if (low !== '' && high !== '') return `${low}–${high}`
  return low !== '' ? `≥${low}` : high !== '' ? `≤${high}` : ''
}

function footer({ legend, caveats, notes, totals, rounds, wordings }: Comparison, width: number): readonly string[] {
  const wide = Math.max(0, ...legend.map(({ mark }) => mark.length))
  const marks = legend.map(({ mark, meaning }) =>
    wrapped(`${mark.padEnd(wide, pad)}${pad}${pad}${meaning}`, width, wide + 2),
  )
  const known = caveats.map(({ mark, meaning, cells }) => wrapped(`${mark} (${cells}): ${meaning}`, width, 2))
  const why = whyNoSum(totals)
  return [
    ...(marks.length > 0 ? [marks.join('\n').replaceAll(pad, ' ')] : []),
    ...(known.length > 0 ? [['Caveats', ...known].join('\n')] : []),
    ...(rounds.length > 0
      ? [['Who was asked', ...rounds.map((each) => wrapped(roundInWords(each), width, 2))].join('\n')]
      : []),
    ...(wordings.length > 1
      ? [
          [
            'Asked as',
            ...wordings.slice(0, 5).map((each) => wrapped(inWords(each), width, 2)),
            ...(wordings.length > 5 ? [`… and ${wordings.length - 5} more`] : []),
          ].join('\n'),
        ]
      : []),
    ...([...why, ...notes].length > 0 ? [[...why, ...notes].join('\n')] : []),
  ]
}

/** Why columns have no sum though figures are there. */
export function whyNoSum(totals: readonly Total[]): readonly string[] {
  return [...new Set(totals.flatMap((total) => (total.why && total.given > 0 ? [`No sum: ${total.why}.`] : [])))]
}

function inWords({ text, after, authorities }: Wording): string {
  const words = text.replace(/\s+/g, ' ')
  return `${authorities} × ${after === null ? words : `${after.replace(/\s+/g, ' ')} … ${words}`}`
}

/** Stands for a space at which no line is broken. */
const pad = '\u00a0'

/** Lines no longer than the width; those after the first are set in below it. */
function wrapped(words: string, width: number, indent: number): string {
  const lines: string[] = []
  let line = ''
  for (const word of words.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && longer.length > width) {
      lines.push(line)
      line = ' '.repeat(indent) + word
    } else line = longer
  }
  return [...lines, line].join('\n')
}

function shortened(name: string, width: number): string {
  return name.length <= width ? name : `${name.slice(0, width - 1)}…`
}
