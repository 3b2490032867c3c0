import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { rulesVersion } from '@disclosed/classify'
import { rolldown } from 'rolldown'

/**
 * Makes one file of all rules, with `head` as its first line: the same in the same order, and what they take from other packages still
 * taken from there.
 */
export async function packRules(folder: string, packed: string, head: string): Promise<void> {
  const bundle = await rolldown({
    input: join(folder, 'index.ts'),
    platform: 'node',
    treeshake: false,
    external: (name) => !/^(?:[./]|[a-z]:[\\/])/i.test(name),
    plugins: [{ name: 'version', load: (file) => (basename(file) === 'version.ts' ? versionAsTold() : null) }],
  })
  const { output } = await bundle.generate({ format: 'esm' })
  await bundle.close()
  const draft = `${packed}.${process.pid}`
  mkdirSync(dirname(packed), { recursive: true })
  writeFileSync(draft, `${head}\n${output[0].code}`)
  renameSync(draft, packed)
}

/** The fingerprint of the files that the rules stand in: they are not read again to take it. */
function versionAsTold(): string {
  return `export const rulesVersion = () => ${JSON.stringify(rulesVersion())}`
}
