import { plainName, type Register } from '@disclosed/reference'
import type { Source } from '../source.ts'
import type { Claim } from './index.ts'
import { readPath } from './told.ts'

/**
 * What speaks for and against an authority that the clues of a letter told, the strongest of `claims`, in words that `calibration.json`
 * has measured: how much is told of it and in how many ways, whether the letter writes its name in full, and whether another acts as well.
 */
export function signsOfClaim({ weight, clues }: Claim, rivals: readonly Claim[]): readonly string[] {
  const ways = new Set(clues.filter((clue) => clue.weight >= 1).map(({ rule }) => rule)).size
  const inFull = clues.some((clue) => !withoutName.has(clue.rule) && clue.weight >= 1)
  const rival = Math.max(0, ...rivals.map((each) => each.weight))
  return [
    `told:${weight < 4 ? 'little' : weight < 6 ? 'well' : 'amply'}`,
    ways > 1 ? 'several-ways' : 'one-way',
    inFull ? 'named-in-full' : 'not-named-in-full',
    `rival:${rival > 0 ? 'named' : 'none'}`,
  ]
}

/** A letter that names nobody by a name: its capitals or its address tell, and both may be shared. */
const withoutName: ReadonlySet<string> = new Set(['authority/abbreviation', 'authority/address'])

/**
 * Does the name of the file, or of the folder it lies in, give the full name of another body? A folder «Kent» holds letters of its districts
 * too, and contradicts nobody.
 */
export function isFiledUnderAnother(id: string | null, source: Source, register: Register): boolean {
  const nearest = (source.path ?? '').split(/[/\\]/).slice(-2).join('/')
  const filed = readPath({ ...source, path: nearest }, register, null)
  if (!filed || filed.id === id) return false
  return plainName(nearest.replaceAll('/', ' ')).includes(plainName(filed.name))
}
