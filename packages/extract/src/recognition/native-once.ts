import { spawn } from 'node:child_process'
import { asGreyMap, type Picture } from './picture.ts'

/** A process that gives no answer in so many milliseconds is ended. */
const longest = 120_000
/** More than the words of any page. */
export const mostCharacters = 64 * 1024 * 1024

/** Their threads wait for each other more than they work. */
export const oneThread = { OMP_THREAD_LIMIT: '1' }

/** The words of one picture as hOCR, read by a Tesseract that starts for it and ends. */
export async function readOnce(picture: Picture, args: readonly string[], signal: AbortSignal): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const all = ['stdin', 'stdout', ...args, '--dpi', `${Math.round(picture.dpi)}`, '-c', 'tessedit_create_hocr=1']
  const child = spawn('tesseract', all, {
    signal,
    timeout: longest,
    killSignal: 'SIGKILL',
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...oneThread },
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
