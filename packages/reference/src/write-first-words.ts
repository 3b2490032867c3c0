import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { firstWords } from './authorities.ts'

/** The source of `data/first-words.json`: which rows of the lists of authorities have a name that begins with a word. */
export function writeFirstWords(): string {
  return `${JSON.stringify(firstWords())}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../data/first-words.json', import.meta.url), writeFirstWords())
}
