import { type Command, readingOptions, textOption, toldHow } from '../command.ts'
import { Stop } from '../io.ts'
import { pageLine } from '../progress.ts'

export const text: Command = {
  name: 'text',
  about: 'Print exactly the text that offsets of evidence count in.',
  arguments: [{ name: '<file>', about: 'a letter; of an e-mail its own words' }],
  options: [
    { flags: '--part <name>', about: 'a file inside an e-mail or archive, by the name that read shows' },
    ...readingOptions,
  ],
  examples: [
    ['disclosed text letter.pdf', 'the words as they were read'],
    ['disclosed text reply.eml --part letter.docx', 'the words of a file attached to an e-mail'],
  ],
  run: async (io, [files = []], options) => {
    const { readFiles } = await import('@disclosed/ingest/read-files')
    const part = textOption(options, 'part')
    const pages = pageLine(io)
    const how = { base: io.base, want: 'document', part, onPage: pages.show, ...toldHow(options) } as const
    for await (const { result } of readFiles(files, how)) {
      pages.end()
      if (result.kind === 'unreadable') throw new Stop(result.message)
      if (result.kind === 'read') io.out(result.document.text)
    }
    return 0
  },
}
