import { brokenPromises } from '@disclosed/document'
import { extract } from '../extract.ts'
import { UnreadableError } from '../format.ts'
import { originalsIn } from '../parts.ts'

/** Opens the locked ones among the whole files. */
const password = 'secret'

/** What is wrong with how a file is read; null where it gives words or a sentence, as every file must. */
export async function faultOf(name: string, bytes: Uint8Array): Promise<string | null> {
  try {
    let files = 0
    for await (const original of originalsIn(bytes, { name, password })) {
      files += 1
      const fault = original.kind === 'lost' ? faultOfError(original.error) : await faultOfOne(original)
      if (fault !== null) return fault
      if (files > 2_000) return null
    }
    return files === 0 ? 'nothing came of it' : null
  } catch (cause) {
    return `threw ${told(cause)}`
  }
}

async function faultOfOne(original: { name: string; part: string | null; bytes: Uint8Array }): Promise<string | null> {
  try {
    const document = await extract(original.bytes, {
      name: original.name,
      part: original.part,
      password,
      // Recognising is another process's work, and broken files are told by how they are opened.
      recognition: { off: true },
    })
    const [promise] = brokenPromises(document)
    return promise === undefined ? null : `broke a promise: ${promise}`
  } catch (cause) {
    return cause instanceof UnreadableError ? faultOfError(cause) : `threw ${told(cause)}`
  }
}

/** A sentence, and not one about a file that it tried to write: the process may write none. */
function faultOfError(error: UnreadableError): string | null {
  if (!/^Cannot \S[^\n]{10,}/.test(error.message)) return `no sentence: ${error.message}`
  return /access to this api has been restricted|err_access_denied/i.test(`${error.message} ${told(error.cause)}`)
    ? `tried to write: ${error.message}`
    : null
}

function told(cause: unknown): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)
}
