import { brokenPromises, quote } from '@disclosed/document'
import { CFB } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'
import { atom, numbers, outline, pptFile, shape, text } from './small-ppt.ts'

/** One stretch of seven bold characters, then the rest: a paragraph each, then how characters are set. */
const boldFirst = atom(
  4001,
  Buffer.concat([
    numbers(25),
    Buffer.alloc(2),
    numbers(0x0f),
    Buffer.alloc(2),
    numbers(7, 1),
    Buffer.from([1, 0]),
    numbers(18, 0x80000),
    Buffer.from([30, 0]),
  ]),
)
const place = (column: number, row: number, columns = 1) =>
  atom(0xf00f, numbers(column * 100, row * 50, (column + columns) * 100, (row + 1) * 50))
const isTable = atom(0xf122, Buffer.concat([Buffer.from([0x9f, 0x03]), numbers(1)]), 1)
const placeholder = (kind: number) => atom(0xf011, [atom(3011, Buffer.from([0, 0, 0, 0, kind, 0, 0, 0]))])
const shows = (picture: number) => atom(0xf00b, Buffer.concat([Buffer.from([0x04, 0x41]), numbers(picture)]), 1)

const file = pptFile([
  {
    kept: [...text(6, 'Parking fines in\vAmblethorpe'), ...text(1, 'How many?\rHow many paid?'), boldFirst],
    shapes: [
      outline(1),
      outline(0),
      shape(text(4, '7'), placeholder(8)),
      shape([...text(4, 'as at *'), atom(0x0fd8, numbers(6))]),
    ],
    notes: 'Say this slowly.',
  },
  { shapes: [shape(text(4, 'For the council alone'))], isHidden: true },
  {
    shapes: [
      shape(text(4, 'In both years:')),
      atom(0xf003, [
        shape(null, isTable),
        shape(text(4, 'Year'), place(0, 0)),
        shape(text(4, 'Fines'), place(1, 0, 2)),
        shape(text(4, '2022'), place(0, 1)),
        shape(text(4, '310'), place(1, 1)),
        shape(text(4, '41'), place(2, 1)),
      ]),
      shape(null, shows(1)),
    ],
  },
])

describe('a presentation of the time before 2007', () => {
  it('gives what stands on its slides in the order in which they are shown', async () => {
    const document = await extract(file, { name: 'slides.ppt' })
    expect(brokenPromises(document)).toEqual([])
    expect(document.text).toBe(
      'How many?\n\nHow many paid?\n\nParking fines in Amblethorpe\n\nas at\n\nIn both years:\n\nYear\tFines\n2022\t310\t41',
    )
    expect(document.bold.map((span) => quote(document.text, span))).toEqual(['How man'])
    expect(document.blocks.filter(({ kind }) => kind === 'heading').map((span) => quote(document.text, span))).toEqual([
      'Parking fines in Amblethorpe',
    ])
    const table = document.blocks.find(({ kind }) => kind === 'table')
    const cells = table?.kind === 'table' ? table.rows.flatMap((each) => each.cells) : []
    expect(cells.map((each) => [quote(document.text, each), each.columns])).toContainEqual(['Fines', 2])
    expect(document.notes).toMatchObject([
      { code: 'hidden-content', message: expect.stringContaining('(2)') },
      { code: 'picture', message: '1 picture was left out.' },
      { code: 'comments', message: expect.stringContaining('1 slide keeps') },
    ])
  })

  it('gives hidden slides too where they are asked for', async () => {
    const { text } = await extract(file, { name: 'slides.ppt', includeHidden: true })
    expect(text).toContain('For the council alone')
  })

  it('is read slide by slide where the list of its parts is lost', async () => {
    const bytes = Buffer.from(file)
    const at = bytes.indexOf(Buffer.from([0xf6, 0x0f]))
    bytes.writeUInt32LE(0x7fffffff, at + 14)
    const document = await extract(bytes, { name: 'slides.ppt' })
    expect(document.text).toContain('2022\t310\t41')
  })

  it('that is locked, or has no slides, comes to a sentence', async () => {
    const locked = pptFile([{ shapes: [] }], { mark: 0xf3d1c4df | 0 })
    await expect(extract(locked, { name: 'slides.ppt' })).rejects.toMatchObject({ code: 'encrypted' })
    await expect(extract(pptFile([]), { name: 'slides.ppt' })).rejects.toThrow(
      'Cannot read slides.ppt as a legacy PowerPoint file',
    )
  })

  it('that PowerPoint 95 and 97 can both open is read as 97 does, and one of 95 alone is named', async () => {
    const whole = CFB.read(Buffer.from(file), { type: 'buffer' })
    const both = CFB.utils.cfb_new()
    for (const name of ['PowerPoint Document', 'Current User']) {
      CFB.utils.cfb_add(both, `/PP97_DUALSTORAGE/${name}`, CFB.find(whole, `/${name}`)?.content ?? [])
      CFB.utils.cfb_add(both, `/${name}`, Buffer.alloc(600))
    }
    CFB.utils.cfb_add(both, '/Text_Content', Buffer.alloc(600))
    const bytes = CFB.write(both, { type: 'buffer' }) as unknown as Buffer
    expect((await extract(bytes, { name: 'slides.ppt' })).text).toContain('2022\t310\t41')
    const alone = CFB.utils.cfb_new()
    for (const name of ['PowerPoint Document', 'Text_Content']) CFB.utils.cfb_add(alone, `/${name}`, Buffer.alloc(600))
    const old = CFB.write(alone, { type: 'buffer' }) as unknown as Buffer
    await expect(extract(old, { name: 'slides.ppt' })).rejects.toThrow(
      'a PowerPoint file of the time before PowerPoint 97',
    )
  })

  it('whose groups stand inside each other without end is read as far as anybody draws', async () => {
    let group = shape(text(4, 'deep'))
    for (let step = 0; step < 5_000; step += 1) group = atom(0xf003, [group])
    const document = await extract(pptFile([{ shapes: [shape(text(4, 'Held')), group] }]), { name: 'slides.ppt' })
    expect(document.text).toBe('Held')
  })
})
