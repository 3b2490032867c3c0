import type { Entry, Failure, PreparedEntry, Store } from '@disclosed/store'
import PQueue from 'p-queue'
import { Gathered } from './gathered.ts'
import { type Gone, goneBelow } from './gone.ts'
import type { Ingested, IngestOptions, NotRead } from './ingest.ts'
import { failedPaths, type Memory, remember, roundOf } from './ledger.ts'
import { isBelow, isSamePath, sha256 } from './paths.ts'
import type { Readers } from './readers.ts'
import { type PagesDone, type Unreadable, unreadable } from './reading-task.ts'
import { type Looks, lookAtSize } from './size.ts'
import { Neighbourhood, type Surroundings } from './surroundings.ts'
import { allFormats, versionsNow } from './versions.ts'
import type { Found, FoundFile, Trouble } from './walk.ts'
import { Writer } from './writer.ts'

export interface RunOptions
  extends Pick<
    IngestOptions,
    | 'only'
    | 'reread'
    | 'round'
    | 'forgetGone'
    | 'includeHidden'
    | 'password'
    | 'base'
    | 'signal'
    | 'onProgress'
    | 'onFailure'
    | 'onGone'
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
  readonly #typed: ReadonlySet<string>
  readonly #leftOut = new Map<string, number>()
  readonly #failed = new Set<string>()
  #done = 0
  #read = 0
  #documents = 0
  #unchanged = 0
  #troubles = 0
  #failures = 0
  #moved = 0
  #gone = 0
  #goneAndKept = 0
  #fatal: { readonly error: unknown } | null = null

  constructor(options: RunOptions) {
    this.#options = options
    this.#store = options.store
    this.#typed = new Set(options.paths)
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
      if (each.kind === 'left_out') this.#leaveOut(each)
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
    if (this.#options.only !== 'failed') await this.#forgetGone()
  }

  tally(): Omit<Ingested, 'asked' | 'stopped' | 'seconds'> {
    return {
      read: this.#read,
      documents: this.#documents,
      unchanged: this.#unchanged,
      failed: this.#failures + this.#troubles,
      leftOut: this.#leftOut,
      moved: this.#moved,
      gone: this.#gone,
      goneAndKept: this.#goneAndKept,
    }
  }

  async #take(file: FoundFile): Promise<void> {
    if (this.#isOver()) return
    const looks = await lookAtSize(file.absolute, file.path)
    const beside = await this.#surroundings(file)
    if (looks.kind === 'unreadable') this.#fail({ ...looks, path: file.path }, beside, null)
    else {
      const memory = await this.#remember(file, looks, beside)
      if (memory.kind === 'new') await this.#readNow(file, beside, looks)
      else this.#keep(file.path, memory)
    }
    if (this.#isOver()) return
    this.#done += 1
    this.#options.onProgress?.({ done: this.#done, total: this.#options.total, path: file.path })
  }

  async #remember({ path, absolute }: FoundFile, looks: Looks, beside: Surroundings): Promise<Memory> {
    const { reread, only } = this.#options
    if (reread || only === 'failed') return { kind: 'new' }
    return remember(this.#store, path, looks, { ...this.#options, beside }, () => sha256(absolute))
  }

  /** It has not changed; what of it could not be read is named each time. */
  #keep(path: string, { isRead, failures }: Memory & { kind: 'known' }): void {
    if (isRead) this.#unchanged += 1
    for (const each of failures) this.#name({ ...each, path })
  }

  async #readNow({ path, absolute }: FoundFile, beside: Surroundings, looks: Looks): Promise<void> {
    const { source, authorities } = beside
    const { includeHidden = false, password = null } = this.#options
    const gathered = new Gathered()
    const task = { absolute, source, authorities, includeHidden, password, want: 'prepared' } as const
    const onPage = ({ done, of }: PagesDone): void => {
      const page = `${path} (page ${done} of ${of})`
      this.#options.onProgress?.({ done: this.#done, total: this.#options.total, path: page })
    }
    await this.#options.readers.read(task, (result) => gathered.add(result), onPage)
    // A reader that was ended because everybody stops says nothing about its file.
    if (this.#isOver()) return
    for (const each of gathered.leftOut) this.#leaveOut(each)
    const failures = gathered.failures.length > 0 || gathered.read > 0 ? gathered.failures : [noLetters(path)]
    if (gathered.read > 0) this.#read += 1
    this.#documents += gathered.read
    for (const each of failures) this.#name({ ...each, path })
    this.#writer.put({
      path,
      characters: gathered.characters,
      entries: () => entriesOf(gathered, source, looks),
      failures: failures.map(({ part, sha256, ...why }) =>
        this.#failure({ ...why, path, part }, sha256, beside, looks),
      ),
      asFailure: (part, why) => this.#failure({ ...why, part }, null, beside, looks),
      onRefused: (part, why) => {
        this.#documents -= 1
        if (part === null) this.#read -= 1
        this.#name({ ...why, part })
      },
    })
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

  /** A file of which nothing could be read. */
  #fail(why: NotRead, beside: Surroundings | null, looks: Looks | null): void {
    const failure = this.#failure(why, null, beside, looks)
    this.#writer.put({
      path: why.path,
      characters: 0,
      entries: () => [],
      failures: [failure],
      asFailure: () => failure,
      onRefused: () => {},
    })
    this.#name(why)
  }

  #failure(
    { path, part = null, code, message }: NotRead,
    sha256: string | null,
    beside: Surroundings | null,
    looks: Looks | null,
  ): Failure {
    const reader = { ...versionsNow(beside?.authorities ?? null), extract: allFormats() }
    const { bytes, modified } = looks ?? { bytes: null, modified: null }
    return { path, part, sha256, bytes, mtime: modified, code, message, reader }
  }

  #name({ path, part = null, code, message }: NotRead): void {
    this.#failed.add(path)
    this.#failures += 1
    this.#options.onFailure?.({ path, part, code, message })
  }

  #leaveOut({ what }: { readonly what: string }): void {
    this.#leftOut.set(what, (this.#leftOut.get(what) ?? 0) + 1)
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

  /**
   * Takes out what was read in files that are there no more: a figure whose original is gone cannot be looked at. Where most of
   * them are gone at once something else happened, and they are kept unless somebody says that it is meant.
   */
  async #forgetGone(): Promise<void> {
    const { store, paths, base, forgetGone = false, onGone } = this.#options
    const { gone, known } = await goneBelow(store, { paths, base, isMeant: forgetGone })
    const moved = gone.filter(({ isElsewhere }) => isElsewhere)
    const lost = gone.filter(({ isElsewhere }) => !isElsewhere)
    const mayForget = forgetGone || lost.length * 2 <= known
    const forgotten: readonly Gone[] = mayForget ? gone : moved
    this.#forget(forgotten.map(({ path }) => path))
    this.#moved = moved.length
    this.#gone = mayForget ? lost.length : 0
    this.#goneAndKept = mayForget ? 0 : lost.length
    for (const each of forgotten) onGone?.(each)
  }

  #forget(paths: readonly string[]): void {
    if (paths.length === 0) return
    this.#store.together(() => {
      for (const path of paths) this.#store.forget(path)
    })
  }

  #covers(path: string): boolean {
    return this.#typed.has(path) || this.#options.paths.some((typed) => isBelow(path, typed))
  }

  #isOver(): boolean {
    return this.#fatal !== null || this.#options.signal?.aborted === true
  }

  #end(error: unknown): void {
    this.#fatal ??= { error }
  }
}

function* entriesOf(
  gathered: Gathered,
  source: Surroundings['source'],
  { bytes: size, modified: mtime }: Looks,
): Generator<Entry | PreparedEntry> {
  for (const result of gathered.results()) {
    if (result.kind === 'prepared') yield { prepared: result.prepared, source, size, mtime }
    if (result.kind !== 'read' || !result.reading) continue
    const { document, reading } = result
    yield { document, reading, source, size, mtime }
  }
}

/** An archive of nothing but sidecars, or of what programs leave behind. */
function noLetters(path: string): Unreadable {
  return unreadable('empty', `There is nothing to read in ${path}: what it holds are no letters.`)
}
