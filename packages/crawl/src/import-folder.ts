import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Adapter } from './adapter.ts'
import { type Imported, type ImportedItem, importPages, nameOfFile, type SavedFile, savedFrom } from './import-pages.ts'
import { folderOf } from './originals.ts'
import { siteFieldsOf } from './site-fields.ts'
import { kindOf } from './sniff.ts'
import type { Source } from './source.ts'
import { urlKey } from './urls.ts'

export interface ImportedFolder extends Omit<Imported, 'items'> {
  readonly items: number
  /** The folders that were written, one for each item, ready for a reader. */
  readonly folders: readonly string[]
}

const largest = 100 * 1024 * 1024

/**
 * Reads a folder of pages and files that were saved by hand, each with a sidecar `NAME.source.json` that tells at least its `url`, and
 * lays items out as a crawl does, below `originals`.
 */
export async function importFolder(
  folder: string,
  originals: string,
  adapter: Adapter,
  source: Source,
): Promise<ImportedFolder> {
  const { files, troubles } = await filesIn(folder)
  const imported = importPages(files, adapter, source)
  const folders: string[] = []
  for (const item of imported.items) folders.push(await layOutItem(item, folder, originals, source))
  return { ...imported, items: imported.items.length, folders, troubles: [...troubles, ...imported.troubles] }
}

async function filesIn(
  folder: string,
): Promise<{ readonly files: readonly SavedFile[]; readonly troubles: readonly string[] }> {
  const files: SavedFile[] = []
  const troubles: string[] = []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.toSorted((one, other) =>
    join(one.parentPath, one.name) < join(other.parentPath, other.name) ? -1 : 1,
  )) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path)
    if (!entry.isFile() || name.endsWith('.source.json') || entry.name.startsWith('.')) continue
    const bytes = await readFile(path)
    const told = await sidecarOf(path)
    const url = told.url ?? savedFrom(bytes)
    if (told.wrong !== null) troubles.push(`Cannot use ${name}.source.json: ${told.wrong}.`)
    else if (bytes.length > largest) troubles.push(`Cannot use ${name}: it is larger than 100 MB.`)
    else if (url === null || urlKey(url) === null)
      troubles.push(
        `Cannot use ${name}: nothing tells where it came from. Write ${name}.source.json with { "url": "https://…", "retrieved": "2026-05-31" }.`,
      )
    else files.push({ name, url, retrieved: told.retrieved, mediaType: null, bytes })
  }
  return { files, troubles }
}

interface Sidecar {
  readonly url: string | null
  readonly retrieved: string | null
  readonly wrong: string | null
}

async function sidecarOf(path: string): Promise<Sidecar> {
  const silent = { url: null, retrieved: null, wrong: null }
  let text: string
  try {
    text = await readFile(`${path}.source.json`, 'utf8')
  } catch {
    return silent
  }
  try {
    const told: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    const word = (name: string) => {
      const value = typeof told === 'object' && told !== null ? (told as Record<string, unknown>)[name] : null
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
    }
    return { url: word('url'), retrieved: word('retrieved'), wrong: null }
  } catch {
    return { ...silent, wrong: 'it is no JSON, { "url": … }' }
  }
}

async function layOutItem(item: ImportedItem, from: string, originals: string, source: Source): Promise<string> {
  const { record, page, words, attachments } = item
  const folder = join(originals, folderOf(source.id, record.itemKey))
  await mkdir(folder, { recursive: true })
  const told = (role: 'page' | 'words' | 'attachment', url: string, retrieved: string | null) => ({
    url,
    retrieved,
    authority: source.authority ?? record.authority,
    licence: record.licenceText ?? source.licence?.text ?? null,
    ...siteFieldsOf(record, role),
    crawled: {
      role,
      importedByHand: true,
      categories: record.categoryRaw,
      published: record.published,
      raw: record.raw,
    },
  })
  const write = async (name: string, body: string | Uint8Array, sidecar: object) => {
    await writeFile(join(folder, name), body)
    await writeFile(join(folder, `${name}.source.json`), `${JSON.stringify(sidecar, null, 2)}\n`)
  }
  if (words) {
    const ending = words.mediaType === 'text/html' ? 'html' : 'txt'
    const isWhole = ending === 'txt' || /<html\b/i.test(words.text)
    const text = isWhole ? words.text : `<!doctype html>\n<meta charset="utf-8">\n${words.text}\n`
    await write(
      nameOfFile(`${record.pageUrl}#${record.itemKey}`, ending),
      text,
      told('words', record.pageUrl, page?.retrieved ?? null),
    )
  } else if (page) await write(nameOfFile(page.url, 'html'), page.bytes, told('page', page.url, page.retrieved))
  for (const file of attachments) {
    const { extension } = await kindOf(join(from, file.name), file.bytes.subarray(0, 4_100), null, file.name)
    await write(nameOfFile(file.url, extension), file.bytes, told('attachment', file.url, file.retrieved))
  }
  return folder
}
