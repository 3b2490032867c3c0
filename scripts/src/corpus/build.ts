import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asPdf } from './pdf-file.ts'
import { type Extension, extensionOf, type LetterSource, readSource } from './source.ts'
import { asText } from './text.ts'
import { asWebPage } from './web-page.ts'
import { asWordFile } from './word-file.ts'
import { asWorkbook } from './workbook.ts'

/** A file of the corpus: where it stands below `corpus`, and its bytes. */
export interface BuiltFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Builds every file of the corpus from `corpus/sources`: the same bytes each time and everywhere.
 * `NAME.md` gives the letter in `letters/NAME`, `NAME.enclosure.md` the file that is enclosed with it.
 */
export async function buildCorpus(corpus: string): Promise<readonly BuiltFile[]> {
  const folder = join(corpus, 'sources')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).toSorted()
  const sources = await Promise.all(
    names.map(async (name) => readSource(name.split('.')[0] ?? name, await readFile(join(folder, name), 'utf8'))),
  )
  return (await Promise.all(sources.map(filesOf))).flat()
}

function filesOf(source: LetterSource): Promise<readonly BuiltFile[]> {
  const wanted = [
    { path: `letters/${source.name}/${source.file}`, as: extensionOf(source.file) },
    ...source.variants.map((as) => ({ path: `formats/${source.name}/letter.${as}`, as })),
  ]
  return Promise.all(wanted.map(async ({ path, as }) => ({ path, bytes: await write(source, as) })))
}

function write(source: LetterSource, as: Extension): Uint8Array | Promise<Uint8Array> {
  switch (as) {
    case 'txt':
      return asText(source)
    case 'html':
      return asWebPage(source)
    case 'docx':
      return asWordFile(source)
    case 'pdf':
      return asPdf(source)
    case 'xlsx':
      return asWorkbook(source)
    default:
      return as satisfies never
  }
}
