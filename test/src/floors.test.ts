import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Each package and the floor it stands on: it knows only the floors beneath it. */
const floors: Readonly<Record<string, number>> = {
  document: 0,
  reference: 0,
  extract: 1,
  classify: 1,
  crawl: 1,
  evaluate: 2,
  store: 2,
  ingest: 3,
  compare: 3,
  cli: 4,
}

const packages = new URL('../../packages/', import.meta.url).pathname

describe('the floors', () => {
  it('hold every package', () => {
    expect(readdirSync(packages).toSorted()).toEqual(Object.keys(floors).toSorted())
  })

  it.for(Object.keys(floors))('%s leans only on what is beneath it', (name) => {
    const { dependencies = {} } = JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8'))
    const ours = Object.keys(dependencies).flatMap((each) =>
      each.startsWith('@disclosed/') ? each.slice('@disclosed/'.length) : [],
    )
    for (const beneath of ours) expect(floors[beneath], beneath).toBeLessThan(floors[name] ?? 0)
  })

  it('cannot be climbed: an import that goes upwards finds nothing', () => {
    expect(importFrom('extract', '@disclosed/classify')).toContain('ERR_MODULE_NOT_FOUND')
    expect(importFrom('store', '@disclosed/ingest')).toContain('ERR_MODULE_NOT_FOUND')
  })

  it('are entered by the front door: a file inside another package is out of reach', () => {
    expect(importFrom('extract', '@disclosed/document/src/span.ts')).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED')
    expect(importFrom('extract', '@disclosed/document')).toBe('found')
  })
})

/** What Node says when a file of that package imports the module. */
function importFrom(name: string, module: string): string {
  const script = `import(${JSON.stringify(module)}).then(() => console.log('found'), (error) => console.log(error.code))`
  const { stdout } = spawnSync(process.execPath, ['--no-warnings', '--input-type=module', '--eval', script], {
    cwd: join(packages, name),
    encoding: 'utf8',
  })
  return stdout.trim()
}
