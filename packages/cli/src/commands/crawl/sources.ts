import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Command, textOption } from '../../command.ts'
import { type Io, Stop } from '../../io.ts'

export const sources: Command = {
  name: 'sources',
  about: 'Check a list of sources and say what it holds; without a file, the kinds and sites that can be named in one.',
  arguments: [{ name: '[file]', about: 'the list of sources, as a rule sources.yaml' }],
  options: [{ flags: '--format <format>', about: 'how to print it', choices: ['table', 'json'], default: 'table' }],
  examples: [
    ['disclosed crawl sources', 'every kind of site and ready configuration'],
    ['disclosed crawl sources sources.yaml', 'what the list says, and what is wrong in it'],
  ],
  run: async (io, args, options) => {
    const asJson = textOption(options, 'format') === 'json'
    const file = args[0]?.[0]
    if (file === undefined) {
      await printKnown(io, asJson)
      return 0
    }
    const { readSources } = await import('@disclosed/crawl')
    const { contact, sources, wrong } = readSources(await textOf(io, file))
    for (const sentence of wrong) io.err(`${sentence}\n`)
    if (!contact) io.err('There is no contact, so no site beyond this machine will be asked.\n')
    if (asJson) io.out(`${JSON.stringify({ contact, sources }, null, 2)}\n`)
    else
      for (const { id, name, adapter, on, start } of sources)
        io.out(`${io.style('bold', id)}  ${on ? 'on' : 'off'}  ${name}, read as ${adapter}\n  ${start.join('\n  ')}\n`)
    return wrong.length > 0 ? 1 : 0
  },
}

async function textOf(io: Io, file: string): Promise<string> {
  try {
    return await readFile(resolve(io.base, file), 'utf8')
  } catch (error) {
    const reason =
      error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'there is no such file' : String(error)
    throw new Stop(`Cannot read ${file}: ${reason}.`)
  }
}

async function printKnown(io: Io, asJson: boolean): Promise<void> {
  const { adapters, readyMade } = await import('@disclosed/crawl')
  if (asJson) {
    const kinds = adapters.map(({ name, about, askFirst }) => ({ name, about, askFirst }))
    io.out(`${JSON.stringify({ adapters: kinds, readyMade }, null, 2)}\n`)
    return
  }
  io.out(`${io.style('bold', 'Kinds of site')} (adapter:)\n`)
  for (const { name, about, askFirst } of adapters)
    io.out(`  ${name}: ${about}${askFirst ? ` Off until you switch it on. ${askFirst}` : ''}\n`)
  io.out(`\n${io.style('bold', 'Ready configurations')} (use:)\n`)
  for (const { name, about } of readyMade) io.out(`  ${name}: ${about}\n`)
}
