import type { FoundTable } from './found-table.ts'

/** A table as lines for people to compare: its kind and title, its head, its rows. */
export function outlined({ kind, title, header, rows }: FoundTable): string {
  const lines = rows.map((row) =>
    row.map((cell) => (typeof cell.value === 'number' ? cell.value : JSON.stringify(cell.value))).join(' | '),
  )
  return [`${kind}${title ? `: ${title.text}` : ''}`, header.map((head) => head || '…').join(' | '), ...lines].join(
    '\n',
  )
}
