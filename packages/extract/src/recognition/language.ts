import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

/** What is known of English letters and words; it comes with the npm package and serves every engine. */
export function languageFolder(): string {
  return join(dirname(fileURLToPath(import.meta.resolve('@tesseract.js-data/eng/package.json'))), '4.0.0_best_int')
}

/** The same, unpacked below `folder` for an engine that cannot unpack it itself. Returns the folder it lies in. */
export async function unpackedLanguage(folder: string): Promise<string> {
  const packed = await readFile(join(languageFolder(), 'eng.traineddata.gz'))
  const own = join(folder, `language-${createHash('sha256').update(packed).digest('hex').slice(0, 12)}`)
  const file = join(own, 'eng.traineddata')
  if (existsSync(file)) return own
  await mkdir(own, { recursive: true })
  // Under a name of its own until it is whole: others may unpack it at the same time.
  const unfinished = `${file}.${process.pid}`
  await writeFile(unfinished, gunzipSync(packed))
  await rename(unfinished, file)
  return own
}
