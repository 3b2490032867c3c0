import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { RecognisedPage } from './page.ts'
import type { Picture } from './picture.ts'

/** Goes up when the same picture would give other words. */
const version = 7
/** So much is kept, and what was not asked for longest goes first; a page takes some 10 kB. */
const mostBytes = 200 * 1024 * 1024
/** How many pages are written before a look is taken at how much there is. */
const pagesBetweenLooks = 200

/** Pages that were recognised before, by their picture. What cannot be kept or read is recognised again. */
export class KeptPages {
  readonly #folder: string
  #written = pagesBetweenLooks - 1

  constructor(folder: string) {
    this.#folder = folder
  }

  /** `engine` is part of the key: another one may read other words. */
  key({ width, height, dpi, grey }: Picture, engine: string): string {
    const of = `${version} ${engine} ${width} ${height} ${dpi}\n`
    return createHash('sha256').update(of).update(grey).digest('hex')
  }

  async find(key: string): Promise<RecognisedPage | null> {
    const file = this.#fileOf(key)
    try {
      const page: unknown = JSON.parse((await promisify(gunzip)(await readFile(file))).toString('utf8'))
      if (!isPage(page)) return null
      await utimes(file, new Date(), new Date()).catch(() => {})
      return page
    } catch {
      // Not there, or written by halves when the machine stopped.
      return null
    }
  }

  async keep(key: string, page: RecognisedPage): Promise<void> {
    const file = this.#fileOf(key)
    const unfinished = `${file}.${process.pid}`
    try {
      await mkdir(join(file, '..'), { recursive: true })
      await writeFile(unfinished, await promisify(gzip)(JSON.stringify(page)))
      await rename(unfinished, file)
      this.#written += 1
      if (this.#written % pagesBetweenLooks === 0) await this.#forgetOldest()
    } catch {
      await rm(unfinished, { force: true }).catch(() => {})
    }
  }

  #fileOf(key: string): string {
    return join(this.#folder, key.slice(0, 2), `${key.slice(2)}.json.gz`)
  }

  async #forgetOldest(): Promise<void> {
    const names = await readdir(this.#folder, { recursive: true })
    const files = await Promise.all(
      names.map(async (name) => {
        const seen = await stat(join(this.#folder, name)).catch(() => null)
        return seen?.isFile() ? [{ name, size: seen.size, at: seen.mtimeMs }] : []
      }),
    )
    let kept = 0
    for (const { name, size } of files.flat().toSorted((one, other) => other.at - one.at)) {
      kept += size
      if (kept > mostBytes) await rm(join(this.#folder, name), { force: true })
    }
  }
}

function isPage(value: unknown): value is RecognisedPage {
  return (
    typeof value === 'object' &&
    value !== null &&
    'words' in value &&
    Array.isArray(value.words) &&
    'lines' in value &&
    Array.isArray(value.lines) &&
    'dpi' in value &&
    typeof value.dpi === 'number'
  )
}
