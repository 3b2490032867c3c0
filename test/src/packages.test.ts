import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { extract } from '@disclosed/extract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const project = join(import.meta.dirname, '../..')
const bin = join(project, 'node_modules/.bin')
const packs = mkdtempSync(join(tmpdir(), 'disclosed-packs-'))
const empty = mkdtempSync(join(tmpdir(), 'disclosed-packed-'))
const names = readdirSync(join(project, 'packages'))

const letters = [
  'part-year-and-breach-types/letter.pdf',
  'calendar-years-in-tables/letter.docx',
  'disclosure-log-in-a-workbook/disclosure-log.xlsx',
  'part-year-on-a-portal-page/letter.html',
  'bulleted-questions-and-forty-devices/letter.txt',
].map((name) => join(project, 'corpus/letters', name))

describe('the packages as they are published', () => {
  beforeAll(async () => {
    await run(
      'pnpm',
      ['--filter', './packages/*', '-r', '--workspace-concurrency=1', 'pack', '--pack-destination', packs],
      project,
    )
    writeFileSync(
      join(empty, 'package.json'),
      JSON.stringify({ name: 'empty', private: true, type: 'module', dependencies: tarballs() }),
    )
    writeFileSync(join(empty, 'pnpm-workspace.yaml'), settings())
    await run('pnpm', ['install', '--prefer-offline'], empty)
  }, 120_000)

  afterAll(() => {
    for (const folder of [packs, empty]) rmSync(folder, { recursive: true, force: true })
  })

  it('hold JavaScript with types, and no TypeScript that Node would refuse to run', async () => {
    for (const name of names) {
      const { stdout } = await run('tar', ['-tzf', tarball(name)], packs)
      const files = stdout.trim().split('\n')
      expect(files.some((file) => /^package\/dist\/.*index\.js$/.test(file))).toBe(true)
      expect(files.some((file) => /^package\/dist\/.*index\.d\.ts$/.test(file))).toBe(true)
      expect(files.filter((file) => /(?<!\.d)\.ts$|\.test\.|^package\/src\/|tsbuildinfo/.test(file))).toEqual([])
    }
  })

  it('read letters as they do here, in every format', async () => {
    const script = `import { readFileSync } from 'node:fs'
import { extract } from '@disclosed/extract'
const texts = []
for (const path of process.argv.slice(2)) texts.push((await extract(readFileSync(path))).text)
console.log(JSON.stringify(texts))
`
    writeFileSync(join(empty, 'read.js'), script)
    const { stdout } = await run('node', ['read.js', ...letters], empty)
    expect(JSON.parse(stdout)).toEqual(await textsOf(letters))
  })

  it('bring types that hold', async () => {
    const program = `import { extract, type Original, originalsIn } from '@disclosed/extract'
export const text: Promise<string> = extract(new Uint8Array()).then((document) => document.text)
export const files: AsyncIterable<{ readonly kind: Original['kind'] | 'lost' }> = originalsIn(new Uint8Array())
// @ts-expect-error: a document is no string
export const wrong: Promise<string> = extract(new Uint8Array())
`
    writeFileSync(join(empty, 'program.ts'), program)
    await run('tsc', ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', 'program.ts'], empty)
  })

  it('bring the command', async () => {
    const { stdout } = await run(join(empty, 'node_modules/.bin/disclosed'), ['--help'], empty)
    expect(stdout).toContain('Usage: disclosed')
  })
})

async function run(command: string, args: readonly string[], cwd: string) {
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, NO_COLOR: '1' }
  return await promisify(execFile)(command, [...args], { cwd, env, maxBuffer: 64 * 1024 * 1024 })
}

async function textsOf(paths: readonly string[]): Promise<readonly string[]> {
  return await Promise.all(paths.map(async (path) => (await extract(readFileSync(path))).text))
}

function tarball(name: string): string {
  return join(packs, `disclosed-${name}-${versionOf(name)}.tgz`)
}

function versionOf(name: string): string {
  const about: { version: string } = JSON.parse(readFileSync(join(project, 'packages', name, 'package.json'), 'utf8'))
  return about.version
}

function tarballs(): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [`@disclosed/${name}`, `file:${tarball(name)}`]))
}

/** The project's own settings, and our packages from their tarballs wherever they ask for each other. */
function settings(): string {
  const ours = readFileSync(join(project, 'pnpm-workspace.yaml'), 'utf8')
  const own = ours.slice(ours.indexOf('allowBuilds:'))
  if (!/\noverrides:\n(?:[ \t].*\n?)+$/.test(own)) throw new Error('pnpm-workspace.yaml does not end in its overrides')
  return `${own.trimEnd()}\n${names.map((name) => `  "@disclosed/${name}": "file:${tarball(name)}"\n`).join('')}`
}
