import { brokenPromises, type Document, quote } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { Writer } from './writer.ts'

const place = (selector: string) => ({ kind: 'element', selector }) as const

function written(writer: Writer): Document {
  return { id: 'sha256:00', mediaType: 'text/plain', bytes: 0, part: null, reader: 'test@1', ...writer.finish() }
}

describe('Writer', () => {
  it('parts blocks by an empty line, points of a list and rows by a break, cells by a tab', () => {
    const writer = new Writer()
    writer.heading(1, 'Lost laptops')
    writer.item('1.', 1, 'How many?')
    writer.item('(a)', 2, 'And where?')
    writer.table({
      headRows: 1,
      rows: [
        [{ words: 'Year' }, { words: 'Lost' }],
        [{ words: '2023' }, { words: '' }],
      ],
    })
    const document = written(writer)
    expect(document.text).toBe('Lost laptops\n\n1. How many?\n(a) And where?\n\nYear\tLost\n2023\t')
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['heading', 'item', 'item', 'table'])
    expect(brokenPromises(document)).toEqual([])
    const [, item] = document.blocks
    expect(item?.kind === 'item' && item.label && quote(document.text, item.label)).toBe('1.')
  })

  it('keeps bold stretches, links and places true through tidying', () => {
    const writer = new Writer()
    writer.paragraph([
      {
        words: [{ text: 'Of\ufb01ce: ' }, { text: 'fo\u00adi', bold: true }, { text: '2023', bold: true }],
        place: place('a'),
      },
      { words: [{ text: 'our log ', href: 'https://log.example/' }], place: place('b') },
    ])
    const document = written(writer)
    expect(document.text).toBe('Office: foi2023\nour log')
    expect(document.bold.map((span) => quote(document.text, span))).toEqual(['foi2023'])
    expect(document.links.map((span) => quote(document.text, span))).toEqual(['our log'])
    expect(document.places.map((span) => quote(document.text, span))).toEqual(['Office: foi2023', 'our log'])
    expect(brokenPromises(document)).toEqual([])
  })

  it('writes a cell in one line, whatever stood in it', () => {
    const writer = new Writer()
    writer.table({
      rows: [[{ words: ' Lost\r\n or\tstolen ', columns: 2 }, { words: [{ text: 'a ' }, { text: ' b ' }] }]],
    })
    const document = written(writer)
    expect(document.text).toBe('Lost or stolen\ta b')
    const [table] = document.blocks
    expect(table?.kind === 'table' && table.rows[0]?.cells[0]?.columns).toBe(2)
    expect(brokenPromises(document)).toEqual([])
  })

  it('leaves out what has no words', () => {
    const writer = new Writer()
    expect(writer.paragraph(' \u200b\n ')).toBeNull()
    expect(writer.table({ rows: [[{ words: '' }]] })).toBeNull()
    expect(writer.item(null, 1, '')).toBeNull()
    expect(written(writer).text).toBe('')
  })

  it('keeps indentation and tabs of lines, but no empty line inside a block', () => {
    const writer = new Writer()
    writer.paragraph('  1.\tLaptops\t3  \n \n  2.\tPhones\t')
    expect(written(writer).text).toBe('  1.\tLaptops\t3\n  2.\tPhones\t')
  })

  it('puts earlier mail into a block of its own', () => {
    const writer = new Writer()
    writer.paragraph('None held.')
    writer.quoted(() => {
      writer.paragraph('How many?')
      writer.item('•', 1, 'by year')
    })
    writer.paragraph('Yours')
    const document = written(writer)
    expect(document.text).toBe('None held.\n\nHow many?\n\n• by year\n\nYours')
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'quoted', 'paragraph'])
    expect(brokenPromises(document)).toEqual([])
  })

  it('places lines on the page that began last, and counts pages', () => {
    const writer = new Writer()
    writer.page(1)
    writer.paragraph('One')
    writer.page(2)
    writer.paragraph([{ words: 'Two', place: { kind: 'page', page: 2, box: [72, 72, 100, 84] }, ocr: 0.7 }])
    const document = written(writer)
    expect(document).toMatchObject({ pages: 2, ocr: true })
    expect(document.places.map(({ place }) => place.kind === 'page' && place.page)).toEqual([1, 2])
  })
})
