import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { allCommands, commandsFor } from './commands/index.ts'
import { run } from './program.ts'
import { testIo } from './testing.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))

describe('the command line', () => {
  it('prints help on stdout, with every command that works', async () => {
    const io = testIo()
    expect(await run(['--help'], io)).toBe(0)
    for (const { name } of await allCommands()) expect(io.output()).toMatch(new RegExp(`^ {2}${name} `, 'm'))
    expect(io.errors()).toBe('')
  })

  it('loads by its name the command that goes by it', async () => {
    for (const { name } of await allCommands())
      expect((await commandsFor(name)).map((command) => command.name)).toEqual([name])
    for (const none of [undefined, '--help', 'toString']) expect(await commandsFor(none)).toEqual(await allCommands())
  })

  it('prints help without loading what only a command needs', async () => {
    // What Node loads as a module is noted before it is, in a process that has loaded nothing yet.
    const note = `import { registerHooks } from 'node:module'
registerHooks({ load: (url, context, next) => { process.stderr.write(url + '\\n'); return next(url, context) } })`
    const args = ['--import', `data:text/javascript,${encodeURIComponent(note)}`, main, '--help']
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args)
    expect(stdout).toContain('Usage: disclosed')
    const ours = stderr.match(/\/packages\/[\w./-]+/g) ?? []
    expect(ours).toContain('/packages/cli/src/commands/read.ts')
    const others = ours.filter((file) => !file.startsWith('/packages/cli/'))
    expect(others).toEqual(['/packages/ingest/src/quick-imports.ts', '/packages/ingest/src/packed-rules.ts'])
    expect(stderr.match(/\/node_modules\/(?!\.pnpm)[\w@-]+/g)?.filter((name) => !name.endsWith('/commander'))).toEqual(
      [],
    )
  })

  it.for([
    [['reed', 'a.txt'], /^Unknown command 'reed'\.\n\(Did you mean read\?\)/],
    [['read'], /^Missing required argument 'files'\./],
    [['read', '--speed', 'a.txt'], /^Unknown option '--speed'\./],
    [['read', '--format', 'xml', 'a.txt'], /^Option '--format <format>' argument 'xml' is invalid\./],
    [['schema', 'letters'], /^There is no schema called letters\./],
    [[], /^Usage: disclosed/],
  ] as const)('says what is wrong with %j and ends with 2', async ([argv, words]) => {
    const io = testIo()
    expect(await run(argv, io)).toBe(2)
    expect(io.errors()).toMatch(words)
    expect(io.output()).toBe('')
  })
})
