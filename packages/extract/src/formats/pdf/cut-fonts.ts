import { type PdfObject, reference, type Stream } from './cut-objects.ts'

/** The typefaces of a file whose end is missing. */
export interface Fonts {
  /** How many are named, and how many of them nobody can read any more. */
  readonly all: number
  readonly lost: number
  /** How many numbers of objects were taken from the first free one on, and the objects, as they are written. */
  readonly made: number
  readonly objects: readonly string[]
  /** What pages without a page's own head may use. */
  readonly resources: string
}

/**
 * What is left of the fonts, and what stands for those that are lost. Plain letters can be read without their font; where a font has codes
 * of its own and what they mean is lost, its letters become spaces that draw nothing: better no words than wrong ones.
 */
export function fontsLeft(objects: readonly PdfObject[], words: readonly Stream[], free: number): Fonts {
  const names = namesOfFonts(words)
  const isPlain = areInPlainLetters(words)
  const known = Map.groupBy(objects, ({ number }) => number)
  const named = numbersOfFonts(objects)
  const lost = named.filter((number) => isLost(number, known, isPlain)).slice(0, mostFonts)
  const shared = resourcesOf(objects)
  const tagged = shared === null ? numbersByTag(objects) : new Map<string, number>()
  const nameless = named.length > 0 || shared !== null ? [] : names.filter((name) => !tagged.has(name))
  const entries = names.map((name) => `/${name} ${tagged.get(name) ?? free} 0 R`)
  const font = isPlain ? plain : silent(free + 1, free + 2)
  const written = [...[free, ...lost].map((number) => [number, font] as const), [free + 1, spaces], [free + 2, widths]]
  return {
    all: named.length > 0 ? named.length : names.length,
    lost: isPlain ? 0 : lost.length + nameless.length,
    made: 3,
    objects: written.map(([number, object]) => `${number} 0 obj\n${object}\nendobj`),
    resources: shared ?? `<< /Font << ${entries.join(' ')} >> >>`,
  }
}

/** No letter has more; a file that is made to be hard may name millions. */
const mostFonts = 1000

const plain = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'

/** A font whose letters are drawings, and has none; each of its codes says a space. */
function silent(encoding: number, widths: number): string {
  return `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << >> /Encoding ${encoding} 0 R /FirstChar 0 /LastChar 255 /Widths ${widths} 0 R >>`
}

const spaces = `<< /Type /Encoding /Differences [0 ${'/space '.repeat(256)}] >>`
const widths = `[${'250 '.repeat(256)}]`

/** The numbers of fonts that pages and lists of fonts name. */
function numbersOfFonts(objects: readonly PdfObject[]): readonly number[] {
  const lists = new Set(
    objects.flatMap(({ head }) =>
      [...head.matchAll(/\/Font\s{1,4}(\d{1,9}) {1,4}\d{1,5} {1,4}R\b/g)].map(([, list]) => Number(list)),
    ),
  )
  const named = objects.flatMap(({ head, number }) => {
    const [, fonts = lists.has(number) ? head : ''] = /\/Font\s{0,4}<<([^<>]{0,3000})>>/.exec(head) ?? []
    return [...fonts.matchAll(reference)].map(([, font]) => Number(font))
  })
  return [...new Set(named)]
}

/** It is not there, or not what its codes mean. */
function isLost(number: number, known: ReadonlyMap<number, readonly PdfObject[]>, isPlain: boolean): boolean {
  const isThere = (each: number) => known.get(each)?.some(({ isWhole }) => isWhole) === true
  const head = isThere(number) ? (known.get(number)?.at(-1)?.head ?? null) : null
  if (head === null) return true
  const meaning = /\/ToUnicode\s{1,4}(\d{1,9}) {1,4}\d{1,5} {1,4}R\b/.exec(head)?.[1]
  if (isPlain || meaning === undefined || isThere(Number(meaning))) return false
  return /\/Type0\b/.test(head) || !/\/Encoding\b/.test(head)
}

/**
 * LibreOffice tells which font is meant by "F2" only behind all of them, but writes the number before the font's name: "CAAAAA+" is the
 * second of them. Fonts by what they are called on pages.
 */
function numbersByTag(objects: readonly PdfObject[]): ReadonlyMap<string, number> {
  return new Map(
    objects.flatMap(({ number, head, isWhole }) => {
      const tag = /\/Type\s{0,4}\/Font\b[^+]{0,200}\/BaseFont\s{0,4}\/([A-Z]{6})\+/.exec(head)?.[1]
      const isFont = isWhole && tag !== undefined && /\/ToUnicode\b/.test(head)
      return isFont ? [[`F${numberOfTag(tag)}`, number] as const] : []
    }),
  )
}

function numberOfTag(tag: string): number {
  return Array.from(tag).reduceRight((sum, letter) => sum * 26 + letter.charCodeAt(0) - 65, 0)
}

/**
 * Is all that is drawn written in the alphabet and figures? Codes of a font's own are noise, and where they look like signs they are seldom
 * letters.
 */
function areInPlainLetters(words: readonly Stream[]): boolean {
  const drawn = words.map(({ source }) => drawnBy(source.slice(0, 200_000)))
  const countOf = (text: string, kind: RegExp): number => text.match(kind)?.length ?? 0
  const all = drawn.reduce((sum, { length }) => sum + length, 0)
  const letters = drawn.reduce((sum, text) => sum + countOf(text, /[A-Za-z]/g), 0)
  return letters > 0.3 * all && drawn.every((text) => countOf(text, /[A-Za-z\d .,]/g) >= 0.7 * text.length)
}

/** The bytes of the strings that it shows. */
function drawnBy(source: string): string {
  return Array.from(
    source.matchAll(/\(([^()\\]{1,400})\)|<([\dA-Fa-f]{2,400})>/g),
    ([, plain, hex = '']) => plain ?? Buffer.from(hex, 'hex').toString('latin1'),
  ).join('')
}

/** What the file says of all its fonts last. */
function resourcesOf(objects: readonly PdfObject[]): string | null {
  const found = objects.findLast(({ head, stream }) => stream === null && /^\s{0,4}<<[\s\S]{0,200}\/Font\b/.test(head))
  return found && !/\/Type\b/.test(found.head) ? `${found.number} 0 R` : null
}

function namesOfFonts(words: readonly Stream[]): readonly string[] {
  const names = words.flatMap(({ source }) => [...source.matchAll(/\/([\w+-]{1,40})\s{1,4}[\d.]{1,8}\s{1,4}Tf\b/g)])
  return [...new Set(names.map(([, name = '']) => name))].slice(0, mostFonts)
}
