import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { keepProgramPacked } from '@disclosed/ingest/quick-imports'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Program, packedProgram } from './packed-program.ts'
import { run } from './program.ts'
import { testIo } from './testing.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'packed-program-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

it('reads short letters, archives and what cannot be read as the program in files of its own does', async () => {
  await keepProgramPacked(join(import.meta.dirname, 'reading-alone.ts'), folder)
  const address = packedProgram(folder)
  process.getBuiltinModule('node:v8').setFlagsFromString('--lazy')
  const packed: Program = await import(/* @vite-ignore */ address ?? '')
  expect(packed.run).not.toBe(run)
  const letters = fileURLToPath(new URL('../../../corpus/letters/', import.meta.url))
  const texts = readdirSync(letters, { recursive: true, encoding: 'utf8' }).filter((name) => /\.txt$/.test(name))
  expect(texts.length).toBeGreaterThan(2)
  writeFileSync(join(folder, 'rows.csv'), 'Street,Fines\nMill Lane,12\nHigh Street,7\n')
  writeFileSync(join(folder, 'empty.txt'), '')
  writeFileSync(join(folder, 'half.pdf'), '%PDF-1.7\n1 0 obj\n<< /Type')
  const files = [...texts.map((name) => join(letters, name)), join(folder, 'rows.csv'), join(folder, 'half.pdf')]
  const commands = [...files.map((file) => ['read', file]), ['read', join(folder, 'empty.txt'), '--format', 'json']]
  for (const argv of [...commands, ['read', '--help'], ['read']]) {
    const [own, one] = [testIo(), testIo()]
    expect(await packed.run(argv, one)).toBe(await run(argv, own))
    expect(one.output()).toBe(own.output())
    expect(one.errors()).toBe(own.errors())
  }
}, 60_000)

it('takes a packed program as long as it was made of what stands there', async () => {
  const own = mkdtempSync(join(tmpdir(), 'packed-program-own-'))
  try {
    const entry = join(own, 'entry.ts')
    const packed = join(own, 'packed')
    const now = async (): Promise<unknown> => {
      const address = packedProgram(packed)
      return address === null ? null : (await import(/* @vite-ignore */ address)).said
    }
    const write = (name: string, text: string): void => {
      writeFileSync(join(own, name), text)
      const before = new Date(Date.now() - 5000)
      utimesSync(join(own, name), before, before)
    }
    write('entry.ts', "export { said } from './word.ts'\n")
    write('word.ts', "export const said: string = 'one'\n")
    expect(await now()).toBeNull()
    await keepProgramPacked(entry, packed)
    expect(await now()).toBe('one')

    writeFileSync(join(own, 'word.ts'), "export const said: string = 'two'\n")
    expect(await now()).toBeNull()
    write('word.ts', "export const said: string = 'two'\n")
    await keepProgramPacked(entry, packed)
    expect(await now()).toBe('two')

    rmSync(join(own, 'word.ts'))
    expect(await now()).toBeNull()
    await keepProgramPacked(entry, packed)
    expect(await now()).toBeNull()
  } finally {
    process.getBuiltinModule('node:v8').setFlagsFromString('--lazy')
    rmSync(own, { recursive: true })
  }
})
