import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Adapter, type ListedItem, type Page, PageError } from './adapter.ts'
import { adapters } from './adapters/index.ts'
import type { Source } from './source.ts'
import { readSource } from './sources-file.ts'

const listings = new URL('../../../corpus/listings/', import.meta.url).pathname

interface SavedPage {
  readonly file: string
  readonly url: string
  readonly finalUrl?: string
  readonly as: 'list' | 'item'
  readonly mediaType?: string
  readonly headers?: Readonly<Record<string, string>>
  /** The page whose list leads to this item. */
  readonly listedBy?: string
  /** Further pages of the item. */
  readonly parts?: readonly string[]
}

interface Saved {
  readonly entry: { readonly id: string }
  readonly pages: readonly SavedPage[]
}

/** Pages that we wrote in the shapes of real sites; what is read from each stands beside them, for a person to review. */
describe('saved pages', () => {
  it.for(readdirSync(listings))('of %s say what they say', async (folder) => {
    const saved: Saved = JSON.parse(readFileSync(join(listings, folder, 'source.json'), 'utf8'))
    const { source, wrong } = readSource(saved.entry)
    expect(wrong).toEqual([])
    if (!source) throw new Error('There is no source.')
    const read = Object.fromEntries(saved.pages.map((page) => [page.file, readPage(folder, page, saved, source)]))
    await expect(`${JSON.stringify(read, null, 2)}\n`).toMatchFileSnapshot(join(listings, folder, 'listings.json'))
  })
})

function readPage(folder: string, saved: SavedPage, all: Saved, source: Source): unknown {
  const adapter = adapters.find(({ name }) => name === source.adapter)
  if (!adapter) throw new Error(`There is no adapter ${source.adapter}.`)
  try {
    const page = pageOf(folder, saved)
    if (saved.as === 'list') return adapter.list(page, source)
    const named = (file: string) => {
      const found = all.pages.find((each) => each.file === file)
      if (!found) throw new Error(`There is no page ${file}.`)
      return pageOf(folder, found)
    }
    const listed = saved.listedBy ? itemFrom(adapter, named(saved.listedBy), saved.url, source) : null
    return adapter.item(page, source, { listed, parts: (saved.parts ?? []).map(named) })
  } catch (error) {
    if (error instanceof PageError) return { refused: error.code, message: error.message }
    throw error
  }
}

function itemFrom(adapter: Adapter, list: Page, url: string, source: Source): ListedItem {
  const found = adapter.list(list, source).items.find((each) => each.request?.url === url)
  if (!found) throw new Error(`${list.url} does not lead to ${url}.`)
  return found
}

function pageOf(folder: string, { file, url, finalUrl = url, mediaType = 'text/html', headers = {} }: SavedPage): Page {
  const bytes = readFileSync(join(listings, folder, file))
  return { url, finalUrl, status: 200, mediaType, bytes, retrieved: '2026-05-04T03:00:00Z', headers }
}
