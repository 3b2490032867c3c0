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
  if (parentURL !== undefined && specifier.startsWith('.') && specifier.endsWith('.ts'))
    return { url: new URL(specifier, parentURL).href, format: 'module-typescript', shortCircuit: true }
  if (!specifier.startsWith('@disclosed/')) return next(specifier, context)
  const known = packages.get(specifier) ?? found(specifier, next(specifier, context))
  packages.set(specifier, known)
  return known
}

function found(specifier: string, { url, ...how }: ResolveFnOutput): ResolveFnOutput {
  const packed = specifier === '@disclosed/classify' ? packedRules(url) : null
  return packed === null ? { url, ...how, shortCircuit: true } : { url: packed, format: 'module', shortCircuit: true }
}

/** Wherever it is imported, a package of the workspace is the same folder. */
const packages = new Map<string, ResolveFnOutput>()
