import type { Command } from '../command.ts'
import { type Io, Stop } from '../io.ts'

export const schema: Command = {
  name: 'schema',
  about: 'Print the JSON Schema of a reading, or every table and column of the dataset with what it means.',
  arguments: [{ name: '<name>', about: 'reading or dataset' }],
  options: [],
  examples: [
    ['disclosed schema reading > reading.schema.json', 'for programs that take readings'],
    ['disclosed schema dataset', 'the dictionary that every dataset holds, as JSON'],
  ],
  run: async (io, args) => {
    const [name = ''] = args[0] ?? []
    print(io, await schemaOf(name))
    return 0
  },
}

async function schemaOf(name: string): Promise<unknown> {
  switch (name) {
    case 'reading':
      return (await import('@disclosed/classify/schema')).readingJsonSchema()
    case 'dataset':
      return [...(await import('@disclosed/store')).dictionaryRows()]
    default:
      throw new Stop(`There is no schema called ${name}. There are: reading, dataset.`, 2)
  }
}

function print(io: Io, value: unknown): void {
  io.out(`${JSON.stringify(value, null, 2)}\n`)
}
