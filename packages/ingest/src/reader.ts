import { enableCompileCache } from 'node:module'
import { Worker } from 'node:worker_threads'
import { quickImports } from './quick-imports.ts'
import type { ReadingTask, Told } from './reading-task.ts'

// Runs as a process of its own: whatever an original does to it happens here and nowhere else.
enableCompileCache()
quickImports()
// A thread of its own: it looks around even while an original holds us in an endless loop.
const guard = new URL(import.meta.url.endsWith('.ts') ? './reader-guard.ts' : './reader-guard.js', import.meta.url)
new Worker(guard, { workerData: { parent: process.ppid, megabytes: Number(process.argv[2]) } }).unref()

const { readOriginals } = await import('./read-originals.ts')
const tell = (told: Told): void | Promise<void> => {
  if (told.kind !== 'rows') process.send?.(told)
  // Rows of a long table would pile up here if nobody waited until they are taken.
  else return new Promise((taken) => process.send?.(told, () => taken()))
}
process.on('message', (task: ReadingTask) => void readOriginals(task, tell))
// Ctrl-C reaches every process of the terminal; the one that asked for the reading decides what it means.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit())
