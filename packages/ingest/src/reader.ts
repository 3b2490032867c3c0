import { readFile } from 'node:fs/promises'
import { enableCompileCache } from 'node:module'
import type { Register } from '@disclosed/reference'
import type { ReadingResult, ReadingTask } from './reading-task.ts'
import { refusal } from './refusal.ts'

// Runs as a process of its own: whatever an original does to it happens here and nowhere else.
enableCompileCache()
const { extract, UnreadableError } = await import('@disclosed/extract')

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
    if (want === 'document') return { kind: 'read', document, reading: null }
    const [{ classify }, { rulesWith }] = await Promise.all([import('@disclosed/classify'), import('./versions.ts')])
    const register = await registerFor(authorities)
    const reading = classify(document, { source, register })
    return {
      kind: 'read',
      document,
      reading: { ...reading, reader: { ...reading.reader, rules: rulesWith(authorities) } },
    }
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

async function registerFor(authorities: string | null): Promise<Register> {
  const { register, registerWith } = await import('@disclosed/reference')
  if (authorities === null) return register()
  const known = registers.get(authorities) ?? registerWith(authorities)
  registers.set(authorities, known)
  return known
}

function unreadable(code: string, message: string): ReadingResult {
  return { kind: 'unreadable', code, message }
}
