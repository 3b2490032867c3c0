import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

let known: string | null = null

/**
 * A fingerprint of all rules, taken from the files that hold them: a reading made by other rules is read again.
 * Tests say nothing about readings and are left out.
 */
export function rulesVersion(): string {
  known ??= fingerprint(import.meta.dirname)
  return known
}

function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|js)$|weights\.json$/.test(name) && !/\.test\.ts$|\.d\.ts$/.test(name))
    .toSorted()
  for (const name of files) hash.update(name).update(readFileSync(join(folder, name)))
  return `sha256:${hash.digest('hex').slice(0, 16)}`
}
