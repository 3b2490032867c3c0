/** A letter as it is written down in `corpus/sources`: a few settings, then the words. */
export interface LetterSource {
  /** What the letter shows; the name of its folder. */
  readonly name: string
  /** The file that it is published as: `letter.pdf`. */
  readonly file: string
  /** The other formats in which the same words stand in `corpus/formats`. */
  readonly variants: readonly Extension[]
  readonly title: string
  readonly letterhead: readonly string[]
  readonly footer: readonly string[]
  readonly menu: readonly string[]
  readonly crumbs: readonly string[]
  /** How a plain text shows a row of a table. */
  readonly cells: 'tabs' | 'lines' | 'bars'
  /** Where a plain text breaks its lines; null: never. */
  readonly wrap: number | null
  readonly blocks: readonly SourceBlock[]
}

export type SourceBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly first: number | null; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[] | null; readonly rows: readonly (readonly string[])[] }

export const extensions = ['txt', 'html', 'docx', 'pdf', 'xlsx'] as const
export type Extension = (typeof extensions)[number]

/** A stretch of words in one weight. */
export interface Run {
  readonly text: string
  readonly bold: boolean
}

/**
 * Reads a source. Settings stand between two lines of `---`, as `name: value`, several parted by ` | `.
 * Below: `# heading`, `- point`, `1. point`, `| cell | cell |` with `|---|` under the head, `**bold**`;
 * every line break is one of the letter, an empty line parts blocks.
 *
 * @throws Error with a sentence that names the source and what it lacks.
 */
export function readSource(name: string, written: string): LetterSource {
  const [, settings, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(written) ?? []
  if (settings === undefined || body === undefined)
    throw new Error(`Cannot read the source ${name}: it does not begin with settings between two lines of ---.`)
  const told = new Map(settings.split('\n').map((line) => halves(name, line)))
  const file = told.get('file')
  if (!file) throw new Error(`Cannot read the source ${name}: its settings name no file, as in "file: letter.pdf".`)
  const several = (key: string): readonly string[] => told.get(key)?.split(' | ') ?? []
  return {
    name,
    file,
    variants: several('variants').map((each) => asExtension(name, each)),
    title: told.get('title') ?? '',
    letterhead: several('letterhead'),
    footer: several('footer'),
    menu: several('menu'),
    crumbs: several('crumbs'),
    cells: asCells(name, told.get('cells') ?? 'tabs'),
    wrap: told.has('wrap') ? Number(told.get('wrap')) : null,
    blocks: blocksOf(body),
  }
}

/** The format that a file's name ends in. */
export function extensionOf(file: string): Extension {
  return asExtension(file, file.slice(file.lastIndexOf('.') + 1))
}

/** Parts a line at its `**`. */
export function runsOf(line: string): readonly Run[] {
  return line
    .split('**')
    .map((text, index) => ({ text, bold: index % 2 === 1 }))
    .filter(({ text }) => text !== '')
}

/** The words without the marks of weight. */
export function plain(line: string): string {
  return line.replaceAll('**', '')
}

function halves(name: string, line: string): readonly [string, string] {
  const at = line.indexOf(': ')
  if (at < 0) throw new Error(`Cannot read the source ${name}: its setting "${line}" is not written as "name: value".`)
  return [line.slice(0, at), line.slice(at + 2).trim()]
}

function asExtension(name: string, word: string): Extension {
  const found = extensions.find((each) => each === word)
  if (!found) throw new Error(`Cannot build ${name}: "${word}" is none of ${extensions.join(', ')}.`)
  return found
}

function asCells(name: string, word: string): LetterSource['cells'] {
  if (word === 'tabs' || word === 'lines' || word === 'bars') return word
  throw new Error(`Cannot read the source ${name}: cells are shown by tabs, lines or bars, not by ${word}.`)
}

function blocksOf(body: string): readonly SourceBlock[] {
  return body
    .split(/\n{2,}/)
    .map((chunk) => chunk.replace(/^\n+|\s+$/g, ''))
    .filter((chunk) => chunk !== '')
    .map(asBlock)
}

function asBlock(chunk: string): SourceBlock {
  const lines = chunk.split('\n')
  const [first = ''] = lines
  const heading = /^(#{1,3}) (.+)$/.exec(chunk)
  if (heading) return { kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' }
  if (lines.every((line) => line.startsWith('|'))) return asTable(lines)
  if (lines.every((line) => line.startsWith('- ')))
    return { kind: 'list', first: null, items: lines.map((line) => line.slice(2)) }
  if (lines.every((line) => /^\d{1,2}\. /.test(line)))
    return { kind: 'list', first: Number.parseInt(first, 10), items: lines.map((line) => line.replace(/^\d+\. /, '')) }
  return { kind: 'paragraph', lines }
}

function asTable(lines: readonly string[]): SourceBlock {
  const rows = lines.map((line) =>
    line
      .slice(1, line.lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim()),
  )
  const hasHead = /^\|[-|]+$/.test(lines[1] ?? '')
  return hasHead ? { kind: 'table', head: rows[0] ?? [], rows: rows.slice(2) } : { kind: 'table', head: null, rows }
}
