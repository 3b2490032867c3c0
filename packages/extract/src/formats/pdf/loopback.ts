/** What pdf.js hears: a message, as a worker would get it. */
type Listener = (event: { readonly data: unknown }) => void

/**
 * The line between the two halves of pdf.js when both run in this thread. What pages draw is passed on as it is: pdf.js
 * copies each letter of it on its own line, which takes a sixth of the time. Fonts go without their files, and what has
 * nothing in it that both halves could change is copied on its outside. Everything else is copied as there, for its halves
 * rely on having their own.
 */
export class Loopback {
  readonly #listeners = new Map<Listener, AbortSignal | undefined>()
  readonly #later = Promise.resolve()

  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void {
    const data =
      drawnIn(message) ??
      fontIn(message) ??
      flatIn(message) ??
      structuredClone(message, transfer ? { transfer: [...transfer] } : undefined)
    void this.#later.then(() => {
      for (const listener of [...this.#listeners.keys()]) listener.call(this, { data })
    })
  }

  addEventListener(_name: string, listener: Listener, { signal }: { readonly signal?: AbortSignal } = {}): void {
    if (signal?.aborted === true) return
    signal?.addEventListener('abort', () => this.#listeners.delete(listener))
    this.#listeners.set(listener, signal)
  }

  removeEventListener(_name: string, listener: Listener): void {
    this.#listeners.delete(listener)
  }
}

/** A piece of a page's operators; its lists are emptied by the sender once they are sent. Null for all else. */
function drawnIn(message: unknown): unknown {
  if (typeof message !== 'object' || message === null || !('chunk' in message)) return null
  const { chunk } = message
  if (typeof chunk !== 'object' || chunk === null || !('fnArray' in chunk) || !('argsArray' in chunk)) return null
  const { fnArray, argsArray } = chunk
  if (!Array.isArray(fnArray) || !Array.isArray(argsArray)) return null
  return { ...message, chunk: { ...chunk, fnArray: fnArray.slice(), argsArray: argsArray.slice() } }
}

/** A font, whose facts come as bytes of its own. Null for all else. */
function fontIn(message: unknown): unknown {
  if (typeof message !== 'object' || message === null || !('action' in message) || message.action !== 'commonobj')
    return null
  const [, type, font]: readonly unknown[] = 'data' in message && Array.isArray(message.data) ? message.data : []
  if (type !== 'Font' || typeof font !== 'object' || font === null || Object.keys(font).join() !== 'data') return null
  if (!('data' in font) || !(font.data instanceof ArrayBuffer)) return null
  leaveOutFile(font.data)
  return message
}

/**
 * A message of single words and numbers, of which there are dozens a page, or with a plain list or record of them in it, or a tree of
 * tags, which is made for its receiver alone. Null for all else.
 */
function flatIn(message: unknown): unknown {
  if (typeof message !== 'object' || message === null) return null
  const copy: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(message)) {
    const isPassed = isSingle(value) || (name === 'data' && isTree(value))
    const own = isPassed ? value : name === 'data' ? copyOfPlain(value) : undefined
    if (own === undefined && value !== undefined) return null
    copy[name] = own
  }
  return copy
}

function isSingle(value: unknown): boolean {
  return value === null || (typeof value !== 'object' && typeof value !== 'function' && typeof value !== 'symbol')
}

/** A list or record of single words and numbers and of such lists and records, once more; undefined for all else. */
function copyOfPlain(value: unknown, depth = 0): unknown {
  if (isSingle(value)) return value
  if (depth > deepest) return undefined
  if (Array.isArray(value)) {
    const copies = value.map((each) => copyOfPlain(each, depth + 1))
    return copies.some((copy, at) => copy === undefined && value[at] !== undefined) ? undefined : copies
  }
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return undefined
  const copy: Record<string, unknown> = {}
  for (const [name, each] of Object.entries(value)) {
    copy[name] = copyOfPlain(each, depth + 1)
    if (copy[name] === undefined && each !== undefined) return undefined
  }
  return copy
}

const deepest = 4

/** The root of a page's tags has children and no other facts than its kind. */
function isTree(data: unknown): boolean {
  return (
    typeof data === 'object' &&
    data !== null &&
    'role' in data &&
    data.role === 'Root' &&
    'children' in data &&
    Array.isArray(data.children)
  )
}

/** Where pdf.js begins to write the words of a font, after its numbers. */
const wordsOfFont = 92

/**
 * Says of a font that it has no file: pdf.js would write the file out in letters, for a screen. It stands last, behind
 * the font's words and two descriptions, each with its length before it; where it does not, all stays as it is.
 */
function leaveOutFile(facts: ArrayBuffer): void {
  const view = new DataView(facts)
  let at = wordsOfFont
  for (let skipped = 0; skipped < 3 && at + 4 <= facts.byteLength; skipped += 1) at += 4 + view.getUint32(at)
  if (at + 4 <= facts.byteLength && at + 4 + view.getUint32(at) === facts.byteLength) view.setUint32(at, 0)
}
