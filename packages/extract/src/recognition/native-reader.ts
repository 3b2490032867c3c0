import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mostCharacters, oneThread } from './native-once.ts'
import { asTiff, type Picture } from './picture.ts'

/** It says hello, before any picture, in so many milliseconds. */
const longestStart = 20_000
/** The number under which it finds the pictures. */
const pictures = 3

/** A Tesseract that has learned its language once and reads picture after picture, one at a time. */
export interface Reader {
  /** The words of a picture as hOCR. Rejects when the process ends; it is of no more use then. */
  readonly hocr: (picture: Picture) => Promise<string>
}

/**
 * Starts one. It reads the names of pictures from a stream and writes each one's words as soon as it has them; all pictures stand in one
 * file that has no name any more, so nothing is left of them whatever ends us. Null where that cannot be had: `stdbuf` (of GNU) has to be
 * there, and Tesseract has to know `stream_filelist` (5.0 and later).
 */
export async function startReader(args: readonly string[], signal: AbortSignal): Promise<Reader | null> {
  if (process.platform !== 'linux') return null
  const file = await namelessFile()
  if (file === null) return null
  const all = ['stdin', 'stdout', ...args, '-c', 'stream_filelist=1', '-c', 'tessedit_create_hocr=1']
  const child = spawn('stdbuf', ['--output=0', 'tesseract', ...all], {
    signal,
    killSignal: 'SIGKILL',
    stdio: ['pipe', 'pipe', 'ignore', file.fd],
    env: { ...process.env, ...oneThread },
  })
  child.on('error', () => {})
  child.on('close', () => void file.close().catch(() => {}))
  child.stdin?.on('error', () => {})
  const answers = new Answers(child)
  const hello = await Promise.race([answers.next(/<body>\s*$/), afterwards(longestStart)]).catch(() => null)
  if (hello === null) {
    child.kill('SIGKILL')
    return null
  }
  let before: Promise<unknown> = Promise.resolve()
  return {
    hocr: (picture) => {
      const read = before.then(() => readOne(picture, file, child, answers))
      before = read.catch(() => {})
      return read
    },
  }
}

async function readOne(picture: Picture, file: FileHandle, child: ChildProcess, answers: Answers): Promise<string> {
  const parts = asTiff(picture)
  await file.writev(parts, 0)
  await file.truncate(parts.reduce((sum, { length }) => sum + length, 0))
  const answer = answers.next(endOfPage)
  child.stdin?.write(`/dev/fd/${pictures}\n`)
  return answer
}

/** Areas within the page end farther to the right. */
const endOfPage = /(?:^|\n) {2}<\/div>\n$/

/** What the process writes, parted where an answer ends. */
class Answers {
  #text = ''
  #waiting: {
    readonly end: RegExp
    readonly resolve: (text: string) => void
    readonly reject: (error: Error) => void
  } | null
  #ended: Error | null = null

  constructor(child: ChildProcess) {
    this.#waiting = null
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      this.#text += part
      if (this.#text.length > mostCharacters) child.kill('SIGKILL')
      this.#look()
    })
    const end = (why: string): void => {
      this.#ended ??= new Error(`tesseract ended with ${why}`)
      this.#waiting?.reject(this.#ended)
      this.#waiting = null
    }
    child.on('error', ({ message }) => end(message))
    child.on('close', (code, ended) => end(`${ended ?? code}`))
  }

  /** All that is written until its end looks so. */
  next(end: RegExp): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>()
    if (this.#ended) reject(this.#ended)
    else this.#waiting = { end, resolve, reject }
    this.#look()
    return promise
  }

  #look(): void {
    if (!this.#waiting?.end.test(this.#text.slice(-40))) return
    this.#waiting.resolve(this.#text)
    this.#waiting = null
    this.#text = ''
  }
}

/** In memory where the machine has such a folder. */
async function namelessFile(): Promise<FileHandle | null> {
  for (const folder of ['/dev/shm', tmpdir()]) {
    const path = join(folder, `disclosed-${randomUUID()}`)
    try {
      const file = await open(path, 'wx+', 0o600)
      await unlink(path)
      return file
    } catch {
      // The next one may be writable.
    }
  }
  return null
}

async function afterwards(milliseconds: number): Promise<null> {
  const { promise, resolve } = Promise.withResolvers<null>()
  setTimeout(resolve, milliseconds, null).unref()
  return promise
}
