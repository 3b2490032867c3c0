import { deflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { extract } from '../../extract.ts'

type Written = readonly [number: number, dictionary: string, stream?: Buffer]

const file = (objects: readonly Written[]): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.6\n'),
    ...objects.map(([number, dictionary, stream]) =>
      stream === undefined
        ? Buffer.from(`${number} 0 obj\n${dictionary}\nendobj\n\n`)
        : Buffer.concat([
            Buffer.from(`${number} 0 obj\n${dictionary.replace('>>', `/Length ${stream.length}>>`)}\nstream\n`),
            stream,
            Buffer.from('\nendstream\nendobj\n\n'),
          ]),
    ),
  ])

const packed = (source: string): Buffer => deflateSync(source)
const flate = '<</Filter/FlateDecode>>'

/** Letters have numbers in the order they come in, as a font has that holds no others. */
class OwnCodes {
  readonly #letters: string[] = []

  shown(words: string): string {
    const codes = Array.from(words, (letter) => {
      if (!this.#letters.includes(letter)) this.#letters.push(letter)
      return (this.#letters.indexOf(letter) + 1).toString(16).padStart(2, '0')
    })
    return `<${codes.join('')}> Tj`
  }

  meaning(): string {
    const hex = (letter: string) => letter.charCodeAt(0).toString(16).padStart(4, '0')
    const told = this.#letters.map((letter, at) => `<${(at + 1).toString(16).padStart(2, '0')}> <${hex(letter)}>`)
    return `begincmap 1 begincodespacerange <00> <FF> endcodespacerange ${told.length} beginbfchar ${told.join(' ')} endbfchar endcmap`
  }
}

const codes = { bold: new OwnCodes(), plain: new OwnCodes() }
const page = (question: string, answer: string): Buffer =>
  packed(
    `BT /F1 12 Tf 72 700 Td ${codes.bold.shown(question)} ET BT /F2 12 Tf 72 660 Td ${codes.plain.shown(answer)} ET`,
  )
const drawn: readonly Written[] = [
  [2, flate, page('How many fines?', 'There were 318 fines in 2022.')],
  [4, flate, page('How many appeals?', 'There were 27 appeals.')],
]
const font = (tag: string, meaning: number) =>
  `<</Type/Font/Subtype/TrueType/BaseFont/${tag}+Amble\n/FirstChar 0/LastChar 40/Widths[0 ${'500 '.repeat(40)}]/ToUnicode ${meaning} 0 R>>`
const bold: readonly Written[] = [
  [10, flate, packed(codes.bold.meaning())],
  [11, font('BAAAAA', 10)],
]
const plain: readonly Written[] = [
  [12, flate, packed(codes.plain.meaning())],
  [13, font('CAAAAA', 12)],
]
const heads: readonly Written[] = [
  [14, '<</F1 11 0 R/F2 13 0 R>>'],
  [15, '<</Font 14 0 R>>'],
  [1, '<</Type/Page/Parent 5 0 R/Resources 15 0 R/MediaBox[0 0 595 842]/Contents 2 0 R>>'],
  [3, '<</Type/Page/Parent 5 0 R/Resources 15 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>'],
]
const all = 'How many fines?\n\nThere were 318 fines in 2022.\n\nHow many appeals?\n\nThere were 27 appeals.'

const read = async (bytes: Buffer) => await extract(new Uint8Array(bytes), { name: 'reply.pdf' })

it('reads the pages of a file that told of its pages and fonts at its end, wherever it was cut behind its fonts', async () => {
  for (let left = 0; left <= heads.length; left += 1) {
    const { text, notes, pages } = await read(file([...drawn, ...bold, ...plain, ...heads.slice(0, left)]))
    expect(text).toBe(all)
    expect(pages).toBe(2)
    expect(notes).toMatchObject([
      { code: 'truncated', message: 'the end of reply.pdf is missing; what could be read of it was' },
    ])
  }
  const inPage = file([...drawn, ...bold, ...plain, ...heads.slice(0, 3)])
  expect(await read(inPage.subarray(0, inPage.lastIndexOf('/Parent')))).toMatchObject({ text: all, pages: 2 })
})

it('leaves out the words of a font that is lost, and says so', async () => {
  const { text, notes } = await read(file([...drawn, ...bold]))
  expect(text).toBe('How many fines?\n\nHow many appeals?')
  expect(notes[0]?.message).toContain('but no words in 1 of its 2 typefaces')
  const meaningCut = file([...drawn, ...bold, ...plain.slice(0, 1)])
  expect((await read(meaningCut.subarray(0, meaningCut.length - 60))).text).toBe(text)
})

it('says that all fonts are lost, and never takes codes for letters', async () => {
  const lost = expect.stringContaining('what says which letters its pages hold (their fonts) stood in the part')
  await expect(read(file(drawn))).rejects.toMatchObject({ code: 'damaged', message: lost })
  // Pages first, their fonts at the end; what the codes of a font mean may be lost alone.
  const [first, second] = heads.slice(2)
  if (!first || !second) throw new Error('there are no pages')
  const list: Written = [15, '<</Font <</F1 20 0 R/F2 20 0 R>>>>']
  const composite: Written = [20, '<</Type/Font/Subtype/Type0/BaseFont/Amble/Encoding/Identity-H/ToUnicode 21 0 R>>']
  for (const left of [[list], [list, composite]])
    await expect(read(file([first, second, ...drawn, ...left]))).rejects.toMatchObject({
      code: 'damaged',
      message: lost,
    })
})

it('reads pages and fonts that are packed in streams', async () => {
  const objects = [...bold.slice(1), ...plain.slice(1), ...heads]
  const bodies = objects.map(([, dictionary]) => `${dictionary}\n`)
  const places = bodies.map((_, at) => bodies.slice(0, at).join('').length)
  const list = objects.map(([number], at) => `${number} ${places[at]}`).join(' ')
  const stream: Written = [
    30,
    `<</Type/ObjStm/N ${objects.length}/First ${list.length + 1}/Filter/FlateDecode>>`,
    packed(`${list} ${bodies.join('')}`),
  ]
  const { text, notes } = await read(file([stream, ...drawn, ...bold.slice(0, 1), ...plain.slice(0, 1)]))
  expect(text).toBe(all)
  expect(notes.map(({ code }) => code)).toEqual(['truncated'])
  const half = await read(file([stream, ...drawn, ...bold.slice(0, 1)]))
  expect(half.text).toBe('How many fines?\n\nHow many appeals?')
})
