import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'

export interface Measured {
  readonly seconds: number
  /** The most memory that a process held, in MB; null where this system does not tell. */
  readonly ownMegabytes: number | null
  /** The same for the largest of the processes it started. */
  readonly readerMegabytes: number | null
}

const everyMilliseconds = 40

/** Runs a program to its end and measures it from outside. */
export async function measured(program: string, args: readonly string[], cwd: string): Promise<Measured> {
  const started = performance.now()
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
  let words = ''
  child.stderr.setEncoding('utf8').on('data', (more: string) => {
    words += more
  })
  let own: number | null = null
  let reader: number | null = null
  const timer = setInterval(async () => {
    own = larger(own, await peakOf(child.pid))
    for (const started of await childrenOf(child.pid)) reader = larger(reader, await peakOf(started))
  }, everyMilliseconds)
  const { promise, resolve } = Promise.withResolvers<number | null>()
  child.on('close', resolve)
  const exitCode = await promise
  clearInterval(timer)
  if (exitCode !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${exitCode}: ${words}`)
  return { seconds: (performance.now() - started) / 1000, ownMegabytes: own, readerMegabytes: reader }
}

/** The high-water mark of a process: Linux tells it. */
async function peakOf(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /^VmHWM:\s+(\d+)/m.exec(status)?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) / 1024
}

async function childrenOf(pid: number | undefined): Promise<readonly number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => [])
  const lists = threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => ''))
  return (await Promise.all(lists)).flatMap((list) => list.split(' ').filter(Boolean).map(Number))
}

function larger(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b)
}
