import { bullet } from '../docx/counting.ts'
import type { Pasted } from '../picture/pasted.ts'
import { Collector } from '../story/collector.ts'
import { isPageNumber, linkIn } from '../story/fields.ts'
import { linesOf } from '../story/page.ts'
import { Remarks } from '../story/remarks.ts'
import type { Carried, Story, StoryBlock, StoryParagraph } from '../story/story.ts'
import { signOf } from '../story/symbols.ts'
import { decoderOf } from './code-pages.ts'
import { type Group, groups } from './groups.ts'
import { RowDefinition } from './rows.ts'
import { beginning, changeOf, type State, signs } from './state.ts'
import { Tables } from './tables.ts'
import type { Token } from './tokens.ts'

/** Reads a rich text file step by step into a story. */
export class RichText {
  /** How many characters were met so far. */
  length = 0
  readonly #includeHidden: boolean
  readonly #stack: State[] = []
  #state: State = beginning
  /** The stories that have begun, the outermost first. */
  readonly #asides: Aside[] = [{ collector: new Collector(), depth: 0, end: () => undefined }]
  readonly #heads: string[] = []
  readonly #feet: string[] = []
  readonly #notes: (readonly StoryBlock[])[] = []
  readonly #pictures: string[][] = []
  readonly #tables = new Tables()
  readonly #remarks = new Remarks<StoryParagraph>()
  #row = new RowDefinition()
  readonly #rows: { readonly row: RowDefinition; readonly depth: number }[] = []
  readonly #links: { depth: number; instruction: string }[] = []
  #label = ''
  #isStarred = false
  #opened = false
  #bytes: number[] = []
  #standIns = 0

  constructor(includeHidden: boolean) {
    this.#includeHidden = includeHidden
  }

  /** How many groups stand open. */
  get depth(): number {
    return this.#stack.length
  }

  get carried(): Carried<StoryParagraph> {
    return this.#remarks.carried
  }

  take(token: Token): void {
    switch (token.kind) {
      case 'open':
        this.#flush()
        this.#stack.push(this.#state)
        this.#opened = true
        this.#standIns = 0
        return
      case 'close':
        this.#flush()
        this.#standIns = 0
        this.#close()
        break
      case 'control':
        this.#control(token.word, token.number)
        break
      case 'byte':
        this.#byte(token.byte)
        break
      case 'text':
        if (this.#state.picture) this.#state.picture.push(token.text)
        for (const character of token.text) this.#byte(character.charCodeAt(0))
        break
      default:
        token satisfies never
    }
    this.#opened = false
  }

  /** The bytes of its pictures, as they follow each other. */
  get pictures(): readonly Pasted[] {
    return this.#pictures.map((digits) => () => Buffer.from(digits.join('').replace(/\s/g, ''), 'hex'))
  }

  finish(): Story {
    this.#flush()
    while (this.#stack.length > 0) this.#close()
    const body = this.#here.finish()
    return { heads: this.#heads, feet: this.#feet, body, notes: this.#notes }
  }

  get #here(): Collector {
    return (this.#asides.at(-1) as Aside).collector
  }

  #close(): void {
    const state = this.#stack.pop()
    if (!state) return
    const { destination } = this.#state
    if (destination === 'fonts' || destination === 'styles') this.#tables.end()
    const depth = this.#stack.length
    const aside = this.#asides.at(-1)
    if (aside && this.#asides.length > 1 && aside.depth > depth) {
      if (aside.collector.hasWords) this.#remarks.end(this.#endParagraph())
      this.#remarks.leave()
      this.#asides.pop()
      aside.end(aside.collector.finish())
    }
    const row = this.#rows.at(-1)
    if (row && row.depth > depth) {
      this.#row = row.row
      this.#rows.pop()
    }
    const link = this.#links.at(-1)
    if (link && link.depth > depth) this.#links.pop()
    this.#state = state
  }

  #control(word: string, number: number | null): void {
    if (word === '*') {
      this.#isStarred = true
      return
    }
    const isStarred = this.#isStarred
    this.#isStarred = false
    if (word === 'u') {
      this.#unicode(number ?? 0)
      return
    }
    if (this.#standIns > 0 && signs[word] === undefined) this.#standIns = 0
    if (this.#standIns > 0) {
      this.#standIns -= 1
      return
    }
    this.#flush()
    const group = this.#opened || isStarred ? groups[word] : undefined
    if (group !== undefined && !this.#isNowhere) this.#begin(group)
    else if (isStarred) this.#change({ destination: 'nowhere', picture: null })
    else this.#word(word, number)
  }

  get #isNowhere(): boolean {
    return this.#state.destination === 'nowhere'
  }

  #begin(group: Group): void {
    switch (group) {
      case 'head':
      case 'foot': {
        const lines = group === 'head' ? this.#heads : this.#feet
        this.#aside((blocks) => lines.push(linesOf(blocks)))
        return
      }
      case 'note': {
        const at = this.#notes.push([]) - 1
        this.#here.words({ text: '', note: at + 1 })
        this.#aside((blocks) => {
          this.#notes[at] = blocks
        })
        return
      }
      case 'box': {
        const around = this.#here
        this.#aside((blocks) => around.behind(blocks))
        return
      }
      case 'comment':
        this.#remarks.add('comment')
        this.#change({ destination: 'nowhere' })
        return
      case 'picture':
        this.#remarks.pictures += 1
        this.#pictures.push([])
        this.#change({ destination: 'nowhere', picture: this.#pictures.at(-1) ?? null })
        return
      case 'label':
        this.#label = ''
        this.#change({ destination: 'label' })
        return
      case 'row':
        this.#rows.push({ row: this.#row, depth: this.#stack.length })
        this.#row = new RowDefinition()
        return
      case 'field':
        this.#links.push({ depth: this.#stack.length, instruction: '' })
        return
      case 'result':
        // Numbers of pages are those of the day it was saved, and no words of the letter.
        if (isPageNumber(this.#instruction)) this.#change({ destination: 'nowhere' })
        else this.#change({ href: linkIn(this.#instruction) ?? this.#state.href })
        return
      case 'inside':
        return
      case 'skip':
        this.#change({ destination: 'nowhere' })
        return
      default:
        this.#change({ destination: group })
    }
  }

  #aside(end: (blocks: readonly StoryBlock[]) => void): void {
    this.#asides.push({ collector: new Collector(), depth: this.#stack.length, end })
    this.#remarks.begin()
    this.#state = { ...beginning, standIns: this.#state.standIns }
  }

  /** What the field that stands open is told to do. */
  get #instruction(): string {
    return this.#links.at(-1)?.instruction ?? ''
  }

  #word(word: string, number: number | null): void {
    const { destination } = this.#state
    if (destination === 'fonts' || destination === 'styles' || destination === 'colours') {
      this.#tables.word(destination, word, number)
      return
    }
    const sign = signs[word]
    if (sign !== undefined) this.#say(sign)
    else if (word === 'intbl') this.#change({ depth: Math.max(1, this.#state.depth) })
    else if (word === 'ansicpg') this.#tables.codePage = number ?? 1252
    else if (word === 'mac' || word === 'pc' || word === 'pca')
      this.#tables.codePage = { mac: 10000, pc: 437, pca: 850 }[word]
    else if (!this.#row.take(word, number) && !this.#end(word)) {
      const change = changeOf(word, number)
      if (change) this.#change(change)
    }
  }

  /** Ends a paragraph, cell or row; false for other words. */
  #end(word: string): boolean {
    if (this.#state.destination !== 'words') return false
    switch (word) {
      case 'par':
      case 'sect':
        if (word === 'par' || this.#here.hasWords) this.#remarks.end(this.#endParagraph())
        return true
      case 'cell':
      case 'nestcell': {
        const depth = word === 'cell' ? 1 : Math.max(2, this.#state.depth)
        this.#remarks.end(this.#endParagraph(depth))
        this.#here.cell(depth)
        return true
      }
      case 'row':
      case 'nestrow':
        this.#here.row(word === 'row' ? 1 : Math.max(2, this.#state.depth), this.#row.edges)
        return true
      default:
        return false
    }
  }

  #endParagraph(depth = this.#state.depth): StoryParagraph {
    const label = this.#label.replace(/\s+/g, ' ').trim()
    this.#label = ''
    return this.#here.paragraph({
      heading: this.#tables.headingOf(this.#state.style),
      label: label === '' ? null : { label: bullet(label), level: this.#state.level + 1 },
      depth,
    })
  }

  #change(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change }
  }

  #unicode(number: number): void {
    this.#flush()
    this.#standIns = this.#state.standIns
    this.#say(this.#inFont(String.fromCharCode(number < 0 ? number + 65_536 : number)))
  }

  /** Signs of Symbol and Wingdings as those that look so. */
  #inFont(text: string): string {
    const { isSymbols, name } = this.#tables.font(this.#state.font)
    const code = text.charCodeAt(0)
    return isSymbols || (code >= 0xf000 && code <= 0xf0ff) ? (signOf(name, code) ?? text) : text
  }

  #byte(byte: number): void {
    if (this.#standIns > 0) this.#standIns -= 1
    else if (!this.#isNowhere) this.#bytes.push(byte)
  }

  /** Decodes the bytes that were gathered, by the font they are set in. */
  #flush(): void {
    if (this.#bytes.length === 0) return
    const bytes = Uint8Array.from(this.#bytes)
    this.#bytes = []
    const { isSymbols, codePage } = this.#tables.font(this.#state.font)
    if (isSymbols && this.#state.destination !== 'fonts')
      this.#say(
        Array.from(bytes, (byte) => this.#inFont(String.fromCharCode(byte > 32 ? 0xf000 + byte : byte))).join(''),
      )
    else this.#say(decoderOf(codePage)(bytes))
  }

  #say(text: string): void {
    this.length += text.length
    const { destination } = this.#state
    if (destination === 'words') this.#sayWords(text)
    else if (destination === 'label') this.#label += text
    else if (destination === 'link') this.#addToLink(text)
    else if (destination !== 'nowhere') this.#tables.text(destination, text)
  }

  #addToLink(text: string): void {
    const link = this.#links.at(-1)
    if (link && link.instruction.length < 5000) link.instruction += text
  }

  #sayWords(text: string): void {
    const { bold, href, raised } = this.#state
    const kind = this.#kind()
    this.#remarks.add(kind)
    if (kind === 'deleted' || (!this.#includeHidden && (kind === 'vanished' || kind === 'white'))) return
    this.#here.words({ text, bold, href, raised })
  }

  #kind(): 'deleted' | 'vanished' | 'white' | 'inserted' | 'shown' {
    const { deleted, hidden, inserted, colour, ground, paragraphGround, depth } = this.#state
    if (deleted) return 'deleted'
    if (hidden) return 'vanished'
    // Cells and boxes may have a ground of their own.
    const mayBeOnGround = ground || paragraphGround || depth > 0 || this.#asides.length > 1
    if (!mayBeOnGround && this.#tables.isWhite(colour)) return 'white'
    return inserted ? 'inserted' : 'shown'
  }
}

/** A story beside or below the body, and what becomes of it when its group, so deep, ends. */
interface Aside {
  readonly collector: Collector
  readonly depth: number
  readonly end: (blocks: readonly StoryBlock[]) => void
}
