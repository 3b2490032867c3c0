import { createHash } from 'node:crypto'
import { access, readFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import type { Source } from '@disclosed/classify'
import { registerWith } from '@disclosed/reference'
import { refusal } from './refusal.ts'
import type { Told } from './sidecars.ts'

/** What stands beside a letter and tells about it. */
export interface Surroundings {
  readonly source: Source & { readonly path: string }
  /** The list of authorities (CSV) of the nearest folder that has one. */
  readonly authorities: string | null
  /** Changes when any of it changes: then the letter is read again. */
  readonly fingerprint: string
}

/** What was wrong with something beside the letters, told once: `path` is the file at fault. */
export type OnTrouble = (trouble: { readonly path: string; readonly code: string; readonly message: string }) => void

interface Folder {
  readonly told: ReadonlyMap<string, Told>
  readonly authorities: string | null
}

const nothing: Told = { url: null, retrieved: null, authority: null, licence: null, round: null, site: null }
/** So many folders are remembered; a walk stands in one and its parents at a time. */
const remembered = 256

/**
 * Reads what stands beside letters: `NAME.source.json`, the `sources.csv` of the folder or the nearest one above it that
 * names the file, and the `authorities.csv` of the folder or the nearest one above it.
 */
export class Neighbourhood {
  readonly #folders = new Map<string, Promise<Folder>>()
  readonly #onTrouble: OnTrouble

  constructor(onTrouble: OnTrouble) {
    this.#onTrouble = onTrouble
  }

  /** `path` is as the user sees it, `absolute` where it lies. */
  async of(path: string, absolute: string): Promise<Surroundings> {
    const folder = await this.#folder(dirname(absolute), dirname(path))
    const beside = await this.#sidecar(`${absolute}.source.json`, `${path}.source.json`)
    const listed = folder.told.get(absolute) ?? nothing
    const source = {
      path,
      url: beside.url ?? listed.url,
      retrieved: beside.retrieved ?? listed.retrieved,
      authority: beside.authority ?? listed.authority,
      licence: beside.licence ?? listed.licence,
      round: beside.round ?? listed.round,
      site: beside.site ?? listed.site,
    }
    const { authorities } = folder
    return { source, authorities, fingerprint: fingerprint({ ...source, path: null }, authorities) }
  }

  async #sidecar(absolute: string, path: string): Promise<Told> {
    const text = await this.#read(absolute, path)
    if (text === null) return nothing
    const { readSidecar } = await import('./sidecars.ts')
    const { told, wrong } = readSidecar(text)
    for (const each of wrong) this.#complain(path, each)
    return told
  }

  #folder(absolute: string, path: string): Promise<Folder> {
    const known = this.#folders.get(absolute)
    if (known) return known
    const folder = this.#look(absolute, path)
    this.#folders.set(absolute, folder)
    const [oldest] = this.#folders.keys()
    if (this.#folders.size > remembered && oldest !== undefined) this.#folders.delete(oldest)
    return folder
  }

  async #look(absolute: string, path: string): Promise<Folder> {
    const above = dirname(absolute)
    const [table, own, around] = await Promise.all([
      this.#sources(absolute, path),
      this.#authorities(join(absolute, 'authorities.csv'), join(path, 'authorities.csv')),
      above === absolute ? null : this.#folder(above, join(path, '..')),
    ])
    // "2019/reply.pdf", in a list of the folder above; the nearest list counts.
    const further = [...(around?.told ?? [])].filter(([file]) => file.startsWith(absolute + sep))
    return { told: new Map([...further, ...table]), authorities: own ?? around?.authorities ?? null }
  }

  async #sources(absolute: string, path: string): Promise<ReadonlyMap<string, Told>> {
    const at = join(path, 'sources.csv')
    const text = await this.#read(join(absolute, 'sources.csv'), at)
    if (text === null) return new Map()
    const { readSourcesTable } = await import('./sidecars.ts')
    const { rows, wrong } = readSourcesTable(text)
    for (const each of wrong) this.#complain(at, each)
    const told = new Map<string, Told>()
    for (const { file, line, ...row } of rows) {
      const named = join(absolute, file)
      told.set(named, row)
      const isThere = await access(named).then(
        () => true,
        () => false,
      )
      if (!isThere) this.#complain(at, `line ${line} tells about ${file}, which is not in or below its folder`)
    }
    return told
  }

  async #authorities(absolute: string, path: string): Promise<string | null> {
    const text = await this.#read(absolute, path)
    if (text === null) return null
    try {
      const head = text.slice(0, 2000).split(/\r?\n/, 1)[0] ?? ''
      if (!/\bid\b/.test(head) || !/\bofficial_name\b/.test(head)) {
        throw new Error('its first line names no columns id and official_name')
      }
      registerWith(text)
      return text
    } catch (error) {
      this.#complain(path, `${error instanceof Error ? error.message : String(error)}; its authorities are not known`)
      return null
    }
  }

  async #read(absolute: string, path: string): Promise<string | null> {
    try {
      return (await readFile(absolute, 'utf8')).replace(/^\uFEFF/, '')
    } catch (error) {
      const { code, why } = refusal(error)
      if (code !== 'ENOENT' && code !== 'ENOTDIR') this.#complain(path, why, code)
      return null
    }
  }

  #complain(path: string, what: string, code = 'sidecar'): void {
    this.#onTrouble({ path, code, message: `Cannot use all of ${path}: ${what.replace(/\.$/, '')}.` })
  }
}

function fingerprint(source: Source, authorities: string | null): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        source.url,
        source.retrieved,
        source.authority,
        source.licence,
        source.round,
        authorities,
        // Where nothing was told, nothing changes for those who told nothing before.
        ...(source.site ? [source.site] : []),
      ]),
    )
    .digest('hex')
    .slice(0, 16)
}
