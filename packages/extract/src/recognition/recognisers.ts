import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { EngineKind } from './options.ts'
import type { RecognisedPage } from './page.ts'
import type { Picture } from './picture.ts'
import type { Answered } from './recogniser-process.ts'

/** A picture whose words could not be had; the message goes on after "page 4": "took longer than 40 seconds". */
export class Unrecognised extends Error {
  override readonly name = 'Unrecognised'
}

export interface RecognisersOptions {
  readonly engine: EngineKind
  /** Where an engine may keep what it unpacks. */
  readonly folder: string
  /** How many pictures are recognised beside each other. */
  readonly count: number
  /** The longest that one picture may take. */
  readonly seconds: number
}

const module = new URL(
  import.meta.url.endsWith('.ts') ? './recogniser-process.ts' : './recogniser-process.js',
  import.meta.url,
)

/** Processes that recognise pictures. They start when there is something to do and are kept; none keeps this process from ending. */
export class Recognisers {
  readonly #options: RecognisersOptions
  readonly #idle: Recogniser[] = []
  readonly #waiting: (() => void)[] = []
  #busy = 0

  constructor(options: RecognisersOptions) {
    this.#options = options
  }

  /** Waits for a free recogniser. Rejects with `Unrecognised`. */
  async recognise(picture: Picture): Promise<RecognisedPage> {
    while (this.#busy >= this.#options.count) await new Promise<void>((go) => this.#waiting.push(go))
    this.#busy += 1
    const recogniser = this.#idle.pop() ?? new Recogniser(this.#options)
    try {
      return await recogniser.recognise(picture, this.#options.seconds)
    } finally {
      if (recogniser.isAlive) this.#idle.push(recogniser)
      this.#busy -= 1
      this.#waiting.shift()?.()
    }
  }

  close(): void {
    for (const recogniser of this.#idle.splice(0)) recogniser.end()
  }
}

class Recogniser {
  readonly #process: ChildProcess
  #asked = 0

  constructor({ engine, folder }: RecognisersOptions) {
    this.#process = fork(fileURLToPath(module), [engine, folder], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: ['--no-warnings'],
    })
    // A process that cannot be sent to has ended, and 'close' says so.
    this.#process.on('error', () => {})
    this.#wait(false)
  }

  get isAlive(): boolean {
    const { connected, killed, exitCode, signalCode } = this.#process
    return connected && !killed && exitCode === null && signalCode === null
  }

  async recognise(picture: Picture, seconds: number): Promise<RecognisedPage> {
    const child = this.#process
    const id = ++this.#asked
    const { promise, resolve, reject } = Promise.withResolvers<RecognisedPage>()
    const timer = setTimeout(() => {
      reject(new Unrecognised(`took longer than ${seconds} seconds to recognise`))
      this.end()
    }, seconds * 1000)
    const onMessage = (answered: Answered): void => {
      if (answered.id !== id) return
      if ('page' in answered) resolve(answered.page)
      else reject(new Unrecognised(`could not be recognised (${answered.error})`))
    }
    const onClose = (code: number | null, signal: string | null): void =>
      reject(new Unrecognised(`could not be recognised (its recogniser ended with ${signal ?? code})`))
    child.on('message', onMessage)
    child.once('close', onClose)
    this.#wait(true)
    try {
      if (this.isAlive) child.send({ id, picture }, () => {})
      else onClose(child.exitCode, child.signalCode)
      return await promise
    } finally {
      clearTimeout(timer)
      child.off('message', onMessage)
      child.off('close', onClose)
      this.#wait(false)
    }
  }

  end(): void {
    // Without its channel it ends by itself, with what it started; the signal is for one that is held and does not notice.
    if (this.#process.connected) this.#process.disconnect()
    setTimeout(() => this.#process.kill('SIGKILL'), 500).unref()
  }

  /** Does this process wait for it? */
  #wait(isWaiting: boolean): void {
    const { channel } = this.#process
    if (isWaiting) {
      this.#process.ref()
      channel?.ref()
    } else {
      this.#process.unref()
      channel?.unref()
    }
  }
}
