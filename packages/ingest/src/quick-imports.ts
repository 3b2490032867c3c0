import { type RegisterHooksOptions, type ResolveFnOutput, registerHooks } from 'node:module'
import { packedRules } from './packed-rules.ts'

export { keepRulesPacked } from './packed-rules.ts'

/**
 * Hundreds of small files import each other by names that need no looking up, and a few packages of ours over and over: Node would ask
 * the disk four times where each of them is, which takes longer than to run them.
 */
export function quickImports(): void {
  if (import.meta.url.endsWith('.ts')) registerHooks({ resolve })
}

const resolve: RegisterHooksOptions['resolve'] = (specifier, context, next) => {
  const { parentURL } = context
  if (parentURL !== undefined && parentURL === whole) compileWhole(null)
  if (parentURL !== undefined && specifier.startsWith('.') && specifier.endsWith('.ts'))
    return { url: new URL(specifier, parentURL).href, format: 'module-typescript', shortCircuit: true }
  if (!specifier.startsWith('@disclosed/')) return next(specifier, context)
  const known = packages.get(specifier) ?? found(specifier, next(specifier, context))
  packages.set(specifier, known)
  return known
}

function found(specifier: string, { url, ...how }: ResolveFnOutput): ResolveFnOutput {
  const packed = specifier === '@disclosed/classify' ? packedRules(url) : null
  if (packed === null) return { url, ...how, shortCircuit: true }
  compileWhole(packed)
  return { url: packed, format: 'module', shortCircuit: true }
}

let whole: string | null = null

/**
 * Node keeps of a file what is compiled when it is loaded, which is little else than its outline: each function is compiled when it is
 * first called, every time anew. The one file is compiled as a whole, until it asks for the first of its own imports; null: no more.
 */
function compileWhole(file: string | null): void {
  whole = file
  process.getBuiltinModule('node:v8').setFlagsFromString(file === null ? '--lazy' : '--no-lazy')
}

/** Wherever it is imported, a package of the workspace is the same folder. */
const packages = new Map<string, ResolveFnOutput>()

/** When a command is done, and had to take the program from its own files: makes the few files for the next. */
export async function keepProgramPacked(entry: string, folder: string): Promise<void> {
  // What is published is plain JavaScript, and has nothing with it that packs.
  if (!import.meta.url.endsWith('.ts')) return
  try {
    const { packProgram } = await import('./pack-program.ts')
    await packProgram(entry, folder)
  } catch {
    // Where they cannot be made or kept, the program is as good in files of its own.
  }
}
