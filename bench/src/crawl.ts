import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crawlBig, knowMany } from '@disclosed/crawl/testing'

/**
 * `pnpm bench crawl [HOSTS] [ITEMS] [KILLS] [TIMES]`: 5,000 items over 20 hosts that fail now and then, killed 20 times, with a clock that
 * goes 300 times faster; then the same without a pause, for the ceiling of the crawler itself; then the memory of 100,000 known addresses.
 */
export async function benchCrawl(args: readonly string[]): Promise<void> {
  const [hosts = 20, items = 250, kills = 20, times = 300] = args.map(Number)
  const polite = await crawlBig({ hosts, itemsPerHost: items, kills, times })
  print(`${hosts * items} items over ${hosts} hosts, killed ${polite.killed} times`, polite)
  const quick = await crawlBig({ hosts, itemsPerHost: Math.min(items, 50), kills: 0, times: 20, isHasty: true })
  print('without a pause', { ...quick, 'requests a second': Math.round(quick.requests / quick.seconds) })
  const folder = mkdtempSync(join(tmpdir(), 'disclosed-known-'))
  try {
    print('100,000 known addresses', await knowMany(folder, 100_000))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function print(title: string, figures: object): void {
  const lines = Object.entries(figures).map(
    ([name, value]) => `  ${name}: ${typeof value === 'number' ? Math.round(value * 100) / 100 : value}`,
  )
  process.stdout.write(`${title}\n${lines.join('\n')}\n`)
}
