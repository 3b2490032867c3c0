import { describe, expect, it } from 'vitest'
import { commands } from './commands/index.ts'
import { run } from './program.ts'
import { testIo } from './testing.ts'

describe('the command line', () => {
  it('prints help on stdout, with every command that works', async () => {
    const io = testIo()
    expect(await run(['--help'], io)).toBe(0)
    for (const { name } of commands) expect(io.output()).toMatch(new RegExp(`^ {2}${name} `, 'm'))
    expect(io.errors()).toBe('')
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
