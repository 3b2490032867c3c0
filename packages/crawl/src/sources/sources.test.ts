import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { adapters } from '../adapters/index.ts'
import { readSource } from '../sources-file.ts'
import { readyMade } from './index.ts'

describe('ready configurations', () => {
  it.for(readyMade)('$name can be used as it stands, or with an address', ({ name, entry }) => {
    const start = entry.start ?? 'https://www.amblethorpe.example/foi'
    const { source, wrong } = readSource({ id: 'a', use: name, start })
    expect(wrong).toEqual([])
    const adapter = adapters.find((each) => each.name === source?.adapter)
    // Which authorities are meant there, only the entry can say.
    const begins = adapter?.name === 'alaveteli' ? 0 : 1
    expect(source && adapter?.start(source).length).toBeGreaterThanOrEqual(begins)
    expect(source?.on).toBe(adapter?.askFirst === null)
  })

  it('have names of their own, and each that is unsure stands in the page about crawling', () => {
    expect(new Set(readyMade.map(({ name }) => name)).size).toBe(readyMade.length)
    const page = readFileSync(new URL('../../../../docs/crawl.md', import.meta.url), 'utf8')
    const unsure = readyMade.filter((each) => each.unsure.length > 0 && each.entry.adapter === 'disclosure-log')
    for (const { name } of unsure) expect(page, name).toContain(`\`${name}\``)
    for (const { name } of adapters) expect(page, name).toContain(`\`${name}\``)
  })
})
