import type { Command } from '../command.ts'
import { Stop } from '../io.ts'

export const text: Command = {
  name: 'text',
  about: 'Print exactly the text that offsets of evidence count in.',
  arguments: [{ name: '<file>', about: 'a letter' }],
  options: [],
  examples: [['disclosed text letter.pdf', 'the words as they were read']],
  run: async (io, [files = []]) => {
    const { readFiles } = await import('@disclosed/ingest')
    for await (const { result } of readFiles(files, { base: io.base, want: 'document' })) {
      if (result.kind === 'unreadable') throw new Stop(result.message)
      io.out(result.document.text)
    }
    return 0
  },
}
