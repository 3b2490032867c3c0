import type { Letter } from '../letter.ts'
import { type Part, type PartRole, partsOf } from '../partition/index.ts'

/** What other stages found: how many questions, tables, and words that answer or refuse. */
export interface Facts {
  readonly questions: number
  readonly tables: number
  readonly cues: number
  /** Is something refused outright? */
  readonly refuses: boolean
  /** How many questions of the request stand again in the reply, each over its answer. */
  readonly answered?: number
}

/** A letter as one looks at it to tell what it is: the words of its parts, cut where they are very long. */
export interface Look {
  readonly letter: Letter
  readonly parts: readonly Part[]
  readonly facts: Facts | null
  /** The first lines, menus aside. */
  readonly head: readonly string[]
  /** What the authority says: opening, reply, rights and closing. */
  readonly said: string
  readonly opening: string
  readonly reply: string
  readonly request: string
  /** Everything but menus, disclaimers and quoted mail. */
  readonly all: string
  /** Share of the lines that are rows of tables. */
  readonly tabular: number
}

/** Enough to tell a letter by; a data file of megabytes shows what it is in its first pages. */
const longest = 60_000

export function lookAt(letter: Letter, parts: readonly Part[], facts: Facts | null): Look {
  const words = (...roles: readonly PartRole[]) => {
    const pieces: string[] = []
    let length = 0
    for (const { span } of partsOf(parts, ...roles)) {
      if (length > longest) break
      const piece = letter.text.slice(span.start, Math.min(span.end, span.start + longest - length))
      pieces.push(piece)
      length += piece.length
    }
    return pieces.join('\n')
  }
  const lines = letter.lines.slice(0, 2000)
  const rows = lines.filter(({ text, block }) => block?.kind === 'table' || block?.kind === 'data_file' || isRow(text))
  return {
    letter,
    parts,
    facts,
    head: partsOf(parts, 'opening', 'request', 'reply', 'rights', 'closing')
      .flatMap((part) => part.lines.slice(0, 12))
      .slice(0, 12)
      .map(({ text }) => text.slice(0, 300)),
    said: words('opening', 'reply', 'rights', 'closing'),
    opening: words('opening'),
    reply: words('reply'),
    request: words('request'),
    all: words('opening', 'request', 'reply', 'rights', 'closing'),
    tabular: lines.length === 0 ? 0 : rows.length / lines.length,
  }
}

/** "A	1	2", "a,b,c,d". */
function isRow(text: string): boolean {
  return (text.match(/\t|\s\|\s/g)?.length ?? 0) >= 2 || (text.match(/,/g)?.length ?? 0) >= 5
}
