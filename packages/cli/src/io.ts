import { once } from 'node:events'
import { styleText } from 'node:util'

/** The world as a command sees it. A test brings its own, `ioOfProcess` is the real one. */
export interface Io {
  /** Data, to stdout. */
  readonly out: (text: string) => void
  /** Until what was written is taken: who prints much waits for it, so that nothing piles up. */
  readonly taken: () => Promise<void>
  /** Messages, to stderr. */
  readonly err: (text: string) => void
  readonly outIsTerminal: boolean
  readonly errIsTerminal: boolean
  /** Columns of the terminal; Infinity where there is none. */
  readonly width: number
  /** The folder that the user stands in: paths are seen from here. */
  readonly base: string
  /** The day, as "2026-05-01". */
  readonly today: () => string
  /** The moment, as "2026-05-01T10:00:00.000Z". */
  readonly now: () => string
  /** The clock of crawls where it is not that of the wall: milliseconds, and waiting for so many. */
  readonly crawlClock?: {
    readonly now: () => number
    readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  }
  /**
   * From now on Ctrl-C asks to stop instead of ending the program: the signal says when. Only for work that looks at
   * it between two steps; a second Ctrl-C ends the program.
   */
  readonly stopping: () => AbortSignal
  /** Styles a piece of stdout where it is a terminal and colours are welcome. */
  readonly style: (how: Style, text: string) => string
}

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow'

/** 0 done · 1 some inputs failed, all named · 2 wrong usage · 130 stopped by Ctrl-C. */
export type ExitCode = 0 | 1 | 2 | 130

/** A reason to end a command, already a sentence for the user. */
export class Stop extends Error {
  readonly exitCode: ExitCode

  constructor(message: string, exitCode: ExitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

export function ioOfProcess(): Io {
  const { stdout, stderr, env } = process
  // `disclosed query … | head`: whoever reads us has seen enough, and that is no fault.
  stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  stderr.on('error', () => {})
  const isDumb = env.TERM === 'dumb'
  return {
    out: (text) => {
      stdout.write(text)
    },
    taken: async () => {
      if (stdout.writableNeedDrain) await once(stdout, 'drain')
    },
    err: (text) => {
      stderr.write(text)
    },
    outIsTerminal: stdout.isTTY === true,
    errIsTerminal: stderr.isTTY === true && !isDumb,
    width: stdout.isTTY ? stdout.columns || 80 : Number.POSITIVE_INFINITY,
    base: baseOf(env, process.cwd()),
    today: () => new Date().toISOString().slice(0, 10),
    now: () => new Date().toISOString(),
    stopping: onceStopped(),
    style: (how, text) => (isDumb ? text : styleText(how, text, { stream: stdout })),
  }
}

function onceStopped(): () => AbortSignal {
  const stop = new AbortController()
  let isListening = false
  return () => {
    for (const signal of isListening ? [] : (['SIGINT', 'SIGTERM'] as const)) {
      process.on(signal, () => {
        if (stop.signal.aborted) process.exit(130)
        stop.abort()
      })
    }
    isListening = true
    return stop.signal
  }
}

/** What no one foresaw, as a sentence: what we were doing, and what we saw. */
export function reportFault(error: unknown, argv: readonly string[], io: Pick<Io, 'err'>): void {
  const seen = error instanceof Error ? error.message : String(error)
  io.err(`disclosed ${argv.join(' ')} went wrong: ${seen}\n`)
  io.err('This is a fault in Disclosed. Please report it with the line above.\n')
}

/** pnpm runs scripts in the project's own folder and tells in INIT_CWD where the user typed. */
export function baseOf(env: Readonly<Record<string, string | undefined>>, cwd: string): string {
  return env.npm_lifecycle_event && env.INIT_CWD ? env.INIT_CWD : cwd
}

/** A text from a letter made safe for a terminal and for one line: no escape sequences, white space as single spaces. */
export function oneLine(text: string): string {
  return Array.from(text, (character) => (isControl(character) ? ' ' : character))
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim()
}

function isControl(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0x2028 || code === 0x2029 || isTurning(code)
}

/** Marks that turn the direction of writing can make a line show other words than it holds. */
function isTurning(code: number): boolean {
  return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)
}
