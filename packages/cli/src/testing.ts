import type { Io } from './io.ts'

/** A world for tests: keeps what is printed. */
export function testIo(about: Partial<Io> = {}): Io & { readonly output: () => string; readonly errors: () => string } {
  let output = ''
  let errors = ''
  return {
    out: (text) => {
      output += text
    },
    taken: () => Promise.resolve(),
    err: (text) => {
      errors += text
    },
    outIsTerminal: false,
    errIsTerminal: false,
    width: Number.POSITIVE_INFINITY,
    base: process.cwd(),
    today: () => '2026-05-01',
    now: () => '2026-05-01T10:00:00.000Z',
    stopping: () => new AbortController().signal,
    style: (_how, text) => text,
    ...about,
    output: () => output,
    errors: () => errors,
  }
}
