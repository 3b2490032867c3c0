import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildCorpus } from './index.ts'

const corpus = fileURLToPath(new URL('../../corpus', import.meta.url))
const isCheck = process.argv.includes('--check')

/** `pnpm corpus` writes the letters from their sources; `pnpm corpus --check` only says which files differ from them. */
const files = await buildCorpus(corpus)
const stale: string[] = []
for (const { path, bytes } of files) {
  const at = join(corpus, path)
  const kept = await readFile(at).catch(() => null)
  if (kept?.equals(bytes)) continue
  stale.push(path)
  if (isCheck) continue
  await mkdir(dirname(at), { recursive: true })
  await writeFile(at, bytes)
}
const list = stale.map((path) => `  ${path}\n`).join('')
if (isCheck && stale.length > 0) {
  process.stderr.write(`These files are not what their sources give; run pnpm corpus and look at them:\n${list}`)
  process.exitCode = 1
} else {
  process.stderr.write(
    `${files.length} files of the corpus; ${isCheck ? 'all as their sources give' : `${stale.length} written`}.\n${list}`,
  )
}
