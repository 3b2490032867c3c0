import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import PQueue from 'p-queue'
import type { ReadingResult, ReadingTask } from './reading-task.ts'

/** Readers at work beside each other, none of which can take the run down with it. */
export interface Readers {
  /** Reads one original. A reader that takes too long or too much memory is ended and its file is named. */
  readonly read: (task: ReadingTask) => Promise<ReadingResult>
  /** Ends them all, whatever they are doing. */
  readonly close: () => void
}

export interface ReadersOptions {
  readonly jobs: number
  /** The longest that one original may take; 60 seconds. */
  readonly seconds?: number
  /** The most memory that one reader may take for what it makes of an original; 1,024 MB. */
  readonly megabytes?: number
  /** The module that reads; a test brings its own. */
  readonly module?: URL
}

const ourReader = new URL('./reader.ts', import.meta.url)

/**
 * Readers start when there is something to read, and are kept. Each is a process: a thread that runs out of memory in the middle of a
 * `split` takes all other threads and the dataset's writer with it.
 */
export function openReaders({ jobs, seconds = 60, megabytes = 1024, module = ourReader }: ReadersOptions): Readers {
  const idle: Reader[] = []
  const all = new Set<Reader>()
  const start = (): Reader => {
    const reader = new Reader(fileURLToPath(module), megabytes)
    all.add(reader)
    return reader
  }
  const queue = new PQueue({ concurrency: jobs })
  let isClosed = false
  return {
    read: (task) =>
      queue.add(async () => {
        if (isClosed) return unreadable('stopped', `Did not read ${task.source.path}: everything was stopped.`)
        const reader = idle.pop() ?? start()
        const result = await reader.read(task, seconds)
        if (reader.isAlive) idle.push(reader)
        else all.delete(reader)
        return result
      }),
    close: () => {
      isClosed = true
      for (const reader of all) reader.end()
    },
  }
}

class Reader {
  readonly #process: ChildProcess
  readonly #megabytes: number
  #lastWords = ''

  constructor(module: string, megabytes: number) {
    this.#megabytes = megabytes
    this.#process = fork(module, [], {
      execArgv: [`--max-old-space-size=${megabytes}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.#process.stderr?.setEncoding('utf8').on('data', (words: string) => {
      this.#lastWords = (this.#lastWords + words).slice(-4000)
    })
    // A process that cannot be sent to has ended, and 'close' says so.
    this.#process.on('error', () => {})
  }

  get isAlive(): boolean {
    const { connected, killed, exitCode, signalCode } = this.#process
    return connected && !killed && exitCode === null && signalCode === null
  }

  async read(task: ReadingTask, seconds: number): Promise<ReadingResult> {
    const { path } = task.source
    const child = this.#process
    const { promise, resolve } = Promise.withResolvers<ReadingResult>()
    const onClose = (code: number | null, signal: string | null): void => resolve(this.#ended(path, signal ?? code))
    const timer = setTimeout(() => {
      resolve(unreadable('too-slow', `Reading ${path} took longer than ${seconds} seconds and was stopped.`))
      this.end()
    }, seconds * 1000)
    child.once('message', resolve)
    child.once('close', onClose)
    if (this.isAlive) child.send(task, () => {})
    else onClose(child.exitCode, child.signalCode)
    const result = await promise
    clearTimeout(timer)
    child.off('message', resolve)
    child.off('close', onClose)
    return result
  }

  end(): void {
    this.#process.kill('SIGKILL')
  }

  #ended(path: string, how: string | number | null): ReadingResult {
    if (this.#lastWords.includes('heap out of memory')) {
      return unreadable('too-big', `Reading ${path} took more than ${this.#megabytes} MB of memory and was stopped.`)
    }
    const words = /^\w*Error[^:\n]{0,80}: (.+)$/m.exec(this.#lastWords)?.[1] ?? `it ended with ${how}`
    return unreadable('fault', `The reader of ${path} ended before it was done: ${words}. Please report this.`)
  }
}

function unreadable(code: string, message: string): ReadingResult {
  return { kind: 'unreadable', code, message }
}
