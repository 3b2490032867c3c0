import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { isAbsolute, normalize, relative, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Store } from '@disclosed/store'
import PQueue from 'p-queue'
import type { Ingested, IngestOptions, NotRead } from './ingest.ts'
import { failedPaths, readPaths, remember, roundOf } from './ledger.ts'
import type { Readers } from './readers.ts'
import { refusal } from './refusal.ts'
import { type Looks, lookAtSize } from './size.ts'
import { Neighbourhood, type Surroundings } from './surroundings.ts'
import { allFormats, versionsNow } from './versions.ts'
import type { Found, FoundFile, Trouble } from './walk.ts'
import { Writer } from './writer.ts'

export interface RunOptions
  extends Pick<
    IngestOptions,
    'only' | 'reread' | 'round' | 'forgetGone' | 'base' | 'signal' | 'onProgress' | 'onFailure'
  > {
  readonly store: Store
  readonly readers: Readers
  /** As they were typed. */
  readonly paths: readonly string[]
  /** How many files there are. */
  readonly total: number
}

/** One run over files: what it has done so far, and how far it goes ahead of itself. */
export class Run {
  readonly #options: RunOptions
  readonly #store: Store
  readonly #writer: Writer
  readonly #beside: Neighbourhood
  readonly #leftOut = new Map<string, number>()
  readonly #failed = new Set<string>()
  #done = 0
  #read = 0
  #unchanged = 0
  #troubles = 0
  #fatal: { readonly error: unknown } | null = null

  constructor(options: RunOptions) {
    this.#options = options
    this.#store = options.store
    this.#writer = new Writer(options.store)
    this.#beside = new Neighbourhood((trouble) => this.#tell(trouble))
  }

  /** Reads what is found, so many files beside each other, and waits until everything is written. */
  async through(found: AsyncIterable<Found>, jobs: number): Promise<void> {
    // Twice as many as there are readers: while they read, others are looked up and written.
    const queue = new PQueue({ concurrency: jobs * 2 })
    const before = failedPaths(this.#store)
    for await (const each of found) {
      if (this.#isOver()) break
      if (each.kind === 'left_out') this.#leftOut.set(each.what, (this.#leftOut.get(each.what) ?? 0) + 1)
      else if (each.kind === 'trouble') this.#meet(each)
      else if (this.#options.only !== 'failed' || before.has(each.path)) {
        await queue.onSizeLessThan(jobs * 2)
        void queue.add(() => this.#take(each)).catch((error: unknown) => this.#end(error))
      }
    }
    await queue.onIdle()
    if (this.#fatal) throw this.#fatal.error
    this.#writer.flush()
    if (this.#isOver()) return
    this.#forget(this.#mended())
    if (this.#options.forgetGone) this.#forget(await this.#gone())
  }

  tally(): Omit<Ingested, 'stopped' | 'seconds'> {
    return {
      read: this.#read,
      unchanged: this.#unchanged,
      failed: this.#failed.size + this.#troubles,
      leftOut: this.#leftOut,
    }
  }

  async #take(file: FoundFile): Promise<void> {
    if (this.#isOver()) return
    const looks = await lookAtSize(file.absolute, file.path)
    const beside = await this.#surroundings(file)
    const { reread, only } = this.#options
    const memory =
      looks.kind === 'unreadable' || reread || only === 'failed'
        ? ({ kind: 'new' } as const)
        : await remember(this.#store, file.path, looks, beside, () => sha256(file.absolute))
    if (memory.kind === 'read') this.#unchanged += 1
    else if (memory.kind === 'failed') this.#name({ ...memory, path: file.path })
    else if (looks.kind === 'unreadable') this.#fail({ ...looks, path: file.path }, beside, null)
    else await this.#readNow(file, beside, looks)
    if (this.#isOver()) return
    this.#done += 1
    this.#options.onProgress?.({ done: this.#done, total: this.#options.total, path: file.path })
  }

  async #readNow({ path, absolute }: FoundFile, beside: Surroundings, looks: Looks): Promise<void> {
    const { source, authorities } = beside
    const result = await this.#options.readers.read({ absolute, source, authorities, want: 'reading' })
    // A reader that was ended because everybody stops says nothing about its file.
    if (this.#isOver()) return
    if (result.kind === 'unreadable') {
      this.#fail({ ...result, path }, beside, looks)
    } else if (result.reading) {
      const { document, reading } = result
      this.#writer.put({ document, reading, source, size: looks.bytes, mtime: looks.modified }, (why) =>
        this.#refuse(why, beside, looks),
      )
      this.#read += 1
    }
  }

  async #surroundings(file: FoundFile): Promise<Surroundings> {
    const beside = await this.#beside.of(file.path, file.absolute)
    const { source } = beside
    const round = source.round ?? this.#options.round ?? roundOf(this.#store, file.path)
    return { ...beside, source: { ...source, round } }
  }

  /** What the walk could not look into. A path that was typed and is not there is a slip, and no part of the dataset. */
  #meet(trouble: Trouble): void {
    const isSlip = trouble.code === 'ENOENT' && this.#options.paths.some((path) => isSamePath(path, trouble.path))
    if (isSlip) this.#tell(trouble)
    else this.#fail(trouble, null, null)
  }

  #refuse(why: NotRead, beside: Surroundings, looks: Looks): void {
    this.#read -= 1
    this.#fail(why, beside, looks)
  }

  #fail({ path, code, message }: NotRead, beside: Surroundings | null, looks: Looks | null): void {
    const reader = { ...versionsNow(beside?.authorities ?? null), extract: allFormats() }
    const { bytes, modified } = looks ?? { bytes: null, modified: null }
    this.#writer.fail({ path, part: null, sha256: null, bytes, mtime: modified, code, message, reader })
    this.#name({ path, code, message })
  }

  #name({ path, code, message }: NotRead): void {
    this.#failed.add(path)
    this.#options.onFailure?.({ path, code, message })
  }

  /** Something that is no letter and could not be used. */
  #tell(trouble: NotRead): void {
    this.#troubles += 1
    this.#options.onFailure?.({ path: trouble.path, code: trouble.code, message: trouble.message })
  }

  /** Failures of an earlier run, below the paths of this one, that did not happen again. */
  #mended(): readonly string[] {
    return [...failedPaths(this.#store)].filter((path) => !this.#failed.has(path) && this.#covers(path))
  }

  /** Files that were read once, below the paths of this run, and are there no more. */
  async #gone(): Promise<readonly string[]> {
    const gone: string[] = []
    for (const path of readPaths(this.#store)) {
      if (this.#covers(path) && !(await isThere(resolve(this.#options.base, path)))) gone.push(path)
    }
    return gone
  }

  #forget(paths: readonly string[]): void {
    if (paths.length === 0) return
    this.#store.together(() => {
      for (const path of paths) this.#store.forget(path)
    })
  }

  #covers(path: string): boolean {
    return this.#options.paths.some((typed) => isBelow(path, typed))
  }

  #isOver(): boolean {
    return this.#fatal !== null || this.#options.signal?.aborted === true
  }

  #end(error: unknown): void {
    this.#fatal ??= { error }
  }
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** A drive that is not at hand is no reason to forget what was on it: only a plain no counts. */
async function isThere(file: string): Promise<boolean> {
  try {
    await access(file)
    return true
  } catch (error) {
    return refusal(error).code !== 'ENOENT'
  }
}

function isSamePath(typed: string, path: string): boolean {
  return normalize(typed) === normalize(path)
}

/** Is a path, as a walk shows it, the one that was typed or below it? */
function isBelow(path: string, typed: string): boolean {
  const from = relative(normalize(typed), normalize(path))
  return !from.startsWith('..') && !isAbsolute(from)
}
