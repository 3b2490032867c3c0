import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Document } from '@disclosed/document'
import { extract } from '@disclosed/extract'
import { processorSeconds } from './processor-seconds.ts'

/** A scan may be called after the letter that it shows: `scan-letter-004.pdf` beside `letter-004-ruled.pdf`. */
const scanned = /^(?:scan|derived-imageonly)-(.+)\.pdf$/

/**
 * How right scans are read, and how fast. In the folder a scan lies beside the letter it was made from (`scan-NAME.pdf` beside
 * `NAME.pdf`, or `NAME-ruled.pdf`; else it is the letter with most words in common), whose own words are the truth. With `npm` or
 * `native` after the folder by that recogniser.
 */
export async function benchScans([folder = '', engine]: readonly string[]): Promise<void> {
  const kept = await mkdtemp(join(tmpdir(), 'disclosed-scans-'))
  const kind = engine === 'npm' || engine === 'native' ? ({ engine } as const) : {}
  const all = new Tally()
  try {
    const names = (await readdir(folder)).toSorted().filter((name) => name.endsWith('.pdf'))
    const letters: Letter[] = []
    for (const name of names.filter((each) => !scanned.test(each)))
      letters.push({ name, document: await extract(await readFile(join(folder, name)), { name }) })
    const scans = names.filter((each) => scanned.test(each))
    const before = [performance.now(), processorSeconds()] as const
    const documents = await besideEachOther(scans, async (scan) =>
      extract(await readFile(join(folder, scan)), { name: scan, recognition: { folder: kept, ...kind } }),
    )
    const spent = { passed: (performance.now() - before[0]) / 1000, worked: processorSeconds() - before[1] }
    for (const [index, found] of documents.entries()) {
      const scan = scans[index] ?? ''
      const letter = letterOf(scan, found, letters)
      if (!letter) continue
      const tally = new Tally()
      for (const each of [tally, all]) each.add(letter.document, found)
      console.log(`${scan}, beside ${letter.name}: ${tally.sentence()}`)
      for (const wrong of tally.wrong.slice(0, 12)) console.log(`   ${wrong}`)
    }
    console.log(`all: ${all.sentence()}`)
    for (const line of all.byChance()) console.log(line)
    const pages = documents.reduce((sum, found) => sum + (found.pages ?? 1), 0)
    const [passed, worked] = [spent.passed, spent.worked].map((seconds) => (seconds / pages).toFixed(2))
    console.log(
      `${pages} pages, ${availableParallelism()} processors: ${passed} s a page, ${worked} s of a processor; the first ones waited for recognisers to start`,
    )
  } finally {
    await rm(kept, { recursive: true, force: true })
  }
}

interface Letter {
  readonly name: string
  readonly document: Document
}

/** As an ingest reads them: as many at a time as there are processors. */
async function besideEachOther<Each, Made>(
  all: readonly Each[],
  make: (each: Each) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = []
  const left = all.entries()
  const work = async (): Promise<void> => {
    for (const [index, each] of left) made[index] = await make(each)
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return made
}

/** The letter that a scan shows; null where it shares hardly a word with any. */
function letterOf(scan: string, found: Document, letters: readonly Letter[]): Letter | null {
  const called = scanned.exec(scan)?.[1]
  const named = letters.find(({ name }) => name === `${called}.pdf` || name === `${called}-ruled.pdf`)
  if (named) return named
  const words = new Set(wordsOf(found).map(({ text }) => text))
  const shared = letters.map((letter) => {
    const printed = new Set(wordsOf(letter.document, found.pages ?? 1).map(({ text }) => text))
    return { letter, share: words.intersection(printed).size / words.union(printed).size }
  })
  const [best] = shared.toSorted((one, other) => other.share - one.share)
  return best && best.share > 0.5 ? best.letter : null
}

interface Recognised {
  readonly text: string
  readonly chance: number
}

class Tally {
  #words = 0
  #right = 0
  #digits = 0
  #digitsRight = 0
  #pages = 0
  readonly wrong: string[] = []
  readonly #figures: { readonly chance: number; readonly isRight: boolean }[] = []

  add(truth: Document, found: Document): void {
    const left = wordsOf(found).toSorted((one, other) => other.chance - one.chance)
    const words = wordsOf(truth, found.pages ?? 1)
    const missing = words.filter(({ text }) => {
      this.#words += 1
      const index = left.findIndex((each) => each.text === text)
      if (index === -1) return true
      this.#right += 1
      this.#see(left.splice(index, 1)[0], true)
      return false
    })
    const [printed, read] = [digitsOf(words), digitsOf(wordsOf(found))]
    this.#digits += printed.length
    this.#digitsRight += Math.max(0, printed.length - apart(printed, read))
    for (const { text } of missing) {
      if (!/\d/.test(text)) continue
      const nearest = left
        .filter((each) => /\d/.test(each.text) || each.text.length < 3)
        .toSorted((one, other) => apart(one.text, text) - apart(other.text, text))[0]
      this.wrong.push(`“${text}” is missing; nearest “${nearest?.text}” (${nearest?.chance})`)
    }
    for (const each of left) this.#see(each, false)
    this.#pages += found.pages ?? 1
  }

  sentence(): string {
    const words = ((100 * this.#right) / this.#words).toFixed(2)
    const digits = ((100 * this.#digitsRight) / this.#digits).toFixed(2)
    return `${words} % of ${this.#words} words right, ${digits} % of ${this.#digits} digits (${this.#pages} pages)`
  }

  /** How many figures were right, by the chance that the recogniser gave them. */
  byChance(): readonly string[] {
    return [0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95].map((from) => {
      const above = this.#figures.filter(({ chance }) => chance >= from)
      const wrong = above.filter(({ isRight }) => !isRight).length
      return `   from ${from}: ${above.length} words with figures, ${wrong} of them not in the letter`
    })
  }

  #see(word: Recognised | undefined, isRight: boolean): void {
    if (word && /\d/.test(word.text)) this.#figures.push({ chance: word.chance, isRight })
  }
}

/** Words of the first pages as people count them; marks at their ends and bullets are none. */
function wordsOf({ text, places }: Document, pages = Number.POSITIVE_INFINITY): Recognised[] {
  const found: Recognised[] = []
  let place = 0
  for (const match of text.matchAll(/\S+/g)) {
    while ((places[place]?.end ?? Number.POSITIVE_INFINITY) <= match.index) place += 1
    const at = places[place]?.place
    if (at?.kind === 'page' && at.page > pages) break
    const word = match[0].replace(/[‘’]/g, "'").replace(/^[^\p{L}\d£<>%]+|[^\p{L}\d%]+$/gu, '')
    if (word !== '') found.push({ text: word, chance: places[place]?.ocr ?? 1 })
  }
  return found
}

/** All digits in the order in which they are read: words that were joined or parted have theirs all the same. */
function digitsOf(words: readonly Recognised[]): string {
  return words.map(({ text }) => text.replace(/\D/g, '')).join('')
}

/** How many letters have to be changed to make one word the other. */
function apart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let y = 1; y <= one.length; y += 1) {
    const next = [y]
    for (let x = 1; x <= other.length; x += 1) {
      const change = (row[x - 1] ?? 0) + (one[y - 1] === other[x - 1] ? 0 : 1)
      next.push(Math.min(change, (row[x] ?? 0) + 1, (next[x - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
