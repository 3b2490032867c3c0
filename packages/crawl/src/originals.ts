import { createHash } from 'node:crypto'
import { copyFile, link, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ItemRecord, PublishedWords } from './adapter.ts'
import type { Blobs } from './blobs.ts'
import { iso } from './clock.ts'
import { type ItemRow, itemsToLayOut, type LinkedUrl, recordOf, setItem, urlsOf, wordsOf } from './journal/items.ts'
import type { Db } from './journal/open.ts'
import { siteFieldsOf } from './site-fields.ts'
import type { Source } from './source.ts'

/** What a reader of files needs of the crawl. */
export interface LayOut {
  readonly db: Db
  readonly blobs: Blobs
  /** The folder that items get a folder each in, below one for their source. */
  readonly originals: string
  /** The same for items whose pages are there no more: they are kept, and nobody reads them from here. */
  readonly withdrawn: string
  readonly sources: ReadonlyMap<string, Source>
}

/**
 * Lays out what new and changed items hold now, a folder each: files under the hash of their address, each with a sidecar that tells
 * where it came from. What its authority took away is set aside, so that whoever reads the originals lets go of it. Older versions stay
 * among the blobs, and the journal knows them. May be broken off and done again at any time.
 */
export async function layOut(out: LayOut): Promise<void> {
  for (;;) {
    const items = itemsToLayOut(out.db, 200)
    for (const item of items) {
      await layOutItem(out, item)
      setItem(out.db, item.source, item.key, { unread: 2 })
    }
    if (items.length < 200) return
  }
}

/** The folder of an item, seen from the folder of all originals. Its name is for people; the hash keeps two keys apart. */
export function folderOf(source: string, key: string): string {
  const words = key
    .toLowerCase()
    .replace(/[^a-z0-9]{1,300}/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '')
  return join(source, `${words === '' ? 'item' : words}-${hashOf(key).slice(0, 10)}`)
}

async function layOutItem(out: LayOut, item: ItemRow): Promise<void> {
  const record = recordOf(item)
  if (!record) return
  const place = folderOf(item.source, item.key)
  const [here, elsewhere] = item.status === 'gone' ? [out.withdrawn, out.originals] : [out.originals, out.withdrawn]
  const folder = join(here, place)
  await mkdir(folder, { recursive: true })
  const wanted = new Set<string>()
  for (const file of filesOf(item, record, out)) {
    wanted.add(file.name).add(`${file.name}.source.json`)
    await put(join(folder, file.name), file, out.blobs)
    await writeFile(join(folder, `${file.name}.source.json`), sidecarOf(out, item, record, file))
  }
  await keepOnly(wanted, folder)
  // Now that it stands whole in one place. The folder stays, and tells whoever looks that there is nothing.
  await keepOnly(new Set(), join(elsewhere, place))
}

async function keepOnly(wanted: ReadonlySet<string>, folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) if (!wanted.has(name)) await rm(join(folder, name), { force: true })
}

interface OriginalFile {
  readonly name: string
  readonly label: string | null
  readonly url: string
  readonly retrieved: number | null
  readonly sha256: string
  readonly role: 'page' | 'words' | 'attachment'
  readonly robotsTag: string | null
  /** Words that stand inside something else; null: the bytes are those of the blob. */
  readonly words: PublishedWords | null
}

function filesOf(item: ItemRow, record: ItemRecord, { db }: LayOut): readonly OriginalFile[] {
  const words = wordsOf(item)
  const rows = urlsOf(db, item.source, item.key)
  // What a list said of an item in full has no page of its own: its words are all that there is.
  const alone = words && !rows.some(({ role }) => role === 'item') ? [wordsAlone(item, record, words)] : []
  return [...alone, ...filesAt(rows, words)]
}

function wordsAlone(item: ItemRow, { pageUrl }: ItemRecord, words: PublishedWords): OriginalFile {
  return {
    name: `${hashOf(`${pageUrl}#${item.key}`).slice(0, 20)}.${endingOf(words)}`,
    label: null,
    url: pageUrl,
    retrieved: item.changed ?? item.last_seen,
    sha256: hashOf(asFile(words)),
    role: 'words',
    robotsTag: null,
    words,
  }
}

function endingOf({ mediaType }: PublishedWords): string {
  return mediaType === 'text/html' ? 'html' : 'txt'
}

function filesAt(rows: readonly LinkedUrl[], words: PublishedWords | null): readonly OriginalFile[] {
  return rows.flatMap((row): OriginalFile[] => {
    if (row.sha256 === null || row.role === 'part') return []
    if (row.role !== 'item') return [fileOf(row, 'attachment', null)]
    if (words) return [fileOf(row, 'words', words)]
    // Data in JSON or XML is no text for people; what it tells stands in the sidecars.
    return ['html', 'pdf', 'txt'].includes(row.extension ?? '') ? [fileOf(row, 'page', null)] : []
  })
}

function fileOf(row: LinkedUrl, role: OriginalFile['role'], words: PublishedWords | null): OriginalFile {
  const extension = words === null ? (row.extension ?? 'bin') : endingOf(words)
  const headers = row.headers === null ? {} : (JSON.parse(row.headers) as Record<string, string>)
  return {
    name: `${hashOf(row.key).slice(0, 20)}.${extension}`,
    label: row.name,
    url: row.final_url ?? row.url,
    retrieved: row.retrieved,
    sha256: row.sha256 ?? '',
    role,
    robotsTag: headers['x-robots-tag'] ?? null,
    words,
  }
}

async function put(path: string, { sha256, words }: OriginalFile, blobs: Blobs): Promise<void> {
  if (words) return await writeFile(path, asFile(words))
  const blob = blobs.pathOf(sha256)
  const [there, kept] = await Promise.all([stat(path).catch(() => null), stat(blob)])
  if (there?.ino === kept.ino && there.size === kept.size) return
  await rm(path, { force: true })
  await link(blob, path).catch(() => copyFile(blob, path))
}

/** A piece of a page is no whole page: without this its letters could be read in another alphabet. */
function asFile({ mediaType, text }: PublishedWords): string {
  return mediaType === 'text/html' && !/<html\b/i.test(text)
    ? `<!doctype html>\n<meta charset="utf-8">\n${text}\n`
    : text
}

/** In the fields that are read of any sidecar, and below `crawled` everything else that the site told. */
function sidecarOf({ sources }: LayOut, item: ItemRow, record: ItemRecord, file: OriginalFile): string {
  const source = sources.get(item.source)
  const { raw, requestText: _request, responseText: _response, attachments: _attachments, ...told } = record
  const sidecar = {
    url: file.url,
    retrieved: file.retrieved === null ? null : iso(file.retrieved),
    authority: source?.authority ?? record.authority,
    licence: record.licenceText ?? source?.licence?.text ?? null,
    ...siteFieldsOf(record, file.role),
    crawled: {
      role: file.role,
      name: file.label,
      field: file.words?.field ?? null,
      sha256: file.sha256,
      robotsTag: file.robotsTag,
      version: item.version,
      status: item.status,
      goneSince: item.gone_since === null ? null : iso(item.gone_since),
      ...told,
      raw,
    },
  }
  return `${JSON.stringify(sidecar, null, 2)}\n`
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
