import { readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { type Register, register, registerOf, registerWith } from '@disclosed/reference'
import { walk } from './walk.ts'

export interface Survey {
  /** How many files there are to read. */
  readonly files: number
  /** Everyone that the letters may come from: the known authorities, and those of lists that stand beside letters. */
  readonly register: Register
}

/** Looks through the paths before anything is read: how much there is, and which lists of authorities. */
export async function survey(paths: readonly string[], base: string, signal?: AbortSignal): Promise<Survey> {
  let files = 0
  const lists = new Set<string>(paths.flatMap((path) => listsAbove(resolve(base, path))))
  for await (const found of walk(paths, base)) {
    if (signal?.aborted) break
    if (found.kind === 'file') files += 1
    if (found.kind === 'left_out' && basename(found.path) === 'authorities.csv') lists.add(resolve(base, found.path))
  }
  return { files, register: await registerOfLists([...lists].toSorted()) }
}

function listsAbove(path: string): readonly string[] {
  const above = dirname(path)
  return above === path ? [] : [join(above, 'authorities.csv'), ...listsAbove(above)]
}

async function registerOfLists(paths: readonly string[]): Promise<Register> {
  const known = register()
  const added = (await Promise.all(paths.map(authoritiesIn))).flatMap((list) =>
    list.all.filter((each) => known.byId(each.id) !== each),
  )
  return added.length === 0 ? known : registerOf([...known.all, ...added])
}

/** A list that cannot be read adds nobody; that is said where letters stand beside it. */
async function authoritiesIn(path: string): Promise<Register> {
  try {
    return registerWith(await readFile(path, 'utf8'))
  } catch {
    return register()
  }
}
