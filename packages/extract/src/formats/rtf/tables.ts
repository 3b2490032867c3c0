import { codePageOfCharset } from './code-pages.ts'

/** A font, as its table tells it. */
export interface Font {
  readonly name: string
  readonly codePage: number
  /** Are its characters signs, and no letters? */
  readonly isSymbols: boolean
}

/** The tables of a rich text file: fonts, styles, colours. */
export class Tables {
  /** What the file itself is written in, where no font says otherwise. */
  codePage = 1252
  readonly #fonts = new Map<number, { name: string; charset: number | null; codePage: number | null }>()
  readonly #styles = new Map<number, string>()
  readonly #colours: boolean[] = []
  #font = -1
  #style = 0
  #mix = { red: 0, green: 0, blue: 0, isSet: false }

  word(table: 'fonts' | 'styles' | 'colours', word: string, number: number | null): void {
    if (table === 'fonts') this.#fontWord(word, number ?? 0)
    else if (table === 'styles' && word === 's') this.#style = number ?? 0
    else if (table === 'colours' && (word === 'red' || word === 'green' || word === 'blue')) {
      this.#mix[word] = number ?? 0
      this.#mix.isSet = true
    }
  }

  #fontWord(word: string, number: number): void {
    const font = this.#fonts.get(this.#font)
    if (word === 'f') {
      this.#font = number
      this.#fonts.set(number, { name: '', charset: null, codePage: null })
    } else if (word === 'fcharset' && font) font.charset = number
    else if (word === 'cpg' && font) font.codePage = number
  }

  text(table: 'fonts' | 'styles' | 'colours', text: string): void {
    if (table === 'colours') {
      for (const sign of text) if (sign === ';') this.#endColour()
    } else if (table === 'fonts') {
      const font = this.#fonts.get(this.#font)
      if (font && font.name.length < 100) font.name += text.replace(/;.{0,200}/s, '').trimStart()
    } else {
      const name = (this.#styles.get(this.#style) ?? '') + text.replace(/;.{0,200}/s, '')
      this.#styles.set(this.#style, name.slice(0, 100))
    }
  }

  /** A group of a table ends: styles that tell no number are the standard one. */
  end(): void {
    this.#style = 0
  }

  #endColour(): void {
    const { red, green, blue, isSet } = this.#mix
    this.#colours.push(isSet && red === 255 && green === 255 && blue === 255)
    this.#mix = { red: 0, green: 0, blue: 0, isSet: false }
  }

  font(number: number): Font {
    const font = this.#fonts.get(number)
    const codePage = font?.codePage ?? codePageOfCharset(font?.charset ?? 1) ?? this.codePage
    return { name: font?.name ?? '', codePage, isSymbols: font?.charset === 2 }
  }

  isWhite(colour: number): boolean {
    return this.#colours[colour] === true
  }

  /** As Word's own styles are called: "heading 1" to 6, "Title", "Subtitle"; null for others. */
  headingOf(style: number): number | null {
    return headingOfStyle(this.#styles.get(style) ?? '')
  }
}

export function headingOfStyle(name: string): number | null {
  const told = name.trim().toLowerCase()
  if (told === 'title') return 1
  if (told === 'subtitle') return 2
  const level = /^heading ([1-6])$/.exec(told)?.[1]
  return level === undefined ? null : Number(level)
}
