import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const project = fileURLToPath(new URL('../..', import.meta.url))
const readme = readFileSync(join(project, 'README.md'), 'utf8')

/** The lines of the README that a reader types, as the command line gets them. */
const lines = [...readme.matchAll(/^npx pnpm disclosed (.+)$/gm)].map(([, line = '']) => line)

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclosed-readme-'))
  symlinkSync(join(project, 'corpus'), join(folder, 'corpus'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a script of the command line in a folder of its own, as a person would who stands there. */
function run(script: string, args: readonly string[]) {
  return spawnSync(process.execPath, ['--no-warnings', join(project, 'packages/cli/src', script), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: '', npm_lifecycle_event: '', NO_COLOR: '1' },
  })
}

/** Words as a shell parts them: what stands in double quotes is one. */
function words(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}

describe('the README', () => {
  it('shows a dozen lines, and each works in its order', () => {
    expect(lines.length).toBeGreaterThan(9)
    for (const line of lines) {
      const { status, stdout, stderr } = run('main.ts', words(line))
      expect(status, `${line}\n${stderr}`).toBe(0)
      expect(/^(?:ingest|rebuild|export)\b/.test(line) ? `${stdout}${stderr}` : stdout, line).not.toBe('')
    }
  }, 240_000)

  it('names only commands that there are, and every one of them', () => {
    const help = run('main.ts', ['--help']).stdout
    const there = [...help.matchAll(/^ {2}([a-z]+) (?:\[options\]|<| )/gm)].map(([, name]) => name)
    expect(new Set(lines.map((line) => words(line)[0]))).toEqual(new Set(there))
  })

  it('starts with one command: what was read, councils across years, what to type next', () => {
    const { status, stdout } = run('start.ts', [])
    expect(status).toBe(0)
    expect(stdout).toMatch(/\d+ documents, \d+ questions, \d+ figures/)
    expect(stdout).toMatch(/Isle of Ostering Council \(invented\).*<5/)
    expect(stdout).toMatch(/Pellingham Borough Council \(invented\).*NCND/)
    expect(stdout).toContain('Next')
    const shown = /^```\n(\d+ documents,[^`]+)```$/m.exec(readme)?.[1] ?? ''
    expect(shown.split('\n').length).toBeGreaterThan(15)
    for (const line of shown.split('\n')) expect(stdout.split('\n')).toContain(line)
    expect(existsSync(join(project, 'example/disclosed.sqlite'))).toBe(true)
  })

  it('speaks of files that are there', () => {
    const named = [...readme.matchAll(/\]\(([^):]+)\)|`((?:corpus|packages)\/[\w./-]+)`/g)].map(
      ([, link, path]) => link ?? path ?? '',
    )
    expect(named.length).toBeGreaterThan(2)
    for (const path of named) expect(existsSync(join(project, path)), path).toBe(true)
  })
})
