import { decoderOf } from '../rtf/code-pages.ts'
import { groups } from '../rtf/groups.ts'
import { RichText } from '../rtf/rich-text.ts'
import { signs } from '../rtf/state.ts'
import { Tables } from '../rtf/tables.ts'
import { type Token, tokensOf } from '../rtf/tokens.ts'
import { linesOf } from '../story/page.ts'

/**
 * The page that Outlook wrapped in rich text (MS-OXRTFEX): tags stand in groups of their own, words beside them, and what
 * only rich text needs is marked. Null where the rich text was none before.
 */
export function htmlInRtf(rtf: string): string | null {
  if (!/\\fromhtml1?\b/.test(rtf.slice(0, 2000))) return null
  const unwrapping = new Unwrapping()
  for (const token of tokensOf(rtf)) {
    unwrapping.take(token)
    if (unwrapping.depth > 500) return null
  }
  unwrapping.flush()
  return unwrapping.page
}

/** The words of rich text that is no wrapped page, a line for each paragraph. */
export function wordsOfRtf(rtf: string): string {
  const text = new RichText(false)
  for (const token of tokensOf(rtf)) {
    text.take(token)
    if (text.depth > 500) break
  }
  return linesOf(text.finish().body)
}

interface Place {
  /** Words that only rich text needs? */
  readonly isForRtf: boolean
  readonly kind: 'words' | 'tag' | 'fonts' | 'nowhere'
  readonly font: number
  readonly standIns: number
}

class Unwrapping {
  page = ''
  readonly #stack: Place[] = []
  #place: Place = { isForRtf: false, kind: 'words', font: -1, standIns: 1 }
  readonly #tables = new Tables()
  #isStarred = false
  #isOpened = false
  #bytes: number[] = []
  #standIns = 0

  get depth(): number {
    return this.#stack.length
  }

  take(token: Token): void {
    switch (token.kind) {
      case 'open':
        this.#open()
        return
      case 'close':
        this.#close()
        return
      case 'control':
        this.#control(token.word, token.number)
        return
      case 'byte':
        this.#byte(token.byte)
        return
      case 'text':
        for (const sign of token.text) this.#byte(sign.charCodeAt(0))
        return
      default:
        token satisfies never
    }
  }

  #open(): void {
    this.flush()
    this.#stack.push(this.#place)
    this.#isOpened = true
    this.#standIns = 0
  }

  #close(): void {
    this.flush()
    this.#place = this.#stack.pop() ?? this.#place
    this.#standIns = 0
    this.#isOpened = false
  }

  #byte(byte: number): void {
    this.#isOpened = false
    if (this.#standIns > 0) this.#standIns -= 1
    else this.#bytes.push(byte)
  }

  #control(word: string, number: number | null): void {
    if (word === '*') {
      this.#isStarred = true
      return
    }
    const begins = this.#isOpened || this.#isStarred
    const isStarred = this.#isStarred
    this.#isStarred = false
    this.#isOpened = false
    this.flush()
    if (word === 'u') {
      this.#standIns = this.#place.standIns
      this.#say(String.fromCharCode(((number ?? 0) + 65_536) % 65_536))
    } else if (this.#standIns > 0) this.#standIns -= 1
    else if (begins && word === 'htmltag') this.#change({ kind: 'tag' })
    else if (begins && word === 'fonttbl') this.#change({ kind: 'fonts' })
    else if (
      begins &&
      (isStarred || groups[word] === 'skip' || groups[word] === 'styles' || groups[word] === 'colours')
    )
      this.#change({ kind: 'nowhere' })
    else this.#word(word, number)
  }

  #word(word: string, number: number | null): void {
    if (this.#place.kind === 'fonts') this.#tables.word('fonts', word, number)
    else if (word === 'htmlrtf') this.#change({ isForRtf: number !== 0 })
    else if (word === 'ansicpg') this.#tables.codePage = number ?? 1252
    else if (word === 'f') this.#change({ font: number ?? -1 })
    else if (word === 'uc') this.#change({ standIns: Math.min(Math.max(number ?? 1, 0), 64) })
    else if (word === 'par' || word === 'line') this.#say('\n')
    else if (signs[word] !== undefined) this.#say(signs[word])
  }

  #change(change: Partial<Place>): void {
    this.#place = { ...this.#place, ...change }
  }

  flush(): void {
    if (this.#bytes.length === 0) return
    const bytes = Uint8Array.from(this.#bytes)
    this.#bytes = []
    this.#say(decoderOf(this.#tables.font(this.#place.font).codePage)(bytes))
  }

  #say(text: string): void {
    const { kind, isForRtf } = this.#place
    if (kind === 'fonts') this.#tables.text('fonts', text)
    else if (kind === 'tag') this.page += text
    else if (kind === 'words' && !isForRtf)
      this.page += text.replace(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;'))
  }
}
