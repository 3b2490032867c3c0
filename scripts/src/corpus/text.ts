import { type LetterSource, plain, type SourceBlock } from './source.ts'

/** A letter as plain text: an e-mail, or a page that somebody copied. */
export function asText(source: LetterSource): Uint8Array {
  const head = source.letterhead.length > 0 ? [source.letterhead.join('\n')] : []
  const foot = source.footer.length > 0 ? [source.footer.join('\n')] : []
  const chunks = [...head, ...source.blocks.map((block) => textOf(block, source)), ...foot]
  return new TextEncoder().encode(`${chunks.join('\n\n')}\n`)
}

function textOf(block: SourceBlock, { cells, wrap }: LetterSource): string {
  switch (block.kind) {
    case 'heading':
      return plain(block.text)
    case 'paragraph':
      return block.lines.map((line) => wrapped(plain(line), wrap)).join('\n')
    case 'list':
      return block.items
        .map((item, index) => wrapped(`${block.first === null ? '-' : `${block.first + index}.`} ${plain(item)}`, wrap))
        .join('\n')
    case 'table':
      return [...(block.head ? [block.head] : []), ...block.rows].map((row) => rowOf(row.map(plain), cells)).join('\n')
    default:
      return block satisfies never
  }
}

function rowOf(row: readonly string[], cells: LetterSource['cells']): string {
  if (cells === 'lines') return row.join('\n')
  return cells === 'bars' ? `| ${row.join(' | ')} |` : row.join('\t')
}

function wrapped(line: string, width: number | null): string {
  if (width === null || line.length <= width) return line
  const lines: string[] = ['']
  for (const word of line.split(' ')) {
    const current = lines.at(-1) ?? ''
    if (current === '') lines[lines.length - 1] = word
    else if (current.length + 1 + word.length <= width) lines[lines.length - 1] = `${current} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}
