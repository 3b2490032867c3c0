import { availableParallelism } from 'node:os'
import { limits } from '../limits.ts'
import { engineHere, engineId } from './engine.ts'
import { cacheFolder } from './folder.ts'
import { KeptPages } from './kept-pages.ts'
import type { EngineKind, RecognitionOptions } from './options.ts'
import type { RecognisedPage } from './page.ts'
import { isWhite, type Picture } from './picture.ts'
import { Recognisers, Unrecognised } from './recognisers.ts'

export type { RecognisedPage } from './page.ts'
export { isFullOfLetters, type Picture } from './picture.ts'

/** A page's picture and what came of it: its words, or a few words that say why there are none ("took longer than …"). */
export type Recognised = { readonly page: RecognisedPage } | { readonly why: string }

/** The pictures of one document. */
export class Recognition {
  readonly #options: RecognitionOptions
  readonly #until: number
  #done = 0
  #of = 0

  constructor(options: RecognitionOptions) {
    this.#options = options
    this.#until = performance.now() + limits.recognition * 1000
  }

  /**
   * Recognises pictures, some beside each other, and gives what came of each in their order. Each is drawn only when somebody is
   * free to look at it, so that few are held at a time.
   */
  async all(pictures: readonly (() => Promise<Picture>)[]): Promise<readonly Recognised[]> {
    this.#of += pictures.length
    const found: Recognised[] = []
    let next = 0
    const work = async (): Promise<void> => {
      for (let index = next++; index < pictures.length; index = next++) {
        const draw = pictures[index]
        if (draw) found[index] = await this.#one(draw)
        this.#done += 1
        this.#options.onPage?.({ done: this.#done, of: this.#of })
      }
    }
    await Promise.all(
      Array.from({ length: Math.min((this.#options.beside ?? availableParallelism()) + 1, pictures.length) }, work),
    )
    return found
  }

  async #one(draw: () => Promise<Picture>): Promise<Recognised> {
    if (this.#options.off) return { why: 'was left out: pictures are not to be recognised' }
    if (this.#done >= limits.recognisedPages)
      return { why: `was left out: no more than ${limits.recognisedPages} are recognised` }
    if (performance.now() > this.#until)
      return { why: `was left out: the pages before it took ${limits.recognition} seconds` }
    try {
      const picture = await draw()
      if (isWhite(picture)) return { page: emptyPage(picture) }
      const { recognisers, kept, engine } = await atWork(this.#options)
      const key = kept.key(picture, engine)
      const before = await kept.find(key)
      if (before) return { page: before }
      const page = await recognisers.recognise(picture)
      await kept.keep(key, page)
      return { page }
    } catch (error) {
      if (error instanceof Unrecognised) return { why: error.message }
      return { why: `could not be drawn (${error instanceof Error ? error.message : String(error)})` }
    }
  }
}

function emptyPage({ width, height, dpi }: Picture): RecognisedPage {
  return { width, height, dpi, turns: 0, skew: 0, words: [], lines: [] }
}

interface AtWork {
  readonly recognisers: Recognisers
  readonly kept: KeptPages
  readonly engine: string
}

const working = new Map<string, Promise<AtWork>>()

/** The recognisers of this process, started once for all its documents. */
function atWork({ beside = availableParallelism(), folder, engine }: RecognitionOptions): Promise<AtWork> {
  const key = JSON.stringify([beside, folder, engine])
  const known = working.get(key) ?? start(beside, folder ?? cacheFolder(), engine)
  working.set(key, known)
  return known
}

async function start(beside: number, folder: string, asked: EngineKind | undefined): Promise<AtWork> {
  const engine = asked ?? (await engineHere())
  return {
    recognisers: new Recognisers({ engine, folder, count: beside, seconds: limits.recognisedPage }),
    kept: new KeptPages(`${folder}/recognised`),
    engine: await engineId(engine),
  }
}
