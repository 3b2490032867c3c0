import { open } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { ReadingResult, ReadingTask } from './reading-task.ts'

/** A text of so many bytes is read sooner than a process of its own would have started. */
const mostBytes = 48 * 1024
const seconds = 60

/** Is it so short and plain a text that it can be read without a process of its own? */
export async function isShortText(absolute: string): Promise<boolean> {
  const file = await open(absolute).catch(() => null)
  if (file === null) return false
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(mostBytes + 1))
    const text = buffer.toString('latin1', 0, bytesRead)
    return bytesRead <= mostBytes && !text.includes('\0') && !isMoreThanText.test(text)
  } finally {
    await file.close()
  }
}

/** A page, a PDF, an archive, a rich text, an e-mail, a file written into a text: they take what they hold to read. */
const isMoreThanText = /^\s{0,9}<|%PDF-|^PK|^\{\\rtf|^(?:mime-version|content-type|received|from):|^begin \d{3,4} /im

/**
 * Reads one short text in this process, which is then fit for nothing else that takes long: its patterns were made to be ready soon and
 * not to run fast. Where it takes too long the process says so and ends.
 */
export async function readHere(task: ReadingTask, onCame: (result: ReadingResult) => void): Promise<void> {
  setFlagsFromString('--no-regexp-optimization')
  const message = `Reading ${task.source.path} took longer than ${seconds} seconds and was stopped.\n`
  const clock = new Worker(endAfter, { eval: true, workerData: { message, seconds } })
  clock.unref()
  const { readOriginals } = await import('./read-originals.ts')
  await readOriginals(task, (told) => {
    if (told.kind === 'came') onCame(told.result)
  })
  void clock.terminate()
}

/** A thread, so that it runs whatever holds us. */
const endAfter = `const { message, seconds } = require('node:worker_threads').workerData
setTimeout(() => {
  require('node:fs').writeSync(2, message)
  process.kill(process.pid, 'SIGKILL')
}, seconds * 1000)`
