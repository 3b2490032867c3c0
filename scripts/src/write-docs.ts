import { writeFileSync } from 'node:fs'
import { writtenPages } from './written-pages.ts'

/** `pnpm run docs` writes the pages that are made from the code. */
for (const [name, page] of await writtenPages()) {
  writeFileSync(new URL(`../../docs/${name}`, import.meta.url), page)
}
