import type { Dirent } from 'node:fs'
import { lstat, opendir, stat } from 'node:fs/promises'
import { basename, join, resolve, sep } from 'node:path'
import { notALetter } from './letters.ts'
import { refusal } from './refusal.ts'

/** What a walk comes upon. `path` is as the user sees it, `absolute` where it lies. */
export type Found = FoundFile | Trouble | LeftOut

export interface FoundFile {
  readonly kind: 'file'
  readonly path: string
  readonly absolute: string
}

/** Something that could not be looked into; the walk goes on. */
export interface Trouble {
  readonly kind: 'trouble'
  readonly path: string
  readonly code: string
  /** A sentence: what we tried, what we saw, what to do. */
  readonly message: string
}

/** Something that is no letter: a sidecar, a hidden folder, the dataset itself. */
export interface LeftOut {
  readonly kind: 'left_out'
  readonly path: string
  /** What it is, in a few words that hold for all of its kind. */
  readonly what: string
}

/** This many names are put in order at a time: a folder of a million files takes no more memory than one of ten thousand. */
const sortedAtOnce = 10_000

/**
 * Every file below the paths, in the order of their names, folders of any depth, links followed.
 * A link back into a folder we stand in is not followed; a folder that several links lead to is walked once.
 * `base` is the folder that relative paths are seen from.
 */
export async function* walk(paths: readonly string[], base: string): AsyncGenerator<Found> {
  const linked = new Set<string>()
  for (const path of outermost(paths, base)) {
    const absolute = resolve(base, path)
    const name = join(path).replace(/(?<=.)[\\/]$/, '')
    const what = await look(absolute, name)
    const leftOut = notALetter(basename(absolute).replace(/^\.+/, ''))
    if (what.kind === 'file' && leftOut !== null) yield { kind: 'left_out', path: what.path, what: leftOut }
    else if (what.kind !== 'folder') yield what
    else yield* below({ ...what, path: name === '.' ? '' : name }, linked)
  }
}

interface Folder {
  readonly path: string
  readonly absolute: string
  /** Device and inode: the same folder under any name. */
  readonly id: string
}

interface Level {
  readonly folder: Folder
  readonly entries: AsyncGenerator<Dirent | Trouble>
}

async function* below(top: Folder, linked: Set<string>): AsyncGenerator<Found> {
  const levels: Level[] = [levelOf(top)]
  try {
    for (let level = levels.at(-1); level; level = levels.at(-1)) {
      const { value: entry, done } = await level.entries.next()
      if (done) {
        levels.pop()
        continue
      }
      if ('kind' in entry) {
        yield entry
        continue
      }
      const seen = await lookInto(level.folder, entry)
      if (seen.kind !== 'folder') {
        yield seen
      } else if (levels.some(({ folder }) => folder.id === seen.id)) {
        yield { kind: 'left_out', path: seen.path, what: 'links back into the folder they stand in' }
      } else if (seen.isLink && linked.has(seen.id)) {
        yield { kind: 'left_out', path: seen.path, what: 'further links to a folder already walked' }
      } else {
        if (seen.isLink) linked.add(seen.id)
        levels.push(levelOf(seen))
      }
    }
  } finally {
    for (const { entries } of levels) await entries.return(undefined)
  }
}

function levelOf(folder: Folder): Level {
  return { folder, entries: entriesOf(folder) }
}

/** What stands in a folder, in order; of a very long one in order within each ten thousand. */
async function* entriesOf(folder: Folder): AsyncGenerator<Dirent | Trouble> {
  try {
    let entries: Dirent[] = []
    for await (const entry of await opendir(folder.absolute, { bufferSize: 256 })) {
      entries.push(entry)
      if (entries.length === sortedAtOnce) {
        yield* entries.sort(byName)
        entries = []
      }
    }
    yield* entries.sort(byName)
  } catch (error) {
    const { code, why } = refusal(error)
    const path = folder.path || '.'
    yield { kind: 'trouble', path, code, message: `Cannot look into ${path}: ${why}` }
  }
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1
}

async function lookInto(folder: Folder, entry: Dirent): Promise<Seen> {
  const path = join(folder.path, entry.name)
  const what = notALetter(entry.name)
  if (what !== null) return { kind: 'left_out', path: shown(path), what }
  const absolute = join(folder.absolute, entry.name)
  return entry.isFile() ? { kind: 'file', path: shown(path), absolute } : look(absolute, path)
}

type Seen = FoundFile | Trouble | LeftOut | (Folder & { readonly kind: 'folder'; readonly isLink: boolean })

async function look(absolute: string, path: string): Promise<Seen> {
  try {
    const own = await lstat(absolute)
    const isLink = own.isSymbolicLink()
    const target = isLink ? await stat(absolute) : own
    if (target.isDirectory()) return { kind: 'folder', path, absolute, id: `${target.dev}:${target.ino}`, isLink }
    if (target.isFile()) return { kind: 'file', path: shown(path), absolute }
    return { kind: 'left_out', path: shown(path), what: 'pipes, sockets and devices' }
  } catch (error) {
    const { code, why } = path.includes('\uFFFD')
      ? { code: 'name', why: 'its name is not UTF-8. Rename it and run again.' }
      : refusal(error)
    return { kind: 'trouble', path: shown(path), code, message: `Cannot read ${shown(path)}: ${why}` }
  }
}

/** The paths without those that lie in another of them. */
function outermost(paths: readonly string[], base: string): readonly string[] {
  const seen = paths.map((path) => ({ path, absolute: resolve(base, path) }))
  return seen
    .filter(
      ({ absolute }, index) =>
        !seen.some(
          (other, at) =>
            (other.absolute === absolute && at < index) ||
            absolute.startsWith(other.absolute.endsWith(sep) ? other.absolute : other.absolute + sep),
        ),
    )
    .map(({ path }) => path)
}

function shown(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/')
}
