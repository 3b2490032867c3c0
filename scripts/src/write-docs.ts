import { writeFileSync } from 'node:fs'
import { rulesPage } from './rules-page.ts'

/** `pnpm run docs` writes the pages that are made from the code. */
writeFileSync(new URL('../../docs/rules.md', import.meta.url), rulesPage())
