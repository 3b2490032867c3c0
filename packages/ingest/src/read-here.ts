import { open } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type ReadingResult, type ReadingTask, type Told, TooSlow } from './reading-task.ts'

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
 * Reads one short text in this process, which is then fit for nothing else that takes long. What takes too long is given up.
 */
export async function readHere(task: ReadingTask, onCame: (result: ReadingResult) => void): Promise<void> {
  const { readOriginals } = await import('./read-originals.ts')
  if (task.want === 'reading') await import('@disclosed/classify')
  hurry()
  const tell = (told: Told): void => {
    if (told.kind === 'came') onCame(told.result)
  }
  await readOriginals(task, tell, (work) => withinTime(work, seconds))
}

/**
 * Patterns are made once and to be ready soon, and the space for young objects grows at once, with no tidying up in between: one letter
 * leaves little. Not before all is loaded, for Node keeps what it compiled under one set of flags from what it compiles under another.
 */
function hurry(): void {
  for (const flag of [
    '--no-regexp-tier-up',
    '--no-regexp-optimization',
    '--semi-space-growth-factor=16',
    '--no-incremental-marking',
  ])
    setFlagsFromString(flag)
}

/** A script of its own can be given up in the midst of what holds it; so can all that it calls. */
export function withinTime<Made>(work: () => Made, seconds: number): Made {
  try {
    return runInNewContext('work()', { work }, { timeout: seconds * 1000 })
  } catch (error) {
    if (!isTimeout(error)) throw error
    throw new TooSlow(`took longer than ${seconds} seconds and was stopped.`)
  }
}

function isTimeout(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}
