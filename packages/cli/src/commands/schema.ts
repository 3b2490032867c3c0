import type { Command } from '../command.ts'
import { Stop } from '../io.ts'

export const schema: Command = {
  name: 'schema',
  about: 'Print the JSON Schema of a reading.',
  arguments: [{ name: '<name>', about: 'reading' }],
  options: [],
  examples: [['disclosed schema reading > reading.schema.json', 'for programs that take readings']],
  run: async (io, args) => {
    const [name] = args[0] ?? []
    if (name !== 'reading') throw new Stop(`There is no schema called ${name}. There is: reading.`, 2)
    const { readingJsonSchema } = await import('@disclosed/classify')
    io.out(`${JSON.stringify(readingJsonSchema(), null, 2)}\n`)
    return 0
  },
}
