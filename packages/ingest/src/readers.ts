import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import PQueue from 'p-queue'
import {
  type PagesDone,
  type ReadingResult,
  type ReadingTask,
  type Rows,
  type Told,
  type Unreadable,
  unreadable,
} from './reading-task.ts'

/** Readers at work beside each other, none of which can take the run down with it. */
export interface Readers {
  /**
   * Reads one file with every file inside it, and tells what came of each in their order. A reader that takes too long or
   * too much memory over one of them is ended and what it read is named; the others are read all the same.
   */
  readonly read: (
    task: ReadingTask,
    onCame: (result: ReadingResult) => void,
    /** Told of each page of a scan. */
    onPage?: (pages: PagesDone) => void,
    /** Told some rows of the table that is wanted, in their order. */
    onRows?: (rows: Rows) => void,
  ) => Promise<void>
  /** Ends them all, whatever they are doing. */
  readonly close: () => void
}

export interface ReadersOptions {
  readonly jobs: number
  /** The longest that one original may take, or one page of a scan; 60 seconds. */
  readonly seconds?: number
  /** The most memory that one reader may take for what it makes of an original; 1,024 MB. */
  readonly megabytes?: number
  /** The module that reads; a test brings its own. */
  readonly module?: URL
}

const ourReader = new URL(import.meta.url.endsWith('.ts') ? './reader.ts' : './reader.js', import.meta.url)
/** An archive over whose files so many readers had to be ended is made to do so: the rest of it is not tried. */
const mostEnded = 5

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
  // Those who recognise the pages of scans share the processors with each other.
  const recognisers = Math.max(1, Math.floor(availableParallelism() / jobs))
  const readOn = async (task: ReadingTask, onCame: OnCame, onPage: OnPage, onRows: OnRows): Promise<Ended | null> => {
    const reader = idle.pop() ?? start()
    const ended = await reader.read({ recognisers, ...task }, seconds, onCame, onPage, onRows)
    if (reader.isAlive) idle.push(reader)
    else all.delete(reader)
    return ended
  }
  const read = async (task: ReadingTask, onCame: OnCame, onPage: OnPage, onRows: OnRows): Promise<void> => {
    const { path } = task.source
    let from = task.from ?? 0
    for (let times = 1; ; times += 1) {
      if (isClosed) return onCame(unreadable('stopped', `Did not read ${path}: everything was stopped.`))
      const ended = await readOn({ ...task, from }, onCame, onPage, onRows)
      if (ended) onCame(ended.over)
      if (!ended || ended.nth === null) return
      if (times === mostEnded)
        return onCame(
          unreadable('gave-up', `Did not read the rest of ${path}: ${mostEnded} of its files could not be read.`),
        )
      from = ended.nth
    }
  }
  return {
    read: (task, onCame, onPage = () => {}, onRows = () => {}) => queue.add(() => read(task, onCame, onPage, onRows)),
    close: () => {
      isClosed = true
      for (const reader of all) reader.end()
    },
  }
}

type OnCame = (result: ReadingResult) => void
type OnPage = (pages: PagesDone) => void
type OnRows = (rows: Rows) => void

/** A reader ended over an original: which one of the file it was, or null where the file itself could not be opened. */
interface Ended {
  readonly nth: number | null
  readonly over: Unreadable
}

class Reader {
  readonly #process: ChildProcess
  readonly #megabytes: number
  #lastWords = ''

  constructor(module: string, megabytes: number) {
    this.#megabytes = megabytes
    this.#process = fork(module, [String(megabytes)], {
      // What is made of a letter dies young: with room for it, less has to be looked through and moved.
      execArgv: [`--max-old-space-size=${megabytes}`, '--min-semi-space-size=16'],
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

  /** Null when everything was read; else the reader has ended. */
  async read(
    task: ReadingTask,
    seconds: number,
    onCame: OnCame,
    onPage: OnPage,
    onRows: OnRows,
  ): Promise<Ended | null> {
    const child = this.#process
    const { promise, resolve } = Promise.withResolvers<Ended | null>()
    let now: Now = { nth: null, part: null, name: task.source.path }
    const endedBy = (code: string, message: string): void =>
      resolve({ nth: now.nth, over: unreadable(code, message, now.part) })
    const timer = setTimeout(() => {
      endedBy('too-slow', `Reading ${now.name} took longer than ${seconds} seconds and was stopped.`)
      this.end()
    }, seconds * 1000)
    const onMessage = (told: Told): void => {
      timer.refresh()
      if (told.kind === 'begins') now = told
      else if (told.kind === 'came') onCame(told.result)
      else if (told.kind === 'page') onPage(told)
      else if (told.kind === 'rows') onRows(told.rows)
      else resolve(null)
    }
    const onClose = (code: number | null, signal: string | null): void =>
      endedBy(...this.#lastWordsOver(now.name, signal ?? code))
    child.on('message', onMessage)
    child.once('close', onClose)
    if (this.isAlive) child.send(task, () => {})
    else onClose(child.exitCode, child.signalCode)
    const ended = await promise
    clearTimeout(timer)
    child.off('message', onMessage)
    child.off('close', onClose)
    return ended
  }

  end(): void {
    this.#process.kill('SIGKILL')
  }

  #lastWordsOver(name: string, how: string | number | null): readonly [code: string, message: string] {
    if (this.#lastWords.includes('out of memory'))
      return ['too-big', `Reading ${name} took more than ${this.#megabytes} MB of memory and was stopped.`]
    const words = /^\w{0,40}Error[^:\n]{0,80}: (.{1,2000})/m.exec(this.#lastWords)?.[1] ?? `it ended with ${how}`
    return ['fault', `The reader of ${name} ended before it was done: ${words}. Please report this.`]
  }
}

/** The original that a reader reads now. */
interface Now {
  readonly nth: number | null
  readonly part: string | null
  readonly name: string
}
