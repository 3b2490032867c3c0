import type { PrintedLabel } from '../html/labels.ts'
import type { Pasted } from '../picture/pasted.ts'
import { Collector } from '../story/collector.ts'
import { Fields } from '../story/fields.ts'
import type { Remarks } from '../story/remarks.ts'
import type { StoryBlock, StoryParagraph } from '../story/story.ts'
import { signOf } from '../story/symbols.ts'
import type { Bytes } from './bytes.ts'
import { pictureInLine } from './pictures.ts'
import { type Piece, textOf } from './pieces.ts'
import { type Characters, changedCharacters, changedParagraph, type Paragraph, plainCharacters } from './properties.ts'
import type { Stretches } from './runs.ts'
import type { Style } from './styles.ts'

/** What the text of a file is read with. */
export interface Setting {
  readonly file: Bytes
  readonly data: Bytes | null
  readonly pieces: readonly Piece[]
  readonly characters: Stretches
  readonly paragraphs: Stretches
  readonly styleOf: (number: number) => Style
  readonly fonts: readonly string[]
  readonly labelOf: (list: number, level: number) => PrintedLabel | null
  /** A paragraph has no label: lists of Word before 97 end there. */
  readonly withoutLabel?: () => void
  /** The number of the note that is marked at a character, from 1; null where none is. */
  readonly noteAt: (character: number) => number | null
  /** The text boxes that are anchored at a character. */
  readonly boxesAt: (character: number) => readonly StoryBlock[]
  readonly remarks: Remarks<StoryParagraph>
  /** The pictures that stand in lines of the text, as they are met. */
  readonly pictures: Pasted[]
  readonly includeHidden: boolean
}

/** Reads the characters from one place up to another as blocks of a story. */
export function storyIn(from: number, to: number, setting: Setting): readonly StoryBlock[] {
  const reader = new StoryReader(setting)
  for (const piece of setting.pieces) {
    if (piece.to <= from || piece.from >= to) continue
    reader.read(piece, Math.max(from, piece.from), Math.min(to, piece.to))
  }
  return reader.finish()
}

class StoryReader {
  readonly #setting: Setting
  readonly #collector = new Collector()
  readonly #fields = new Fields()

  constructor(setting: Setting) {
    this.#setting = setting
  }

  finish(): readonly StoryBlock[] {
    return this.#collector.finish()
  }

  read(piece: Piece, from: number, to: number): void {
    const { file, characters, paragraphs } = this.#setting
    const text = textOf(piece, file)
    const placeOf = (character: number) => piece.at + (character - piece.from) * piece.width
    let at = from
    while (at < to && at - piece.from < text.length) {
      const place = placeOf(at)
      const behind = Math.min(characters.end(place), paragraphs.end(place))
      const end = Math.min(to, at + Math.max(1, Math.ceil((behind - place) / piece.width)))
      const set = this.#setAt(place, piece.changes)
      this.#words(text.slice(at - piece.from, end - piece.from), at, set, placeOf, piece.width)
      at = end
    }
  }

  #setAt(place: number, changes: Bytes | null): Characters {
    const { characters, styleOf } = this.#setting
    const styled = styleOf(this.#styleAt(place)).characters
    const list = characters.at(place)
    const told = changedCharacters(plainCharacters, list, plainCharacters)
    const named = told.style === null ? null : styleOf(told.style).characters
    const around = named === null ? styled : joined(styled, named)
    return changedCharacters(changedCharacters(around, list, around), changes, around)
  }

  #styleAt(place: number): number {
    return this.#setting.paragraphs.at(place)?.u16(0) ?? 0
  }

  #paragraphAt(place: number): Paragraph & { readonly heading: number | null } {
    const list = this.#setting.paragraphs.at(place)
    const style = this.#setting.styleOf(list?.u16(0) ?? 0)
    const own = list?.slice(2, list.length) ?? null
    return { ...changedParagraph(style.paragraph, own, this.#setting.data), heading: style.heading }
  }

  #words(text: string, from: number, set: Characters, placeOf: (character: number) => number, width: number): void {
    let plain = ''
    const say = () => {
      this.#say(plain, set, placeOf(from))
      plain = ''
    }
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index)
      const note = this.#setting.noteAt(from + index)
      if (code >= 32 && !(code === 0x28 && set.symbol) && note === null) {
        plain += text[index]
        continue
      }
      say()
      if (note !== null && !set.deleted) this.#collector.words({ text: '', note })
      this.#sign(code, from + index, set, placeOf(from + index), width)
    }
    say()
  }

  #picture(at: number | null): void {
    const { remarks, data, pictures } = this.#setting
    remarks.pictures += 1
    if (at !== null && data !== null) pictures.push(pictureInLine(data, at))
  }

  #sign(code: number, character: number, set: Characters, place: number, width: number): void {
    switch (code) {
      case 0x01:
        if (set.isSpecial && !this.#fields.isInstruction && !this.#fields.isShape) this.#picture(set.picture)
        return
      case 0x05:
        if (set.isSpecial) this.#setting.remarks.add('comment')
        return
      case 0x07:
      case 0x0d:
        this.#end(code, place)
        return
      case 0x08:
        this.#collector.behind(this.#setting.boxesAt(character))
        return
      case 0x09:
        this.#say('\t', set, place)
        return
      case 0x0c:
        // The end of a section ends its paragraph too; a mere break of the page stands within one.
        if (this.#setting.paragraphs.end(place) <= place + width) this.#end(code, place)
        else this.#say('\n', set, place)
        return
      case 0x0b:
      case 0x0e:
        this.#say('\n', set, place)
        return
      case 0x13:
        this.#fields.begin()
        return
      case 0x14:
        this.#fields.separate()
        return
      case 0x15:
        this.#fields.end()
        return
      case 0x1e:
        this.#say('-', set, place)
        return
      case 0x28:
        this.#say(this.#symbol(set), set, place)
        return
      default:
        if (code >= 32) this.#say(String.fromCharCode(code), set, place)
    }
  }

  #symbol({ symbol }: Characters): string {
    if (!symbol) return '('
    return signOf(this.#setting.fonts[symbol.font] ?? '', symbol.code) ?? String.fromCharCode(symbol.code)
  }

  #say(text: string, set: Characters, place: number): void {
    if (text === '') return
    if (this.#fields.isInstruction) {
      this.#fields.instruct(text)
      return
    }
    if (this.#fields.isPageNumber) return
    const { remarks, includeHidden, fonts } = this.#setting
    const standing = this.#standingOf(set, place)
    if (text.trim() !== '' || standing !== 'shown') remarks.add(standing)
    if (standing === 'deleted' || (!includeHidden && (standing === 'vanished' || standing === 'white'))) return
    const font = fonts[set.font] ?? ''
    const shown = /[\uf000-\uf0ff]/.test(text)
      ? Array.from(text, (sign) => signOf(font, sign.charCodeAt(0)) ?? sign).join('')
      : text
    this.#collector.words({ text: shown, bold: set.bold, href: this.#fields.href, raised: set.raised })
  }

  #standingOf(set: Characters, place: number): 'deleted' | 'vanished' | 'white' | 'inserted' | 'shown' {
    if (set.deleted) return 'deleted'
    if (set.vanished) return 'vanished'
    if (set.white && !set.ground) {
      const { ground, depth } = this.#paragraphAt(place)
      // Cells may have a ground of their own.
      if (!ground && depth === 0) return 'white'
    }
    return set.inserted ? 'inserted' : 'shown'
  }

  #end(code: number, place: number): void {
    const paragraph = this.#paragraphAt(place)
    const depth = code === 0x07 ? 1 : paragraph.depth
    const isRowEnd = code === 0x07 ? paragraph.isRowEnd : paragraph.isInnerRowEnd
    if (isRowEnd) {
      this.#collector.row(depth, paragraph.row)
      return
    }
    const { list, level, heading } = paragraph
    const label = list === null || list === 0 ? null : this.#setting.labelOf(list, level)
    if (list === null || list === 0) this.#setting.withoutLabel?.()
    this.#setting.remarks.end(this.#collector.paragraph({ heading, label, depth }))
    if (code === 0x07 || paragraph.isInnerCellEnd) this.#collector.cell(depth)
  }
}

/** A style of words within one of paragraphs: either may switch on. */
function joined(around: Characters, named: Characters): Characters {
  return {
    ...around,
    bold: around.bold !== named.bold,
    vanished: around.vanished || named.vanished,
    white: around.white || named.white,
    ground: around.ground || named.ground,
    raised: named.raised ?? around.raised,
    font: named.font === -1 ? around.font : named.font,
  }
}
