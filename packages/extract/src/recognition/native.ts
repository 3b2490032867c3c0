import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import type { Engine, Parting } from './engine.ts'
import { unpackedLanguage } from './language.ts'
import { asGreyMap, type Picture } from './picture.ts'

/** A process that gives no answer in so many milliseconds is ended. */
const longest = 120_000
/** More than the words of any page. */
const mostCharacters = 64 * 1024 * 1024

let known: Promise<string | null> | null = null

/** The version of the `tesseract` on the PATH; null where there is none that reads as we need (4 or later). */
export function nativeVersion(): Promise<string | null> {
  known ??= askVersion()
  return known
}

async function askVersion(): Promise<string | null> {
  try {
    const { stdout, stderr } = await promisify(execFile)('tesseract', ['--version'], { timeout: 10_000 })
    const version = /tesseract v?(\d{1,3}\.[\w.-]{1,40})/.exec(`${stdout}${stderr}`)?.[1] ?? null
    return version !== null && Number.parseInt(version, 10) >= 4 ? version : null
  } catch {
    return null
  }
}

/** The Tesseract of the machine, with the same knowledge of English as the one of the npm registry. */
export async function startNative(folder: string): Promise<Engine> {
  const language = await unpackedLanguage(folder)
  const running = new AbortController()
  return {
    id: `tesseract ${await nativeVersion()}`,
    hocr: (picture, parting) => run(picture, argumentsFor(picture, parting, language), running.signal),
    close: async () => running.abort(),
  }
}

function argumentsFor({ dpi }: Picture, parting: Parting, language: string): readonly string[] {
  const output = ['-c', 'tessedit_create_hocr=1']
  return [
    'stdin',
    'stdout',
    '--tessdata-dir',
    language,
    '-l',
    'eng',
    '--psm',
    parting,
    '--dpi',
    `${Math.round(dpi)}`,
    ...output,
  ]
}

async function run(picture: Picture, args: readonly string[], signal: AbortSignal): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const child = spawn('tesseract', args, {
    signal,
    timeout: longest,
    killSignal: 'SIGKILL',
    stdio: ['pipe', 'pipe', 'pipe'],
    // Its threads wait for each other more than they work.
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  })
  const parts: string[] = []
  let length = 0
  let complaint = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    length += part.length
    if (length > mostCharacters) child.kill('SIGKILL')
    else parts.push(part)
  })
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    complaint = (complaint + part).slice(-500)
  })
  child.on('error', reject)
  child.on('close', (code, ended) => {
    if (code === 0) resolve(parts.join(''))
    else reject(new Error(`tesseract ended with ${ended ?? code}: ${complaint.trim()}`))
  })
  // Where it ends before it has read all, its end says why.
  child.stdin.on('error', () => {})
  child.stdin.end(asGreyMap(picture))
  return promise
}
