import { type Io, oneLine } from './io.ts'

/** Tells on stderr how far we are: one line that changes on a terminal, a line for every hundred files elsewhere. */
export interface ProgressLine {
  readonly show: (progress: { readonly done: number; readonly total: number; readonly path: string | null }) => void
  /** Writes a message that stays, above the line that changes. */
  readonly say: (message: string) => void
  /** Takes the line away. */
  readonly end: () => void
}

const everyMilliseconds = 80
const everyFiles = 100
const barWidth = 24
const clear = '\r\u001b[2K'

export function progressLine(io: Io, verb: string, now: () => number = Date.now): ProgressLine {
  return io.errIsTerminal ? changingLine(io, verb, now) : lineByLine(io, verb)
}

/** Tells on a terminal which page of a scan was recognised last; nothing elsewhere, for a letter is soon read. */
export function pageLine(io: Io): {
  readonly show: (path: string, pages: { readonly done: number; readonly of: number }) => void
  readonly end: () => void
} {
  let isShown = false
  return {
    show: (path, { done, of }) => {
      if (!io.errIsTerminal) return
      const start = `Recognising page ${done} of ${of}  `
      const room = Math.max(0, (Number.isFinite(io.width) ? io.width : 80) - start.length - 1)
      io.err(`${clear}${start}${fromItsEnd(oneLine(path), room)}`)
      isShown = true
    },
    end: () => {
      if (isShown) io.err(clear)
      isShown = false
    },
  }
}

function changingLine(io: Io, verb: string, now: () => number): ProgressLine {
  let line = ''
  let last = 0
  return {
    show: ({ done, total, path }) => {
      const filled = total === 0 ? 0 : Math.round((Math.min(done, total) / total) * barWidth)
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled)
      const start = `${verb} ${bar} ${done} of ${Math.max(done, total)}  `
      const room = Math.max(0, (Number.isFinite(io.width) ? io.width : 80) - Array.from(start).length - 1)
      line = start + fromItsEnd(oneLine(path ?? ''), room)
      if (now() - last < everyMilliseconds) return
      last = now()
      io.err(clear + line)
    },
    say: (message) => io.err(`${line ? clear : ''}${message}\n${line}`),
    end: () => {
      if (line) io.err(clear)
      line = ''
    },
  }
}

function lineByLine(io: Io, verb: string): ProgressLine {
  let told = 0
  return {
    show: ({ done, total }) => {
      if (Math.floor(done / everyFiles) === Math.floor(told / everyFiles)) return
      told = done
      io.err(`${verb} ${done} of ${Math.max(done, total)}\n`)
    },
    say: (message) => io.err(`${message}\n`),
    end: () => {},
  }
}

/** A path too long for its room loses its beginning: the name of the file tells most. */
function fromItsEnd(text: string, room: number): string {
  const characters = Array.from(text)
  if (characters.length <= room) return text
  return room < 2 ? '' : `…${characters.slice(-(room - 1)).join('')}`
}
