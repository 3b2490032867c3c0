import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { expressionsIn } from './census.ts'
import { outOfStep } from './growth.ts'

/**
 * Whoever writes a letter must not be able to stop the reader: time grows in step with the text. This holds for every regular
 * expression of the packages, and finds them by itself.
 */
describe('every regular expression of the program', { timeout: 300_000 }, () => {
  const program = fileURLToPath(new URL('check.ts', import.meta.url))
  const packages = fileURLToPath(new URL('../../../packages', import.meta.url))

  it('takes time in step with the length of hostile text', () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--no-warnings', program, packages], {
      encoding: 'utf8',
      timeout: 280_000,
    })
    expect(status, `It did not come to its end at ${stderr.trim().split('\n').at(-1)}`).toBe(0)
    const { patterns, madeLate, slow } = JSON.parse(stdout)
    expect(patterns).toBeGreaterThan(1000)
    expect(slow, 'Bound its repeats, and let no two that stand together read the same characters').toEqual([])
    expect(madeLate, 'Make it when the module loads, so that it is checked').toEqual([])
  })
})

describe('a hostile text', () => {
  it.for([
    /(?<=[\d%\w)])(?:\s?[*†‡^#]{1,3}|\s?\[\d{1,2}\])+$/,
    /^(?:\w+\s?){1,80}:$/,
    /:\W*$/,
    /\s+$/,
    /\(\s*\)|\s+(?:in|for)?\s*$/g,
    /^\S+@\S+$/,
    /\S*\d\S*[A-Z]\S*/g,
    /\bfound\b[^.;\n]{0,800}?\n?[^.;\n]{0,600}?\bonline\b/gi,
    /"(?:[^"\\]|\\.|\s)*"/,
  ])('is found for %s', ({ source, flags }) => {
    expect(outOfStep({ place: 'here', source, flags })).not.toBeNull()
  })

  it.for([
    /\s+/g,
    /<[^<>]*>/g,
    /^\s*(\d{1,2})\s*$/,
    /\bsections?\s{0,3}\d{1,3}(?:\([a-z0-9]{1,3}\)){0,4}/gi,
    /(?<!\d)\d+(?=%)/g,
    /[.,;)]{1,8}$/,
  ])('is not found for %s', ({ source, flags }) => {
    expect(outOfStep({ place: 'here', source, flags })).toBeNull()
  })
})

describe('the census', () => {
  it('sees literals and what is made, wherever they stand', () => {
    const source = "const a: string = 'x'.replace(/b+/g, '')\nexport const c = { d: new RegExp(a, 'i') }\nRegExp('e')"
    expect(expressionsIn(source)).toEqual([
      { line: 1, regex: { pattern: 'b+', flags: 'g' } },
      { line: 2, regex: null },
      { line: 3, regex: null },
    ])
  })
})
