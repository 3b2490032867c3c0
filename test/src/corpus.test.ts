import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { classify, type Reading, unknownSource } from '@disclosed/classify'
import { readingSchema } from '@disclosed/classify/schema'
import { extract } from '@disclosed/extract'
import { registerWith } from '@disclosed/reference'
import { buildCorpus } from '@disclosed/scripts'
import { describe, expect, it } from 'vitest'
import { differences, type Gold, gist } from './gold.ts'

const corpus = fileURLToPath(new URL('../../corpus', import.meta.url))
const register = registerWith(await readFile(join(corpus, 'letters/authorities.csv'), 'utf8'))
const built = await buildCorpus(corpus)
const documents = built.map(({ path }) => path)
const letters = documents.filter((path) => path.startsWith('letters/'))
const variants = documents.filter((path) => path.startsWith('formats/'))

/** A document as it is read with nothing but its own words to go by. */
async function read(path: string): Promise<{ readonly text: string; readonly reading: Reading }> {
  const document = await extract(await readFile(join(corpus, path)), { name: basename(path) })
  return { text: document.text, reading: classify(document, { source: unknownSource, register }) }
}

/** A letter's labels hold for it in every format; a file that is enclosed with it has labels of its own. */
async function goldOf(path: string): Promise<Gold> {
  const folder = join(corpus, 'letters', basename(dirname(path)))
  const own = `${basename(path)}.gold.json`
  const names = await readdir(folder)
  return JSON.parse(await readFile(join(folder, names.includes(own) ? own : 'gold.json'), 'utf8'))
}

/** The letter that a file in another format repeats. */
function letterOf(variant: string): string {
  const folder = `letters/${basename(dirname(variant))}/`
  return letters.find((path) => path.startsWith(`${folder}letter.`)) ?? folder
}

function quotesIn(found: unknown): readonly { readonly start: number; readonly end: number; readonly quote: string }[] {
  if (typeof found !== 'object' || found === null) return []
  const inside = Object.values(found).flatMap(quotesIn)
  if (!('start' in found && 'end' in found && 'quote' in found)) return inside
  const { start, end, quote } = found
  return typeof start === 'number' && typeof end === 'number' && typeof quote === 'string'
    ? [{ start, end, quote }, ...inside]
    : inside
}

describe('the files of the corpus', () => {
  it.for(built)('$path is byte for byte what its source gives', async ({ path, bytes }) => {
    expect((await readFile(join(corpus, path))).equals(bytes)).toBe(true)
    expect(bytes.length).toBeLessThan(200_000)
  })

  it('are all built from sources, each letter with its labels and its origin', async () => {
    const told = /(?:^|\.)(?:gold|source)\.json$|^(?:authorities|sources)\.csv$/
    for (const group of ['letters', 'formats']) {
      const entries = await readdir(join(corpus, group), { recursive: true, withFileTypes: true })
      const files = entries
        .filter((entry) => entry.isFile() && !told.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name).slice(corpus.length + 1))
      expect(files.toSorted()).toEqual(documents.filter((path) => path.startsWith(`${group}/`)).toSorted())
    }
    for (const folder of new Set(letters.map((path) => dirname(path))))
      expect(await readdir(join(corpus, folder))).toEqual(expect.arrayContaining(['gold.json', 'source.json']))
  })

  it('are at least thirty, in five formats, and every format is among the letters', () => {
    expect(documents.length).toBeGreaterThanOrEqual(30)
    const formats = new Set(letters.map((path) => path.slice(path.lastIndexOf('.') + 1)))
    expect([...formats].toSorted()).toEqual(['docx', 'html', 'pdf', 'txt', 'xlsx'])
  })

  it('give invented figures to invented councils alone', async () => {
    for (const path of letters) {
      const { authority } = await goldOf(path)
      const source = JSON.parse(await readFile(join(corpus, dirname(path), 'source.json'), 'utf8'))
      if (source.what === 'invented') expect(authority).toContain('(invented)')
      else expect([authority, source]).toEqual([source.authority, expect.objectContaining({ what: 'restatement' })])
    }
  })
})

describe('what the corpus says', () => {
  it.for(documents)('%s is read as a careful person reads it', async (path) => {
    const { reading } = await read(path)
    expect(differences(await goldOf(path), reading)).toEqual([])
  })

  it.for(documents)('%s shows the words of every finding', async (path) => {
    const { text, reading } = await read(path)
    const quotes = quotesIn(reading)
    expect(quotes.length).toBeGreaterThan(0)
    for (const { start, end, quote } of quotes) expect(text.slice(start, end)).toBe(quote)
  })

  it.for(variants)('%s says what the letter says in its own format', async (path) => {
    const [variant, letter] = await Promise.all([read(path), read(letterOf(path))])
    expect(gist(variant.reading)).toEqual(gist(letter.reading))
  })
})

describe('the schema that programs are promised', () => {
  it.for(documents)('holds the reading of %s', async (path) => {
    const { reading } = await read(path)
    const { error } = readingSchema.strict().safeParse(reading)
    expect(error?.message).toBeUndefined()
  })
})
