import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { brokenFile } from './mutations.ts'
import { seeds } from './seeds.ts'

/**
 * Reads COUNT broken files (`pnpm fuzz [COUNT] [FIRST]`), made by chance from whole ones of every format, and says which
 * of them crash a reader, hold it for seconds, or make it write. Those are put beside the tests, which read them from then on.
 */
const [count = 5_000, first = 1] = process.argv.slice(2).map(Number)
const end = first + count
const workers = Math.max(1, Math.min(availableParallelism(), 8))
const share = 25
/** No file of a few kilobytes may take more of a processor, in milliseconds; on a busy machine it may wait for one as much again, thrice. */
const longest = 10_000
const longestWait = 4 * longest
const found = fileURLToPath(new URL('found/', import.meta.url))

const all = seeds()
let next = first
let faults = 0
const started = performance.now()

await Promise.all(Array.from({ length: workers }, runWorker))
const seconds = ((performance.now() - started) / 1000).toFixed(1)
process.stdout.write(
  `${count} broken files (${first} to ${end - 1}) of ${all.length} whole ones, ${seconds} s: ${faults} faults.\n`,
)
process.exitCode = faults === 0 ? 0 : 1

/** Gives numbers to one worker after the other until none are left; one that crashes or hangs is followed by another. */
async function runWorker(): Promise<void> {
  let rest: readonly number[] = []
  while (rest.length > 0 || next < end) rest = await runUntilItEnds(rest)
}

/** Returns the numbers that the worker had yet to read when it ended. */
function runUntilItEnds(given: readonly number[]): Promise<readonly number[]> {
  return new Promise((resolve) => {
    const worker = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), [], {
      // It may read, and write nowhere at all.
      execArgv: [
        '--no-warnings',
        '--permission',
        '--allow-fs-read=*',
        '--allow-worker',
        '--allow-addons',
        '--allow-wasi',
        '--max-old-space-size=1024',
      ],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let rest = given
    let current: number | null = null
    let last = ''
    let timer = watch(worker)
    worker.stderr?.on('data', (data: Buffer) => {
      last = `${last}${data}`.slice(-2_000)
    })
    worker.on('message', (message: Message) => {
      clearInterval(timer)
      timer = watch(worker)
      if (message.kind === 'begins') {
        current = message.number
        rest = rest.filter((number) => number > message.number)
      } else if (message.kind === 'fault') report(message.number, message.fault)
      else {
        current = null
        if (rest.length === 0) rest = take()
        if (rest.length === 0) worker.kill()
        else worker.send(rest)
      }
    })
    worker.on('exit', (code, signal) => {
      clearInterval(timer)
      if (current !== null)
        report(
          current,
          signal === 'SIGKILL' ? `took longer than ${longest} ms` : `ended its process (${code ?? signal}): ${last}`,
        )
      else if (rest.length > 0) throw new Error(`The worker ended before it read anything: ${last}`)
      resolve(rest)
    })
  })
}

type Message =
  | { readonly kind: 'begins'; readonly number: number }
  | { readonly kind: 'fault'; readonly number: number; readonly fault: string }
  | { readonly kind: 'done' }

function watch(worker: ChildProcess): NodeJS.Timeout {
  const [began, spent] = [performance.now(), processorTime(worker)]
  return setInterval(() => {
    const waited = performance.now() - began
    const used = spent === null ? waited : (processorTime(worker) ?? waited) - spent
    if (used >= longest || waited >= longestWait) worker.kill('SIGKILL')
  }, 500)
}

/** What a process has used of all processors, in milliseconds, as Linux tells it (proc(5): utime and stime, in hundredths); null elsewhere. */
function processorTime({ pid }: ChildProcess): number | null {
  try {
    const behindName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    const used = (Number(behindName[11]) + Number(behindName[12])) * 10
    return Number.isFinite(used) ? used : null
  } catch {
    return null
  }
}

function take(): readonly number[] {
  const from = next
  next = Math.min(end, next + share)
  return Array.from({ length: next - from }, (_, index) => from + index)
}

function report(number: number, fault: string): void {
  faults += 1
  const { name, bytes } = brokenFile(number, all)
  mkdirSync(found, { recursive: true })
  writeFileSync(`${found}${name}`, bytes)
  process.stdout.write(`${name}: ${fault}\n`)
}
