import { afterEach, describe, expect, it } from 'vitest'
import { adapters } from './adapters/index.ts'
import { day } from './clock.ts'
import { byKey, openWorld, sites, told, type World } from './testing/index.ts'

const worlds: World[] = []

afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close()
})

describe('a site of each kind', () => {
  it.for(sites.map((site) => [site.name, site] as const))(
    'is brought home whole, also when it moves: %s',
    async ([name, site]) => {
      const world = await openWorld([{ site }], { adapters, entry: { on: true } })
      worlds.push(world)
      await world.run()
      const first = site.expected(world.server.stateOf(name)).map(({ itemKey }) => itemKey)
      expect(world.home(name).map(({ itemKey }) => itemKey)).toEqual(expect.arrayContaining(first))
      for (let time = 0; time < 2; time += 1) {
        world.server.nextDay()
        world.clock.skip(91 * day)
        const done = await world.run()
        expect(told(done, 'failed', 'quarantined', 'blocked')).toEqual([])
      }
      const last = site.expected(world.server.stateOf(name)).toSorted(byKey)
      const home = new Map(world.home(name).map((item) => [item.itemKey, item]))
      expect(last.map(({ itemKey }) => home.get(itemKey))).toEqual(last)
    },
  )
})
