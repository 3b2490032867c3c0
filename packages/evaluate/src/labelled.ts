import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { type Gold, readGold } from './gold.ts'

/** A letter and what a careful person says that it says. */
export interface LabelledLetter {
  /** The set it is reported with. */
  readonly set: string
  /** Its folder's name. */
  readonly name: string
  /** Where its document lies, as it was typed. */
  readonly path: string
  readonly gold: Gold
}

/** A folder of labelled letters, and the name that its letters are reported under. */
export interface LabelledSet {
  readonly name: string
  readonly folder: string
}

/** "fresh=letters/2026" gives a folder a name; without one it is called as it is. */
export function asSet(argument: string, base = '.'): LabelledSet {
  const named = /^(?<name>[\w .-]{1,40})=(?<folder>.+)$/.exec(argument)?.groups
  if (named?.name && named.folder && !existsSync(resolve(base, argument)))
    return { name: named.name, folder: named.folder }
  return { name: basename(resolve(base, argument)), folder: argument }
}

/**
 * The labelled letters of a folder, which is one itself or holds one in each of its folders. What is wrong with labels is told in
 * sentences, and their letter is left out. `shown` is the folder as the sentences name it.
 */
export function findLabelled(
  { name: set, folder }: LabelledSet,
  shown: string,
  onWrong: (sentence: string) => void,
): readonly LabelledLetter[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    onWrong(`Cannot look for labelled letters in ${shown}: it is no folder.`)
    return []
  }
  const inside = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map((entry) => entry.name)
    .toSorted()
    .filter((name) => existsSync(join(folder, name, 'gold.json')))
  const places = inside.length === 0 && existsSync(join(folder, 'gold.json')) ? ['.'] : inside
  if (places.length === 0) onWrong(`There are no labelled letters in ${shown}: none of its folders holds a gold.json.`)
  return places.flatMap((place) => readLetter(set, join(folder, place), join(shown, place), onWrong))
}

function readLetter(
  set: string,
  folder: string,
  shown: string,
  onWrong: (sentence: string) => void,
): readonly LabelledLetter[] {
  const labels = readGold(readFileSync(join(folder, 'gold.json'), 'utf8'), join(shown, 'gold.json'))
  if (labels.kind === 'wrong') {
    for (const sentence of labels.sentences) onWrong(`${sentence} The letter is left out.`)
    return []
  }
  const documents = documentsIn(folder)
  const [document] = documents
  if (document && documents.length === 1)
    return [{ set, name: basename(folder), path: join(shown, document), gold: labels.gold }]
  const seen = documents.length === 0 ? 'there is none' : `there are ${documents.join(', ')}`
  onWrong(
    `${shown} should hold one document, named document.pdf, document.txt or the like, and ${seen}. It is left out.`,
  )
  return []
}

/** `document.*`; else the one file that is neither labels, nor has labels of its own, nor tells where the letter came from. */
function documentsIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => !/(?:^|\.)(?:gold|source)\.json$|^sources\.csv$|^\./.test(name))
    .toSorted()
  const documents = names.filter((name) => name.startsWith('document.'))
  return documents.length > 0 ? documents : names.filter((name) => !hasOwnLabels(folder, name))
}

function hasOwnLabels(folder: string, name: string): boolean {
  return existsSync(join(folder, `${name}.gold.json`))
}
