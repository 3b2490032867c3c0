import type { Line } from '../letter.ts'
import { readLabel } from '../passages/labels.ts'
import { isAsk } from '../questions/asks.ts'
import { partOf, type Turned } from './turn.ts'

/**
 * «> 1) How many laptops were lost?» over «4», «> 2) …» over the next: a mail that answers between the lines that it quotes. Each
 * quotation must ask one thing; a whole mail that is quoted is no such layout.
 */
export function quotedTurns(lines: readonly Line[]): readonly Turned[] {
  const runs = runsOf(lines)
  const answered = runs.filter((run) => {
    const next = lines[(run.at(-1)?.index ?? lines.length) + 1]
    return next !== undefined && !next.text.startsWith('>')
  })
  const asking = answered.filter((run) => isAsk(askOf(run)))
  if (asking.length < 2 || asking.length * 10 < runs.length * 6) return []
  return asking.flatMap((run) =>
    run.map((line, at): Turned => {
      const mark = markOf(line)
      const label = at === 0 ? readLabel(line.text.slice(mark)) : null
      const turn = { by: 'question', number: label?.number ?? null, length: label?.length ?? 0 } as const
      const part = partOf(line, mark, line.text.length, at === 0 ? turn : undefined)
      return { index: line.index, lines: [at === 0 ? part : { ...part, gap: false }] }
    }),
  )
}

/** Quoted lines that follow each other without a gap or a new point. */
function runsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const runs: Line[][] = []
  for (const line of lines) {
    const words = line.text.slice(markOf(line))
    if (!line.text.startsWith('>') || words === '') continue
    const last = runs.at(-1)
    const goesOn = last?.at(-1)?.index === line.index - 1 && !line.gap && !readLabel(words)
    if (last && goesOn) last.push(line)
    else runs.push([line])
  }
  return runs
}

function askOf(run: readonly Line[]): string {
  const words = run.map((line) => line.text.slice(markOf(line))).join(' ')
  return words.slice(readLabel(words)?.length ?? 0)
}

function markOf({ text }: Line): number {
  return /^(?:>\s{0,3}){1,6}/.exec(text)?.[0].length ?? 0
}
