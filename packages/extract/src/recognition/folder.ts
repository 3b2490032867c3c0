import { accessSync, constants, mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Where recognised pages are kept: beside this package, as what Node compiled is; where nothing can be written there, in the user's own
 * folder for such things.
 */
export function cacheFolder(): string {
  const candidates = [
    join(import.meta.dirname, '../../node_modules/.cache/disclosed'),
    join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'disclosed'),
  ]
  return candidates.find(isWritable) ?? join(tmpdir(), 'disclosed')
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
