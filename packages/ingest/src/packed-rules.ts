import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

let unpacked: string | null = null

/**
 * The rules are some 250 small files, which take longer to load than a short letter takes to read. One file of all of them is kept
 * beside them, and is used as long as it was made of exactly what stands there now; null where it was not.
 */
export function packedRules(entry: string): string | null {
  const folder = dirname(fileURLToPath(entry))
  const packed = packedAt(folder)
  if (startOf(packed) === headOf(folder)) return pathToFileURL(packed).href
  unpacked = folder
  return null
}

/** When a command is done, and had to take the rules from their own files: makes one file of them for the next. */
export async function keepRulesPacked(): Promise<void> {
  if (unpacked === null) return
  try {
    const { packRules } = await import('./pack-rules.ts')
    // Taken before the files are read: what changes meanwhile makes the one file an old one.
    await packRules(unpacked, packedAt(unpacked), headOf(unpacked))
  } catch {
    // Where it cannot be made or kept, the rules are as good in files of their own.
  }
}

/** Inside the package, so that what the rules import is found from there. */
function packedAt(folder: string): string {
  return join(folder, '../node_modules/.cache/disclosed/rules.js')
}

/** First line of the one file: name, size and time of change of each file that it was made of, and of what made it. */
function headOf(folder: string): string {
  const lines = [lineOf(dirname(import.meta.filename), 'pack-rules.ts'), ...linesOf(folder, '')]
  return `// ${lines.join(', ')}`
}

function linesOf(folder: string, below: string): readonly string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((each) => {
      const name = `${below}${each.name}`
      return each.isDirectory() ? linesOf(folder, `${name}/`) : [lineOf(folder, name)]
    })
}

function lineOf(folder: string, name: string): string {
  const { size, mtimeMs } = statSync(`${folder}/${name}`)
  return `${name} ${size} ${mtimeMs}`
}

function startOf(packed: string): string | null {
  try {
    const text = readFileSync(packed, 'latin1')
    return text.slice(0, text.indexOf('\n'))
  } catch {
    return null
  }
}
