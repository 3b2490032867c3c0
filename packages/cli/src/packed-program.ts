// Asked for and not imported: of an import Node would load the streams of files too.
const { readFileSync, statSync } = process.getBuiltinModule('node:fs')
const { join } = process.getBuiltinModule('node:path')
const { pathToFileURL } = process.getBuiltinModule('node:url')

/** What a packed program gives. */
export type Program = typeof import('./reading-alone.ts')

/**
 * A command that reads one short letter needs some four hundred small files, which take longer to load than the letter takes to read. A
 * few files of all of them are kept in a folder (`keepProgramPacked` writes it), and are used as long as they were made of exactly what
 * stands there now: the address of the first one, or null. All of a program is in them, so that nothing of it is loaded twice.
 */
export function packedProgram(folder: string): string | null {
  try {
    const { entry, files } = JSON.parse(readFileSync(join(folder, 'made-of.json'), 'utf8'))
    for (const [path, size, changed] of files) {
      const found = statSync(path)
      if (found.size !== size || found.mtimeMs !== changed) return null
    }
    compileWhole()
    return pathToFileURL(join(folder, entry)).href
  } catch {
    return null
  }
}

/** Node keeps little else than the outline of a file: each of its functions would be compiled every time anew. */
function compileWhole(): void {
  process.getBuiltinModule('node:v8').setFlagsFromString('--no-lazy')
}
