import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { classify, rulesVersion } from '@disclosed/classify'
import { extract } from '@disclosed/extract'
import { register } from '@disclosed/reference'
import { expect, it, onTestFinished } from 'vitest'
import { packRules } from './pack-rules.ts'
import { keepRulesPacked, packedRules } from './packed-rules.ts'

const classifyFolder = fileURLToPath(new URL('../../classify/', import.meta.url))
const untold = { url: null, retrieved: null, authority: null, licence: null, round: null }
const letters = fileURLToPath(new URL('../../../corpus/letters/', import.meta.url))

it('reads every letter as the rules in files of their own do', async () => {
  const packed = join(classifyFolder, `node_modules/.cache/disclosed/test-${process.pid}.js`)
  onTestFinished(() => rmSync(packed, { force: true }))
  await packRules(join(classifyFolder, 'src'), packed, '// of this test')
  const rules: typeof import('@disclosed/classify') = await import(/* @vite-ignore */ pathToFileURL(packed).href)
  expect(rules.rulesVersion()).toBe(rulesVersion())
  expect(rules.classify).not.toBe(classify)
  const names = readdirSync(letters, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'))
  expect(names.length).toBeGreaterThan(4)
  for (const name of names) {
    const document = await extract(readFileSync(join(letters, name)), { name })
    const context = { source: { ...untold, path: name }, register: register() }
    expect(rules.classify(document, context)).toEqual(classify(document, context))
  }
})

it('takes the one file as long as it was made of what stands there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'packed-rules-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const entry = join(folder, 'src/index.ts')
  const packed = async (): Promise<unknown> => {
    const found = packedRules(pathToFileURL(entry).href)
    return found === null ? null : (await import(/* @vite-ignore */ `${found}?${Math.random()}`)).rule
  }
  mkdirSync(dirname(entry))
  writeFileSync(entry, 'export const rule = 1')
  expect(await packed()).toBeNull()
  await keepRulesPacked()
  expect(await packed()).toBe(1)

  writeFileSync(entry, 'export const rule = 2')
  expect(await packed()).toBeNull()
  await keepRulesPacked()
  expect(await packed()).toBe(2)

  writeFileSync(join(folder, 'src/another.ts'), 'export {}')
  expect(await packed()).toBeNull()
})
