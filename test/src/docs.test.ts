import { readFile } from 'node:fs/promises'
import { writtenPages } from '@disclosed/scripts'
import { expect, it } from 'vitest'

const pages = await writtenPages()

it.for([...pages])('docs/%s is what the code says; `pnpm run docs` writes it', async ([name, page]) => {
  expect(await readFile(new URL(`../../docs/${name}`, import.meta.url), 'utf8')).toBe(page)
})
