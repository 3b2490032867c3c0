import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'

/**
 * Fills a folder with so many documents: copies of the letters of `from`, each with something harmless added so that
 * its bytes are its own. Sidecars and lists are copied as they are.
 */
export async function makeCopies(from: string, to: string, documents: number): Promise<void> {
  const files = (await readdir(from, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(from.length + 1))
    .toSorted()
  const letters = files.filter(
    (file) => makeUnique[extname(file)] && !/(?:^|\/)(?:sources|authorities)\.csv$/.test(file),
  )
  if (letters.length === 0) throw new Error(`There are no letters in ${from}`)
  for (let copy = 0; copy * letters.length < documents; copy += 1) {
    const round = join(to, `copy-${String(copy + 1).padStart(3, '0')}`)
    for (const file of files) {
      const place = join(round, file)
      await mkdir(dirname(place), { recursive: true })
      if (!letters.includes(file)) await cp(join(from, file), place)
    }
    for (const file of letters.slice(0, documents - copy * letters.length)) {
      const unique = makeUnique[extname(file)]
      const bytes = await readFile(join(from, file))
      await writeFile(join(round, file), unique ? unique(bytes, `copy ${copy + 1}`) : bytes)
    }
  }
}

type MakeUnique = (bytes: Buffer, words: string) => Buffer

const makeUnique: Readonly<Record<string, MakeUnique>> = {
  '.txt': (bytes, words) => Buffer.concat([bytes, Buffer.from(`\n\n(${words})\n`)]),
  '.html': (bytes, words) => Buffer.concat([bytes, Buffer.from(`<!-- ${words} -->\n`)]),
  '.pdf': (bytes, words) => Buffer.concat([bytes, Buffer.from(`\n% ${words}\n`)]),
  '.docx': withZipComment,
  '.xlsx': withZipComment,
}

/** A zip ends with a comment and, two bytes before it, how long it is. */
function withZipComment(bytes: Buffer, words: string): Buffer {
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  const record = Buffer.from(bytes.subarray(end, end + 22))
  record.writeUInt16LE(words.length, 20)
  return Buffer.concat([bytes.subarray(0, end), record, Buffer.from(words, 'latin1')])
}
