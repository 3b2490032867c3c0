import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unpackedLanguage } from './language.ts'
import { type Engine, type Look, partings } from './look.ts'
import { readOnce } from './native-once.ts'
import { type Reader, startReader } from './native-reader.ts'

/** What is known of English comes in several sizes; the quick one has no more bytes than this. */
const quickBytes = 4_500_000

let known: Promise<string | null> | null = null

/** The version of the `tesseract` on the PATH; null where there is none that reads as we need (4 or later). */
export function nativeVersion(): Promise<string | null> {
  known ??= askVersion()
  return known
}

/** Its name, its version, and whether it has knowledge of its own: what it reads may depend on all of them. */
export async function nativeId(): Promise<string> {
  return `tesseract ${await nativeVersion()}${(await quickLanguage()) === null ? '' : ' quick'}`
}

async function askVersion(): Promise<string | null> {
  const version = /tesseract v?(\d{1,3}\.[\w.-]{1,40})/.exec(await told('--version'))?.[1] ?? null
  return version !== null && Number.parseInt(version, 10) >= 4 ? version : null
}

async function told(question: string): Promise<string> {
  try {
    const { stdout, stderr } = await promisify(execFile)('tesseract', [question], { timeout: 10_000 })
    return `${stdout}${stderr}`
  } catch {
    return ''
  }
}

let quick: Promise<string | null> | null = null

/**
 * The folder of the machine's own knowledge of English where that is the quick one, as systems install it: with it a page takes two
 * thirds of the time. Null where there is none.
 */
function quickLanguage(): Promise<string | null> {
  quick ??= findQuickLanguage()
  return quick
}

async function findQuickLanguage(): Promise<string | null> {
  const folder = /languages in "([^"\n]{1,1000})"/.exec(await told('--list-langs'))?.[1]
  if (folder === undefined) return null
  const found = await stat(join(folder, 'eng.traineddata')).catch(() => null)
  return found && found.size > 0 && found.size <= quickBytes ? folder : null
}

/**
 * The Tesseract of the machine. Pages are read with the machine's own knowledge of English where that is quick; what is looked at again
 * is read with that of the npm package, so that figures are seen by two who learned apart.
 */
export async function startNative(folder: string): Promise<Engine> {
  const own = await unpackedLanguage(folder)
  const languages: Readonly<Record<Look, string>> = { page: (await quickLanguage()) ?? own, lines: own, again: own }
  const ending = new AbortController()
  const readers = new Map<string, Promise<Reader | null>>()
  return {
    id: await nativeId(),
    hocr: async (picture, look) => {
      const args = ['--tessdata-dir', languages[look], '-l', 'eng', '--oem', '1', '--psm', partings[look]]
      const key = args.join(' ')
      const started = readers.get(key) ?? startReader(args, ending.signal)
      readers.set(key, started)
      const reader = await started
      if (reader === null) return readOnce(picture, args, ending.signal)
      try {
        return await reader.hocr(picture)
      } catch (error) {
        readers.delete(key)
        throw error
      }
    },
    close: async () => ending.abort(),
  }
}
