import { startEngine } from './engine.ts'
import type { Engine } from './look.ts'
import type { EngineKind } from './options.ts'
import { type RecognisedPage, recognisePage } from './page.ts'
import type { Picture } from './picture.ts'

// A process of its own: what a picture does to a recogniser happens here, and ends with it.

/** What is asked of it: one picture at a time. */
export interface Asked {
  readonly id: number
  readonly picture: Picture
}

export type Answered =
  | { readonly id: number; readonly page: RecognisedPage }
  | { readonly id: number; readonly error: string }

const [kind, folder = ''] = process.argv.slice(2)
let engine: Promise<Engine> | null = null

process.on('message', (asked: Asked) => void answer(asked))
// Ctrl-C reaches every process of the terminal; whoever asked decides what it means.
process.on('SIGINT', () => {})
process.on('disconnect', () => void end())

async function answer({ id, picture }: Asked): Promise<void> {
  let answered: Answered
  try {
    engine ??= startEngine(kind as EngineKind, folder)
    answered = { id, page: await recognisePage(picture, await engine) }
  } catch (error) {
    answered = { id, error: error instanceof Error ? error.message : String(error) }
  }
  process.send?.(answered)
}

/** Whoever asked is gone. Threads that are in the midst of something keep an ordinary end waiting. */
async function end(): Promise<void> {
  if (kind === 'native') await (await engine)?.close()
  process.kill(process.pid, 'SIGKILL')
}
