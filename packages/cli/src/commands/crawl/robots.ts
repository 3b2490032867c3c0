import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Command, textOption } from '../../command.ts'
import { type Io, oneLine, Stop } from '../../io.ts'

export const robots: Command = {
  name: 'robots',
  about: 'Say of each address whether a robots.txt (RFC 9309) lets an agent fetch it: allow or deny, a line each.',
  arguments: [
    { name: '<file>', about: 'a robots.txt' },
    { name: '<urls...>', about: 'web addresses, or paths of that site that begin with /' },
  ],
  options: [
    { flags: '--agent <name>', about: 'the product token of the agent', default: 'Disclosed' },
    { flags: '--why', about: 'print after a tab which line decided' },
  ],
  examples: [
    ['disclosed crawl robots robots.txt https://www.amblethorpe.example/foi/', 'prints allow or deny'],
    ['disclosed crawl robots robots.txt /foi/ /search?q=a --agent FooBot --why', 'for another agent, with the line'],
  ],
  run: async (io, args, options) => {
    const { readRobots, verdictOf } = await import('@disclosed/crawl')
    const [[file = ''] = [], urls = []] = args
    const wrong = urls.find((url) => !isAddress(url))
    if (wrong !== undefined)
      throw new Stop(`${wrong} is no web address (http or https) and no path that begins with /.`, 2)
    const robots = readRobots(await bytesOf(io, file))
    const agent = textOption(options, 'agent') ?? 'Disclosed'
    for (const url of urls) {
      const { allowed, rule } = verdictOf(robots, url, agent)
      const why = rule ? `line ${rule.line}: ${rule.allows ? 'allow' : 'disallow'} ${oneLine(rule.path)}` : 'no rule'
      io.out(`${allowed ? 'allow' : 'deny'}${options.why === true ? `\t${why}` : ''}\n`)
    }
    return 0
  },
}

function isAddress(url: string): boolean {
  if (url === '' || url.startsWith('/')) return true
  const parsed = URL.parse(url)
  return parsed === null ? URL.canParse(`http://${url}`) : ['http:', 'https:'].includes(parsed.protocol)
}

async function bytesOf(io: Io, file: string): Promise<Uint8Array> {
  try {
    return await readFile(resolve(io.base, file))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    const why = code === 'ENOENT' ? 'there is nothing there' : code === 'EISDIR' ? 'it is a folder' : String(error)
    throw new Stop(`Cannot read ${file}: ${why}. Name a robots.txt on this machine.`)
  }
}
