import { readFile } from 'node:fs/promises'
import { rulesPage } from '@disclosed/scripts'
import { expect, it } from 'vitest'

it('the page of all rules is what the rules say; `pnpm run docs` writes it', async () => {
  expect(await readFile(new URL('../../docs/rules.md', import.meta.url), 'utf8')).toBe(rulesPage())
})
