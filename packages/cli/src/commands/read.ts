import type { Reading } from '@disclosed/classify'
import { type Command, readingOptions, textOption, toldHow } from '../command.ts'
import type { Io } from '../io.ts'
import { pageLine } from '../progress.ts'

export const read: Command = {
  name: 'read',
  about:
    'Read files and print what they say, in the order of the arguments; of e-mails and archives every file inside.',
  arguments: [{ name: '<files...>', about: 'letters, reports, tables, e-mails, archives' }],
  options: [
    ...readingOptions,
    {
      flags: '--format <format>',
      about: 'outline: for people (on a terminal) · jsonl: one reading a line (elsewhere) · json: one list',
      choices: ['outline', 'jsonl', 'json'],
    },
  ],
  examples: [
    ['disclosed read letter.pdf', 'what the letter says, what is sure, and the words that say it'],
    ['disclosed read letters/*.pdf > readings.jsonl', 'for other programs'],
  ],
  run: async (io, [files = []], options) => {
    // By its own door: a letter is read without what fills a dataset.
    const { readFiles } = await import('@disclosed/ingest/read-files')
    const format = textOption(options, 'format') ?? (io.outIsTerminal ? 'outline' : 'jsonl')
    const print = await printer(format, io)
    let failed = 0
    const fail = (message: string): void => {
      failed += 1
      io.err(`${message}\n`)
    }
    const onTrouble = ({ message }: { readonly message: string }): void => fail(message)
    const pages = pageLine(io)
    const how = { base: io.base, want: 'reading', onTrouble, onPage: pages.show, ...toldHow(options) } as const
    for await (const { result } of readFiles(files, how)) {
      pages.end()
      if (result.kind === 'unreadable') fail(result.message)
      else if (result.kind === 'read' && result.reading) print.one(result.reading)
    }
    print.end()
    return failed > 0 ? 1 : 0
  },
}

interface Printer {
  readonly one: (reading: Reading) => void
  readonly end: () => void
}

async function printer(format: string, io: Io): Promise<Printer> {
  let printed = 0
  switch (format) {
    case 'outline': {
      const { outline } = await import('../outline.ts')
      const one = (reading: Reading): void => {
        io.out(`${printed === 0 ? '' : '\n'}${outline(reading, io.style)}`)
        printed += 1
      }
      return { one, end: () => {} }
    }
    case 'json': {
      const one = (reading: Reading): void => {
        io.out(`${printed === 0 ? '[' : ','}\n${JSON.stringify(reading, null, 2)}`)
        printed += 1
      }
      return { one, end: () => io.out(printed === 0 ? '[]\n' : '\n]\n') }
    }
    default:
      return { one: (reading) => io.out(`${JSON.stringify(reading)}\n`), end: () => {} }
  }
}
