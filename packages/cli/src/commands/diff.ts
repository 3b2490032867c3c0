import { resolve } from 'node:path'
import { type Command, textOption } from '../command.ts'
import type { RowFormat } from '../row-formats.ts'

const formats: readonly RowFormat[] = ['table', 'csv', 'json', 'jsonl']

export const diff: Command = {
  name: 'diff',
  about: 'Say what another dataset has that this one has not: letters and figures that are new, changed or gone.',
  arguments: [
    { name: '<before>', about: 'a dataset' },
    { name: '<after>', about: 'a later one' },
  ],
  options: [
    {
      flags: '--format <format>',
      about: 'how rows are printed: a table on a terminal, CSV elsewhere',
      choices: formats,
    },
  ],
  examples: [['disclosed diff last-week.sqlite disclosed.sqlite', 'what came in since last week']],
  run: async (io, [[before = ''] = [], [after = ''] = []], options) => {
    const [{ differences }, { printRows }] = await Promise.all([import('@disclosed/store'), import('../rows.ts')])
    const rows: unknown[][] = []
    const count = { new: 0, changed: 0, gone: 0 }
    for (const each of differences(resolve(io.base, before), resolve(io.base, after))) {
      count[each.change] += 1
      rows.push(columns.map((column) => each[column]))
    }
    const format =
      formats.find((each) => each === textOption(options, 'format')) ?? (io.outIsTerminal ? 'table' : 'csv')
    io.out(printRows(columns, rows, format))
    io.err(
      rows.length === 0 ? 'Nothing differs.\n' : `${count.new} new, ${count.changed} changed, ${count.gone} gone.\n`,
    )
    return 0
  },
}

const columns = [
  'change',
  'what',
  'authority',
  'subject',
  'category',
  'period',
  'before',
  'after',
  'quote',
  'place',
  'link',
] as const
