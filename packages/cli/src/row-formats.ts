/** How rows can be printed; apart from the printing itself, so that `--help` need not load it. */
export const rowFormats = ['table', 'csv', 'json', 'jsonl'] as const

export type RowFormat = (typeof rowFormats)[number]
