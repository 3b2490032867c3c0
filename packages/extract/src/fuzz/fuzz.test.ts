import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { brokenFile } from './mutations.ts'
import { faultOf } from './reading.ts'
import { seeds } from './seeds.ts'

const found = new URL('found/', import.meta.url)

describe('broken files', () => {
  it.for(readdirSync(found))('that once held or crashed a reader do so no more: %s', async (name) => {
    const before = process.cpuUsage()
    expect(await faultOf(name, readFileSync(new URL(name, found)))).toBeNull()
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10)
  })

  it('are the same ones each time', () => {
    const [one, other] = [seeds(), seeds()]
    for (const number of [1, 2, 3, 1_000, 77_777])
      expect(Buffer.from(brokenFile(number, one).bytes)).toEqual(Buffer.from(brokenFile(number, other).bytes))
  })

  it('are made of whole ones that give words themselves', async () => {
    for (const { name, bytes } of seeds()) expect(`${name}: ${await faultOf(name, bytes)}`).toBe(`${name}: null`)
  })
})
