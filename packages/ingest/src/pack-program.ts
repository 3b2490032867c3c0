import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, isAbsolute, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rulesVersion } from '@disclosed/classify'
import { type OutputChunk, type Plugin, type PluginContext, rolldown } from 'rolldown'

/** What is written beside a packed program: its first file, and each file that it was made of, with size and time of change. */
interface MadeOf {
  readonly entry: string
  readonly files: readonly (readonly [path: string, size: number, changed: number])[]
}

/**
 * Makes a few files of a program of the workspace, in `folder`: the same in the same order. What comes from elsewhere is still taken from
 * there, and so is what a program without a dataset and other commands never needs.
 */
export async function packProgram(entry: string, folder: string): Promise<void> {
  const began = Date.now()
  const first = new Set<string>()
  const bundle = await rolldown({
    input: entry,
    platform: 'node',
    treeshake: false,
    logLevel: 'silent',
    plugins: [
      startedLate,
      fromElsewhere,
      inPlace,
      ownOfNode,
      {
        name: 'first',
        buildEnd() {
          addFirst(first, entry, this)
        },
      },
    ],
  })
  const { output } = await bundle.generate({
    format: 'esm',
    entryFileNames: '[name]-[hash].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    // What only people read is nothing to load; names stay, for errors and what functions are called.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    codeSplitting: { groups: [{ name: 'first', test: (path) => first.has(path) }] },
  })
  await bundle.close()
  const chunks = output.filter((each) => each.type === 'chunk')
  const files = Array.from(new Set([...filesBehind(chunks), import.meta.filename]), (path) => {
    const { size, mtimeMs } = statSync(path)
    return [path, size, mtimeMs] as const
  })
  // What changed while it was read may be of either kind.
  if (files.some(([, , changed]) => changed >= began)) return
  mkdirSync(folder, { recursive: true })
  for (const { fileName, code } of chunks) writeWhole(join(folder, fileName), code)
  writeWhole(join(folder, 'made-of.json'), JSON.stringify({ entry: output[0].fileName, files } satisfies MadeOf))
  removeBefore(folder, new Set(chunks.map(({ fileName }) => fileName)))
}

/** Each file of ours, what its package asks for, and the files that are taken from elsewhere. */
function filesBehind(chunks: readonly OutputChunk[]): readonly string[] {
  const own = chunks.flatMap(({ moduleIds }) => moduleIds).filter((path) => isAbsolute(path))
  const packages = own.flatMap((path) => /^.*[\\/](?=src[\\/])/.exec(path)?.[0] ?? [])
  const lists = packages.map((folder) => join(folder, 'package.json')).filter((path) => existsSync(path))
  const others = chunks.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports])
  return [...own, ...lists, ...others.filter((name) => name.startsWith('file:')).map((name) => fileURLToPath(name))]
}

/** What was packed before, as soon as no command that runs can still be about to load it. */
function removeBefore(folder: string, now: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) {
    const isOld =
      name.endsWith('.mjs') && !now.has(name) && statSync(join(folder, name)).mtimeMs < Date.now() - 3_600_000
    if (isOld) rmSync(join(folder, name), { force: true })
  }
}

/** What every letter needs besides the rules stands in one file: each file more takes as long as ten letters of it. */
function addFirst(first: Set<string>, path: string, from: Pick<PluginContext, 'getModuleInfo'>): void {
  const info = from.getModuleInfo(path)
  if (!info || first.has(path)) return
  first.add(path)
  for (const next of info.importedIds) addFirst(first, next, from)
  for (const next of info.dynamicallyImportedIds) if (alwaysNeeded.test(next)) addFirst(first, next, from)
}

const alwaysNeeded = /ingest[\\/]src[\\/](?:read-files|read-here|read-originals)\.ts$|reference[\\/]src[\\/]index\.ts$/

/** Another command may be reading it. */
function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, text)
  renameSync(draft, path)
}

const fromElsewhere: Plugin = {
  name: 'from elsewhere',
  async resolveId(name, importer, how) {
    if (importer === undefined || isBuiltin(name)) return null
    if (name.startsWith('file:')) return { id: name, external: true }
    const isOurs = name.startsWith('.') || name.startsWith('@disclosed/') || together.includes(name)
    if (importer.includes('node_modules') || (isOurs && !neverNeeded.test(name))) return null
    const found = await this.resolve(name, importer, { ...how, skipSelf: true })
    return found && { id: pathToFileURL(found.id).href, external: true }
  },
}

/** So small, and needed by every command, that it is better packed as well. */
const together = ['commander']

const neverNeeded = /^@disclosed\/store\/prepare$|\/commands\/index\.ts$/

/**
 * Of each of Node's own modules that is imported, Node looks at every name it gives, and loads what stands behind it (streams, and much of
 * encryption); of one that is asked for it gives what is taken.
 */
const ownOfNode: Plugin = {
  name: 'own of node',
  renderChunk: (code) => code.replaceAll(importOfNode, asked),
}

const importOfNode = /^import (?:([\w$]{1,80}))?(?:, )?(?:\{([^{}\n]{0,2000})\})? from "(node:[\w/]{1,40})";$/gm

function asked(_: string, whole: string | undefined, names: string | undefined, module: string): string {
  const from = `globalThis.process.getBuiltinModule("${module}")`
  const made = [whole, names && `{${names.replaceAll(' as ', ': ')}}`].filter((each) => each)
  return made.map((each) => `const ${each} = ${from};`).join(' ')
}

/** Commander starts no other program for us, so what starts them is not loaded before it would. */
const startedLate: Plugin = {
  name: 'started late',
  resolveId: (name, importer) =>
    name === 'node:child_process' && importer?.includes('commander') ? '\0child_process' : null,
  load: (id) =>
    id === '\0child_process'
      ? "export default { spawn: (...how) => process.getBuiltinModule('node:child_process').spawn(...how) }"
      : null,
}

/** Files that ask where they stand are told where they stood. */
const inPlace: Plugin = {
  name: 'in place',
  load: (path) => (/classify[\\/]src[\\/]version\.ts$/.test(path) ? versionAsTold() : null),
  async transform(code, path) {
    if (!code.includes('import.meta')) return null
    let placed = code
    for (const [written, name = ''] of code.matchAll(/\bimport\.meta\.resolve\('([^'\n]{1,200})'\)/g)) {
      const found = await this.resolve(name, path)
      if (found) placed = placed.replace(written, quoted(pathToFileURL(found.id.replace(/^file:\/\//, '')).href))
    }
    return placed
      .replaceAll('import.meta.url', quoted(pathToFileURL(path).href))
      .replaceAll('import.meta.dirname', quoted(dirname(path)))
      .replaceAll('import.meta.filename', quoted(path))
      .replaceAll('import.meta.main', 'false')
  },
}

function quoted(text: string): string {
  return JSON.stringify(text)
}

/** The fingerprint of the files that the rules stand in: they are not read again to take it. */
function versionAsTold(): string {
  return `export const rulesVersion = () => ${JSON.stringify(rulesVersion())}`
}
