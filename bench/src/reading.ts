import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { classify, unknownSource } from '@disclosed/classify'
import type { Document } from '@disclosed/document'
import { extract } from '@disclosed/extract'
import { register } from '@disclosed/reference'

const corpus = fileURLToPath(new URL('../../corpus/letters', import.meta.url))
/** The fastest of so many: what else the machine does is not the reader's. */
const rounds = 20

/**
 * How long a letter is read once its words are there, in milliseconds: the first of the process, with all expressions still to be made
 * ready, and the average of all letters when they are. By the clock, for a processor's time is told in steps of several milliseconds, and
 * the fastest of many steps is less than any reading took.
 */
export async function benchReading(folders: readonly string[]): Promise<void> {
  for (const folder of folders.length > 0 ? folders : [corpus]) {
    const documents = await documentsIn(folder)
    const [first] = documents
    if (!first) throw new Error(`There are no letters in ${folder}`)
    const began = millisecondsOf(() => read(first))
    for (const document of documents) read(document)
    const each = documents.map((document) => {
      const times = Array.from({ length: rounds }, () => millisecondsOf(() => read(document))).toSorted((a, b) => a - b)
      return { milliseconds: times[0] ?? 0, name: `${document.text.length} characters` }
    })
    const sum = each.reduce((all, { milliseconds }) => all + milliseconds, 0)
    const longest = each.toSorted((a, b) => b.milliseconds - a.milliseconds)[0]
    console.log(
      `${folder}: ${documents.length} letters, first ${began.toFixed(0)} ms, then ${(sum / documents.length).toFixed(2)} ms each; the longest ${longest?.milliseconds.toFixed(1)} ms (${longest?.name})`,
    )
  }
}

function read(document: Document): void {
  classify(document, { source: unknownSource, register: register() })
}

function millisecondsOf(work: () => void): number {
  const before = performance.now()
  work()
  return performance.now() - before
}

/** What can be read; the rest is for others to name. */
async function documentsIn(folder: string): Promise<readonly Document[]> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const documents: Document[] = []
  for (const { parentPath, name } of files.toSorted((one, other) => (one.parentPath < other.parentPath ? -1 : 1))) {
    if (/\.(?:json|csv)$/.test(name)) continue
    const bytes = await readFile(join(parentPath, name))
    const document = await extract(bytes, { name: basename(name) }).catch(() => null)
    if (document) documents.push(document)
  }
  return documents
}
