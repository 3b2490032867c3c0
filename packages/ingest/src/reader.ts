import { readFile } from 'node:fs/promises'
import { enableCompileCache } from 'node:module'
import type { Register } from '@disclosed/reference'
import type { ReadingResult, ReadingTask } from './reading-task.ts'
import { refusal } from './refusal.ts'

// Runs as a process of its own: whatever an original does to it happens here and nowhere else.
enableCompileCache()
const [{ extract, UnreadableError }, { classify }, { register, registerWith }] = await Promise.all([
  import('@disclosed/extract'),
  import('@disclosed/classify'),
  import('@disclosed/reference'),
])

process.on('message', (task: ReadingTask) => {
  void read(task).then((result) => process.send?.(result))
})
// Ctrl-C reaches every process of the terminal; the one that asked for the reading decides what it means.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit())

async function read({ absolute, source, authorities, want }: ReadingTask): Promise<ReadingResult> {
  const { path } = source
  try {
    const bytes = await bytesOf(absolute)
    if ('why' in bytes) return unreadable(bytes.code, `Cannot read ${path}: ${bytes.why}`)
    const document = await extract(bytes, { name: path })
    const reading = want === 'reading' ? classify(document, { source, register: registerFor(authorities) }) : null
    return { kind: 'read', document, reading }
  } catch (error) {
    if (error instanceof UnreadableError) return unreadable(error.code, error.message)
    const seen = error instanceof Error ? error.message : String(error)
    return unreadable('fault', `Reading ${path} went wrong (${seen}). This is a fault in Disclosed: please report it.`)
  }
}

async function bytesOf(absolute: string) {
  try {
    return await readFile(absolute)
  } catch (error) {
    return refusal(error)
  }
}

const registers = new Map<string, Register>()

function registerFor(authorities: string | null): Register {
  if (authorities === null) return register()
  const known = registers.get(authorities)
  if (known) return known
  const made = registerWith(authorities)
  registers.set(authorities, made)
  return made
}

function unreadable(code: string, message: string): ReadingResult {
  return { kind: 'unreadable', code, message }
}
